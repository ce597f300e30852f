import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { merge, tidy } from './merge.ts';
import { emptyProgress, type ExerciseProgress, type Progress } from './progress.ts';
import { anyProgress } from './progress.fixture.ts';

const laws = { seed: 9, numRuns: 200 };
const exercises = (progress: Progress) => Object.entries(progress.lessons).flatMap(([slug, lesson]) => Object.entries(lesson.exercises).map(([id, one]) => [`${slug}/${id}`, one] as const));
const withOne = (one: Partial<ExerciseProgress>): Progress => ({ ...emptyProgress, lessons: { go: { exercises: { a: { checks: [], hints: 0, tries: 0, ...one } }, questions: {} } } });

describe('merging progress', () => {
  it('comes out the same in any order', () => {
    fc.assert(
      fc.property(anyProgress, anyProgress, anyProgress, (a, b, c) => {
        expect(merge(a, b)).toEqual(merge(b, a));
        expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)));
      }),
      laws,
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyProgress, anyProgress, (a, b) => {
        const merged = merge(a, b);
        expect(merge(merged, b)).toEqual(merged);
        expect(tidy(merged)).toEqual(merged);
        expect(merge(emptyProgress, tidy(a))).toEqual(tidy(a));
      }),
      laws,
    );
  });

  it('loses nothing that was done since the last reset', () => {
    fc.assert(
      fc.property(anyProgress, anyProgress, (a, b) => {
        const merged = merge(a, { ...b, epoch: a.epoch });
        for (const [slug, lesson] of [...Object.entries(a.lessons), ...Object.entries(b.lessons)]) {
          expect(Object.keys(merged.lessons[slug]!.questions)).toEqual(expect.arrayContaining(Object.keys(lesson.questions)));
        }
        const found = new Map(exercises(merged));
        for (const [id, one] of [...exercises(a), ...exercises(b)]) {
          const after = found.get(id)!;
          expect(after.checks).toEqual(expect.arrayContaining([...one.checks]));
          if (one.passed !== undefined) expect(after.passed).toBeLessThanOrEqual(one.passed);
          if (one.best) expect(after.best!.moves).toBeLessThanOrEqual(one.best.moves);
          expect(after.tries).toBeGreaterThanOrEqual(one.tries);
        }
      }),
      laws,
    );
  });

  it('keeps fewest moves and best time each by itself', () => {
    const merged = merge(withOne({ best: { moves: 2, seconds: 90 } }), withOne({ best: { moves: 5, seconds: 20 } }));
    expect(merged.lessons['go']!.exercises['a']!.best).toEqual({ moves: 2, seconds: 20 });
  });

  it('keeps the first try at a question, not the better one', () => {
    const tried = (at: number, right: number): Progress => ({ ...emptyProgress, lessons: { go: { exercises: {}, questions: { q: { at, right, of: 3, answers: [0], beliefs: [] } } } } });
    expect(merge(tried(2, 3), tried(1, 0)).lessons['go']!.questions['q']!.right).toBe(0);
  });

  it('lets what came before a reset count no more', () => {
    const after: Progress = { ...emptyProgress, epoch: 7 };
    expect(merge(withOne({ passed: 5 }), after).lessons).toEqual({});
  });
});
