/** A duel before it is run: two ways to build one project, and the edits that both go through. Plain JSON, so that it can be shared. */
import type { BuildOptions } from '../../graph/plan.ts';
import type { ScenarioFile } from '../scenario.ts';

/** Which of the two. */
export type SideName = 'left' | 'right';

/** What one side has its own way; everything else is the workspace's. */
export interface DuelSide {
  /** By context path: the Dockerfile, usually an ignore file, and whatever else differs; null where this side does not have the file. */
  readonly files: Readonly<Record<string, ScenarioFile | null>>;
  /** Instead of what the workspace is built with. */
  readonly options?: BuildOptions;
}

/** The edits that both sides go through, one commit after the other. */
export type DuelSeries =
  /** The kinds of commit of the scene, as often as they happen there. */
  | { readonly kind: 'scene'; readonly rounds: number }
  /** What was really edited here, a round for each build; the sides' own files aside. */
  | { readonly kind: 'log' }
  /** A line more in one file at a time, each as often as its weight says. */
  | { readonly kind: 'files'; readonly rounds: number; readonly files: readonly { readonly path: string; readonly weight: number }[] };

export interface DuelSetup {
  readonly left: DuelSide;
  readonly right: DuelSide;
  readonly series: DuelSeries;
}

/** Most rounds of a duel. */
export const mostRounds = 50;
