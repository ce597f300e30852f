import { describe, expect, it } from 'vitest';
import { emptyExercise, emptyProgress, type LessonProgress, type Progress } from './progress.ts';
import { cardOf } from './progress.fixture.ts';
import { courseStanding, lessonStanding, nextUp } from './standing.ts';

const [first, second, third] = [cardOf('first', 40, ['a', 'b'], [2]), cardOf('second', 60, ['a'], []), cardOf('third', 20, [], [1])];
const cards = [first, second, third];
const passed = { ...emptyExercise, passed: 1 };
const having = (lessons: Readonly<Record<string, Partial<LessonProgress>>>): Progress => ({
  ...emptyProgress,
  lessons: Object.fromEntries(Object.entries(lessons).map(([slug, lesson]) => [slug, { exercises: {}, questions: {}, ...lesson }])),
});

describe('where a reader stands', () => {
  it('has a lesson done when all its exercises passed, shown solutions or not', () => {
    expect(lessonStanding(first).state).toBe('new');
    expect(lessonStanding(first, { opened: 1, exercises: { a: passed }, questions: {} })).toMatchObject({ state: 'begun', passed: 1 });
    expect(lessonStanding(first, { exercises: { a: passed, b: { ...passed, shown: 0 } }, questions: {} })).toMatchObject({ state: 'done', passed: 2, xp: { earned: 15 } });
    expect(lessonStanding(third, { exercises: {}, questions: { q0: { at: 1, right: 0, of: 1, answers: [1], beliefs: [] } } }).state).toBe('done');
  });

  it('sums the course', () => {
    expect(courseStanding(cards, having({ second: { exercises: { a: passed } } }))).toEqual({ xp: 60, of: 120, level: { level: 1, into: 60, toGo: 40 }, lessons: 1, passed: 1, exercises: 3 });
  });

  it('goes on with the lesson that was left last, at the exercise that is open', () => {
    const left = having({ first: { opened: 5, exercises: { a: passed } }, second: { opened: 3 } });
    expect(nextUp(cards, left)).toEqual({ card: first, begun: true, exercise: 'b' });
    expect(nextUp(cards, emptyProgress)).toEqual({ card: first, begun: false });
  });

  it('goes to the next lesson when one is done, and nowhere when all are', () => {
    const done = { exercises: { a: passed, b: passed }, questions: { q0: { at: 1, right: 1, of: 1, answers: [0], beliefs: [] } } };
    expect(nextUp(cards, having({ first: { opened: 9, ...done } }))?.card).toBe(second);
    expect(nextUp(cards, having({ first: done, second: done, third: done }))).toBeUndefined();
  });
});
