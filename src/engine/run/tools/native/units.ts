/** Translation units of C and C++: what a compiler reads for one, and what compiling it takes. */
import { contentFingerprint, sha256 } from '../../../fs/index.ts';
import type { Process } from '../../system/process.ts';
import { writeDescribed } from '../../system/writing.ts';

/** Virtual milliseconds for a unit of C++ and of C, optimised; for one that the compiler cache has; to link. Estimated. */
const TIME = { cxx: 2_400, c: 700, cached: 40, link: 900 };

export const BASIS = 'Estimated: 2.4 s for a unit of C++, 0.7 s for one of C, 0.04 s from the compiler cache, 0.9 s to link.';

export interface Unit {
  /** Digest of everything that is read: the source and the headers that it names between quotes. */
  readonly seed: string;
  /** The newest of them, virtual milliseconds since 1970. */
  readonly mtime: number;
  /** Paths of all that is read, the source first. */
  readonly files: readonly string[];
}

/** Reads a source with its headers; undefined where it is not there. */
export function readUnit(process: Process, source: string, includes: readonly string[], flags: string): Unit | undefined {
  const found = new Map<string, string>();
  let newest = 0;
  const queue = [source];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    process.limits.step(3);
    const inode = process.peek(path);
    if (inode?.type !== 'file' || found.has(path)) continue;
    found.set(path, contentFingerprint(inode.content));
    newest = Math.max(newest, inode.mtime);
    if (!inode.isReal) continue;
    const dir = path.slice(0, path.lastIndexOf('/') + 1);
    for (const [, name = ''] of process.readFile(path).matchAll(/^[ \t]*#[ \t]*include[ \t]+["<]([^">]+)[">]/gm)) queue.push(`${dir}${name}`, ...includes.map((one) => `${one}/${name}`));
  }
  if (!found.has(source)) return undefined;
  const digests = [...found].map(([path, digest]) => `${path.split('/').at(-1)} ${digest}`);
  return { seed: sha256([flags, process.machine.request.platform, ...digests].join('\n')), mtime: newest, files: [...found.keys()] };
}

/** Writes the object of a unit, from the compiler cache where one is used and has it; gives virtual milliseconds. */
export function compileUnit(process: Process, source: string, object: string, unit: Unit, cached: boolean): number {
  const inode = process.peek(source);
  const size = 12_000 + (inode?.type === 'file' ? Math.min(inode.size, 400_000) * 3 : 0);
  const put = (path: string) => writeDescribed(process, path, size, unit.seed);
  const full = /\.c$/.test(source) ? TIME.c : TIME.cxx;
  put(object);
  if (!cached) return full;
  const key = unit.seed.slice('sha256:'.length);
  const entry = `${process.env.get('CCACHE_DIR') ?? `${process.env.get('HOME') ?? '/root'}/.cache/ccache`}/${key.slice(0, 1)}/${key.slice(1, 33)}R`;
  if (process.peek(entry)) return TIME.cached;
  put(entry);
  return full;
}

/** Puts objects together to a program or a library; gives virtual milliseconds. */
export function link(process: Process, output: string, inputs: readonly string[], archive: boolean): number {
  let size = archive ? 100 : 16_000;
  const seeds = inputs.map((path) => {
    const inode = process.peek(path);
    if (inode?.type !== 'file') return path;
    size += inode.size;
    return contentFingerprint(inode.content);
  });
  writeDescribed(process, output, size, sha256(['link', archive, ...seeds].join('\n')), archive ? 0o644 : 0o755);
  return archive ? 60 : TIME.link;
}
