import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Clock, pass } from './clock.ts';

describe('the virtual clock', () => {
  it('does things by the time they are due, and by the order of setting at one moment', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 20 }), { maxLength: 60 }), (delays) => {
        const clock = new Clock();
        const done: (readonly [time: number, index: number])[] = [];
        delays.forEach((delay, i) => clock.after(delay, () => done.push([clock.now, i])));
        while (clock.step());
        const expected = delays.map((delay, i) => [delay, i] as const).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
        expect(done).toEqual(expected);
      }),
      { seed: 1 },
    );
  });

  it('does not do what was taken back', () => {
    const clock = new Clock();
    const done: string[] = [];
    const takeBack = clock.after(5, () => done.push('a'));
    clock.after(10, () => done.push('b'));
    takeBack();
    while (clock.step());
    expect([done, clock.now]).toEqual([['b'], 10]);
  });

  it('passes a stretch of time with all that is due in it', () => {
    const clock = new Clock();
    const done: number[] = [];
    for (const delay of [3, 7, 20]) clock.after(delay, () => done.push(delay));
    pass(clock, 10);
    expect([done, clock.now]).toEqual([[3, 7], 10]);
  });
});
