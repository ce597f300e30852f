/** `package.json`: what it asks for and how its scripts are called. */
import type { Process } from '../../system/process.ts';
import { objectOf, readJson, textOf, textsOf } from './json.ts';
import type { JsonObject } from './json.ts';

export interface Dependency {
  readonly name: string;
  /** The range that is asked for: `^5.1.0`, `workspace:*`. */
  readonly range: string;
  readonly dev: boolean;
  readonly optional: boolean;
}

export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly scripts: ReadonlyMap<string, string>;
  readonly dependencies: readonly Dependency[];
  /** `pnpm@10.20.0` */
  readonly packageManager: string;
  /** Globs of the folders of a workspace's packages. */
  readonly workspaces: readonly string[];
  /** Globs of what a packed package holds; all of it where empty. */
  readonly files: readonly string[];
}

export const NO_MANIFEST: Manifest = { name: '', version: '', scripts: new Map(), dependencies: [], packageManager: '', workspaces: [], files: [] };

export function manifestOf(json: JsonObject): Manifest {
  const entries = (key: string, dev: boolean, optional = false) => Object.entries(objectOf(json[key])).map(([name, range]): Dependency => ({ name, range: textOf(range), dev, optional }));
  const asked = [...entries('optionalDependencies', false, true), ...entries('dependencies', false), ...entries('devDependencies', true)];
  const seen = new Set<string>();
  return {
    name: textOf(json.name),
    version: textOf(json.version),
    scripts: new Map(Object.entries(objectOf(json.scripts)).map(([name, script]) => [name, textOf(script)])),
    dependencies: asked.filter(({ name }) => !seen.has(name) && seen.add(name)),
    packageManager: textOf(json.packageManager),
    workspaces: textsOf(Array.isArray(json.workspaces) ? json.workspaces : objectOf(json.workspaces).packages),
    files: textsOf(json.files),
  };
}

/** The manifest in a folder; undefined where there is none that can be read. */
export function manifestIn(process: Process, dir: string): Manifest | undefined {
  const json = readJson(process, `${dir}/package.json`);
  return json && 'value' in json ? manifestOf(json.value) : undefined;
}
