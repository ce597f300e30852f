/** What the page of a lesson is made of: as much as its first paint shows, and what is fetched when it is alive. */
import type { Exercise, Ladder, Answer } from '#engine/exercise/exercise.ts';
import type { Scenario } from '#engine/workspace/scenario.ts';
import type { Snapshot } from '#engine/workspace/snapshot.ts';
import type { AfterEdit } from './after-edit.ts';
import type { KnownImage } from '#lib/editor/lang-dockerfile/config.ts';
import type { Block, Html, Lesson, LessonCard, Prediction, Quiz } from '#lib/lessons/lesson.ts';

/** A lesson as another page links to it. */
export interface LessonLink {
  readonly slug: string;
  readonly title: string;
}

/** An exercise as it is read: what is to be done and what must hold, nothing of an answer. */
export interface TaskText {
  readonly id: string;
  readonly title: string;
  readonly task: Html;
  readonly checks: readonly { readonly id: string; readonly says: string }[];
  /** Moves of the shortest answer on file. */
  readonly par: number;
  readonly xp: number;
}

/** Prerendered into the page. */
export interface LessonPageData {
  readonly lesson: Pick<Lesson, 'slug' | 'title' | 'summary' | 'level' | 'minutes' | 'xp' | 'tags'>;
  /** The lessons in the order of the path, this one among them. */
  readonly course: readonly LessonLink[];
  readonly needs: readonly LessonLink[];
  readonly blocks: readonly Block[];
  readonly tasks: readonly TaskText[];
  readonly predictions: readonly Omit<Prediction, 'start' | 'given' | 'edits'>[];
  readonly quizzes: readonly Omit<Quiz, 'proof'>[];
  /** The scene as it begins, and the build after the first edit of the text. */
  readonly scene: { readonly snapshot: Snapshot; readonly texts: Readonly<Record<string, string>>; readonly log: string; readonly picture: string; readonly after?: AfterEdit };
}

/** Fetched when the page is alive: what the engine works with. */
export interface LessonWork {
  readonly scene: Scenario;
  readonly exercises: readonly Exercise[];
  readonly predictions: readonly Prediction[];
  readonly images: readonly KnownImage[];
  /** Every lesson of the course, for XP and level. */
  readonly cards: readonly LessonCard[];
}

/** Fetched when an exercise is opened, unless a teacher's link withholds it: by exercise, the hints and the solutions. */
export type LessonAnswers = Readonly<Record<string, { readonly hints: readonly Ladder[]; readonly solutions: readonly Answer[] }>>;
