/** The program `sh`: its command line, and the shell that runs for it. */
import { errnoOf, strerror } from '../system/errno.ts';
import type { Process } from '../system/process.ts';
import { setOptions } from './builtins/options.ts';
import { Fatal } from './control.ts';
import type { Dialect } from './dialect.ts';
import { Interpreter } from './interpreter.ts';
import { complaint } from './message.ts';
import { ShellState } from './state.ts';

const SHELLS: Readonly<Record<string, Dialect>> = { sh: 'dash', dash: 'dash', ash: 'ash', bash: 'bash', rbash: 'bash' };

/** Which shell a program is, by the name it is called by and the file it leads to; undefined for other programs. */
export function shellDialect(name: string, file: string): Dialect | undefined {
  const called = SHELLS[name];
  if (file === 'busybox' || file.startsWith('busybox.')) return called ? 'ash' : undefined;
  return SHELLS[file] ?? called;
}

/** Runs `sh [options] [-c text [name [args]] | file [args]]`. */
export function runShell(process: Process, argv: readonly string[], dialect: Dialect): number {
  const args = argv.slice(1);
  const state = new ShellState(dialect, process, argv[0]!, []);
  importEnvironment(state);
  const shell = new Interpreter(state);
  let text = false;
  let input = false;
  let i = 0;
  try {
    for (; i < args.length && /^[-+]./.test(args[i]!) && args[i] !== '--'; i++) {
      const arg = args[i]!;
      if (arg.startsWith('--')) continue;
      if (arg[0] === '-' && arg.includes('c')) text = true;
      if (arg[0] === '-' && arg.includes('s')) input = true;
      const letters = arg.replace(/[csilo]/g, '');
      if (letters.length > 1) setOptions(state, [letters]);
      if (arg.includes('o') && arg.length > 1) setOptions(state, [`${arg[0]}o`, args[++i] ?? '']);
    }
  } catch (fault) {
    if (!(fault instanceof Fatal)) throw fault;
    complaint(state, fault.message);
    return 2;
  }
  if (args[i] === '--' || args[i] === '-') i++;
  const rest = args.slice(i);
  if (text) {
    const source = rest[0];
    if (source === undefined) {
      process.err(dialect === 'bash' ? `${argv[0]}: -c: option requires an argument\n` : dialect === 'ash' ? `${argv[0]}: -c requires an argument\n` : `${argv[0]}: 0: -c requires an argument\n`);
      return 2;
    }
    state.fromArgument = true;
    state.name = rest[1] ?? argv[0]!;
    state.parameters = rest.slice(2);
    return shell.main(source);
  }
  if (rest[0] === undefined || input) {
    state.parameters = rest;
    return shell.main(process.readInput());
  }
  state.name = rest[0];
  state.parameters = rest.slice(1);
  let source: string;
  try {
    source = process.readFile(rest[0]);
  } catch (fault) {
    const reason = errnoOf(fault);
    const words = reason === 'ENOENT' ? 'No such file' : strerror(reason);
    if (dialect === 'dash') process.err(`${argv[0]}: 0: cannot open ${rest[0]}: ${words}\n`);
    else if (dialect === 'ash') process.err(`${argv[0]}: line 0: can't open ${rest[0]}: ${words.toLowerCase()}\n`);
    else process.err(`${argv[0]}: ${rest[0]}: ${strerror(reason)}\n`);
    return dialect !== 'bash' ? 2 : reason === 'ENOENT' ? 127 : 126;
  }
  return shell.main(source);
}

function importEnvironment(state: ShellState): void {
  for (const [name, value] of state.process.env) {
    if (/^[A-Za-z_]\w*$/.test(name)) state.variables.set(name, { value, exported: true });
  }
  state.variables.set('IFS', { value: ' \t\n' });
  state.variables.set('OPTIND', { value: '1' });
  state.variables.set('PS4', { value: '+ ' });
  state.variables.set('PPID', { value: '0' });
  state.set('PWD', state.process.cwd);
  if (state.dialect === 'bash') {
    state.variables.set('BASH_VERSION', { value: '5.2.37(1)-release' });
    state.variables.set('OSTYPE', { value: 'linux-gnu' });
  }
}
