import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { beginNow, begunAt } from './begun.ts';

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers({ now: 5000 });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('is known after a reload, by exercise', () => {
  expect(beginNow('go/a')).toBe(5000);
  vi.setSystemTime(9000);
  expect([begunAt('go/a'), begunAt('go/b')]).toEqual([5000, undefined]);
});

it('is unknown where what is kept cannot be, and where the browser keeps nothing', () => {
  for (const broken of ['', 'soon', '-1', '9999999']) {
    localStorage.setItem('layerscope:begun/go/a', broken);
    expect(begunAt('go/a')).toBeUndefined();
  }
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  expect(beginNow('go/c')).toBe(5000);
  expect(begunAt('go/c')).toBeUndefined();
});
