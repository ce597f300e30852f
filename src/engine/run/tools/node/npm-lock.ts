/** `package.json` and the lock files of npm, yarn and pnpm: what an install puts into `node_modules`. */
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { NPM_SIZES } from './npm-sizes.ts';
import { varied } from '../model.ts';

export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly scripts: ReadonlyMap<string, string>;
  /** Direct dependencies by name: the range asked for, and whether for development. */
  readonly dependencies: readonly { readonly name: string; readonly range: string; readonly dev: boolean }[];
}

export interface Locked {
  /** `node_modules/a/node_modules/b` */
  readonly path: string;
  readonly name: string;
  readonly version: string;
  readonly dev: boolean;
  /** Packages that it stands for, and their bytes: more than one where the lock file is not read in full. */
  readonly count: number;
  readonly size: number;
  readonly commands: readonly string[];
}

function object(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

/** A JSON file; undefined where it is missing, the parser's words where it is not JSON. */
export function readJson(process: Process, path: string): { readonly value: Readonly<Record<string, unknown>> } | { readonly error: string } | undefined {
  const { value: text } = attempt(() => process.readFile(path));
  if (text === undefined) return undefined;
  try {
    return { value: object(JSON.parse(text)) };
  } catch (fault) {
    return { error: fault instanceof Error ? fault.message : 'not JSON' };
  }
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

export function readManifest(json: Readonly<Record<string, unknown>>): Manifest {
  const entries = (key: string, dev: boolean) => Object.entries(object(json[key])).map(([name, range]) => ({ name, range: text(range), dev }));
  return {
    name: text(json.name),
    version: text(json.version),
    scripts: new Map(Object.entries(object(json.scripts)).map(([name, script]) => [name, text(script)])),
    dependencies: [...entries('dependencies', false), ...entries('optionalDependencies', false), ...entries('devDependencies', true)],
  };
}

/** Packages of a `package-lock.json` (lockfileVersion 2 and 3). */
export function readLock(json: Readonly<Record<string, unknown>>): Locked[] {
  return Object.entries(object(json.packages)).flatMap(([path, value]): Locked[] => {
    const one = object(value);
    if (path === '' || one.link === true || !path.startsWith('node_modules/')) return [];
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    return [{ path, name, version: text(one.version), dev: one.dev === true, count: 1, size: sizeOf(name), commands: Object.keys(object(one.bin)) }];
  });
}

/** What direct dependencies bring, where no lock file says it: each with its usual tree. */
export function withoutLock(manifest: Manifest): Locked[] {
  return manifest.dependencies.map(({ name, range, dev }) => {
    const known = NPM_SIZES.find(([one]) => one === name);
    return { path: `node_modules/${name}`, name, version: known?.[1] || range.replace(/^[^\d]*/, '') || '1.0.0', dev, count: known?.[3] ?? 4, size: known?.[4] ?? varied(name, 600_000), commands: [name.split('/').at(-1)!] };
  });
}

function sizeOf(name: string): number {
  return NPM_SIZES.find(([one]) => one === name)?.[2] ?? varied(name, 90_000);
}
