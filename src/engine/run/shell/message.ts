/** Messages of the shell itself, in the words of each shell. */
import type { ShellState } from './state.ts';

/**
 * `sh: 3: cd: …` of dash, `sh: cd: line 2: …` of ash, which counts lines from 0 in `-c`, `sh: line 3: cd: …` of bash.
 */
export function complaint(state: ShellState, message: string, builtin?: string): void {
  const { dialect, name, line } = state;
  const about = builtin ? `${builtin}: ` : '';
  if (dialect === 'dash') state.process.err(`${name}: ${line}: ${about}${message}\n`);
  else if (dialect === 'bash' && state.interactive) state.process.err(`${name}: ${about}${message}\n`);
  else if (dialect === 'bash') state.process.err(`${name}: line ${line}: ${about}${message}\n`);
  else state.process.err(`${name}: ${about}line ${Math.max(0, line - 1)}: ${message}\n`);
}

/** Complaints of those builtins of ash that are applets: they tell the applet's name alone. */
export function appletComplaint(state: ShellState, message: string, builtin: string): void {
  if (state.dialect === 'ash') state.process.err(`${state.process.name}: ${message}\n`);
  else complaint(state, message, builtin);
}
