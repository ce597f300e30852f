/** What a class board knows of a lesson: names of what codes are about, and what is true of each question. Plain JSON, for the page. */
import type { Guess } from '#engine/insight/misconceptions/index.ts';
import type { Html, Lesson } from '#lib/lessons/lesson.ts';
import type { LessonIds } from '../code/index.ts';

export interface AskedStep {
  readonly words: string;
  readonly is: Guess;
  /** Id of the misconception that a wrong guess shows. */
  readonly belief?: string;
}

export interface OfferedAnswer {
  /** Plain text; code stands between backquotes. */
  readonly says: string;
  readonly right: boolean;
  readonly belief?: string;
}

export type QuestionSheet =
  | { readonly id: string; readonly kind: 'predict'; readonly says: string; readonly steps: readonly AskedStep[] }
  | { readonly id: string; readonly kind: 'quiz'; readonly says: string; readonly options: readonly OfferedAnswer[] };

export interface ExerciseSheet {
  readonly id: string;
  readonly title: string;
  /** Moves of the shortest answer on file. */
  readonly par: number;
  readonly checks: readonly { readonly id: string; readonly says: string }[];
}

export interface LessonSheet {
  readonly slug: string;
  readonly title: string;
  readonly exercises: readonly ExerciseSheet[];
  readonly questions: readonly QuestionSheet[];
}

/** `par` by exercise as the lesson's card has it. */
export function sheetOf(lesson: Lesson, pars: readonly { readonly id: string; readonly par: number }[]): LessonSheet {
  return {
    slug: lesson.slug,
    title: lesson.title,
    exercises: lesson.exercises.map(({ id, title, checks }) => ({ id, title, par: pars.find((one) => one.id === id)?.par ?? 0, checks: checks.map(({ id, says }) => ({ id, says })) })),
    questions: [
      ...lesson.predictions.map(({ id, says, steps, beliefs = {} }) => ({
        id,
        kind: 'predict' as const,
        says,
        steps: Object.entries(steps).map(([words, is]) => ({ words, is, ...(beliefs[words] !== undefined && { belief: beliefs[words] }) })),
      })),
      ...lesson.quizzes.map(({ id, question, options }) => ({
        id,
        kind: 'quiz' as const,
        says: plainOf(question),
        options: options.map(({ html, right, belief }) => ({ says: plainOf(html), right, ...(belief !== undefined && { belief }) })),
      })),
    ],
  };
}

/** What codes of the lesson are about. */
export const idsOf = ({ slug, exercises, questions }: LessonSheet): LessonIds => ({
  slug,
  exercises,
  questions: questions.map((question) => (question.kind === 'quiz' ? { id: question.id, kind: 'quiz' } : { id: question.id, kind: 'predict', steps: question.steps.map(({ words }) => words) })),
});

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** A lesson's HTML as plain text, code between backquotes. */
export const plainOf = (html: Html): string =>
  html
    .replace(/<\/?code>/g, '`')
    .replace(/<\/(?:p|li|pre|t[dhr]|h\d)>|<br\b[^>]*>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (all: string, hex?: string, decimal?: string, name?: string) => (hex ? String.fromCodePoint(parseInt(hex, 16)) : decimal ? String.fromCodePoint(Number(decimal)) : (entities[name ?? ''] ?? all)))
    .replace(/\s+/g, ' ')
    .trim();
