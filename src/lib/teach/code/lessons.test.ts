import { describe, expect, it } from 'vitest';
import { idsOf, sheetOf } from '#lib/teach/board/sheet.ts';
import { lessonCards, loadLesson } from '#lessons/index.ts';
import { byIds, encodeResult, findCodes, most, type LessonIds, type LessonResult } from './index.ts';
import { lessonMark } from './marks.ts';

const lessons = await Promise.all(lessonCards.map(async (card) => idsOf(sheetOf((await loadLesson(card.slug))!, card.exercises))));

/** All of it done, with the longest that a code can say of each. */
const allDone = ({ slug, exercises, questions }: LessonIds): LessonResult => ({
  slug,
  learner: most.learner,
  exercises: exercises.map(({ id, checks }) => ({ id, checks: Object.fromEntries(checks.map((check) => [check.id, true])), passed: true, moves: most.moves, hints: most.hints, shown: true })),
  questions: questions.map((question) => (question.kind === 'quiz' ? { id: question.id, kind: 'quiz', chosen: [3] } : { id: question.id, kind: 'predict', guesses: Object.fromEntries(question.steps.map((step) => [step, 'miss' as const])) })),
});

describe('the lessons that there are', () => {
  it('have marks of their own', () => {
    expect(new Set(lessons.map(({ slug }) => lessonMark(slug))).size).toBe(lessons.length);
  });

  it.each(lessons.map((lesson) => [lesson.slug, lesson] as const))('%s fits into a code of a hundred characters, and comes back whole', (_, lesson) => {
    const code = encodeResult(allDone(lesson), lesson);
    expect(code.length).toBeLessThanOrEqual(100);
    const [found] = findCodes(code);
    expect(found?.ok && byIds(found.result, lessons)).toEqual({ ok: true, result: allDone(lesson), unknown: 0 });
  });
});
