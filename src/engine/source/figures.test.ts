import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOf, formatBytes, formatBytesChange, formatCount, formatDuration, shortDigest } from './figures.ts';

describe('durations', () => {
  it.each([
    [0, '0.0 s'],
    [40, '0.0 s'],
    [96, '0.1 s'],
    [6_812, '6.8 s'],
    [99_949, '99.9 s'],
    [99_950, '1 min 40 s'],
    [102_000, '1 min 42 s'],
    [3_600_000, '60 min 0 s'],
  ])('writes %d ms as %s', (ms, text) => {
    expect(formatDuration(ms, ' ')).toBe(text);
  });

  it('puts a narrow no-break space before the unit in prose', () => {
    expect(formatDuration(6_800)).toBe('6.8\u202fs');
  });
});

describe('bytes', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1_000, '1.0 kB'],
    [24_310, '24.3 kB'],
    [999_949, '999.9 kB'],
    [999_950, '1.0 MB'],
    [75_200_000, '75.2 MB'],
    [5_000_000_000_000_000, '5000.0 TB'],
  ])('writes %d as %s', (bytes, text) => {
    expect(formatBytes(bytes, ' ')).toBe(text);
  });

  it('writes two decimals where they are asked for', () => {
    expect(formatBytes(3_421_000, ' ', 2)).toBe('3.42 MB');
  });

  it('never shows four digits before the point below the last unit', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 31 - 1 }), (bytes) => {
        expect(formatBytes(bytes, ' ')).toMatch(/^\d{1,3}(\.\d)? (B|kB|MB|GB)$/);
      }),
      { seed: 1 },
    );
  });

  it('signs a difference, with the real minus', () => {
    expect(formatBytesChange(8, ' ')).toBe('+8 B');
    expect(formatBytesChange(-1_200, ' ')).toBe('−1.2 kB');
  });
});

describe('digests and counts', () => {
  it('shortens a digest to twelve digits without the algorithm', () => {
    expect(shortDigest('sha256:8de8be116831aa00')).toBe('8de8be116831');
    expect(shortDigest('8de8be116831aa00')).toBe('8de8be116831');
  });

  it('groups thousands and agrees in number', () => {
    expect(formatCount(1_312)).toBe('1,312');
    expect(formatCount(1_000_000)).toBe('1,000,000');
    expect(countOf(1, 'step')).toBe('1 step');
    expect(countOf(0, 'step')).toBe('0 steps');
    expect(countOf(2, 'entry', 'entries')).toBe('2 entries');
  });
});
