/** Redirections: open, duplicate and close descriptors before a command runs. */
import { strerror, SystemFault } from '../system/errno.ts';
import type { Errno } from '../system/errno.ts';
import { TextStream } from '../system/stream.ts';
import type { Redirect } from './ast.ts';
import { Fatal } from './control.ts';
import { expandFields, expandText } from './expand.ts';
import type { Interpreter } from './interpreter.ts';
import { complaint } from './message.ts';
import type { Dialect } from './dialect.ts';

/** Applies redirections to the process; the exit code where one fails. In a special builtin a failure ends the shell. */
export function applyRedirects(shell: Interpreter, redirects: readonly Redirect[], fatal = false): number | undefined {
  const { state } = shell;
  for (const redirect of redirects) {
    const failure = apply(shell, redirect);
    if (failure === undefined) continue;
    if (fatal && state.dialect !== 'bash') throw new Fatal(failure, state.dialect === 'dash' ? 2 : 1);
    complaint(state, failure);
    return state.dialect === 'dash' ? 2 : 1;
  }
  return undefined;
}

function apply(shell: Interpreter, redirect: Redirect): string | undefined {
  const { state } = shell;
  const { process } = state;
  const { operator, fd } = redirect;
  if (operator === '<<') {
    process.fds.set(fd, new TextStream(expandText(shell, redirect.target)));
    return undefined;
  }
  if (operator === '<<<') {
    process.fds.set(fd, new TextStream(`${expandText(shell, redirect.target)}\n`));
    return undefined;
  }
  const target = state.dialect === 'bash' ? expandFields(shell, redirect.target).join(' ') : expandText(shell, redirect.target);
  if (operator === '<&' || operator === '>&') {
    if (target === '-') {
      process.fds.delete(fd);
      return undefined;
    }
    if (/^\d+$/.test(target)) {
      const stream = process.fds.get(Number(target));
      if (!stream) return state.dialect === 'dash' ? `${target}: Bad file descriptor` : `${state.dialect === 'ash' ? `dup2(${target},${fd})` : target}: Bad file descriptor`;
      process.fds.set(fd, stream);
      return undefined;
    }
    if (operator === '<&' || state.dialect === 'dash') throw new Fatal('Syntax error: Bad fd number');
  }
  const writes = operator !== '<';
  process.command ||= `> ${target}`;
  try {
    if (operator === '>' && state.options.C && process.peek(target)?.type === 'file') throw SystemFault.of('EEXIST');
    const mode = operator === '<' ? 'read' : operator === '>>' ? 'append' : operator === '<>' ? 'readwrite' : 'write';
    const stream = process.open(target, mode);
    process.fds.set(fd, stream);
    if (operator === '&>' || (operator === '>&' && fd === 1)) process.fds.set(2, stream);
    return undefined;
  } catch (fault) {
    if (!(fault instanceof SystemFault)) throw fault;
    return cannotOpen(target, fault.errno, writes, state.dialect);
  }
}

function cannotOpen(path: string, errno: Errno, writes: boolean, dialect: Dialect): string {
  if (dialect === 'bash') return `${path}: ${errno === 'EEXIST' ? 'cannot overwrite existing file' : strerror(errno)}`;
  const words = dialect === 'dash' ? { open: 'No such file', create: 'Directory nonexistent' } : { open: 'no such file', create: 'nonexistent directory' };
  const missing = errno === 'ENOENT' || errno === 'ENOTDIR';
  const reason = missing ? (writes ? words.create : words.open) : strerror(errno);
  const verb = dialect === 'dash' ? 'cannot' : "can't";
  return `${verb} ${writes ? 'create' : 'open'} ${path}: ${reason}`;
}
