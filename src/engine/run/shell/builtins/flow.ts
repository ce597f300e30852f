import { strerror, SystemFault } from '../../system/errno.ts';
import { Break, Exit, Fatal, Return } from '../control.ts';
import { complaint } from '../message.ts';
import { searchPath } from '../search.ts';
import type { ShellState } from '../state.ts';
import type { Builtin } from './builtin.ts';

function number(state: ShellState, text: string, name: string): number {
  if (/^\d+$/.test(text) && (state.dialect !== 'dash' || Number(text) <= 0x7fffffff)) return Number(text);
  if (state.dialect === 'bash') throw new Fatal(`${text}: numeric argument required`, 2, name);
  throw new Fatal(`Illegal number: ${text}`, 2, name);
}

/** `break [n]` and `continue [n]`. */
export const breakLoop: Builtin = (shell, args, name) => {
  const { state } = shell;
  const levels = args[0] === undefined ? 1 : number(state, args[0], name);
  if (levels < 1) throw new Fatal(`Illegal number: ${args[0]}`, 2, name);
  if (state.loops === 0) return 0;
  throw new Break(Math.min(levels, state.loops), name === 'continue');
};

export const exit: Builtin = (shell, args, name) => {
  const status = args[0] === undefined ? shell.state.status : number(shell.state, args[0], name);
  throw new Exit(status & 255);
};

export const returnFrom: Builtin = (shell, args, name) => {
  throw new Return(args[0] === undefined ? shell.state.status : number(shell.state, args[0], name) & 255);
};

export const evaluate: Builtin = (shell, args) => shell.source(args.join(' '), shell.state.dialect === 'dash' ? 1 : shell.state.line, 'eval');

/** `. file`: a name without a slash is looked up on PATH, and by ash and bash also here. */
export const dot: Builtin = (shell, args, name) => {
  const { state } = shell;
  const { process } = state;
  const file = args[0];
  if (file === undefined) {
    if (state.dialect === 'dash') return 0;
    throw new Fatal(state.dialect === 'ash' ? 'filename argument required' : 'filename argument required', 2, name);
  }
  let path = file;
  if (!file.includes('/')) {
    const dirs = (state.get('PATH') ?? '').split(':');
    const found = dirs.map((dir) => `${dir || '.'}/${file}`).find((one) => process.peek(one)?.type === 'file');
    if (!found && state.dialect === 'dash') throw new Fatal(`${file}: not found`, 2, '.');
    path = found ?? file;
  }
  let source: string;
  try {
    source = process.readFile(path);
  } catch (fault) {
    if (!(fault instanceof SystemFault)) throw fault;
    if (state.dialect === 'bash') {
      complaint(state, `${file}: ${strerror(fault.errno)}`);
      return 1;
    }
    const missing = fault.errno === 'ENOENT' || fault.errno === 'ENOTDIR';
    if (state.dialect === 'dash') throw new Fatal(`cannot open ${file}: ${missing ? 'No such file' : strerror(fault.errno)}`, 2, '.');
    throw new Fatal(`can't open ${file}: ${missing ? 'no such file' : strerror(fault.errno)}`, 2, name);
  }
  const { parameters } = state;
  if (args.length > 1 && state.dialect !== 'dash') state.parameters = args.slice(1);
  try {
    return shell.source(source, 1, file);
  } catch (thrown) {
    if (thrown instanceof Return) return thrown.status;
    throw thrown;
  } finally {
    if (args.length > 1) state.parameters = parameters;
  }
};

/** `exec command`: the shell ends with the command. Without one, only its redirections count. */
export const execute: Builtin = (shell, args) => {
  const { state } = shell;
  const argv = args[0] === '--' ? args.slice(1) : [...args];
  if (argv.length === 0) return 0;
  const found = searchPath(state.process, argv[0]!, state.get('PATH'));
  if (!('path' in found)) {
    const reason = found.reason === 'missing' ? 'not found' : 'Permission denied';
    throw new Fatal(state.dialect === 'bash' ? `${argv[0]}: ${reason}` : `${argv[0]}: ${reason}`, found.status, 'exec');
  }
  state.traps.delete('EXIT');
  throw new Exit(state.process.launch(state.process.fork(), argv, found.path));
};
