import { describe, expect, it } from 'vitest';
import { epochTime } from './epoch-time.ts';

describe('a source date epoch', () => {
  it('is written to the second', () => {
    expect(epochTime(1700000000)).toBe('2023-11-14T22:13:20Z');
    expect(epochTime(0)).toBe('1970-01-01T00:00:00Z');
    expect(epochTime(-1)).toBe('1969-12-31T23:59:59Z');
  });

  it('stays within the years that can be written, whatever number it is', () => {
    expect(epochTime(1e300)).toBe('9999-12-31T23:59:59Z');
    expect(epochTime(-Infinity)).toBe('0000-01-01T00:00:00Z');
    expect(epochTime(NaN)).toBe('1970-01-01T00:00:00Z');
  });
});
