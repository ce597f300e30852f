import { describe, expect, it } from 'vitest';
import type { BuildRecord, StepState } from '#engine/solver/record.ts';
import { scoreOf } from './screen.ts';

const recordOf = (...states: StepState[]) => ({ steps: states.map((state, at) => ({ id: `s${at}`, state })) }) as unknown as BuildRecord;

describe('the score of a class', () => {
  it('counts what was said, and what was right of it', () => {
    expect(scoreOf(recordOf('cached', 'rebuilt', 'cached'), { s0: 'hit', s1: 'hit' })).toEqual({ asked: 3, answered: 2, right: 1 });
  });

  it('takes a step that failed for one that ran', () => {
    expect(scoreOf(recordOf('failed'), { s0: 'miss' }).right).toBe(1);
  });

  it('does not ask about what is not needed', () => {
    expect(scoreOf(recordOf('not-needed', 'cached'), { s0: 'hit', s1: 'hit' })).toEqual({ asked: 1, answered: 1, right: 1 });
  });

  it('is nothing of nothing without a build', () => {
    expect(scoreOf(undefined, {})).toEqual({ asked: 0, answered: 0, right: 0 });
  });
});
