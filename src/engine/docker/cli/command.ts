/** What a command of the simulated command line is: one file each under `commands/`. */
import type { Session } from '../session.ts';
import type { ArgumentRule } from './arguments.ts';
import type { Flags } from './parse-flags.ts';

/** One command as it was typed. */
export interface Call {
  readonly command: Command;
  /** The name it was called by: `docker images`. */
  readonly path: string;
  readonly flags: Flags;
  readonly args: readonly string[];
  readonly session: Session;
}

/** A command: its usage, its flags, and what it does. */
export interface Command {
  /** The words after `docker` in all places where it is listed: `images`, `image ls`. */
  readonly paths: readonly string[];
  /** Words by which it can be called too, and which nothing lists: `image list`. */
  readonly nicknames?: readonly string[];
  /** The arguments of its usage line: `[OPTIONS] [REPOSITORY[:TAG]]`; several for several usage lines. */
  readonly use: string | readonly string[];
  /** One line, as its group lists it. */
  readonly about: string;
  /** What its own help says instead. */
  readonly long?: string;
  /** Names that its help lists, itself included. */
  readonly aliases?: readonly string[];
  /** Flags as a table: see `flagTable`. */
  readonly flags?: string;
  /** Commands below it that are not simulated, with what the help says of them. */
  readonly below?: readonly (readonly [name: string, about: string])[];
  readonly takes: ArgumentRule;
  /** Whether everything after the first argument belongs to what is run, as for `docker run`. */
  readonly wraps?: true;
  /** Exit code. */
  run(call: Call): number;
}

/** A group of commands: `docker image`. */
export interface Group {
  /** `image`, `buildx history`. */
  readonly path: string;
  readonly about: string;
  readonly long?: string;
  /** Flags as a table; only buildx's groups have some. */
  readonly flags?: string;
}

/** Whether buildx answers: its complaints begin with `ERROR: `. */
export const isBuildx = ({ paths }: Command): boolean => (paths[0] ?? '').startsWith('buildx ');
