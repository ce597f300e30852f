/** How a workspace runs a line that was typed into its terminal: given from outside, since the command line stands above the workspace. */
import type { ResolveImage } from '../image/base.ts';
import type { RegistryMessage } from '../registry/message.ts';
import type { Scenario } from './scenario.ts';
import type { State } from './state.ts';

/** A piece of output. */
export interface TerminalLine {
  /** 1 standard output, 2 standard error. */
  readonly stream: 1 | 2;
  /** Virtual milliseconds since the command began: when it appears while the command plays. */
  readonly time: number;
  /** Whole lines with their newlines; the last may be without one. */
  readonly text: string;
}

/** A line that was typed, and what came of it. */
export interface TerminalEntry {
  readonly machine: string;
  /** Folder of the context that it was typed in: `` is its root. */
  readonly folder: string;
  readonly line: string;
  readonly output: readonly TerminalLine[];
  readonly exitCode: number;
  /** Virtual milliseconds that it took. */
  readonly duration: number;
  /** Number of the build that it was: its progress plays in place of output. */
  readonly build?: number;
  /** What a push or pull said to the registry. */
  readonly messages?: readonly RegistryMessage[];
  /** Context path that it asks the editor to open. */
  readonly opens?: string;
}

export interface Executed {
  readonly state: State;
  readonly entry: TerminalEntry;
}

/**
 * State and line → state and what was printed. Never throws, whatever the line. `interrupted`: virtual milliseconds after which
 * Ctrl-C was pressed; what had ended by then stays.
 */
export type Execute = (state: State, line: string, scenario: Scenario, resolve: ResolveImage, interrupted?: number) => Executed;
