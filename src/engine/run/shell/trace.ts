/** The lines that `set -x` prints. */
import type { Stream } from '../system/stream.ts';
import type { Dialect } from './dialect.ts';
import type { ShellState } from './state.ts';

/** Prints a command before it runs, on the standard error of the shell. */
export function traceLine(state: ShellState, argv: readonly string[], assignments: readonly (readonly [string, string])[], fds: ReadonlyMap<number, Stream>): void {
  const prefix = state.get('PS4') ?? '+ ';
  const quote = (word: string) => quoteForTrace(word, state.dialect);
  const words = [...assignments.map(([name, value]) => `${name}=${quote(value)}`), ...argv.map(quote)];
  fds.get(2)?.write(`${prefix}${words.join(' ')}\n`, state.process);
}

function quoteForTrace(word: string, dialect: Dialect): string {
  if (dialect === 'dash') return word;
  if (dialect === 'ash') return /^[\w@+:,./\]-]*$/.test(word) ? word : `'${word.replaceAll("'", `'"'"'`)}'`;
  return /^[\w@%+=:,./^{}~-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
