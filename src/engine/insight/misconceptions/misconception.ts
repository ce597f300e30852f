/** A false belief about builds that has a name: how it is told by a wrong guess, and two builds that refute it. */
import type { BuildOptions } from '../../graph/plan.ts';
import type { StepState } from '../../solver/record.ts';
import type { WrongGuess } from './wrong-guess.ts';

/** What somebody says of a step before a build: it stays cached, it runs, its stage is not needed. */
export type Guess = 'hit' | 'miss' | 'not-needed';

/** A file of a demonstration; one of `text` and `size` is there. */
export interface DemoFile {
  readonly path: string;
  readonly text?: string;
  /** Bytes that nobody reads. */
  readonly size?: number;
  readonly mode?: number;
}

/** Actions of a workspace, as far as demonstrations need them. */
export type DemoAction =
  | { readonly type: 'import'; readonly name: string; readonly files: readonly DemoFile[] }
  | { readonly type: 'write'; readonly path: string; readonly text: string }
  | { readonly type: 'touch' | 'delete'; readonly path: string }
  | { readonly type: 'chmod'; readonly path: string; readonly mode: number }
  | { readonly type: 'options'; readonly options: BuildOptions }
  | { readonly type: 'wait'; readonly duration: number }
  | { readonly type: 'machine'; readonly name: string }
  | { readonly type: 'command'; readonly line: string }
  | { readonly type: 'prune' | 'build' };

/** What refutes the belief: actions in a scene, the last of them a build that is set against the one before it. */
export interface Demo {
  /** Slug of the scene that it happens in. */
  readonly scene: string;
  readonly actions: readonly DemoAction[];
  /** The step to look at, and what the last build makes of it; absent where what is shown is no step's state. */
  readonly shows?: { readonly step: string; readonly state: StepState };
}

export interface Misconception {
  /** Stable: scores are kept under it. */
  readonly id: string;
  /** Message ids: what is believed, and what is so. */
  readonly belief: string;
  readonly truth: string;
  /** How well it explains the wrong guess, 1 to 100; 0 where it does not. Absent where no guess about a step tells it. */
  readonly matches?: (wrong: WrongGuess) => number;
  readonly demo: Demo;
}
