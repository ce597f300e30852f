/** Messages of the shell itself, in the words of each shell. */
import type { ShellState } from './state.ts';

/**
 * `sh: 3: cd: …` of dash, `sh: cd: line 3: …` of ash, `sh: line 3: cd: …` of bash. ash names a line only for
 * builtins, and line 0 for what its child could not run.
 */
export function complaint(state: ShellState, message: string, builtin?: string): void {
  const { dialect, name, line } = state;
  const about = builtin ? `${builtin}: ` : '';
  if (dialect === 'dash') state.process.err(`${name}: ${line}: ${about}${message}\n`);
  else if (dialect === 'bash') state.process.err(`${name}: line ${line}: ${about}${message}\n`);
  else state.process.err(builtin ? `${name}: ${about}line ${line}: ${message}\n` : `${name}: ${message}\n`);
}
