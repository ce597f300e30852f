import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import type { TerminalEntry } from '#engine/workspace/execute.ts';
import Terminal from './Terminal.svelte';

const entry = (line: string, text: string, part: Partial<TerminalEntry> = {}): TerminalEntry => ({
  machine: 'laptop',
  folder: '',
  line,
  output: text === '' ? [] : [{ stream: 1, time: 0, text }],
  exitCode: 0,
  duration: 0,
  ...part,
});

function open(props: Partial<Parameters<typeof render<typeof Terminal>>[1]> = {}) {
  const onrun = vi.fn();
  const oninterrupt = vi.fn();
  const complete = vi.fn(() => Promise.resolve({ from: 0, to: 0, candidates: [] as string[] }));
  render(Terminal, { entries: [], machine: 'laptop', folder: '', ready: true, complete, onrun, oninterrupt, ...props });
  return { onrun, oninterrupt, complete, field: screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Command/ }) };
}

async function type(field: HTMLTextAreaElement, text: string) {
  await fireEvent.input(field, { target: { value: text } });
  field.setSelectionRange(text.length, text.length);
}

describe('the terminal', () => {
  it('runs a line with Enter and is empty then', async () => {
    const { field, onrun } = open();
    await type(field, 'docker images');
    await fireEvent.keyDown(field, { key: 'Enter' });
    expect(onrun.mock.calls).toEqual([['docker images']]);
    expect(field.value).toBe('');
  });

  it('runs pasted lines one after the other, and joins those that end in a backslash', async () => {
    const { field, onrun } = open();
    await type(field, 'ls\ndocker build \\\n  -t app .\n');
    await fireEvent.keyDown(field, { key: 'Enter' });
    expect(onrun.mock.calls).toEqual([['ls'], ['docker build -t app .']]);
  });

  it('recalls earlier lines with the arrows', async () => {
    const { field } = open({ entries: [entry('ls', 'a\n'), entry('pwd', '/\n')] });
    await fireEvent.keyDown(field, { key: 'ArrowUp' });
    await waitFor(() => expect(field.value).toBe('pwd'));
    await fireEvent.keyDown(field, { key: 'ArrowUp' });
    await waitFor(() => expect(field.value).toBe('ls'));
    await fireEvent.keyDown(field, { key: 'ArrowDown' });
    await fireEvent.keyDown(field, { key: 'ArrowDown' });
    await waitFor(() => expect(field.value).toBe(''));
  });

  it('completes with Tab, and shows the candidates where there are several', async () => {
    const { field, complete } = open();
    complete.mockResolvedValueOnce({ from: 7, to: 12, candidates: ['image', 'images'] });
    await type(field, 'docker image');
    await fireEvent.keyDown(field, { key: 'Tab' });
    expect(await screen.findByText('images')).toBeTruthy();
    complete.mockResolvedValueOnce({ from: 7, to: 9, candidates: ['build'] });
    await type(field, 'docker bu');
    await fireEvent.keyDown(field, { key: 'Tab' });
    await waitFor(() => expect(field.value).toBe('docker build '));
  });

  it('lets Tab leave when nothing was typed, and after Escape', async () => {
    const { field, complete } = open();
    expect(await fireEvent.keyDown(field, { key: 'Tab' })).toBe(true);
    await type(field, 'docker');
    await fireEvent.keyDown(field, { key: 'Escape' });
    expect(await fireEvent.keyDown(field, { key: 'Tab' })).toBe(true);
    expect(complete).not.toHaveBeenCalled();
  });

  it('shows what plays as far as it has played, takes no other line, and stops with Ctrl C or its button', async () => {
    const output = [{ stream: 1, time: 0, text: 'begun\n' }, { stream: 1, time: 500, text: 'ended\n' }] as const;
    const { field, oninterrupt, onrun } = open({ entries: [entry('docker push app', '', { output })], time: 100 });
    const log = screen.getByRole('log');
    expect(log.textContent).toContain('begun');
    expect(log.textContent).not.toContain('ended');
    await fireEvent.keyDown(field, { key: 'Enter' });
    expect(onrun).not.toHaveBeenCalled();
    await fireEvent.keyDown(field, { key: 'c', ctrlKey: true });
    await fireEvent.click(screen.getByRole('button', { name: /^Stop/ }));
    expect(oninterrupt).toHaveBeenCalledTimes(2);
  });

  it('clears the screen and keeps what was typed for the arrows', async () => {
    const { field, onrun } = open({ entries: [entry('ls', 'a-file\n')] });
    await type(field, 'clear');
    await fireEvent.keyDown(field, { key: 'Enter' });
    expect(onrun).not.toHaveBeenCalled();
    await waitFor(() => expect(screen.getByRole('log').textContent).not.toContain('a-file'));
    await fireEvent.keyDown(field, { key: 'ArrowUp' });
    await waitFor(() => expect(field.value).toBe('ls'));
  });

  it('finds text and counts its places', async () => {
    open({ entries: [entry('ls', 'main.go\ngo.mod\n')] });
    await fireEvent.click(screen.getByRole('button', { name: 'Find in the terminal' }));
    await fireEvent.input(screen.getByRole('textbox', { name: 'Find in the terminal' }), { target: { value: 'go' } });
    expect(screen.getByText('1 of 2')).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Next place' }));
    expect(screen.getByText('2 of 2')).toBeTruthy();
  });

  it('shows output as text: markup and escape sequences do nothing', () => {
    open({ entries: [entry('cat x', '<b>x</b> \u001b[31mred\n')] });
    const log = screen.getByRole('log');
    expect(log.querySelector('b')).toBeNull();
    expect(log.textContent).toContain('<b>x</b> \\e[31mred');
  });

  it('says what a command printed, whole where it is short', () => {
    open({ entries: [entry('pwd', '/home/me/app\n')] });
    expect(screen.getAllByRole('status').some((node) => node.textContent === '/home/me/app')).toBe(true);
  });

  it('offers lines to try while nothing was typed', async () => {
    const { onrun } = open({ offers: ['docker images'] });
    await fireEvent.click(screen.getByRole('button', { name: 'docker images' }));
    expect(onrun).toHaveBeenCalledWith('docker images');
  });
});
