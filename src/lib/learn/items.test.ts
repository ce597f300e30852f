import { describe, expect, it } from 'vitest';
import { anchorOf, isDone, itemsOf } from './items.ts';

describe('what there is to do in a lesson', () => {
  const items = itemsOf([{ kind: 'prose', html: '' }, { kind: 'predict', prediction: 'p' }, { kind: 'exercise', exercise: 'a' }, { kind: 'quiz', quiz: 'q' }]);

  it('stands in the order of the text', () => {
    expect(items.map(anchorOf)).toEqual(['predict-p', 'exercise-a', 'quiz-q']);
  });

  it('is done when a question was answered or an exercise passed, not when it was tried', () => {
    const question = { at: 1, right: 0, of: 1, answers: [], beliefs: [] };
    const progress = { exercises: { a: { checks: ['x'], hints: 0, tries: 2 } }, questions: { p: question } };
    expect(items.map((item) => isDone(item, progress))).toEqual([true, false, false]);
    expect(isDone(items[1]!, { ...progress, exercises: { a: { ...progress.exercises.a, passed: 5 } } })).toBe(true);
  });
});
