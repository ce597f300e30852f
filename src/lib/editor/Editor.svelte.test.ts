import { undo, undoDepth } from '@codemirror/commands';
import { EditorView } from '@codemirror/view';
import { render, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import type { Diagnostic } from '#engine/source/diagnostic.ts';
import Editor from './Editor.svelte';
import { EditorHost } from './host.ts';
import { gutterMarks } from './gutter-marks.ts';
import { mainRecord } from './record.fixture.ts';

// jsdom has no layout; the editor asks for rectangles and is content with none.
Range.prototype.getClientRects ??= () => [] as unknown as DOMRectList;

// Looking for roles reads every style of the editor's theme, which jsdom is slow at.
vi.setConfig({ testTimeout: 60_000 });

const { text } = mainRecord.dockerfile;
const viewOf = (box: HTMLElement) => EditorView.findFromDOM(box)!;
const type = (view: EditorView, insert: string, at = 0) => view.dispatch({ changes: { from: at, insert }, selection: { anchor: at + insert.length }, userEvent: 'input.type' });

describe('the editor', () => {
  it('has a name, and says how to leave it with the keyboard', () => {
    render(Editor, { text, path: 'Dockerfile' });
    const box = screen.getByRole('textbox', { name: 'Dockerfile, text' });
    expect(document.getElementById(box.getAttribute('aria-describedby')!)?.textContent).toContain('press Escape, then Tab');
    expect(box.getAttribute('aria-multiline')).toBe('true');
  });

  it('tells what is typed, and takes its own words back without a change', async () => {
    const onchange = vi.fn();
    const { rerender } = render(Editor, { text: 'FROM a', path: 'Dockerfile', onchange });
    const view = viewOf(screen.getByRole('textbox'));
    type(view, 'x');
    type(view, 'y', 1);
    expect(onchange.mock.calls).toEqual([['xFROM a', 'Dockerfile'], ['xyFROM a', 'Dockerfile']]);
    await rerender({ text: 'xFROM a' });
    expect(view.state.doc.toString()).toBe('xyFROM a');
    await rerender({ text: 'xyFROM a' });
    expect(view.state.doc.toString()).toBe('xyFROM a');
  });

  it('takes over what changed outside, keeps the cursor at its word and tells nobody', async () => {
    const onchange = vi.fn();
    const { rerender } = render(Editor, { text: 'FROM a\nRUN b', path: 'Dockerfile', onchange });
    const view = viewOf(screen.getByRole('textbox'));
    view.dispatch({ selection: { anchor: 11 } });
    await rerender({ text: 'FROM alpine\nRUN b' });
    expect(view.state.sliceDoc(view.state.selection.main.head)).toBe('b');
    expect(onchange).not.toHaveBeenCalled();
    expect(undoDepth(view.state)).toBe(0);
  });

  it('keeps Windows line ends, and lone returns, as they are', async () => {
    const onchange = vi.fn();
    const { rerender } = render(Editor, { text: 'FROM a\r\nRUN b\r\n', path: 'Dockerfile', onchange, selection: { from: 8, to: 11 } });
    const view = viewOf(screen.getByRole('textbox'));
    expect(view.state.doc.lines).toBe(3);
    expect(view.state.sliceDoc(view.state.selection.main.from, view.state.selection.main.to)).toBe('RUN');
    type(view, 'x\n');
    expect(onchange).toHaveBeenLastCalledWith('x\r\nFROM a\r\nRUN b\r\n', 'Dockerfile');
    await rerender({ text: 'a\r\nb\rc\n', path: 'mixed' });
    type(viewOf(screen.getByRole('textbox')), 'x');
    expect(onchange).toHaveBeenLastCalledWith('xa\r\nb\rc\n', 'mixed');
  });

  it('keeps undo, cursor and text of each path apart', async () => {
    const { rerender } = render(Editor, { text: 'one', path: 'a' });
    const view = viewOf(screen.getByRole('textbox'));
    type(view, '1');
    await rerender({ text: 'two', path: 'b' });
    expect(view.state.doc.toString()).toBe('two');
    expect(undo(view)).toBe(false);
    await rerender({ text: '1one', path: 'a' });
    expect(view.state.selection.main.head).toBe(1);
    expect(undo(view)).toBe(true);
    expect(view.state.doc.toString()).toBe('one');
  });

  it('jumps to a range once, also when its file is left and shown again', async () => {
    const { rerender } = render(Editor, { text: 'one two', path: 'a' });
    const view = viewOf(screen.getByRole('textbox'));
    const selection = { from: 4, to: 7 };
    await rerender({ selection });
    expect(view.state.sliceDoc(view.state.selection.main.from, view.state.selection.main.to)).toBe('two');
    view.dispatch({ selection: { anchor: 1 } });
    await rerender({ path: 'b', text: 'x', selection: undefined });
    await rerender({ path: 'a', text: 'one two', selection });
    expect(view.state.selection.main.head).toBe(1);
    await rerender({ selection: { ...selection } });
    expect(view.state.selection.main.head).toBe(7);
  });

  it('draws a strip for every line of an instruction and words that can be read out', () => {
    const { container } = render(Editor, { text, path: 'Dockerfile', gutter: gutterMarks(mainRecord, text) });
    expect(container.querySelectorAll('.cm-core-will-rebuild')).toHaveLength(4);
    expect(container.querySelectorAll('.cm-core-cached')).toHaveLength(5);
    expect(container.querySelectorAll('.cm-core-config')).toHaveLength(2);
    const spoken = [...container.querySelectorAll('.cm-line .cm-spoken')].map((element) => element.textContent.replaceAll('\u202f', ' '));
    expect(spoken[5]).toBe(' (will rebuild, 6.8 s, modelled)');
  });

  it('says below a line that cannot be read what is wrong, and mends it', async () => {
    const wrong = text.replace('COPY . .', 'COPPY . .');
    const from = wrong.indexOf('COPPY');
    const error: Diagnostic = { code: 'instruction', severity: 'error', message: 'dockerfile parse error on line 6: unknown instruction: COPPY (did you mean COPY?)', range: { from, to: from + 9 }, lines: [{ first: 6, last: 6 }] };
    const onchange = vi.fn();
    const { container } = render(Editor, { text: wrong, path: 'Dockerfile', diagnostics: [error], onchange });
    expect(container.querySelector('.cm-error-box')?.textContent).toContain('Docker does not know the instruction COPPY. Did you mean COPY?');
    expect(container.querySelector('.cm-lintRange-error')?.textContent).toBe('COPPY');
    screen.getByRole('button', { name: 'Change to COPY' }).click();
    expect(onchange).toHaveBeenCalledWith(text, 'Dockerfile');
  });

  it('has no box for an empty text, and none for the findings of another file', async () => {
    const error: Diagnostic = { code: 'parse', severity: 'error', message: 'file with no instructions', range: { from: 0, to: 0 }, lines: [{ first: 0, last: 0 }] };
    const { container, rerender } = render(Editor, { text: '', path: 'Dockerfile', diagnostics: [error] });
    expect(container.querySelector('.cm-error-box')).toBeNull();
    await rerender({ text: 'x', path: 'main.go', diagnostics: [error] });
    expect(container.querySelector('.cm-error-box')).toBeNull();
    await rerender({ text: '# nothing', path: 'Dockerfile', diagnostics: [error] });
    expect(container.querySelector('.cm-error-box')).not.toBeNull();
  });

  it('shows what was edited since the last build, the old lines read as deleted', async () => {
    const { container, rerender } = render(Editor, { text: 'a\nlog("greeter listening")\nc', path: 'main.go', base: 'a\nlog("listening")\nc' });
    expect(container.querySelector('del')?.textContent).toBe('log("listening")');
    expect(container.querySelector('.cm-new-line')?.textContent).toBe('log("greeter listening")');
    expect(container.querySelector('.cm-new-words')?.textContent).toBe('greeter ');
    await rerender({ base: undefined });
    expect(container.querySelector('del')).toBeNull();
  });

  it('shows a large text plain, says so, and tells changes after a pause', () => {
    vi.useFakeTimers();
    const onchange = vi.fn();
    const { container } = render(Editor, { text: 'FROM a\n', path: 'Dockerfile', onchange });
    const view = viewOf(screen.getByRole('textbox'));
    type(view, 'RUN b\n'.repeat(60_000), 7);
    expect(screen.getByRole('status').textContent).toContain('Colours and checks are off');
    expect(container.querySelector('.cm-line span')).toBeNull();
    expect(onchange).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1000);
    expect(onchange).toHaveBeenCalledOnce();
    vi.useRealTimers();
  });

  it('keeps what it has not told yet when the page gives the old text again', () => {
    const parent = document.createElement('div');
    const nothing = () => {};
    const host = new EditorHost(parent, { describedBy: '', known: { images: () => [], paths: () => [], variables: () => [] }, onchange: nothing, onstep: nothing, online: nothing });
    const large = 'a line\n'.repeat(60_000);
    host.show('notes.txt', large);
    const view = EditorView.findFromDOM(parent)!;
    type(view, 'new ');
    host.show('notes.txt', large);
    expect(view.state.doc.sliceString(0, 10)).toBe('new a line');
    host.show('notes.txt', 'another text');
    expect(view.state.doc.toString()).toBe('another text');
    host.destroy();
  });

  it('refuses changes when it is only to be read', () => {
    render(Editor, { text, path: 'Dockerfile', readonly: true });
    const box = screen.getByRole('textbox');
    expect(viewOf(box).state.readOnly).toBe(true);
    expect(box.getAttribute('aria-readonly')).toBe('true');
  });
});
