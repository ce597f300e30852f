import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { completeJsdom } from '#lib/ui/jsdom.fixture.ts';
import { edited } from '#lib/workbench/workbench.fixture.ts';
import BuildStrip from './BuildStrip.svelte';

completeJsdom();

const plain = (text: string | null) => (text ?? '').replaceAll('\u202f', ' ');

describe('the build strip', () => {
  it('names each build in full, and the one that is looked at', () => {
    render(BuildStrip, { builds: edited.builds, prediction: edited.prediction, current: 2, onselect: vi.fn() });
    const radios = screen.getAllByRole<HTMLInputElement>('radio');
    expect(radios.map((radio) => plain(radio.getAttribute('aria-label')))).toEqual([
      'Build 1: 8 rebuilt, 27.4 s',
      'Build 2: 6 cached, 2 rebuilt, 7.6 s, same image as build 1',
      'Next build, 3: 3 of 8 will rebuild',
    ]);
    expect(radios.map((radio) => radio.checked)).toEqual([false, true, false]);
  });

  it('looks at another build, or at the next one', async () => {
    const onselect = vi.fn();
    render(BuildStrip, { builds: edited.builds, prediction: edited.prediction, current: 2, onselect });
    await fireEvent.click(screen.getByRole('radio', { name: /^Build 1/ }));
    await fireEvent.click(screen.getByRole('radio', { name: /^Next build/ }));
    expect(onselect.mock.calls).toEqual([[1], ['next']]);
  });

  it('has no next build where none can be made', () => {
    render(BuildStrip, { builds: edited.builds, current: 2, onselect: vi.fn() });
    expect(screen.queryByRole('radio', { name: /Next/ })).toBeNull();
  });
});
