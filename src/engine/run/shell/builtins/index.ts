/** The builtins, by name. */
import type { Dialect } from '../dialect.ts';
import type { Builtin } from './builtin.ts';
import { changeDirectory, printDirectory } from './directory.ts';
import { breakLoop, dot, evaluate, execute, exit, returnFrom } from './flow.ts';
import { kill, times, trap, ulimit, umask, wait } from './jobs.ts';
import { alias, command, hash, type, unalias } from './lookup.ts';
import { getopts, set, shift, shopt } from './options.ts';
import { echo, printf } from './print.ts';
import { read } from './read.ts';
import { test } from './test.ts';
import { declare, exportVariables, letBuiltin, local, readonlyVariables, unset } from './variables.ts';

const nothing: Builtin = () => 0;

const BUILTINS: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  ['.', dot],
  [':', nothing],
  ['[', test],
  ['alias', alias],
  ['bg', nothing],
  ['break', breakLoop],
  ['cd', changeDirectory],
  ['command', command],
  ['continue', breakLoop],
  ['echo', echo],
  ['eval', evaluate],
  ['exec', execute],
  ['exit', exit],
  ['export', exportVariables],
  ['false', () => 1],
  ['fg', nothing],
  ['getopts', getopts],
  ['hash', hash],
  ['jobs', nothing],
  ['kill', kill],
  ['local', local],
  ['printf', printf],
  ['pwd', printDirectory],
  ['read', read],
  ['readonly', readonlyVariables],
  ['return', returnFrom],
  ['set', set],
  ['shift', shift],
  ['test', test],
  ['times', times],
  ['trap', trap],
  ['true', nothing],
  ['type', type],
  ['ulimit', ulimit],
  ['umask', umask],
  ['unalias', unalias],
  ['unset', unset],
  ['wait', wait],
]);

/** What ash and bash have beyond POSIX. */
const EXTENDED: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  ['[[', test],
  ['let', letBuiltin],
  ['source', dot],
]);

/** What only bash has. */
const BASH: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  ['declare', declare],
  ['shopt', shopt],
  ['typeset', declare],
]);

const SPECIAL = new Set(['.', ':', 'break', 'continue', 'eval', 'exec', 'exit', 'export', 'readonly', 'return', 'set', 'shift', 'times', 'trap', 'unset']);

export function builtin(name: string, dialect: Dialect): Builtin | undefined {
  return BUILTINS.get(name) ?? (dialect === 'dash' ? undefined : EXTENDED.get(name)) ?? (dialect === 'bash' ? BASH.get(name) : undefined);
}

/** POSIX's special builtins: their assignments stay, and their errors end the shell. */
export function isSpecial(name: string): boolean {
  return SPECIAL.has(name);
}
