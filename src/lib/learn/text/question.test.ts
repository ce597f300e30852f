import { describe, expect, it, vi } from 'vitest';
import { progress } from '#lib/progress/store.svelte.ts';
import { Predict } from '#lib/state/predict.svelte.ts';
import type { Session } from '../state/session.svelte.ts';
import { Question } from './question.svelte.ts';

const step = (id: string) => ({ id, keyword: 'RUN', text: 'RUN x', index: 1, total: 1, stage: 'build' });

/** A prediction of two steps that is being guessed, and how often a build was made of it. */
function guessed() {
  const predict = new Predict();
  const build = vi.fn(() => Promise.resolve());
  predict.phase = 'guessing';
  predict.asked = [step('0.1'), step('0.2')];
  const session = { bench: {}, parts: { prediction: { predict, build } } } as unknown as Session;
  const question = new Question('a-lesson', { id: 'p1', says: '', steps: { one: 'hit', two: 'miss' }, edits: [] }, session);
  question.rows = [
    { words: 'one', steps: [step('0.1')] },
    { words: 'two', steps: [step('0.2')] },
  ];
  return { question, build };
}

describe('a prediction under way', () => {
  it('builds nothing and keeps no answer while a step is unmarked', async () => {
    const { question, build } = guessed();
    question.mark('one', 'hit');
    await question.reveal();
    expect(question.left).toBe(1);
    expect(build).not.toHaveBeenCalled();
    expect(progress.lesson('a-lesson').questions).toEqual({});
  });

  it('builds once every step is marked', async () => {
    const { question, build } = guessed();
    question.mark('one', 'hit');
    question.mark('two', 'miss');
    await question.reveal();
    expect(build).toHaveBeenCalledTimes(1);
  });
});
