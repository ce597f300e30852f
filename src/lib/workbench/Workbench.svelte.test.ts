import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Diagnostic } from '#engine/source/diagnostic.ts';
import type { Snapshot } from '#engine/workspace/snapshot.ts';
import { completeJsdom } from '#lib/ui/jsdom.fixture.ts';
import { edited, explanation, filesWith, logText, mainStates, recordWith } from './workbench.fixture.ts';
import Workbench from './Workbench.svelte';

beforeAll(completeJsdom);

const box = (name: string) => createRawSnippet(() => ({ render: () => `<div data-testid="${name}"></div>` }));
const editor = createRawSnippet<[string]>((path) => ({ render: () => `<div data-testid="editor" data-path="${path()}"></div>` }));

const error: Diagnostic = { code: 'instruction', severity: 'error', message: 'unknown instruction: COPPY', range: { from: 0, to: 5 }, lines: [{ first: 6, last: 6 }] };

function show(snapshot: Snapshot = edited, more: object = {}) {
  const calls = Object.fromEntries(['onbuild', 'onundo', 'onredo', 'onlook', 'onselect', 'onopen', 'oncreate', 'onrename', 'ondelete', 'ontouch', 'onchmod', 'onjump'].map((name) => [name, vi.fn()])) as Record<string, ReturnType<typeof vi.fn>>;
  render(Workbench, { snapshot, shown: 'next', record: snapshot.prediction, explanation, selected: '0.5', open: 'main.go', log: logText, editor, graph: box('graph'), ...calls, ...more } as never);
  return calls;
}

describe('the workbench', () => {
  it('shows files, both editors, graph, Why and log, each under its name', () => {
    show();
    for (const name of ['Files', 'Editor', 'Graph', 'Why', 'Log and problems']) expect(screen.getByRole('region', { name })).toBeTruthy();
    expect(screen.getAllByTestId('editor').map((one) => one.dataset.path)).toEqual(['Dockerfile', 'main.go']);
    expect(within(screen.getByRole('region', { name: 'Graph' })).getByTestId('graph')).toBeTruthy();
  });

  it('says before the build what it will do', () => {
    show();
    expect(within(screen.getByRole('banner')).getByText('3 of 8 will rebuild')).toBeTruthy();
  });

  it('builds by button and by Ctrl Enter, also from the editor', async () => {
    const { onbuild } = show();
    await fireEvent.click(screen.getByRole('button', { name: 'Build' }));
    await fireEvent.keyDown(screen.getAllByTestId('editor')[0]!, { key: 'Enter', ctrlKey: true });
    expect(onbuild).toHaveBeenCalledTimes(2);
  });

  it('leaves a view of the whole width its room, until a panel is asked for', async () => {
    show(edited, { views: [{ id: 'layers', label: 'layers.tab', wide: true }], extra: box('layers') });
    const dock = within(screen.getByRole('region', { name: 'Log and problems' }));
    const folded = () => screen.getByRole('main').classList.contains('folded');
    expect(folded()).toBe(false);
    await fireEvent.click(screen.getByRole('tab', { name: 'Layers' }));
    expect(folded()).toBe(true);
    await fireEvent.click(dock.getByRole('tab', { name: 'Log' }));
    expect(folded()).toBe(false);
    await fireEvent.click(dock.getByRole('button', { name: /^Fold/ }));
    expect(folded()).toBe(true);
  });

  it('waits while a build is under way', async () => {
    const { onbuild } = show(edited, { building: true });
    await fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true });
    expect(onbuild).not.toHaveBeenCalled();
    expect(screen.getByRole('button', { name: 'Building' })).toHaveProperty('disabled', true);
  });

  it('keeps a build in mind that is asked for before the engine is there', async () => {
    const onbuild = vi.fn();
    const { rerender } = render(Workbench, { snapshot: edited, shown: 'next', record: edited.prediction, log: '', editor, graph: box('graph'), ready: false, onbuild } as never);
    await fireEvent.click(screen.getByRole('button', { name: 'Build' }));
    expect(onbuild).not.toHaveBeenCalled();
    await rerender({ ready: true } as never);
    expect(onbuild).toHaveBeenCalledOnce();
  });

  it('undoes and redoes with the usual keys, but leaves those of a field to the field', async () => {
    const { onundo, onredo } = show();
    await fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    await fireEvent.keyDown(document.body, { key: 'Z', ctrlKey: true, shiftKey: true });
    const field = document.body.appendChild(document.createElement('input'));
    await fireEvent.keyDown(field, { key: 'z', ctrlKey: true });
    field.remove();
    expect([onundo!.mock.calls.length, onredo!.mock.calls.length]).toEqual([1, 1]);
  });

  it('says so where the Dockerfile cannot be read, keeps the last graph, and does not build', async () => {
    const { prediction: _, ...rest } = edited;
    const { onbuild, onjump } = show({ ...rest, files: filesWith('Dockerfile'), diagnostics: [error] }, { lastGood: recordWith(2, mainStates) });
    expect(within(screen.getByRole('banner')).getByText('Line 6 cannot be read')).toBeTruthy();
    expect(screen.getByText('The graph waits at the last version that could be read. Nothing is lost.')).toBeTruthy();
    expect(screen.getByTestId('graph')).toBeTruthy();
    await fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true });
    expect(onbuild).not.toHaveBeenCalled();
    await fireEvent.click(screen.getByRole('tab', { name: /Problems\s*1/ }));
    await fireEvent.click(screen.getByRole('button', { name: /unknown instruction/ }));
    expect(onjump).toHaveBeenCalledWith(error);
  });

  it('says what will be there where nothing was written yet', () => {
    const { prediction: _, ...rest } = edited;
    show({ ...rest, files: [], builds: [] }, { open: undefined });
    expect(screen.getByText(/Steps appear here as you write them/)).toBeTruthy();
    expect(screen.queryByTestId('graph')).toBeNull();
    expect(within(screen.getByRole('banner')).getByText('Nothing to build yet')).toBeTruthy();
  });

  it('closes Why, and opens it again when a step is chosen', async () => {
    show();
    await fireEvent.click(screen.getByRole('button', { name: 'Close Why' }));
    expect(screen.queryByRole('region', { name: 'Why' })).toBeNull();
    await fireEvent.click(within(screen.getByRole('region', { name: 'Graph' })).getByRole('button', { name: 'Why' }));
    expect(screen.getByRole('region', { name: 'Why' })).toBeTruthy();
  });

  it('says one sentence for an edit or a build in a live region', () => {
    show(edited, { announcement: '3 of 8 steps will rebuild, about 7.8 s.' });
    expect(screen.getAllByRole('status').map((one) => one.textContent.trim())).toContain('3 of 8 steps will rebuild, about 7.8 s.');
  });

  it('walks through the steps from the foot of a phone', async () => {
    const { onselect } = show();
    await fireEvent.click(screen.getByRole('button', { name: 'Later step' }));
    await fireEvent.click(screen.getByRole('button', { name: 'Earlier step' }));
    expect(onselect!.mock.calls).toEqual([['0.6'], ['0.4']]);
  });

  it('goes from a file to its text and back on a phone', async () => {
    show();
    const views = screen.getByRole('navigation', { name: 'Views' });
    await fireEvent.click(within(views).getByRole('button', { name: 'Files' }));
    await fireEvent.click(screen.getByRole('treeitem', { name: /README/ }));
    const page = document.querySelector<HTMLElement>('.workbench')!;
    expect(page.dataset.phone).toBe('file');
    await fireEvent.click(screen.getByRole('button', { name: 'Back to the files' }));
    expect(page.dataset.phone).toBe('files');
  });
});
