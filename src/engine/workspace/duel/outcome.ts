/** A duel after it was run: every round of both sides, small enough to keep and to share. Times are virtual milliseconds. */
import type { StepState } from '../../solver/record.ts';
import type { LineRange } from '../../source/range.ts';
import type { SideName } from './setup.ts';

/** A step of one build, as a lane draws it. */
export interface DuelStep {
  readonly id: string;
  /** Index of its stage. */
  readonly stage: number;
  /** `COPY . .`. */
  readonly text: string;
  readonly state: StepState;
  readonly lines: LineRange;
  /** Since the build's start; absent where it never ran. */
  readonly start?: number;
  readonly duration?: number;
  /** Its time or output stands in for the real thing. */
  readonly modelled?: boolean;
}

/** One build of one side. */
export interface DuelRun {
  readonly ok: boolean;
  readonly duration: number;
  readonly steps: readonly DuelStep[];
  readonly cached: number;
  readonly rebuilt: number;
  /** Bytes of the image's layers as they travel; 0 where there is no image. */
  readonly imageBytes: number;
  /** Bytes of the layers that no image of this side had before: what a push would send. */
  readonly newBytes: number;
  /** Why it failed: BuildKit's words. */
  readonly error?: string;
}

/** Files of the two images set against each other; contents, modes and owners count, times do not, nor the sides' own Dockerfiles. */
export interface FileDifference {
  /** Files that one image alone has, and files that differ. */
  readonly left: number;
  readonly right: number;
  readonly changed: number;
  /** A few of them by path. */
  readonly paths: readonly string[];
}

/** One edit, and the build of each side after it; a side that has failed before has none. */
export interface DuelRound {
  /** From 1. */
  readonly number: number;
  /** The kind of commit, as the scene calls it; absent where `paths` says it all. */
  readonly label?: string;
  /** Context paths that were edited. */
  readonly paths: readonly string[];
  readonly left?: DuelRun;
  readonly right?: DuelRun;
  /** Which was faster by a tenth of a second or more; absent where one of them has no good build. */
  readonly faster?: SideName | 'neither';
  readonly sameFiles?: boolean;
}

/** Sums over the rounds that a side went through, its first build aside. */
export interface DuelTotals {
  readonly rounds: number;
  readonly milliseconds: number;
  /** Milliseconds of the average commit. */
  readonly perCommit: number;
  readonly rebuilt: number;
  readonly newBytes: number;
  /** Rounds that it was the faster one in. */
  readonly won: number;
  /** Some of the time stands in for the real thing. */
  readonly modelled: boolean;
}

export type Verdict =
  /** `milliseconds` less in all, `perCommit` less a commit. */
  | { readonly kind: 'ahead'; readonly side: SideName; readonly milliseconds: number; readonly perCommit: number }
  /** Less than a tenth of a second a commit lies between them. */
  | { readonly kind: 'tie' }
  /** One side failed in that round (0: its first build), so nothing can be set against the other's times. */
  | { readonly kind: 'failed'; readonly side: SideName; readonly round: number }
  | { readonly kind: 'both-failed' }
  /** Nothing was edited. */
  | { readonly kind: 'no-edits' };

export interface DuelOutcome {
  readonly version: 1;
  /** The first build of each, with an empty cache: not part of the totals. */
  readonly first: { readonly left: DuelRun; readonly right: DuelRun };
  readonly rounds: readonly DuelRound[];
  readonly totals: { readonly left: DuelTotals; readonly right: DuelTotals };
  /** Of the last images that both have; absent where one has none. */
  readonly files?: FileDifference;
  readonly verdict: Verdict;
}
