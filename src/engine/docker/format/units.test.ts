import { describe, expect, it } from 'vitest';
import { bytesSize, ellipsis, goTime, humanDuration, humanSize, rfc3339 } from './units.ts';

describe('sizes and times in words', () => {
  it('have as many digits as go-units gives them', () => {
    expect([0, 999, 1000, 12_288, 24_576, 2_162_688, 825_000_000, 3_324_900].map((bytes) => humanSize(bytes, 3))).toEqual(['0B', '999B', '1kB', '12.3kB', '24.6kB', '2.16MB', '825MB', '3.32MB']);
    expect([3_402_000, 2436].map((bytes) => humanSize(bytes))).toEqual(['3.402MB', '2.436kB']);
    expect(humanSize(999_960, 3)).toBe('1e+03kB');
    expect(bytesSize(3.346 * 2 ** 30)).toBe('3.346GiB');
  });

  it('become coarser with their length', () => {
    const minute = 60_000;
    const day = 1440 * minute;
    expect([999, 1_000, 59_999, minute, 119_000, 59 * minute, 60 * minute, 90 * minute, 47 * 60 * minute, 2 * day, 13 * day, 14 * day, 59 * day, 61 * day, 800 * day].map(humanDuration)).toEqual([
      'Less than a second', '1 second', '59 seconds', 'About a minute', 'About a minute', '59 minutes', 'About an hour', '2 hours', '47 hours', '2 days', '13 days', '2 weeks', '8 weeks', '2 months', '2 years',
    ]);
  });

  it('are written as Go writes times', () => {
    expect(goTime(Date.UTC(2026, 10, 23, 10, 45, 10, 240))).toBe('2026-11-23 10:45:10.24 +0000 UTC');
    expect(rfc3339(Date.UTC(2026, 10, 23, 10, 45, 10, 240))).toBe('2026-11-23T10:45:10.24Z');
    expect(rfc3339(0)).toBe('1970-01-01T00:00:00Z');
  });

  it('are cut with one character that says so', () => {
    expect(ellipsis('abcdef', 4)).toBe('abc…');
    expect(ellipsis('abcd', 4)).toBe('abcd');
  });
});
