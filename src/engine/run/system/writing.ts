import { SystemFault } from './errno.ts';
import type { DirInode } from './inode.ts';
import type { Process } from './process.ts';

/** Makes a directory and what is missing above it; gives the directory. */
export function makeDirectories(process: Process, path: string, mode = 0o777): DirInode {
  const there = process.peek(path);
  if (there?.type === 'dir') return there;
  const parts = path.split('/').filter((part) => part !== '');
  let at = path.startsWith('/') ? '' : '.';
  for (const part of parts) {
    at += `/${part}`;
    if (process.peek(at)) continue;
    process.files.mkdir(process, at, mode);
  }
  const inode = process.find(path);
  if (inode.type !== 'dir') throw SystemFault.of('ENOTDIR');
  return inode;
}

/** Makes or replaces a file by a description of its bytes; missing directories are made. */
export function writeDescribed(process: Process, path: string, size: number, seed: string, mode = 0o644): void {
  const slash = path.lastIndexOf('/');
  if (slash > 0) makeDirectories(process, path.slice(0, slash));
  const inode = process.files.create(process, path, { truncate: true, mode });
  if (inode.type !== 'file') return;
  inode.content = { kind: 'described', size, seed };
  process.files.modified(process, inode);
}
