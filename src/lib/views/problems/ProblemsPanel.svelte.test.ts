import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import type { Diagnostic } from '#engine/source/diagnostic.ts';
import ProblemsPanel from './ProblemsPanel.svelte';

const coppy: Diagnostic = {
  code: 'instruction',
  severity: 'error',
  message: 'dockerfile parse error on line 6: unknown instruction: COPPY (did you mean COPY?)',
  range: { from: 0, to: 5 },
  lines: [{ first: 6, last: 6 }],
};

describe('the problems', () => {
  it('are said in our words and in BuildKit’s, with their place, and lead there', async () => {
    const onjump = vi.fn();
    render(ProblemsPanel, { diagnostics: [coppy], onjump });
    const row = screen.getByRole('button', { name: /^Error Docker does not know/ });
    expect(row.textContent).toContain(coppy.message);
    expect(row.textContent).toContain('Dockerfile:6');
    await fireEvent.click(row);
    expect(onjump).toHaveBeenCalledWith(coppy);
  });

  it('name no line where BuildKit has none', () => {
    render(ProblemsPanel, { diagnostics: [{ ...coppy, lines: [{ first: 0, last: 0 }], file: '.dockerignore' }], onjump: vi.fn() });
    expect(screen.getByRole('button').textContent).toMatch(/\.dockerignore\s*$/);
  });

  it('keep the error of the build as it was printed', () => {
    const errorText = 'Dockerfile:6\n   6 | >>> COPPY . .\nERROR: failed to build';
    render(ProblemsPanel, { diagnostics: [], errorText, onjump: vi.fn() });
    expect(document.querySelector('pre')!.textContent).toBe(errorText);
  });

  it('are none where there are none', () => {
    render(ProblemsPanel, { diagnostics: [], onjump: vi.fn() });
    expect(screen.getByText('No problems.')).toBeTruthy();
  });
});
