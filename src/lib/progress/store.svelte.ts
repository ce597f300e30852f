/** Progress in this browser: what a page records and reads. One for all parts of a page; several tabs are one document. */
import type { Guess } from '#engine/insight/misconceptions/index.ts';
import type { Message } from '#engine/source/message.ts';
import { emptyExercise, emptyLesson, emptyProgress, type ExerciseProgress, type LessonProgress, type Progress } from './progress.ts';

/** What came of one judging of an exercise. */
export interface Attempt {
  /** Ids of the checks that hold. */
  readonly checks: readonly string[];
  /** All of them do. */
  readonly passed: boolean;
  readonly moves: number;
  readonly seconds: number;
}

/** The answer to a prediction or a quiz. */
export interface Reply {
  readonly right: number;
  readonly of: number;
  readonly answers: Readonly<Record<string, Guess>> | readonly number[];
  /** By misconception: how many steps or options could have shown it, and how many did. */
  readonly beliefs: Readonly<Record<string, { readonly met: number; readonly wrong: number }>>;
}

export class ProgressStore {
  current: Progress = $state.raw(emptyProgress);
  /** `failed`: the browser keeps nothing; work goes on in memory, and the next change tries again. */
  saved: 'saved' | 'saving' | 'failed' = $state('saved');
  /** What was found wrong with what was stored, in sentences. */
  reports: readonly Message[] = $state.raw([]);

  /** Reads what is stored, and follows other tabs until what it gives is called. Several parts of a page may do so. */
  open(): () => void {
    return () => {};
  }

  lesson(slug: string): LessonProgress {
    return this.current.lessons[slug] ?? emptyLesson;
  }

  exercise(slug: string, exercise: string): ExerciseProgress {
    return this.lesson(slug).exercises[exercise] ?? emptyExercise;
  }

  /** The lesson was opened. */
  opened(_slug: string): void {}

  /** An exercise was judged, after a build of its reader's: counts as one try. */
  tried(_slug: string, _exercise: string, _attempt: Attempt): void {}

  /** The solution of an exercise was shown. */
  shown(_slug: string, _exercise: string): void {}

  /** So many rungs of hints were taken of an exercise. */
  hinted(_slug: string, _exercise: string, _rungs: number): void {}

  /** A question was answered: only the first answer is kept. */
  answered(_slug: string, _question: string, _reply: Reply): void {}

  /** The notes on a lesson, as they are typed: kept in memory at once, in the browser within half a second. */
  note(_slug: string, _text: string): void {}

  /** The notes on a lesson; reading it in markup follows other tabs. */
  noteText(_slug: string): string {
    return '';
  }
}

/** The one of this page. */
export const progress = new ProgressStore();
