import { describe, expect, it } from 'vitest';
import type { TerminalEntry } from '#engine/workspace/execute.ts';
import { printed, spoken } from './output.ts';

const output = [
  { stream: 1, time: 0, text: 'a\n' },
  { stream: 1, time: 10, text: 'b\n' },
  { stream: 2, time: 20, text: 'c\n' },
] as const;

const entry = (part: Partial<TerminalEntry>): TerminalEntry => ({ machine: 'laptop', folder: '', line: 'x', output: [], exitCode: 0, duration: 0, ...part });

describe('the output of a command', () => {
  it('is what was printed by then, a piece for each change of stream', () => {
    expect(printed(output)).toEqual([{ stream: 1, text: 'a\nb\n' }, { stream: 2, text: 'c\n' }]);
    expect(printed(output, 10)).toEqual([{ stream: 1, text: 'a\nb\n' }]);
    expect(printed(output, -1)).toEqual([]);
  });

  it('is read aloud where it is short and counted where it is long', () => {
    expect(spoken(entry({ output }))).toBe('a\nb\nc');
    expect(spoken(entry({}))).toBe('Done, no output.');
    expect(spoken(entry({ exitCode: 2 }))).toBe('Failed with exit code 2.');
    expect(spoken(entry({ output: [{ stream: 1, time: 0, text: '1\n2\n3\n4\n5\n' }], exitCode: 1 }))).toBe('Failed with exit code 1, 5 lines of output.');
  });
});
