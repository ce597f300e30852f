import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { logText } from '#lib/workbench/workbench.fixture.ts';
import LogPanel from './LogPanel.svelte';

describe('the log', () => {
  it('is the text as BuildKit prints it, to the character', () => {
    render(LogPanel, { text: logText });
    expect(screen.getByRole('log', { name: 'Build log' }).querySelector('pre')!.textContent).toBe(logText);
  });

  it('is not read out line by line, and can be scrolled with the keyboard', () => {
    render(LogPanel, { text: logText });
    const log = screen.getByRole('log');
    expect(log.getAttribute('aria-live')).toBe('off');
    expect(log.tabIndex).toBe(0);
  });

  it('shows what a program printed as text, its escape sequences visible', () => {
    render(LogPanel, { text: '#9 0.1 <b>x</b> \u001b[31mred\n' });
    const log = screen.getByRole('log');
    expect(log.querySelector('b')).toBeNull();
    expect(log.textContent).toContain('<b>x</b> \\e[31mred');
  });

  it('says when it will be there', () => {
    render(LogPanel, { text: '' });
    expect(screen.getByText('The log appears here when you build.')).toBeTruthy();
  });
});
