/** A lesson as a value: what its folder comes to once it was read and found to be right. Plain JSON. */
import type { Check, Exercise } from '#engine/exercise/exercise.ts';
import type { Guess } from '#engine/insight/misconceptions/index.ts';
import type { WorldEdit } from '#engine/exercise/world-edit.ts';
import type { Scenario } from '#engine/workspace/scenario.ts';

export type Level = 'beginner' | 'intermediate' | 'advanced';

/** HTML that was made from the lesson's Markdown: headings, prose, tables, code, links; no scripts, no raw HTML, no images from elsewhere. */
export type Html = string;

/** What stands in the lesson, in order. */
export type Block =
  /** A headline begins a section; `id` is its anchor. */
  | { readonly kind: 'heading'; readonly id: string; readonly text: string }
  | { readonly kind: 'prose'; readonly html: Html }
  /** From here on the bench shows this: a file, a view (`graph`, `layers`, `timeline`, `radius`, `registry`, `terminal`…), a step by its words. */
  | { readonly kind: 'look'; readonly file?: string; readonly view?: string; readonly step?: string }
  /** A line that is typed into the terminal when it is clicked. */
  | { readonly kind: 'run'; readonly line: string; readonly html?: Html }
  /** Edits that are made in the scene when it is clicked; with `build` a build follows. */
  | { readonly kind: 'edit'; readonly label: string; readonly edits: readonly WorldEdit[]; readonly build: boolean }
  | { readonly kind: 'predict'; readonly prediction: string }
  | { readonly kind: 'quiz'; readonly quiz: string }
  | { readonly kind: 'exercise'; readonly exercise: string }
  /** A question whose answer is shown when it is asked for: interview cards. */
  | { readonly kind: 'reveal'; readonly id: string; readonly question: Html; readonly answer: Html }
  | { readonly kind: 'cheatsheet'; readonly rows: readonly CheatRow[] }
  | { readonly kind: 'docs'; readonly links: readonly { readonly title: string; readonly href: string }[] };

export interface CheatRow {
  /** As it is shown: `docker history IMAGE`, or a line of a Dockerfile. */
  readonly code: string;
  /** What is typed when it is clicked; absent for what is no command. */
  readonly run?: string;
  readonly says: Html;
}

/** Predict, then reveal: something happens in the scene, the reader says what becomes of these steps, the build answers. */
export interface Prediction {
  /** Stable, unique in its lesson. */
  readonly id: string;
  /** What happens, as a question begins: `You edit README.md and build again.` */
  readonly says: string;
  /** Starts from another scene than the lesson's. */
  readonly start?: Scenario;
  /** Done in the scene as it begins, before the question; builds among them are part of the story. */
  readonly given?: readonly WorldEdit[];
  readonly edits: readonly WorldEdit[];
  /** By words of a step (`build: go mod download`): what becomes of it. The engine proves it in the tests; the page asks the engine. */
  readonly steps: Readonly<Record<string, Guess>>;
  /** By words of a step: id of the misconception that a wrong guess about it shows. */
  readonly beliefs?: Readonly<Record<string, string>>;
  /** Said with the answer. */
  readonly because?: Html;
}

/** A question with answers to choose from. */
export interface Quiz {
  readonly id: string;
  readonly question: Html;
  readonly options: readonly {
    readonly html: Html;
    readonly right: boolean;
    /** Said when it was chosen. */
    readonly says?: Html;
    /** Id of the misconception that choosing it shows. */
    readonly belief?: string;
  }[];
  /** What the engine shows of it: checks that hold over the scene, or over a scene of their own. */
  readonly proof: { readonly start?: Scenario; readonly checks: readonly Check[] };
}

/** What is known of a lesson without opening it: the path page, search, progress. */
export interface LessonCard {
  readonly slug: string;
  readonly title: string;
  /** One sentence: what the reader can do afterwards. */
  readonly summary: string;
  readonly level: Level;
  readonly minutes: number;
  readonly xp: number;
  readonly tags: readonly string[];
  /** Its place in the path; the hub is 0. */
  readonly order: number;
  /** Slugs of lessons that come before it. */
  readonly needs: readonly string[];
  readonly exercises: readonly { readonly id: string; readonly title: string; readonly checks: readonly { readonly id: string; readonly says: string }[]; /** Moves of the shortest answer on file. */ readonly par: number }[];
  /** `of`: how many steps are asked for, or 1 for a quiz. */
  readonly questions: readonly { readonly id: string; readonly kind: 'predict' | 'quiz'; readonly of: number }[];
}

export interface Lesson extends Omit<LessonCard, 'exercises' | 'questions'> {
  readonly scene: Scenario;
  readonly blocks: readonly Block[];
  readonly exercises: readonly Exercise[];
  readonly predictions: readonly Prediction[];
  readonly quizzes: readonly Quiz[];
}

/** A text file of a lesson's folder, by its path in it: `lesson.md`, `exercises/a-order.yaml`. */
export type LessonFiles = Readonly<Record<string, string>>;

/** What is wrong in a lesson's folder, and where: lines and columns from 1. */
export interface LessonProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export type ReadLesson = { readonly ok: true; readonly lesson: Lesson } | { readonly ok: false; readonly problems: readonly LessonProblem[] };
