import { describe, expect, it } from 'vitest';
import type { Verdict } from '#engine/insight/misconceptions/index.ts';
import { answersOf, beliefsOf, type Row } from './answers.ts';
import { quizBeliefs, quizRight } from './quiz.ts';

const option = (right: boolean, belief?: string) => ({ html: '', right, ...(belief !== undefined && { belief }) });
const quiz = { options: [option(true), option(false, 'mtime-breaks-cache'), option(true, 'only-code-counts')] };

describe('a quiz', () => {
  it('is right with exactly the right options', () => {
    expect(quizRight(quiz, [0, 2])).toBe(true);
    expect(quizRight(quiz, [0])).toBe(false);
    expect(quizRight(quiz, [0, 1, 2])).toBe(false);
  });

  it('shows a belief where its option was chosen wrongly, or wrongly left', () => {
    expect(quizBeliefs(quiz, [0, 1])).toEqual({ 'mtime-breaks-cache': { met: 1, wrong: 1 }, 'only-code-counts': { met: 1, wrong: 1 } });
    expect(quizBeliefs(quiz, [0, 2])).toEqual({ 'mtime-breaks-cache': { met: 1, wrong: 0 }, 'only-code-counts': { met: 1, wrong: 0 } });
  });
});

const step = (id: string) => ({ id, keyword: 'RUN', text: 'RUN x', index: 1, total: 1, stage: 'build' });
const rows: readonly Row[] = [
  { words: 'npm ci', steps: [step('0.3')] },
  { words: 'COPY . .', steps: [step('0.4'), step('1.4')] },
];
const verdict = (id: string, right: boolean | undefined, misconceptions: readonly string[] = []): Verdict => ({ step: id, guess: 'hit', state: 'cached', right, reason: { id: 'predict.right' }, misconceptions }) as unknown as Verdict;

describe('a prediction of a lesson', () => {
  it('is right in a row when every step of it is', () => {
    const answers = answersOf(rows, { 'npm ci': 'hit', 'COPY . .': 'hit' }, [verdict('0.3', true), verdict('0.4', true), verdict('1.4', false, ['any-change-rebuilds'])]);
    expect(answers.map(({ right }) => right)).toEqual([true, false]);
    expect(answers[1]?.belief).toBe('any-change-rebuilds');
  });

  it('counts a row without a guess as not right, and shows no belief for it', () => {
    const answers = answersOf(rows, { 'npm ci': 'hit' }, [verdict('0.3', false, ['only-code-counts'])], { 'npm ci': 'any-change-rebuilds', 'COPY . .': 'mtime-breaks-cache' });
    expect(answers.map(({ right, belief }) => [right, belief])).toEqual([
      [false, 'any-change-rebuilds'],
      [false, undefined],
    ]);
    expect(beliefsOf(answers)).toEqual({ 'any-change-rebuilds': { met: 1, wrong: 1 } });
  });

  it('counts a belief that was met and not shown', () => {
    const answers = answersOf(rows.slice(0, 1), { 'npm ci': 'hit' }, [verdict('0.3', true)], { 'npm ci': 'any-change-rebuilds' });
    expect(beliefsOf(answers, { 'npm ci': 'any-change-rebuilds' })).toEqual({ 'any-change-rebuilds': { met: 1, wrong: 0 } });
  });
});
