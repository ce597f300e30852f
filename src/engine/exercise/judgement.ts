/** What the checks of an exercise say of a workspace: plain JSON. */
import type { StepState } from '../solver/record.ts';
import type { Message } from '../source/message.ts';
import type { Action } from '../workspace/action.ts';

/** A future in which a check does not hold: what is done, and the step to look at. */
export interface Counterexample {
  /** What happens, each in a sentence: `edit tsconfig.json`. */
  readonly told: readonly Message[];
  /** The same as actions of a workspace, to be tried by hand; absent where it takes more than that (a secret's value, a base image that moves). */
  readonly actions?: readonly Action[];
  readonly step?: { readonly id: string; /** `RUN npm ci`. */ readonly text: string; readonly stage: string; readonly state: StepState };
  /** Why the step came out so, in a sentence. */
  readonly reason?: Message;
}

/** `waiting`: nothing was built yet that it could be judged over, or the last build failed. */
export type CheckState = 'passed' | 'failed' | 'waiting';

export interface CheckResult {
  readonly id: string;
  readonly state: CheckState;
  /** Why it does not hold. */
  readonly because?: Message;
  readonly counterexample?: Counterexample;
}

export interface Judgement {
  readonly checks: readonly CheckResult[];
  readonly probes: readonly CheckResult[];
  /** All checks hold. */
  readonly passed: boolean;
  /** The last build failed: what it said. */
  readonly error?: string;
  /** Steps of the last good build with a command that is not simulated: what it would have written, nothing can be said of. */
  readonly unknown: readonly string[];
  /** Id of the ladder for the trouble at hand; absent where nothing is wrong. */
  readonly ladder?: string;
  /** Files, options and lines that were changed or typed since the start: the count of golf. Builds are free. */
  readonly moves: number;
}
