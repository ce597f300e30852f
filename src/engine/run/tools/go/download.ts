/** The module cache: what is missing of it, and what downloading writes there. */
import { sha256 } from '../../../fs/index.ts';
import { makeDirectories, writeDescribed } from '../../system/writing.ts';
import type { Process } from '../../system/process.ts';
import { fetched } from './module.ts';
import type { Module } from './module.ts';
import { moduleSize } from './sizes.ts';
import type { Settings } from './settings.ts';

export interface Fetch {
  readonly path: string;
  readonly version: string;
}

/** Modules that are required and not in the cache. */
export function missingModules(process: Process, module: Module, settings: Settings): Fetch[] {
  return module.requires.flatMap((requirement) => {
    const wanted = fetched(requirement);
    return wanted && !process.peek(`${settings.moduleCache}/${escapeUpper(wanted.path)}@${wanted.version}`) ? [wanted] : [];
  });
}

/** Writes modules to the cache; gives the bytes written. */
export function downloadModules(process: Process, modules: readonly Fetch[], settings: Settings): number {
  const cache = settings.moduleCache;
  let bytes = 0;
  for (const { path, version } of modules) {
    const { zip, unpacked } = moduleSize(path);
    const name = escapeUpper(path);
    const download = `${cache}/cache/download/${name}/@v`;
    const seed = (part: string) => sha256(`go module ${path}@${version} ${part}`);
    const write = (file: string, size: number, part: string, mode = 0o644) => {
      writeDescribed(process, file, size, seed(part), mode);
      bytes += size;
    };
    write(`${download}/${version}.info`, 50 + version.length, 'info');
    write(`${download}/${version}.mod`, 400, 'mod');
    write(`${download}/${version}.zip`, zip, 'zip');
    write(`${download}/${version}.ziphash`, 47, 'ziphash');
    const dir = `${cache}/${name}@${version}`;
    makeDirectories(process, dir);
    write(`${dir}/LICENSE`, Math.min(1080, unpacked), 'license', 0o444);
    write(`${dir}/go.mod`, 400, 'mod', 0o444);
    write(`${dir}/${packageName(path)}.go`, Math.max(0, unpacked - 1480), 'sources', 0o444);
    process.files.chmod(process, process.find(dir), 0o555);
  }
  return bytes;
}

/**
 * Virtual milliseconds to download `missing` of the `required` modules. Published logs of services of any size lie between 8.2
 * and 11.8 s, so that most of it does not depend on their number: 8 s, and 90 ms for each. With a part of them in the cache
 * already, that part of it is saved.
 */
export function downloadTime(missing: number, required: number): number {
  return missing === 0 ? 150 : Math.round((8_000 * missing) / Math.max(missing, required) + 90 * missing);
}

/** Capital letters in a module path as the cache writes them (`!x`), for file systems without case. */
export function escapeUpper(path: string): string {
  return path.replace(/[A-Z]/g, (c) => `!${c.toLowerCase()}`);
}

function packageName(path: string): string {
  const parts = path.split('/').filter((part) => !/^v\d+$/.test(part));
  return parts.at(-1)!.replace(/^go-|\.(go|v\d+)$|[^A-Za-z0-9_]/g, '') || 'module';
}
