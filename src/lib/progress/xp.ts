/**
 * XP and level from what was done: for checks that passed, never for reading, clicking or a solution that was shown. Three quarters of
 * a lesson's XP are for its exercises in equal parts, one quarter for the first tries at its questions. All numbers are whole, and
 * those of a lesson that is done add up to its `xp`.
 */
import type { LessonCard } from '#lib/lessons/lesson.ts';
import { emptyLesson, type ExerciseProgress, type LessonProgress, type Progress } from './progress.ts';

export const xpPerLevel = 100;

export interface LessonXp {
  /** What was earned, and what there is. */
  readonly earned: number;
  readonly of: number;
  /** By exercise, in the lesson's order. */
  readonly exercises: readonly { readonly id: string; readonly earned: number; readonly of: number }[];
  /** For the first tries at all questions together. */
  readonly questions: { readonly earned: number; readonly of: number; readonly right: number; readonly asked: number };
}

export interface LevelStanding {
  readonly level: number;
  /** XP within the level, and how many are missing to the next. */
  readonly into: number;
  readonly toGo: number;
}

/** All checks held before the solution was shown, if it ever was. */
export const earns = ({ passed, shown }: ExerciseProgress): boolean => passed !== undefined && (shown === undefined || passed < shown);

/** The XP of one lesson. */
export function lessonXp(card: LessonCard, lesson: LessonProgress = emptyLesson): LessonXp {
  const asked = card.questions.reduce((sum, { of }) => sum + of, 0);
  const forQuestions = card.exercises.length === 0 ? card.xp : asked === 0 ? 0 : Math.floor(card.xp / 4);
  const right = card.questions.reduce((sum, { id, of }) => sum + Math.min(of, lesson.questions[id]?.right ?? 0), 0);
  const forExercises = card.xp - forQuestions;
  const exercises = card.exercises.map(({ id }, at) => {
    const share = part(forExercises, at + 1, card.exercises.length) - part(forExercises, at, card.exercises.length);
    const done = lesson.exercises[id];
    return { id, of: share, earned: done && earns(done) ? share : 0 };
  });
  const questions = { of: asked === 0 ? 0 : forQuestions, earned: asked === 0 ? 0 : part(forQuestions, right, asked), right, asked };
  return { of: card.xp, earned: exercises.reduce((sum, { earned }) => sum + earned, questions.earned), exercises, questions };
}

/** The XP of all lessons together; progress in lessons that are not in the course counts for nothing. */
export const totalXp = (cards: readonly LessonCard[], progress: Progress): number => cards.reduce((sum, card) => sum + lessonXp(card, progress.lessons[card.slug]).earned, 0);

/** Where somebody with so many XP stands: level 1 begins at 0. */
export function levelOf(xp: number): LevelStanding {
  const into = xp % xpPerLevel;
  return { level: Math.floor(xp / xpPerLevel) + 1, into, toGo: xpPerLevel - into };
}

/** The first `n` of `count` equal parts of a whole, rounded down: differences of neighbours add up to the whole. */
const part = (whole: number, n: number, count: number) => Math.floor((whole * n) / count);
