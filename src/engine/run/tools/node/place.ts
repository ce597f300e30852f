/**
 * `node_modules` as npm, yarn and bun lay it out. A package is its `package.json` and one file that stands for all others;
 * both are decided by name and version alone, whatever lock file named them.
 */
import { sha256 } from '../../../fs/index.ts';
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { makeDirectories, writeDescribed } from '../../system/writing.ts';
import { remove } from '../rm.ts';
import type { Work } from './install-time.ts';
import type { Locked } from './package.ts';

/** Archives are about this part of what they unpack to. */
const PACKED = 0.28;

export interface Placed extends Work {
  /** Packages that were not there before, or not in that version. */
  readonly added: number;
  /** Bytes written, caches included. */
  readonly written: number;
}

/** The packages that are not in place yet. */
export function missingOf(process: Process, packages: readonly Locked[]): readonly Locked[] {
  return packages.filter((one) => (one.link === undefined ? attempt(() => process.readFile(`${one.path}/package.json`)).value !== manifestText(one) : !process.peek(one.path, false)));
}

/** Whether a cache holds the archive of a package. */
export function isCached(process: Process, cache: string, one: Locked): boolean {
  return process.peek(archivePath(cache, one)) !== undefined;
}

/** Writes packages to where they go, their archives to the cache, and their commands to `.bin`. */
export function place(process: Process, packages: readonly Locked[], cache: string | undefined): Placed {
  const work = { added: 0, written: 0, fetched: 0, reused: 0, fetchedBytes: 0, reusedBytes: 0 };
  for (const one of packages) {
    process.limits.step(3);
    if (one.link !== undefined) {
      linkFolder(process, one.path, one.link);
      continue;
    }
    const reused = cache !== undefined && isCached(process, cache, one);
    work[reused ? 'reused' : 'fetched'] += one.count;
    work[reused ? 'reusedBytes' : 'fetchedBytes'] += one.size;
    work.added += one.count;
    work.written += unpack(process, one);
    if (cache === undefined || reused) continue;
    const archive = Math.round(one.size * PACKED);
    writeDescribed(process, archivePath(cache, one), archive, `${one.name}@${one.version} archive`);
    work.written += archive;
  }
  return work;
}

function unpack(process: Process, one: Locked): number {
  const seed = `${one.name}@${one.version}`;
  if (process.peek(one.path, false)) remove(process, one.path, true, true);
  makeDirectories(process, one.path);
  const manifest = manifestText(one);
  process.writeFile(`${one.path}/package.json`, manifest);
  const commands = [...one.commands];
  for (const [command, file] of commands) {
    writeDescribed(process, `${one.path}/${file.replace(/^\.\//, '')}`, 200, `${seed} ${command}`, 0o755);
    linkCommand(process, one, command, file.replace(/^\.\//, ''));
  }
  const rest = Math.max(0, one.size - manifest.length - 200 * commands.length);
  if (rest > 0) writeDescribed(process, `${one.path}/${one.name.split('/').at(-1)!}.files`, rest, seed);
  return one.size;
}

function linkCommand(process: Process, one: Locked, command: string, file: string): void {
  const modules = one.path.slice(0, one.path.length - one.name.length - 1);
  const link = `${modules}/.bin/${command}`;
  makeDirectories(process, `${modules}/.bin`);
  if (process.peek(link, false)) process.files.unlink(process, link);
  process.files.symlink(process, `../${one.name}/${file}`, link);
}

/** A package of the workspace: a link from `node_modules` to its folder. */
function linkFolder(process: Process, path: string, folder: string): void {
  if (process.peek(path, false)) return;
  makeDirectories(process, path.slice(0, path.lastIndexOf('/')));
  process.files.symlink(process, `${'../'.repeat(path.split('/').length - 1)}${folder}`, path);
}

function manifestText({ name, version, commands }: Locked): string {
  return `${JSON.stringify({ name, version, ...(commands.size > 0 && { bin: Object.fromEntries(commands) }) }, null, 2)}\n`;
}

/** By the digest of the archive, as `cacache` keeps it. */
function archivePath(cache: string, { name, version }: Locked): string {
  const hex = sha256(`${name}@${version}`).slice(7);
  return `${cache}/${hex.slice(0, 2)}/${hex.slice(2, 42)}`;
}

/** Identifies what is installed, for tools whose output depends on it. */
export function installedKey(packages: readonly Locked[]): string {
  return sha256(packages.map(({ path, version }) => `${path} ${version}`).sort().join('\n'));
}
