import { describe, expect, it } from 'vitest';
import { actionsOf, redo } from '#engine/workspace/log.ts';
import { inFormOfToday } from './older-saves.ts';
import { readSaved } from './saved.ts';

/** As version 1 wrote it: two things done, two undone, the one that redo does first last. */
const golden = JSON.parse(
  '{"version":1,"log":{"scenario":"go-two-stages","actions":[{"type":"write","path":"main.go","text":"package main\\n"},{"type":"build"}],"undone":[{"type":"command","line":"docker images"},{"type":"machine","name":"ci"}]},"open":"main.go"}',
) as unknown;

describe('work that version 1 saved', () => {
  it('is read as a line whose end redo leads to', () => {
    const read = readSaved(golden);
    if (!read.ok) throw new Error(read.problem);
    const { log, open } = read.saved;
    expect(open).toBe('main.go');
    expect(actionsOf(log)).toEqual([{ type: 'write', path: 'main.go', text: 'package main\n' }, { type: 'build' }]);
    expect(actionsOf(redo(log)).at(-1)).toEqual({ type: 'machine', name: 'ci' });
    expect(actionsOf(redo(redo(log))).at(-1)).toEqual({ type: 'command', line: 'docker images' });
    expect(log.nodes.map(({ parent }) => parent)).toEqual([-1, 0, 1, 2]);
  });

  it('of which nothing was done is at its beginning', () => {
    const read = readSaved({ version: 1, log: { scenario: 'x', actions: [], undone: [] } });
    expect(read).toEqual({ ok: true, saved: { version: 2, log: { scenario: 'x', nodes: [], at: -1, tip: -1 } } });
  });

  it.each([undefined, null, 1, 'x', { version: 1 }, { version: 1, log: 3 }, { version: 1, log: { actions: [] } }, { version: 2, log: { nodes: [] } }])('is not seen in %j', (value) => {
    expect(inFormOfToday(value)).toBe(value);
  });
});
