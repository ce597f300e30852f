/** From the name of a command to the program that runs: PATH, permissions, the messages when there is none. */
import { declaredFor } from '../declared.ts';
import type { Process } from '../system/process.ts';
import { EXECUTE } from '../system/file-system.ts';
import { complaint } from './message.ts';
import type { ShellState } from './state.ts';

export type Found = { readonly path: string } | { readonly status: 126 | 127; readonly reason: 'missing' | 'denied' | 'directory' };

/** Looks a name up as execvp does: a name with a slash is a path. */
export function searchPath(process: Process, name: string, path = process.env.get('PATH')): Found {
  const missing = { status: 127, reason: 'missing' } as const;
  if (name === '') return missing;
  if (name.includes('/')) return check(process, name) ?? missing;
  let failure: Found = missing;
  for (const dir of (path ?? '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin').split(':')) {
    const found = check(process, `${dir || '.'}/${name}`);
    if (found && 'path' in found) return found;
    if (found?.reason === 'denied') failure = found;
  }
  return failure;
}

function check(process: Process, path: string): Found | undefined {
  const inode = process.peek(path);
  if (!inode) return undefined;
  if (inode.type === 'dir') return { status: 126, reason: 'directory' };
  if (!process.files.allows(process, inode, EXECUTE)) return { status: 126, reason: 'denied' };
  const interpreter = inode.type === 'file' ? /^#![ \t]*(\S+)/.exec(inode.start)?.[1] : undefined;
  return interpreter === undefined || process.peek(interpreter) ? { path } : { status: 127, reason: 'missing' };
}

/** Runs a program as a child of the shell. */
export function runProgram(state: ShellState, argv: readonly string[]): number {
  const { process, dialect } = state;
  const name = argv[0]!;
  const found = searchPath(process, name, state.get('PATH'));
  if ('path' in found) return process.limits.nested(() => process.launch(process.fork(), argv, found.path));
  if (declaredFor(process, argv)) return process.limits.nested(() => process.launch(process.fork(), argv, name));
  if (dialect === 'bash') {
    const missing = name.includes('/') ? 'No such file or directory' : 'command not found';
    complaint(state, `${name}: ${found.reason === 'missing' ? missing : found.reason === 'directory' ? 'Is a directory' : 'Permission denied'}`);
  } else complaint(state, `${name}: ${found.reason === 'missing' ? 'not found' : 'Permission denied'}`);
  return found.status;
}
