import { describe, expect, it } from 'vitest';
import type { AskedStep, Verdict } from '#lib/state/predict.svelte.ts';
import { byStage, guessOfKey, instruction } from './guesses.ts';
import { isKnown, revealed, scoreLine } from './score-line.ts';

const step = (id: string, stage: string, text = 'RUN make'): AskedStep => ({ id, stage, text, keyword: 'RUN', index: 1, total: 1 });
const asked = [step('0.1', 'build'), step('0.2', 'build'), step('1.1', 'stage-1')];
const verdict = (of: string, right: boolean | undefined): Verdict => ({ step: of, guess: 'miss', state: 'cached', right, reason: { id: 'why.none' }, misconceptions: [] });
const outcome = (...verdicts: readonly Verdict[]) => {
  const scored = verdicts.filter(({ right }) => right !== undefined);
  return { build: 2, verdicts, right: scored.filter(({ right }) => right).length, of: scored.length };
};

describe('the sentence of a score', () => {
  it('names the step where it alone was wrong, by its place in the Dockerfile', () => {
    expect(scoreLine(outcome(verdict('0.1', true), verdict('0.2', true), verdict('1.1', false)), asked)).toBe('2 of 3 right; step 3 stayed cached.');
  });

  it('counts where more were wrong, or none, and says so where nothing was scored', () => {
    expect(scoreLine(outcome(verdict('0.1', false), verdict('0.2', false)), asked)).toBe('0 of 2 right.');
    expect(scoreLine(outcome(verdict('0.1', true)), asked)).toBe('1 of 1 right.');
    expect(scoreLine(outcome(verdict('0.1', undefined)), asked)).toBe('No step was marked, so nothing is scored.');
  });
});

describe('what is revealed', () => {
  it('has wrong guesses first and keeps the order of the Dockerfile otherwise, with its numbers', () => {
    const rows = revealed(outcome(verdict('1.1', false), verdict('0.2', true), verdict('0.1', undefined)), asked);
    expect(rows.map(({ step: { id }, number }) => [id, number])).toEqual([['1.1', 3], ['0.1', 1], ['0.2', 2]]);
  });

  it('knows the beliefs of the deck and no others', () => {
    expect([isKnown('mtime-breaks-cache'), isKnown('constructor'), isKnown('gone')]).toEqual([true, false, false]);
  });
});

describe('the steps to mark', () => {
  it('stand by their stages, in order', () => {
    expect(byStage(asked).map(({ name, steps }) => [name, steps.length])).toEqual([['build', 2], ['stage-1', 1]]);
  });

  it('have their instruction on one line, once', () => {
    expect(instruction(step('0.1', 'build', 'RUN make &&\n  make install'))).toBe('RUN make && make install');
    expect(instruction({ ...step('0.1', 'build', 'make'), keyword: 'RUN' })).toBe('RUN make');
  });

  it('take their keys in either case, and no others', () => {
    expect(['h', 'M', 'n', 'x', 'Enter'].map(guessOfKey)).toEqual(['hit', 'miss', 'not-needed', undefined, undefined]);
  });
});
