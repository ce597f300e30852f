import { describe, expect, it } from 'vitest';
import { placesOf } from './find.ts';

describe('finding text in the terminal', () => {
  it('gives every place in reading order, whatever the case', () => {
    expect(placesOf(['Cached, cached', 'none', 'CACHED'], 'cached')).toEqual([
      { text: 0, from: 0, to: 6 },
      { text: 0, from: 8, to: 14 },
      { text: 2, from: 0, to: 6 },
    ]);
  });

  it('finds nothing for nothing, and places that do not overlap', () => {
    expect(placesOf(['aaa'], '')).toEqual([]);
    expect(placesOf(['aaaa'], 'aa')).toEqual([{ text: 0, from: 0, to: 2 }, { text: 0, from: 2, to: 4 }]);
  });

  it('stays within the text where lower case is longer than upper', () => {
    expect(placesOf(['İİİ x'], 'x')).toEqual([{ text: 0, from: 4, to: 5 }]);
  });
});
