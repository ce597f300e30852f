import './jsdom-gaps.ts';
import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { GO_FILES, filesOf, goTwoStages, monorepo, recordOf, waveStops, willRebuild } from './fixture.ts';
import Graph from './Graph.svelte';
import { Playback } from './playback.svelte.ts';

const files = filesOf([...GO_FILES]);
const shown = (props: Partial<Parameters<typeof render<typeof Graph>>[1]> = {}) => render(Graph, { record: waveStops(), files, edited: new Set(['README.md']), ...props } as never);
const tree = () => screen.getByRole('tree');
const active = () => document.getElementById(tree().getAttribute('aria-activedescendant') ?? '')?.textContent ?? '';
const press = (key: string) => fireEvent.keyDown(tree(), { key });

describe('the graph', () => {
  it('hides its drawing from assistive technology and puts a tree beside it', () => {
    const { container } = shown();
    expect(container.querySelector('svg.ls-graph')?.getAttribute('aria-hidden')).toBe('true');
    expect(within(tree()).getAllByRole('treeitem').length).toBe(1 + 6 + 2 + 8);
    expect(tree().getAttribute('aria-label')).toContain('Build 3: 6 cached, 2 rebuilt');
  });

  it('draws a stratum for each step, with its state as a word', () => {
    const { container } = shown();
    const strata = [...container.querySelectorAll('.ls-stratum')];
    expect(strata).toHaveLength(8);
    expect(strata[4]?.textContent).toContain('Rebuilt');
    expect(strata[7]?.textContent).toContain('Cached');
    expect(container.querySelectorAll('.ls-shield')).toHaveLength(1);
  });

  it('hatches a prediction and calls it by its word', () => {
    const { container } = shown({ record: willRebuild() });
    expect(container.querySelectorAll('.ls-predicted .ls-core[fill^="url(#"]')).toHaveLength(3);
    expect(container.querySelectorAll('.ls-predicted')[0]?.textContent).toContain('Will rebuild');
  });

  it('has one tab stop, is walked with the arrows and asks why with Enter', async () => {
    const onselect = vi.fn();
    const { container } = shown({ onselect });
    expect(container.querySelectorAll('.scroll [tabindex], .scroll a, .scroll button')).toHaveLength(1);
    await fireEvent.focus(tree());
    expect(active()).toMatch(/^Step 1 of 6, FROM golang/);
    await press('ArrowDown');
    expect(active()).toMatch(/^Step 2 of 6/);
    await press('End');
    await press('ArrowLeft');
    expect(active()).toMatch(/^Step 6 of 6/);
    await press('Enter');
    expect(onselect).toHaveBeenCalledWith('0.6');
  });

  it('starts at the selected step and rings it', async () => {
    const { container } = shown({ selected: '1.2' });
    await fireEvent.focus(tree());
    expect(active()).toMatch(/^Step 2 of 2/);
    expect(container.querySelectorAll('.ls-ring')).toHaveLength(1);
    expect(within(tree()).getAllByRole('treeitem', { selected: true })).toHaveLength(1);
  });

  it('takes a click on a stratum and on a file', async () => {
    const onselect = vi.fn();
    const onopen = vi.fn();
    const { container } = shown({ onselect, onopen });
    await fireEvent.click(container.querySelector('[data-place="step:0.5"] .ls-mono')!);
    await fireEvent.click(container.querySelector('[data-place="file:README.md"] text')!);
    expect(onselect).toHaveBeenCalledWith('0.5');
    expect(onopen).toHaveBeenCalledWith('README.md');
  });

  it('gives an edited file a place of its own at each step that reads it', async () => {
    const reads = [{ kind: 'context' as const, paths: ['a.txt'], mount: false }];
    const stages = Array.from({ length: 50 }, (_, at) => ({ name: `s${at}`, base: 'scratch', steps: [{ text: 'COPY a.txt /', state: 'rebuilt' as const, reads }] }));
    const { container } = shown({ record: recordOf({ predicted: true, stages }), files: filesOf(['a.txt'], ['a.txt']), edited: new Set(['a.txt']), density: 'map' });
    const places = [...container.querySelectorAll('.ls-file')].map((chip) => chip.getAttribute('data-place'));
    expect(places).toHaveLength(50);
    expect(new Set(places).size).toBe(50);
    await fireEvent.click(container.querySelectorAll('.ls-file text')[49]!);
    expect(active()).toContain('a.txt');
    expect(within(tree()).getAllByRole('treeitem').filter((item) => item.id === tree().getAttribute('aria-activedescendant'))).toHaveLength(1);
  });

  it('shows the playhead: hatched before, ink while it runs, solid after', async () => {
    const record = waveStops();
    const { container, rerender } = shown({ time: 0 });
    expect(container.querySelectorAll('.ls-predicted')).toHaveLength(2);
    await rerender({ record, time: 3_000 });
    expect(container.querySelector('.ls-running')?.textContent).toContain('Running');
    expect(container.querySelectorAll('.ls-fill')).toHaveLength(1);
    await rerender({ record, time: undefined });
    expect(container.querySelectorAll('.ls-rebuilt')).toHaveLength(2);
  });

  it('waits at the last build that could be read', () => {
    const { container } = shown({ record: goTwoStages(), waitsAt: 2 });
    expect(container.querySelectorAll('.ls-waiting')).toHaveLength(8);
    expect(container.textContent).toContain('As in build 2');
  });

  it('goes to less and more detail and back', async () => {
    const { container } = shown({ record: monorepo(3, 6) });
    await fireEvent.focus(tree());
    expect(container.querySelectorAll('.ls-mono').length).toBeGreaterThan(0);
    expect(container.querySelector('.ls-lens')).toBeNull();
    await press('-');
    expect(container.querySelector('.ls-lens')).not.toBeNull();
    await press('0');
    expect(container.querySelector('.ls-lens')).toBeNull();
  });

  it('loads its film into the playback and steps it with its keys', async () => {
    const playback = new Playback();
    shown({ playback });
    await fireEvent.focus(tree());
    await press('[');
    expect(playback.film?.marks.map((mark) => mark.at)).toContain(playback.time);
    await press(']');
    expect(playback.time).toBeUndefined();
  });

  it('hides every outcome while the viewer guesses, and takes marks by key and by button', async () => {
    const onmark = vi.fn();
    const guess = { marks: new Map([['0.1', 'hit' as const]]), onmark };
    const { container } = shown({ record: willRebuild(), guess });
    expect(container.querySelectorAll('.ls-predicted, .ls-rebuilt, .ls-cached, .ls-edge.wave, .ls-edge.same, .ls-shield, .ls-plate')).toHaveLength(0);
    expect(container.textContent).not.toMatch(/Will rebuild|6\.8/);
    expect(tree().getAttribute('aria-label')).toContain('1 of 8 steps marked');
    expect(within(tree()).getAllByRole('treeitem').filter((item) => /You say: cached$/.test(item.textContent ?? '') && /^Step/.test(item.textContent ?? ''))).toHaveLength(1);
    await fireEvent.focus(tree());
    await press('m');
    expect(onmark).toHaveBeenLastCalledWith('0.1', 'miss');
    await fireEvent.click(container.querySelector('[data-place="step:0.5"] [data-mark="hit"] rect')!);
    expect(onmark).toHaveBeenLastCalledWith('0.5', 'hit');
  });
});
