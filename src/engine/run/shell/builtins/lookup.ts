import { searchPath } from '../search.ts';
import { runProgram } from '../search.ts';
import { complaint } from '../message.ts';
import type { Builtin } from './builtin.ts';
import { builtin, isSpecial } from './index.ts';

const RESERVED = ['!', '{', '}', 'case', 'do', 'done', 'elif', 'else', 'esac', 'fi', 'for', 'if', 'in', 'then', 'until', 'while'];

/** `command [-v|-V|-p] name …` */
export const command: Builtin = (shell, args) => {
  const { state } = shell;
  const { process, dialect } = state;
  const rest = [...args];
  let mode = '';
  while (rest[0] !== undefined && /^-[pvV]+$/.test(rest[0])) mode += rest.shift()!.slice(1);
  if (rest[0] === '--') rest.shift();
  const name = rest[0];
  if (name === undefined) return 0;
  if (mode.includes('v')) {
    if (state.functions.has(name) || builtin(name, dialect) || RESERVED.includes(name)) process.out(`${name}\n`);
    else {
      const found = searchPath(process, name, state.get('PATH'));
      if (!('path' in found)) return dialect === 'bash' ? 1 : 127;
      process.out(`${found.path}\n`);
    }
    return 0;
  }
  if (mode.includes('V')) return type(shell, [name], 'command');
  const run = builtin(name, dialect);
  return run ? run(shell, rest.slice(1), name) : runProgram(state, rest);
};

export const type: Builtin = (shell, args) => {
  const { state } = shell;
  const { process, dialect } = state;
  let status = 0;
  for (const name of args) {
    if (RESERVED.includes(name)) process.out(`${name} is a shell keyword\n`);
    else if (state.functions.has(name)) process.out(dialect === 'dash' ? `${name} is a shell function\n` : dialect === 'ash' ? `${name} is a function\n` : `${name} is a function\n`);
    else if (builtin(name, dialect)) process.out(`${name} is a ${isSpecial(name) && dialect !== 'bash' ? 'special ' : ''}shell builtin\n`);
    else {
      const found = searchPath(process, name, state.get('PATH'));
      if ('path' in found) process.out(`${name} is ${found.path}\n`);
      else {
        if (dialect === 'bash') complaint(state, `${name}: not found`, 'type');
        else process.out(`${name}: not found\n`);
        status = dialect === 'bash' ? 1 : 127;
      }
    }
  }
  return status;
};

export const hash: Builtin = () => 0;

/** Aliases are for people at a prompt; they can be defined and have no effect. */
export const alias: Builtin = () => 0;
export const unalias: Builtin = () => 0;
