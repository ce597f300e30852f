import { describe, expect, it } from 'vitest';
import type { Action } from '#engine/workspace/action.ts';
import type { Log } from '#engine/workspace/log.ts';
import { lastWords, withLastWords } from './last-words.ts';

const write = (path: string, text: string): Action => ({ type: 'write', path, text });
const log = (...actions: Action[]): Log => ({ scenario: 'go', actions, undone: [] });
const saved = (...actions: Action[]) => ({ version: 1, log: log(...actions) });

describe('the last words of a page', () => {
  it('are none where everything is stored', () => {
    expect(lastWords(log(write('a', '1'), { type: 'build' }), 2, [])).toBeUndefined();
  });

  it('bring back what was typed and had not reached the log', () => {
    const words = lastWords(log(write('a', '1'), { type: 'build' }), 2, [write('b', 'typed')]);
    expect(withLastWords(saved(write('a', '1'), { type: 'build' }), words, 'go')).toEqual(saved(write('a', '1'), { type: 'build' }, write('b', 'typed')));
  });

  it('go on with the text that was stored half-typed, whether or not a later write still arrived', () => {
    const words = lastWords(log(write('a', 'hel')), 1, [write('a', 'hello')]);
    expect(withLastWords(saved(write('a', 'hel')), words, 'go')).toEqual(saved(write('a', 'hello')));
    expect(withLastWords(saved(write('a', 'hell'), { type: 'build' }), words, 'go')).toEqual(saved(write('a', 'hello')));
  });

  it('stand alone where nothing was stored yet', () => {
    expect(withLastWords(undefined, lastWords(log(), 0, [write('a', 'first')]), 'go')).toEqual(saved(write('a', 'first')));
  });

  it('are left out where they do not fit or are no words at all', () => {
    const kept = saved(write('a', '1'));
    for (const words of [undefined, null, 'x', { after: 7, actions: [] }, { after: 0.5, actions: [] }, { after: 0 }]) expect(withLastWords(kept, words, 'go')).toBe(kept);
  });
});
