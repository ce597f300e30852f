import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { FileEntry } from '#engine/workspace/snapshot.ts';
import { completeJsdom } from '#lib/ui/jsdom.fixture.ts';
import { edited, filesWith } from '#lib/workbench/workbench.fixture.ts';
import FileTree from './FileTree.svelte';

const steps = edited.prediction!.steps.map((step) => step.id);

function show(files: readonly FileEntry[] = filesWith('main.go'), removed: readonly string[] = []) {
  const calls = { onopen: vi.fn(), oncreate: vi.fn(), onrename: vi.fn(), ondelete: vi.fn(), ontouch: vi.fn(), onchmod: vi.fn(), onpoint: vi.fn() };
  render(FileTree, { files, removed, selected: 'main.go', steps, ...calls });
  return calls;
}

beforeAll(async () => {
  completeJsdom();
  await import('#lib/ui/MenuPanel.svelte');
});

const item = (name: RegExp) => screen.getByRole('treeitem', { name });
const focused = () => document.activeElement?.getAttribute('data-path');
const key = (name: string, more: object = {}) => fireEvent.keyDown(document.activeElement!, { key: name, ...more });

describe('the file tree', () => {
  it('says what changed and what an edit would rebuild', () => {
    show();
    expect(item(/main\.go/).textContent).toMatch(/, edited.*rebuilds 3 of 8 steps/s);
    expect(item(/\.dockerignore/).textContent).toMatch(/rebuilds nothing/);
    expect(item(/main\.go/).getAttribute('aria-selected')).toBe('true');
  });

  it('keeps what the ignore file leaves out in a tree of its own, with the rule', () => {
    show();
    const kept = screen.getByRole('tree', { name: 'Kept out by .dockerignore' });
    expect(within(kept).getAllByRole('treeitem').map((row) => row.dataset.path)).toEqual(['.git', 'bin']);
    expect(within(kept).getByRole('treeitem', { name: /bin/ }).title).toBe('.dockerignore, line 2: bin/');
  });

  it('opens a file by click and by Enter, and folds a folder', async () => {
    const { onopen } = show();
    await fireEvent.click(item(/README/));
    expect(onopen).toHaveBeenLastCalledWith('README.md');
    item(/main\.go/).focus();
    await key('Home');
    expect(focused()).toBe('greet');
    await key('Enter');
    expect(screen.queryByRole('treeitem', { name: /greet\.go/ })).toBeNull();
    expect(onopen).toHaveBeenCalledTimes(1);
  });

  it('is walked with arrows, Home, End and by typing a name, with one Tab stop', async () => {
    show();
    expect(screen.getAllByRole('treeitem').filter((row) => row.tabIndex === 0)).toHaveLength(1);
    item(/main\.go/).focus();
    await key('ArrowDown');
    expect(focused()).toBe('README.md');
    await key('Home');
    await key('ArrowRight');
    expect(focused()).toBe('greet/greet.go');
    await key('ArrowLeft');
    expect(focused()).toBe('greet');
    await key('ArrowLeft');
    expect(item(/greet/).getAttribute('aria-expanded')).toBe('false');
    await key('g');
    await key('o');
    expect(focused()).toBe('go.mod');
    await key('End');
    expect(focused()).toBe('bin');
  });

  it('offers its actions in a menu that the keyboard can open, use and leave', async () => {
    const { onchmod, ontouch } = show();
    item(/README/).focus();
    await key('F10', { shiftKey: true });
    const menu = await screen.findByRole('menu');
    await vi.waitFor(() => expect(document.activeElement).toBe(within(menu).getAllByRole('menuitem')[0]));
    await key('Escape');
    expect(screen.queryByRole('menu')).toBeNull();
    await fireEvent.contextMenu(item(/go\.sum/));
    await fireEvent.click(await screen.findByRole('menuitem', { name: /Make executable/ }));
    expect(onchmod).toHaveBeenCalledWith('go.sum', 0o755);
    await fireEvent.contextMenu(item(/go\.sum/));
    await fireEvent.click(await screen.findByRole('menuitem', { name: /Touch/ }));
    expect(ontouch).toHaveBeenCalledWith('go.sum');
  });

  it('renames with F2, and says what is wrong with a name', async () => {
    const { onrename } = show();
    await fireEvent.contextMenu(item(/go\.sum/));
    await fireEvent.click(await screen.findByRole('menuitem', { name: /Rename/ }));
    const field = screen.getByLabelText('Path in the context');
    expect(field).toHaveProperty('value', 'go.sum');
    await fireEvent.input(field, { target: { value: 'main.go' } });
    await fireEvent.submit(field.closest('form')!);
    expect(screen.getByText('There is a main.go already.')).toBeTruthy();
    expect(onrename).not.toHaveBeenCalled();
    await fireEvent.input(field, { target: { value: 'docs/sum "1".txt' } });
    await fireEvent.submit(field.closest('form')!);
    expect(onrename).toHaveBeenCalledWith('go.sum', 'docs/sum "1".txt');
  });

  it('shows names as they are: HTML as text, hidden characters as escapes, each isolated', () => {
    const hostile = ['a b.txt', '"q"', '<img src=x onerror=alert(1)>', `photo${String.fromCharCode(0x202e)}gnp.exe`, 'שלום.txt', 'x'.repeat(255), 'new\nline'];
    show(hostile.map((path) => ({ path, type: 'file', size: 1, mode: 0o644, change: 'none', text: true, rebuilds: [] })));
    expect(document.querySelector('img')).toBeNull();
    const names = [...document.querySelectorAll('[role=treeitem] bdi')].map((name) => name.textContent);
    expect(names).toHaveLength(hostile.length);
    expect(names).toEqual(expect.arrayContaining(['<img src=x onerror=alert(1)>', 'photo\\u202egnp.exe', 'new\\nline', 'שלום.txt', 'x'.repeat(255)]));
  });

  it('shows what was removed, without offering to open it', async () => {
    const { onopen } = show(filesWith(), ['old.txt']);
    await fireEvent.click(item(/old\.txt/));
    expect(item(/old\.txt/).textContent).toMatch(/removed/);
    expect(onopen).not.toHaveBeenCalled();
  });

  it('draws of a long list only what is in sight, and still knows how long it is', async () => {
    show(Array.from({ length: 5000 }, (_, n) => ({ path: `f${n}`, type: 'file', size: 1, mode: 0o644, change: 'none', text: true, rebuilds: [] })));
    const rows = screen.getAllByRole('treeitem');
    expect(rows.length).toBeLessThan(200);
    expect(rows[0]!.getAttribute('aria-setsize')).toBe('5000');
    rows[0]!.focus();
    await key('End');
    await vi.waitFor(() => expect(focused()).toBe('f4999'));
  });

  it('says which file the pointer is on, for its blast radius', async () => {
    const { onpoint } = show();
    await fireEvent.pointerEnter(item(/go\.mod/));
    await fireEvent.pointerLeave(item(/go\.mod/));
    expect(onpoint.mock.calls).toEqual([['go.mod'], [undefined]]);
  });

  it('invites to make a first file where the context is empty', async () => {
    const { oncreate } = show([]);
    await fireEvent.click(screen.getByRole('button', { name: 'New file' }));
    const field = screen.getByLabelText('Path in the context');
    await fireEvent.input(field, { target: { value: 'main.go' } });
    await fireEvent.submit(field.closest('form')!);
    expect(oncreate).toHaveBeenCalledWith('main.go', 'file');
  });
});
