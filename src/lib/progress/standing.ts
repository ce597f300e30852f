/** Where a reader stands: in a lesson, in a course, and what comes next. */
import type { LessonCard } from '#lib/lessons/lesson.ts';
import { noteText } from './notes.ts';
import { emptyLesson, type LessonProgress, type Progress } from './progress.ts';
import { lessonXp, levelOf, type LessonXp, type LevelStanding } from './xp.ts';

export interface LessonStanding {
  /** `done`: every exercise passed, with or without XP. */
  readonly state: 'new' | 'begun' | 'done';
  /** Exercises that passed. */
  readonly passed: number;
  readonly xp: LessonXp;
}

export interface CourseStanding {
  readonly xp: number;
  readonly of: number;
  readonly level: LevelStanding;
  /** Lessons and exercises that are done. */
  readonly lessons: number;
  readonly passed: number;
  readonly exercises: number;
}

/** What to open: a lesson, and the exercise in it that is next. */
export interface Next {
  readonly card: LessonCard;
  readonly exercise?: string;
  /** Something was done in it before. */
  readonly begun: boolean;
}

export function lessonStanding(card: LessonCard, lesson: LessonProgress = emptyLesson): LessonStanding {
  const passed = card.exercises.filter(({ id }) => lesson.exercises[id]?.passed !== undefined).length;
  const answered = card.questions.filter(({ id }) => lesson.questions[id]).length;
  const done = card.exercises.length > 0 ? passed === card.exercises.length : answered > 0 && answered === card.questions.length;
  const begun = lesson.opened !== undefined || answered > 0 || Object.keys(lesson.exercises).length > 0 || noteText(lesson.notes) !== '';
  return { state: done ? 'done' : begun ? 'begun' : 'new', passed, xp: lessonXp(card, lesson) };
}

export function courseStanding(cards: readonly LessonCard[], { lessons }: Progress): CourseStanding {
  const all = cards.map((card) => lessonStanding(card, lessons[card.slug]));
  const sum = (of: (one: LessonStanding) => number) => all.reduce((total, one) => total + of(one), 0);
  const xp = sum((one) => one.xp.earned);
  return {
    xp,
    of: sum((one) => one.xp.of),
    level: levelOf(xp),
    lessons: sum(({ state }) => (state === 'done' ? 1 : 0)),
    passed: sum(({ passed }) => passed),
    exercises: cards.reduce((total, { exercises }) => total + exercises.length, 0),
  };
}

/** The lesson that was left last and is not done; else the first that is not done, in the order given. Undefined when all are. */
export function nextUp(cards: readonly LessonCard[], { lessons }: Progress): Next | undefined {
  const open = cards.map((card) => ({ card, state: lessonStanding(card, lessons[card.slug]).state, opened: lessons[card.slug]?.opened ?? 0 })).filter(({ state }) => state !== 'done');
  const [left] = open.filter(({ state }) => state === 'begun').sort((a, b) => b.opened - a.opened);
  const found = left ?? open[0];
  if (!found) return undefined;
  const tried = lessons[found.card.slug]?.exercises ?? {};
  const exercise = Object.keys(tried).length > 0 ? found.card.exercises.find(({ id }) => tried[id]?.passed === undefined)?.id : undefined;
  return { card: found.card, begun: found.state === 'begun', ...(exercise !== undefined && { exercise }) };
}
