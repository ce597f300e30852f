/** What package managers keep beside a project: artifacts that are fetched once, and digests of what compilers read. */
import { sha256 } from '../../fs/index.ts';
import type { Process } from '../system/process.ts';
import { contentOf } from '../system/reading.ts';
import { writeDescribed } from '../system/writing.ts';

/** Something that is downloaded to a place of its own. One file can stand for several. */
export interface Artifact {
  readonly path: string;
  readonly size: number;
  /** Decides its bytes. */
  readonly seed: string;
  /** Packages that it stands for. */
  readonly count: number;
}

/** Those that are not there yet. */
export function missingOf(process: Process, artifacts: readonly Artifact[]): readonly Artifact[] {
  return artifacts.filter(({ path }) => !process.peek(path));
}

/** Writes artifacts to their places; how many packages and bytes they are. */
export function keep(process: Process, artifacts: readonly Artifact[]): { readonly count: number; readonly bytes: number } {
  for (const { path, size, seed } of artifacts) writeDescribed(process, path, size, seed);
  return { count: artifacts.reduce((sum, one) => sum + one.count, 0), bytes: artifacts.reduce((sum, one) => sum + one.size, 0) };
}

/** One digest of the names and contents of what is at these paths. Times and owners do not count. */
export function digestOf(process: Process, paths: readonly string[]): string {
  return sha256(paths.map((path) => `${path} ${contentOf(process, path)}`).join('\n'));
}

/** Bytes of all files at or below a path. */
export function bytesBelow(process: Process, path: string): number {
  const inode = process.peek(path, false);
  process.limits.step();
  if (inode?.type === 'file') return inode.size;
  if (inode?.type !== 'dir') return 0;
  return inode.names().reduce((sum, name) => sum + bytesBelow(process, `${path}/${name}`), 0);
}

/** Paths of the files below a directory whose names pass, in order; without folders of those names. */
export function filesBelow(process: Process, path: string, passes: (name: string) => boolean, without: ReadonlySet<string> = new Set()): string[] {
  const inode = process.peek(path, false);
  process.limits.step();
  if (inode?.type !== 'dir') return [];
  return inode.names().flatMap((name) => {
    const at = path === '.' ? name : `${path}/${name}`;
    const child = process.peek(at, false);
    if (child?.type === 'dir') return without.has(name) ? [] : filesBelow(process, at, passes, without);
    return passes(name) ? [at] : [];
  });
}
