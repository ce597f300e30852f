import { describe, expect, it } from 'vitest';
import { formatTime } from './time-format.ts';

describe('a date as text', () => {
  it.each([
    [2026, 9, 1, '2026-36'],
    [2026, 9, 6, '2026-36'],
    [2026, 9, 7, '2026-37'],
    [2024, 12, 30, '2025-01'],
    [2021, 1, 3, '2020-53'],
  ])('has the week of %i-%i-%i that ISO 8601 counts', (year, month, day, week) => {
    expect(formatTime('%G-%V', Date.UTC(year, month - 1, day, 12))).toBe(week);
  });

  it('keeps what it does not know', () => {
    expect(formatTime('%Q', 0)).toBe('%Q');
  });
});
