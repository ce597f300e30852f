/** How tools tell that a system call on a file failed. */
import { errnoOf, strerror } from '../system/errno.ts';
import type { Process } from '../system/process.ts';

/** A name in GNU's quotes, plain in BusyBox's. */
export function quoted(process: Process, path: string): string {
  if (process.userland === 'busybox') return `'${path}'`;
  return /'/.test(path) ? `"${path}"` : `'${path}'`;
}

/** Prints `tool: cannot stat 'x': reason`, BusyBox's words where they are given apart. A thrown fault → exit code 1. */
export function reportFault(process: Process, thrown: unknown, gnu: string, busybox = gnu): number {
  const errno = errnoOf(thrown);
  return process.fail(`${process.userland === 'gnu' ? gnu : busybox}: ${strerror(errno)}`);
}

/** Runs `work` on every operand; 1 where one of them fails. */
export function forEach(operands: readonly string[], work: (operand: string) => number): number {
  let status = 0;
  for (const operand of operands) status = Math.max(status, work(operand));
  return status;
}
