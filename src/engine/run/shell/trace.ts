/** The lines that `set -x` prints. */
import type { Stream } from '../system/stream.ts';
import type { ShellState } from './state.ts';

/** Prints a command before it runs, on the standard error of the shell. */
export function traceLine(state: ShellState, argv: readonly string[], assignments: readonly (readonly [string, string])[], fds: ReadonlyMap<number, Stream>): void {
  const prefix = state.get('PS4') ?? '+ ';
  const quote = state.dialect === 'dash' ? (word: string) => word : quoteForTrace;
  const words = [...assignments.map(([name, value]) => `${name}=${quote(value)}`), ...argv.map(quote)];
  fds.get(2)?.write(`${prefix}${words.join(' ')}\n`, state.process);
}

function quoteForTrace(word: string): string {
  return /^[A-Za-z0-9_@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
