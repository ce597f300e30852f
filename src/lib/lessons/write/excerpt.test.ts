import { describe, expect, it } from 'vitest';
import { excerpt } from './excerpt.ts';

describe('the lines around a problem', () => {
  it('are its own and its neighbours', () => {
    expect(excerpt('a\r\nb\nc\nd', { line: 2 })).toEqual([{ number: 1, text: 'a', here: false }, { number: 2, text: 'b', here: true }, { number: 3, text: 'c', here: false }]);
    expect(excerpt('a\nb', { line: 1 }).map(({ number }) => number)).toEqual([1, 2]);
  });

  it('are none of a file that is not there, and cut where they are long', () => {
    expect(excerpt(undefined, { line: 1 })).toEqual([]);
    expect(excerpt('x'.repeat(5000), { line: 1 })[0]?.text.length).toBe(161);
  });
});
