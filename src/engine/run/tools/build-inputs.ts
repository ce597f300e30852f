/** What compilers that are modelled as a whole read, and where their dependencies are kept. */
import { sha256 } from '../../fs/index.ts';
import type { Process } from '../system/process.ts';
import { contentOf } from '../system/reading.ts';
import { writeDescribed } from '../system/writing.ts';

const SKIPPED = new Set(['.git', '.gitignore', 'README.md', 'LICENSE', 'target', 'build', 'bin', 'obj', 'out', '.gradle', 'node_modules', 'Dockerfile']);

/** Digest of everything below the working directory that a compiler may read. */
export function sources(process: Process): string {
  const names = process.directory('.').names().filter((name) => !SKIPPED.has(name));
  return sha256(names.map((name) => `${name} ${contentOf(process, name)}`).join('\n'));
}

/** Writes the dependencies to their cache where they are not there yet; true where they were. */
export function dependencies(process: Process, cache: string, manifests: readonly string[], size: number): boolean {
  const key = sha256(manifests.map((name) => contentOf(process, name)).join('\n'));
  const path = `${cache}/${key.slice(7, 47)}`;
  if (process.peek(path)) return true;
  writeDescribed(process, path, size, key);
  return false;
}
