import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { emptyExercise, emptyProgress, type LessonProgress } from './progress.ts';
import { cardOf } from './progress.fixture.ts';
import { lessonXp, levelOf, totalXp, xpPerLevel } from './xp.ts';

const passed = (at: number, shown?: number) => ({ ...emptyExercise, passed: at, ...(shown !== undefined && { shown }) });
const answered = (right: number, of: number) => ({ at: 1, right, of, answers: {}, beliefs: [] });

describe('XP', () => {
  it('adds up to the whole lesson when all is done, whatever it is divided by', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 7 }), fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 5 }), (xp, count, asked) => {
        fc.pre(count > 0 || asked.length > 0);
        const card = cardOf('go', xp, Array.from({ length: count }, (_, at) => `e${at}`), asked);
        const done: LessonProgress = {
          exercises: Object.fromEntries(card.exercises.map(({ id }) => [id, passed(1)])),
          questions: Object.fromEntries(card.questions.map(({ id, of }) => [id, answered(of, of)])),
        };
        const standing = lessonXp(card, done);
        expect([standing.earned, standing.of]).toEqual([xp, xp]);
        expect(standing.exercises.reduce((sum, { of }) => sum + of, standing.questions.of)).toBe(xp);
        expect(lessonXp(card).earned).toBe(0);
      }),
      { seed: 9 },
    );
  });

  it('is three quarters for exercises, one quarter for first tries', () => {
    const card = cardOf('go', 80, ['a', 'b', 'c', 'd'], [4, 4]);
    expect(lessonXp(card).exercises.map(({ of }) => of)).toEqual([15, 15, 15, 15]);
    expect(lessonXp(card, { exercises: { a: passed(1) }, questions: { q0: answered(4, 4) } })).toMatchObject({ earned: 25, questions: { earned: 10, of: 20, right: 4, asked: 8 } });
  });

  it('gives nothing for a solution that was shown first, for hints, for tries and for opening', () => {
    const card = cardOf('go', 80, ['a', 'b'], [4]);
    const lesson: LessonProgress = { opened: 1, exercises: { a: passed(5, 4), b: { ...emptyExercise, tries: 9, hints: 3, checks: ['one'] } }, questions: {} };
    expect(lessonXp(card, lesson).earned).toBe(0);
    expect(lessonXp(card, { ...lesson, exercises: { a: passed(4, 5) } }).earned).toBe(30);
  });

  it('counts no more steps than a question asks for, and no lesson that is not in the course', () => {
    const card = cardOf('go', 80, ['a'], [4]);
    const lesson: LessonProgress = { exercises: {}, questions: { q0: answered(99, 99), gone: answered(9, 9) } };
    expect(lessonXp(card, lesson).earned).toBe(20);
    expect(totalXp([card], { ...emptyProgress, lessons: { go: lesson, unknown: lesson } })).toBe(20);
  });

  it('makes a level of every hundred', () => {
    expect([0, 99, 100, 250].map((xp) => levelOf(xp))).toEqual([
      { level: 1, into: 0, toGo: 100 }, { level: 1, into: 99, toGo: 1 }, { level: 2, into: 0, toGo: xpPerLevel }, { level: 3, into: 50, toGo: 50 },
    ]);
  });
});
