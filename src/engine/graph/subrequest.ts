/** Answers to `docker build --call=targets` and `--call=outline` (BuildKit `frontend/subrequests`). */
import type { Diagnostic } from '../source/diagnostic.ts';
import type { LineRange } from '../source/range.ts';

export interface BuildTarget {
  /** Lower-cased stage name; absent for a stage without one. */
  readonly name?: string;
  readonly base: string;
  readonly platform?: string;
  readonly description?: string;
  readonly default: boolean;
  readonly lines: readonly LineRange[];
}

export interface OutlineArg {
  readonly name: string;
  readonly value?: string;
  readonly description?: string;
  readonly lines: readonly LineRange[];
}

/** A secret or an SSH agent that a reachable RUN mounts. */
export interface OutlineMount {
  readonly name: string;
  readonly required: boolean;
  readonly lines: readonly LineRange[];
}

export interface BuildOutline {
  readonly name?: string;
  readonly description?: string;
  /** In order of definition. */
  readonly args: readonly OutlineArg[];
  readonly secrets: readonly OutlineMount[];
  readonly ssh: readonly OutlineMount[];
}

export interface SubrequestError {
  readonly error: Diagnostic;
}
