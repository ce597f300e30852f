/** What a result code tells of a learner: one lesson, by the lesson's own ids, under a number that is nobody's name. */
import type { Guess } from '#engine/insight/misconceptions/index.ts';

export interface ExerciseResult {
  readonly id: string;
  /** By the check's id: whether it ever held. */
  readonly checks: Readonly<Record<string, boolean>>;
  /** All checks held at once. */
  readonly passed: boolean;
  /** Of the shortest passing answer; absent where there is none. At most `most.moves`. */
  readonly moves?: number;
  /** Rungs of hints that were taken, at most `most.hints`. */
  readonly hints: number;
  /** The solution was shown. */
  readonly shown: boolean;
}

/** What was answered first. */
export type QuestionResult =
  /** By the words of each step that is asked for. */
  | { readonly id: string; readonly kind: 'predict'; readonly guesses: Readonly<Record<string, Guess>> }
  /** Indices of the options that were chosen, ascending. */
  | { readonly id: string; readonly kind: 'quiz'; readonly chosen: readonly number[] };

export interface LessonResult {
  /** The lesson's. */
  readonly slug: string;
  /** Drawn by lot, the same in all codes of one browser: the same learner counts once. */
  readonly learner: number;
  /** Those that were begun, in the lesson's order. */
  readonly exercises: readonly ExerciseResult[];
  /** Those that were answered, in the lesson's order. */
  readonly questions: readonly QuestionResult[];
}

/** What fits into a code. Larger numbers of moves and hints are written as these; what is beyond the others is left out. */
export const most = { moves: 63, hints: 7, learner: 2 ** 25 - 1, items: 15, checks: 15, steps: 31, options: 7 } as const;

export interface ExerciseIds {
  readonly id: string;
  readonly checks: readonly { readonly id: string }[];
}

/** What codes of a lesson are about, as who reads them must know it; who writes one has the steps in the answers. */
export interface LessonIds {
  readonly slug: string;
  readonly exercises: readonly ExerciseIds[];
  /** `steps`: words of the steps that a prediction asks for. */
  readonly questions: readonly ({ readonly id: string; readonly kind: 'predict'; readonly steps: readonly string[] } | { readonly id: string; readonly kind: 'quiz' })[];
}
