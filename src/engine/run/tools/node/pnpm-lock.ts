/** `pnpm-lock.yaml` (lockfileVersion 9): what each project of the workspace asks for, and what that needs. */
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { mappingOf, readYaml, sequenceOf } from '../manifests/yaml.ts';
import type { Yaml } from '../manifests/yaml.ts';
import { commandsOf, packageSize } from './package.ts';

export interface Asked {
  readonly name: string;
  readonly specifier: string;
  /** Key of the package, or the folder that it is linked to. */
  readonly to: { readonly key: string } | { readonly link: string };
  readonly dev: boolean;
}

export interface PnpmPackage {
  /** `vite@7.3.8(@types/node@22.20.5)` */
  readonly key: string;
  readonly name: string;
  readonly version: string;
  readonly optional: boolean;
  readonly os: readonly string[];
  readonly cpu: readonly string[];
  readonly libc: readonly string[];
  readonly commands: readonly string[];
  readonly size: number;
  /** Name → key. */
  readonly dependencies: ReadonlyMap<string, string>;
}

export interface PnpmLock {
  /** By folder: `.`, `packages/web`. */
  readonly importers: ReadonlyMap<string, readonly Asked[]>;
  readonly packages: ReadonlyMap<string, PnpmPackage>;
}

/** The lock file here; undefined where there is none or it cannot be read. */
export function readPnpmLock(process: Process, path = 'pnpm-lock.yaml'): PnpmLock | undefined {
  const { value: text } = attempt(() => process.readFile(path));
  const read = text === undefined ? undefined : readYaml(text);
  if (!read || 'error' in read) return undefined;
  const top = mappingOf(read.value);
  const importers = Object.entries(mappingOf(top.importers)).map(([dir, value]) => [dir, askedOf(dir, mappingOf(value))] as const);
  const known = mappingOf(top.packages);
  const packages = Object.entries(mappingOf(top.snapshots)).map(([key, value]) => [key, packageOf(key, mappingOf(value), mappingOf(known[key.replace(/\(.*$/, '')]))] as const);
  return { importers: new Map(importers), packages: new Map(packages) };
}

function askedOf(dir: string, importer: ReturnType<typeof mappingOf>): Asked[] {
  return (['dependencies', 'optionalDependencies', 'devDependencies'] as const).flatMap((group) =>
    Object.entries(mappingOf(importer[group])).map(([name, value]): Asked => {
      const { specifier, version } = mappingOf(value);
      const text = String(version ?? '');
      const to = text.startsWith('link:') ? { link: cleaned(`${dir}/${text.slice(5)}`) } : { key: keyOf(name, text) };
      return { name, specifier: String(specifier ?? ''), to, dev: group === 'devDependencies' };
    }),
  );
}

/** A version alone, or the whole key where the package is an alias of another. */
function keyOf(name: string, version: string): string {
  return /^@?[^@(]+@/.test(version) ? version : `${name}@${version}`;
}

function packageOf(key: string, snapshot: ReturnType<typeof mappingOf>, known: ReturnType<typeof mappingOf>): PnpmPackage {
  const bare = key.replace(/\(.*$/, '');
  const at = bare.indexOf('@', 1);
  const name = bare.slice(0, at);
  const all = [...Object.entries(mappingOf(snapshot.dependencies)), ...Object.entries(mappingOf(snapshot.optionalDependencies))];
  const texts = (value: Yaml | undefined) => sequenceOf(value).map(String);
  return {
    key,
    name,
    version: bare.slice(at + 1),
    optional: snapshot.optional === true,
    os: texts(known.os),
    cpu: texts(known.cpu),
    libc: texts(known.libc),
    commands: known.hasBin === true ? [...commandsOf(name).keys()] : [],
    size: packageSize(name),
    dependencies: new Map(all.map(([one, version]) => [one, keyOf(one, String(version))])),
  };
}

/** `packages/web/../ui` → `packages/ui`. */
export function cleaned(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/') || '.';
}
