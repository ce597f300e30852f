import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import type { Explanation } from '#engine/insight/explanation.ts';
import { explanation, stopped } from '#lib/workbench/workbench.fixture.ts';
import WhyPanel from './WhyPanel.svelte';

function show(value: Explanation | undefined, level: 'simple' | 'precise' = 'simple', apply = true) {
  const calls = { onlevel: vi.fn(), onselectstep: vi.fn(), onapply: vi.fn() };
  const { container } = render(WhyPanel, { explanation: value, level, onlevel: calls.onlevel, onselectstep: calls.onselectstep, ...(apply ? { onapply: calls.onapply } : {}) });
  return { ...calls, text: () => container.textContent.replace(/\s+/g, ' ') };
}

describe('the Why panel', () => {
  it('says where, then why in one sentence, then the chain of causes', () => {
    const { text } = show(explanation);
    expect(text()).toContain('Next build, step 5 of 6 in build');
    expect(text()).toContain('COPY . . will rebuild because main.go changed.');
    expect(screen.getAllByRole('listitem')).toHaveLength(5);
    expect(within(screen.getAllByRole('listitem')[0]!).getByRole('img', { name: 'Changed:' })).toBeTruthy();
  });

  it('leads from a link of the chain to its step', async () => {
    const { onselectstep } = show(explanation);
    await fireEvent.click(screen.getByRole('button', { name: /RUN go build/ }));
    expect(onselectstep).toHaveBeenCalledWith('0.6');
  });

  it('shows the ingredients of the key, before and after, when asked to be precise', async () => {
    const { onlevel } = show(explanation);
    await fireEvent.click(screen.getByRole('radio', { name: 'Precise' }));
    expect(onlevel).toHaveBeenCalledWith('precise');
  });

  it('marks each ingredient as same or changed, and names the file that differs', () => {
    const { text } = show(explanation, 'precise');
    const rows = screen.getAllByRole('row');
    const row = (label: RegExp) => rows.find((one) => label.test(one.textContent))!;
    expect(within(row(/^operation/)).getByRole('img', { name: 'same' })).toBeTruthy();
    expect(within(row(/^content of/)).getByRole('img', { name: 'changed' })).toBeTruthy();
    expect(row(/main\.go/).textContent.replaceAll('\u202f', ' ')).toContain('484 B, now 492 B');
    expect(text()).toContain('Touching a file changes nothing.');
  });

  it('offers the lever only where there is one, and the button only where it can be applied', async () => {
    const { onapply } = show(stopped);
    await fireEvent.click(screen.getByRole('button', { name: 'Try it' }));
    expect(onapply).toHaveBeenCalledOnce();
  });

  it('says the lever without a button where nothing can apply it', () => {
    const { text } = show(stopped, 'simple', false);
    expect(text()).toContain('README.md to .dockerignore');
    expect(screen.queryByRole('button', { name: 'Try it' })).toBeNull();
  });

  it('marks what is modelled, in words', () => {
    expect(show(explanation).text()).toContain('Modelled: the output of go');
  });

  it('says what to do where no step is selected', () => {
    expect(show(undefined).text()).toContain('Select a step');
  });

  it('never takes the words of a Dockerfile for markup', () => {
    show({ ...explanation, simple: { id: 'why.failed', values: { step: 'RUN <script>alert(1)</script>', when: 'happened' } } });
    expect(document.querySelector('script')).toBeNull();
    expect(document.body.textContent).toContain('<script>alert(1)</script>');
  });
});
