/** An exercise as data: where it starts, what must hold of the builds to come, hints, and answers on file that prove all of it. */
import type { Scenario, ScenarioFile } from '../workspace/scenario.ts';
import type { Assertions } from './assertion.ts';
import type { WorldEdit } from './world-edit.ts';

/** One thing that must hold. It is judged over the workspace as its last good build left it, on a copy. */
export interface Check extends Assertions {
  /** Stable: progress and result codes are kept under it. */
  readonly id: string;
  /** What must hold, in a sentence: `Editing main.go leaves the download cached.` */
  readonly says: string;
  /** What happens before it is judged; a build follows where the assertions are about one. */
  readonly after?: readonly WorldEdit[];
  /** Commits with a build after each, instead of `after`: what is asserted of time is asserted of their sum. */
  readonly commits?: readonly (readonly WorldEdit[])[];
}

/** A ladder of hints for one kind of trouble. The first ladder whose conditions hold is the one that is climbed. */
export interface Ladder {
  readonly id: string;
  /** Absent: whatever the trouble is. */
  readonly when?: {
    /** Checks and probes that fail, all of them. */
    readonly fails?: readonly string[];
    /** Checks and probes that hold, all of them. */
    readonly passes?: readonly string[];
    /** A part of what the build that failed said. */
    readonly error?: string;
  };
  /** From a nudge to the change itself; Markdown in the lesson's file, HTML once it is compiled. */
  readonly rungs: readonly string[];
}

/** An answer: files laid over the start (null takes one away), then what is typed, then a build unless a line built. */
export interface Answer {
  readonly name: string;
  readonly files?: Readonly<Record<string, ScenarioFile | null>>;
  readonly options?: Scenario['options'];
  readonly commands?: readonly string[];
}

/** An answer that many give and that is wrong. */
export interface WrongAnswer extends Answer {
  /** Checks that it fails; others may fail with them only where they are named. */
  readonly fails: readonly string[];
  /** Id of the ladder that it must get. */
  readonly hint: string;
}

export interface Exercise {
  /** Stable, unique in its lesson: `a-order`. */
  readonly id: string;
  readonly title: string;
  /** What is to be done: Markdown in the lesson's file, HTML once it is compiled. */
  readonly task: string;
  /** Where it starts: a scenario of its own. */
  readonly start: Scenario;
  readonly checks: readonly Check[];
  /** Judged like checks, for hints alone: they are not shown and count for nothing. */
  readonly probes?: readonly Check[];
  readonly hints: readonly Ladder[];
  readonly solutions: readonly Answer[];
  readonly wrong: readonly WrongAnswer[];
}
