/**
 * What a reader has done, as one document of this browser: lessons by slug, and the score of misconceptions. Ids are slugs of
 * lessons, ids of exercises, checks and questions; they never change. Times are milliseconds since 1970. Plain JSON.
 */
import type { Guess } from '#engine/insight/misconceptions/index.ts';
import type { Tally } from './tally.ts';

export interface Progress {
  readonly version: 1;
  /** Everything up to here was thrown away, in every tab: of two documents the one with the later epoch counts alone. 0 at first. */
  readonly epoch: number;
  readonly lessons: Readonly<Record<string, LessonProgress>>;
  /** What predictions at the workbench and in lessons showed, build by build. */
  readonly beliefs: Tally;
}

export interface LessonProgress {
  /** When it was last opened. */
  readonly opened?: number;
  readonly exercises: Readonly<Record<string, ExerciseProgress>>;
  readonly questions: Readonly<Record<string, QuestionProgress>>;
  readonly notes?: Notes;
}

export interface ExerciseProgress {
  /** When all checks held for the first time. */
  readonly passed?: number;
  /** When its solution was shown for the first time. Shown before it passed, it gives no XP. */
  readonly shown?: number;
  /** Of all answers that passed: fewest moves and least time, each by itself. */
  readonly best?: { readonly moves: number; readonly seconds: number };
  /** Ids of checks that ever held, sorted. */
  readonly checks: readonly string[];
  /** Most rungs of hints that were taken. */
  readonly hints: number;
  /** How often it was judged. */
  readonly tries: number;
}

/** The first try at a prediction or a quiz; later ones are practice and leave no trace. */
export interface QuestionProgress {
  readonly at: number;
  /** Steps told right, of those asked for; a quiz counts as one. */
  readonly right: number;
  readonly of: number;
  /** Of a prediction: what was said, by words of a step. Of a quiz: indices of the chosen options. */
  readonly answers: Readonly<Record<string, Guess>> | readonly number[];
  /** Ids of the misconceptions that the answer showed, sorted. */
  readonly beliefs: readonly string[];
}

/**
 * Notes that several tabs may have written without knowing of each other: a multi-value register with a version vector. A version
 * stays until somebody who had read it writes another; what two wrote at once is there twice. Read it with `noteText`.
 */
export interface Notes {
  readonly versions: readonly NoteVersion[];
  /** By writer: their last version that is known here, be it in `versions` or replaced since. */
  readonly seen: Readonly<Record<string, number>>;
}

export interface NoteVersion {
  /** Who wrote it: different in every tab. */
  readonly by: string;
  /** When; it grows with each version of a writer, whatever their clock does. */
  readonly at: number;
  readonly text: string;
}

/** Most characters of a note; what is longer is cut where it is typed, never where it is read. */
export const noteLimit = 20_000;

export const emptyLesson: LessonProgress = { exercises: {}, questions: {} };

export const emptyExercise: ExerciseProgress = { checks: [], hints: 0, tries: 0 };

export const emptyProgress: Progress = { version: 1, epoch: 0, lessons: {}, beliefs: { version: 1, resetAt: 0, sessions: [] } };
