import { describe, expect, it } from 'vitest';
import type { Action } from '#engine/workspace/action.ts';
import { emptyLog, record, undo, type Log } from '#engine/workspace/log.ts';
import { lastWords, withLastWords } from './last-words.ts';

const write = (path: string, text: string): Action => ({ type: 'write', path, text });
const log = (...actions: Action[]): Log => actions.reduce(record, emptyLog('go'));
const saved = (...actions: Action[]) => ({ version: 2, log: log(...actions) });

describe('the last words of a page', () => {
  it('are none where everything is stored', () => {
    const kept = log(write('a', '1'), { type: 'build' });
    expect(lastWords(kept, kept, [])).toBeUndefined();
  });

  it('bring back what was typed and had not reached the log', () => {
    const kept = log(write('a', '1'), { type: 'build' });
    const words = lastWords(kept, kept, [write('b', 'typed')]);
    expect(withLastWords(saved(write('a', '1'), { type: 'build' }), words, 'go')).toEqual(saved(write('a', '1'), { type: 'build' }, write('b', 'typed')));
  });

  it('go on with the text that was stored half-typed, whether or not a later write still arrived', () => {
    const kept = log(write('a', 'hel'));
    const words = lastWords(kept, kept, [write('a', 'hello')]);
    expect(withLastWords(saved(write('a', 'hel')), words, 'go')).toEqual(saved(write('a', 'hello')));
    expect(withLastWords(saved(write('a', 'hell'), { type: 'build' }), words, 'go')).toEqual(saved(write('a', 'hello')));
  });

  it('stand alone where nothing was stored yet', () => {
    expect(withLastWords(undefined, lastWords(log(), undefined, [write('a', 'first')]), 'go')).toEqual(saved(write('a', 'first')));
  });

  it('bring back where the reader had gone to, and the branches that were left', () => {
    const built = log(write('a', '1'), { type: 'build' });
    const left = record(undo(built), write('b', 'other'));
    expect(withLastWords({ version: 2, log: built }, lastWords(left, built, []), 'go')).toEqual({ version: 2, log: left });
    expect(withLastWords({ version: 2, log: built }, lastWords(undo(built), built, []), 'go')).toEqual({ version: 2, log: undo(built) });
  });

  it('follow a log that an earlier version stored', () => {
    const words = lastWords(log(write('a', '1'), { type: 'build' }), log(write('a', '1')), []);
    expect(withLastWords({ version: 1, log: { scenario: 'go', actions: [write('a', '1')], undone: [] } }, words, 'go')).toEqual(saved(write('a', '1'), { type: 'build' }));
  });

  it('are left out where they do not fit or are no words at all', () => {
    const kept = saved(write('a', '1'));
    for (const words of [undefined, null, 'x', { after: 7, nodes: [], at: 0, tip: 0 }, { after: 0.5, nodes: [], at: 0, tip: 0 }, { after: 0 }]) expect(withLastWords(kept, words, 'go')).toBe(kept);
  });
});
