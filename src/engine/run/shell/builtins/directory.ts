import { strerror, SystemFault } from '../../system/errno.ts';
import { complaint } from '../message.ts';
import type { Builtin } from './builtin.ts';

/** `cd [-L|-P] [directory]`, with CDPATH. */
export const changeDirectory: Builtin = (shell, args) => {
  const { state } = shell;
  let physical = false;
  let rest = [...args];
  while (rest[0] !== undefined && /^-[LP]+$/.test(rest[0])) physical = rest.shift()!.endsWith('P');
  if (rest[0] === '--') rest = rest.slice(1);
  let target = rest[0] ?? state.get('HOME');
  if (target === undefined) {
    complaint(state, 'HOME not set', 'cd');
    return state.dialect === 'dash' ? 2 : 1;
  }
  let shows = false;
  if (target === '-') {
    target = state.get('OLDPWD') ?? '';
    shows = true;
    if (target === '' && state.dialect !== 'dash') {
      complaint(state, 'OLDPWD not set', 'cd');
      return 1;
    }
  }
  if (target === '') return 0;
  const candidates = /^\.{0,2}(\/|$)/.test(target) ? [target] : [...(state.get('CDPATH') ?? '').split(':').filter((dir) => dir !== ''), ''].map((dir) => (dir ? `${dir}/${target}` : target!));
  let failure: SystemFault | undefined;
  for (const candidate of candidates) {
    const before = state.get('PWD') ?? state.process.cwd;
    const logical = clean(candidate.startsWith('/') ? candidate : `${before}/${candidate}`);
    try {
      const path = state.process.chdir(physical ? candidate : logical);
      state.set('OLDPWD', before);
      state.set('PWD', physical ? path : logical);
      if (shows || candidate !== target) state.process.out(`${state.get('PWD')}\n`);
      return 0;
    } catch (fault) {
      if (!(fault instanceof SystemFault)) throw fault;
      failure = fault;
    }
  }
  const errno = failure!.errno;
  if (state.dialect === 'dash') complaint(state, `can't cd to ${target}`, 'cd');
  else if (state.dialect === 'ash') complaint(state, `can't cd to ${target}: ${strerror(errno)}`, 'cd');
  else complaint(state, `${target}: ${strerror(errno)}`, 'cd');
  return state.dialect === 'bash' ? 1 : 2;
};

/** A path without `.`, `..` and doubled slashes, as a text. */
function clean(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

export const printDirectory: Builtin = (shell, args) => {
  const { state } = shell;
  state.process.out(`${args.includes('-P') ? state.process.cwd : (state.get('PWD') ?? state.process.cwd)}\n`);
  return 0;
};
