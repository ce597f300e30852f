/** `uv.lock`: what it holds, which of it is wanted, whether it still fits the project, and how a new one is written. */
import { sha256 } from '../../../fs/index.ts';
import { isTable, readToml, tableAt, tablesAt, type Toml, type TomlTable } from '../manifests/toml.ts';
import type { Project } from './project.ts';
import { normalise } from './requirement.ts';
import { distributionOf, extraNeeds, requirementsOf, resolve, type Distribution } from './resolve.ts';

export interface UvLock {
  /** All packages by normalised name, members of the workspace too. */
  readonly packages: ReadonlyMap<string, TomlTable>;
}

/** Reads a lock file's text. */
export function readUvLock(text: string): UvLock | { readonly error: string; readonly line: number } {
  const read = readToml(text);
  if ('error' in read) return read;
  return { packages: new Map(tablesAt(read.value, 'package').map((one) => [normalise(String(one['name'])), one])) };
}

/** Whether a package is a project of the workspace: it has no registry. */
export function isMember(entry: TomlTable): boolean {
  const source = tableAt(entry, 'source');
  return ['editable', 'virtual', 'directory'].some((kind) => Object.hasOwn(source, kind));
}

export interface Wanted {
  readonly extras: readonly string[];
  readonly allExtras: boolean;
  readonly groups: readonly string[];
}

/** Everything that the project needs, in alphabetical order, without itself. */
export function lockedClosure(lock: UvLock, name: string, wanted: Wanted): Distribution[] {
  const root = lock.packages.get(name);
  if (!root) return [];
  const optional = tableAt(root, 'optional-dependencies');
  const extras = wanted.allExtras ? Object.keys(optional) : wanted.extras;
  const queue: Toml[] = [root['dependencies'] ?? [], ...extras.map((extra) => optional[extra] ?? []), ...wanted.groups.map((group) => tableAt(root, 'dev-dependencies')[group] ?? [])];
  const found = new Map<string, Distribution>();
  for (let list = queue.shift(); list !== undefined; list = queue.shift()) {
    for (const one of Array.isArray(list) ? (list as readonly Toml[]).filter(isTable) : []) {
      const need = normalise(String(one['name']));
      const entry = lock.packages.get(need);
      if (!entry || /win32|Windows|darwin/.test(String(one['marker'] ?? ''))) continue;
      const asked: unknown = one['extra'];
      for (const extra of Array.isArray(asked) ? (asked as unknown[]) : []) queue.push(tableAt(entry, 'optional-dependencies')[String(extra)] ?? []);
      if (found.has(need) || need === name) continue;
      if (!isMember(entry)) found.set(need, distributionOf(need, String(entry['version']), wheelSize(entry)));
      queue.push(entry['dependencies'] ?? []);
    }
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function wheelSize(entry: TomlTable): number | undefined {
  const wheels = tablesAt(entry, 'wheels');
  const chosen = wheels.find((one) => /manylinux.*x86_64|none-any/.test(String(one['url']))) ?? wheels[0];
  const size = chosen?.['size'];
  return typeof size === 'number' ? size : undefined;
}

/** Whether the lock's entry of the project says what the project says: its version and what it requires. */
export function isCurrent(lock: UvLock, project: Project): boolean {
  const root = lock.packages.get(normalise(project.name));
  if (!root || (root['version'] !== undefined && root['version'] !== project.version)) return false;
  const listed = (list: readonly TomlTable[]) => list.map((one) => `${normalise(String(one['name']))}${String(one['specifier'] ?? '')}`).sort().join('\n');
  const metadata = tableAt(root, 'metadata');
  const stated = tablesAt(metadata, 'requires-dist').filter((one) => !/extra ==/.test(String(one['marker'] ?? '')));
  const required = requirementsOf(project.dependencies).map((one) => `${one.name}${one.specifier}`).sort().join('\n');
  if (listed(stated) !== required) return false;
  return Object.entries(project.groups).every(([group, texts]) => listed(tablesAt(tableAt(metadata, 'requires-dev'), group)) === requirementsOf(texts).map((one) => `${one.name}${one.specifier}`).sort().join('\n'));
}

/** A new lock file of a project, as uv would write it: versions are those that the index is taken to have. */
export function writeUvLock(project: Project): string {
  const groups = Object.entries(project.groups);
  const direct = requirementsOf([...project.dependencies, ...groups.flatMap(([, texts]) => texts)]);
  const resolved = resolve({ requirements: direct });
  const all = 'error' in resolved ? [] : resolved.found.map((one) => one.distribution).sort((a, b) => (a.name < b.name ? -1 : 1));
  const quoted = (key: string, extras: readonly string[]) => (extras.length === 0 ? '' : `, ${key} = [${extras.map((one) => `"${one}"`).join(', ')}]`);
  const names = (texts: readonly string[]) => requirementsOf(texts).map((one) => `    { name = "${one.name}"${quoted('extra', one.extras)} },\n`).join('');
  const stated = (texts: readonly string[]) => requirementsOf(texts).map((one) => `    { name = "${one.name}"${quoted('extras', one.extras)}${one.specifier === '' ? '' : `, specifier = "${one.specifier}"`} },\n`).join('');
  const packed = project.backend !== undefined;
  const root = [
    `[[package]]\nname = "${normalise(project.name)}"\nversion = "${project.version}"\nsource = { ${packed ? 'editable' : 'virtual'} = "." }\ndependencies = [\n${names(project.dependencies)}]\n`,
    ...(groups.length > 0 ? [`\n[package.dev-dependencies]\n${groups.map(([group, texts]) => `${group} = [\n${names(texts)}]\n`).join('')}`] : []),
    `\n[package.metadata]\nrequires-dist = [\n${stated(project.dependencies)}]\n`,
    ...(groups.length > 0 ? [`\n[package.metadata.requires-dev]\n${groups.map(([group, texts]) => `${group} = [\n${stated(texts)}]\n`).join('')}`] : []),
  ].join('');
  const entries = all.map((one) => {
    const file = `${one.name.replaceAll('-', '_')}-${one.version}-py3-none-any.whl`;
    const needs = one.needs.filter((need) => !need.includes('[')).map((need) => `    { name = "${need}" },\n`).join('');
    const digest = sha256(`wheel ${one.name}==${one.version}`);
    const extras = [...new Set(direct.filter((asked) => asked.name === one.name).flatMap((asked) => asked.extras))].map((extra) => [extra, extraNeeds(one.name, extra)] as const).filter(([, of]) => of.length > 0);
    const optional = extras.length === 0 ? '' : `\n[package.optional-dependencies]\n${extras.map(([extra, of]) => `${extra} = [\n${of.map((need) => `    { name = "${need}" },\n`).join('')}]\n`).join('')}`;
    return [normalise(one.name), `[[package]]\nname = "${one.name}"\nversion = "${one.version}"\nsource = { registry = "https://pypi.org/simple" }\n${needs === '' ? '' : `dependencies = [\n${needs}]\n`}wheels = [\n    { url = "https://files.pythonhosted.org/packages/${digest.slice(7, 9)}/${digest.slice(9, 11)}/${digest.slice(11, 71)}/${file}", hash = "${digest}", size = ${one.wheel} },\n]\n${optional}`] as const;
  });
  const sorted = [...entries, [normalise(project.name), root] as const].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  return `version = 1\nrevision = 3\nrequires-python = "${String(tableAt(project.manifest, 'project')['requires-python'] ?? '>=3.12')}"\n\n${sorted.join('\n')}`;
}
