import { Fatal } from '../control.ts';
import { complaint } from '../message.ts';
import type { Builtin } from './builtin.ts';

const SIGNALS = ['EXIT', 'HUP', 'INT', 'QUIT', 'ILL', 'TRAP', 'ABRT', 'BUS', 'FPE', 'KILL', 'USR1', 'SEGV', 'USR2', 'PIPE', 'ALRM', 'TERM'];

function signalName(text: string): string | undefined {
  if (/^\d+$/.test(text)) return SIGNALS[Number(text)];
  const name = text.toUpperCase().replace(/^SIG/, '');
  return SIGNALS.includes(name) || name === 'ERR' || name === 'DEBUG' || name === 'CHLD' || name === 'WINCH' ? name : undefined;
}

/** `trap [action] signal…`. Only EXIT ever happens here: nothing sends signals. */
export const trap: Builtin = (shell, args) => {
  const { state } = shell;
  const rest = args[0] === '--' ? args.slice(1) : [...args];
  if (rest.length === 0) {
    for (const [signal, action] of state.traps) state.process.out(`trap -- '${action.replaceAll("'", `'"'"'`)}' ${signal}\n`);
    return 0;
  }
  const resets = rest.length === 1 || /^\d+$/.test(rest[0]!);
  const action = resets ? '-' : rest.shift()!;
  for (const text of rest) {
    const signal = signalName(text);
    if (!signal || (signal === 'ERR' && state.dialect !== 'bash')) {
      complaint(state, state.dialect === 'dash' ? `${text}: bad trap` : `${text}: invalid signal specification`, 'trap');
      return 1;
    }
    if (action === '-') state.traps.delete(signal);
    else state.traps.set(signal, action);
  }
  return 0;
};

/** Commands in the background have ended before the next one starts. */
export const wait: Builtin = (shell, args) => (args[0] === undefined ? 0 : (shell.state.jobs.get(Number(args.at(-1))) ?? 127));

export const times: Builtin = (shell) => {
  shell.state.process.out(shell.state.dialect === 'dash' ? '0m0.000000s 0m0.000000s\n0m0.000000s 0m0.000000s\n' : '0m0.000s 0m0.000s\n0m0.000s 0m0.000s\n');
  return 0;
};

export const umask: Builtin = (shell, args) => {
  const { process, dialect } = shell.state;
  const text = args.find((arg) => arg !== '-S' && arg !== '-p');
  if (text === undefined) {
    if (args.includes('-S')) process.out(`${symbolic(~process.umask & 0o777)}\n`);
    else process.out(`${process.umask.toString(8).padStart(4, '0')}\n`);
    return 0;
  }
  if (/^[0-7]{1,4}$/.test(text)) {
    process.umask = parseInt(text, 8) & 0o777;
    return 0;
  }
  if (/^\d+$/.test(text)) {
    complaint(shell.state, dialect === 'dash' ? `Illegal number: ${text}` : `illegal mode: ${text}`, 'umask');
    return dialect === 'dash' ? 2 : 1;
  }
  let allowed = ~process.umask & 0o777;
  for (const clause of text.split(',')) {
    const match = /^([ugoa]*)([-+=])([rwx]*)$/.exec(clause);
    if (!match) throw new Fatal(dialect === 'dash' ? `Illegal mode: ${text}` : `illegal mode: ${text}`, 2, 'umask');
    const bits = [...match[3]!].reduce((sum, c) => sum | { r: 4, w: 2, x: 1 }[c as 'r']!, 0);
    for (const [who, shift] of [['u', 6], ['g', 3], ['o', 0]] as const) {
      if (match[1] !== '' && !match[1]!.includes(who) && !match[1]!.includes('a')) continue;
      if (match[2] === '+') allowed |= bits << shift;
      else if (match[2] === '-') allowed &= ~(bits << shift);
      else allowed = (allowed & ~(7 << shift)) | (bits << shift);
    }
  }
  process.umask = ~allowed & 0o777;
  return 0;
};

function symbolic(mode: number): string {
  const bits = (shift: number) => ['r', 'w', 'x'].filter((_, i) => (mode >> (shift + 2 - i)) & 1).join('');
  return `u=${bits(6)},g=${bits(3)},o=${bits(0)}`;
}

export const ulimit: Builtin = (shell, args) => {
  if (args.every((arg) => arg.startsWith('-'))) shell.state.process.out(args.includes('-n') ? '1048576\n' : 'unlimited\n');
  return 0;
};

/** Nobody is there to be signalled but the shell itself; signal 0 asks whether a process is there. */
export const kill: Builtin = (shell, args) => {
  const { state } = shell;
  const target = args.at(-1);
  if (args[0] === '-l') {
    state.process.out(`${SIGNALS.slice(1).join('\n')}\n`);
    return 0;
  }
  if (target === undefined) throw new Fatal('Usage: kill [-s sigspec | -signum | -sigspec] [pid | job]... or\nkill -l [exitstatus]', 2, 'kill');
  if (target === String(state.id) && args[0] === '-0') return 0;
  complaint(state, state.dialect === 'ash' ? `can't kill pid ${target}: No such process` : 'No such process', 'kill');
  return 1;
};
