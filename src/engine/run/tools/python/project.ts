/** A project that is installed itself: what its `pyproject.toml` or `setup.py` says, and what a build backend packs. */
import { sha256 } from '../../../fs/index.ts';
import { toText } from '../../system/byte-string.ts';
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { contentOf } from '../../system/reading.ts';
import { makeDirectories, writeDescribed } from '../../system/writing.ts';
import { copyTree } from '../copy-tree.ts';
import { isTable, readToml, tableAt, type TomlTable } from '../manifests/toml.ts';
import { remove } from '../rm.ts';
import { normalise } from './requirement.ts';
import { installedIn, removeWheel, writeCommand, writeInfo, type Unpacking } from './wheels.ts';

export interface Project {
  readonly dir: string;
  readonly name: string;
  readonly version: string;
  /** Requirement texts. */
  readonly dependencies: readonly string[];
  /** Requirement texts of extras and of dependency groups. */
  readonly extras: Readonly<Record<string, readonly string[]>>;
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly scripts: readonly string[];
  /** `hatchling.build`; undefined where the project does not say how it is packed. */
  readonly backend: string | undefined;
  /** Path of the file that describes it, which backends must be able to read. */
  readonly readme: string | undefined;
  /** The whole of pyproject.toml; empty where there is only a `setup.py`. */
  readonly manifest: TomlTable;
}

export type ProjectResult = Project | { readonly missing: true } | { readonly error: string; readonly line: number };

/** Reads the project in a folder. */
export function readProject(process: Process, dir: string): ProjectResult {
  const text = attempt(() => process.readFile(`${dir}/pyproject.toml`)).value;
  if (text === undefined) return readSetup(process, dir);
  const read = readToml(toText(text));
  if ('error' in read) return read;
  const { value } = read;
  const project = tableAt(value, 'project');
  const poetry = tableAt(value, 'tool', 'poetry');
  const readme = project['readme'] ?? poetry['readme'];
  const backend = tableAt(value, 'build-system')['build-backend'];
  const file = typeof readme === 'string' ? readme : isTable(readme) && typeof readme['file'] === 'string' ? readme['file'] : undefined;
  const fromPoetry = Object.entries(tableAt(poetry, 'dependencies')).filter(([name]) => name !== 'python').map(([name, spec]) => poetryRequirement(name, spec));
  const poetryGroups = Object.keys(tableAt(poetry, 'group')).map((group) => [group, Object.entries(tableAt(poetry, 'group', group, 'dependencies')).map(([name, spec]) => poetryRequirement(name, spec))] as const);
  return {
    dir,
    name: textOf(project['name'] ?? poetry['name']) ?? 'unknown',
    version: textOf(project['version'] ?? poetry['version']) ?? '0.0.0',
    dependencies: [...texts(project['dependencies']), ...fromPoetry],
    extras: lists(tableAt(project, 'optional-dependencies')),
    groups: { ...lists(tableAt(value, 'dependency-groups')), ...Object.fromEntries(poetryGroups) },
    scripts: [...Object.keys(tableAt(project, 'scripts')), ...Object.keys(tableAt(poetry, 'scripts'))],
    backend: textOf(backend),
    readme: file,
    manifest: value,
  };
}

function readSetup(process: Process, dir: string): ProjectResult {
  const text = attempt(() => process.readFile(`${dir}/setup.py`)).value ?? attempt(() => process.readFile(`${dir}/setup.cfg`)).value;
  if (text === undefined) return { missing: true };
  const field = (name: string) => new RegExp(`\\b${name}\\s*=\\s*["']?([\\w.+-]+)`).exec(text)?.[1];
  const requires = /install_requires\s*=\s*\[([^\]]*)\]/.exec(text)?.[1] ?? '';
  return {
    dir, name: field('name') ?? 'unknown', version: field('version') ?? '0.0.0', dependencies: [...requires.matchAll(/["']([^"']+)["']/g)].map(([, one]) => one!),
    extras: {}, groups: {}, scripts: [], backend: 'setuptools.build_meta', readme: undefined, manifest: {},
  };
}

/** `^3.1` and the like as PEP 440 has them. */
function poetryRequirement(name: string, spec: unknown): string {
  const version = typeof spec === 'string' ? spec : isTable(spec) && typeof spec['version'] === 'string' ? spec['version'] : '*';
  if (version === '*') return name;
  return /^[\^~]/.test(version) ? `${name}>=${version.slice(1)}` : /^\d/.test(version) ? `${name}==${version}` : `${name}${version.replaceAll(' ', '')}`;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

function lists(table: TomlTable): Record<string, readonly string[]> {
  return Object.fromEntries(Object.entries(table).map(([name, value]) => [name, texts(value)]));
}

/** Folders that are packed: `src/name`, `name`, or what the backend's settings list. */
function packagesOf(process: Process, project: Project): readonly string[] {
  const module = project.name.replace(/[-.]/g, '_').toLowerCase();
  const listed = texts(tableAt(project.manifest, 'tool', 'hatch', 'build', 'targets', 'wheel')['packages']);
  const included = tableAt(project.manifest, 'tool', 'poetry')['packages'];
  const fromPoetry = Array.isArray(included) ? included.filter(isTable).map((one) => [one['from'], one['include']].filter((part) => typeof part === 'string').join('/')) : [];
  const asked = [...listed, ...fromPoetry];
  if (asked.length > 0) return asked.filter((path) => process.peek(`${project.dir}/${path}`));
  return [`src/${module}`, module].filter((path) => process.peek(`${project.dir}/${path}`)).slice(0, 1);
}

/** Why a backend cannot pack the project, in its words; undefined where it can. */
export function cannotPack(process: Process, project: Project): string | undefined {
  const { backend = 'setuptools.build_meta:__legacy__', readme } = project;
  const hatch = backend.startsWith('hatchling');
  if (readme !== undefined && !process.peek(`${project.dir}/${readme}`)) {
    if (hatch) return `OSError: Readme file does not exist: ${readme}`;
    return backend.startsWith('poetry') ? `FileNotFoundError: [Errno 2] No such file or directory: '${readme}'` : `error: \`${readme}\` does not exist`;
  }
  if (packagesOf(process, project).length > 0) return undefined;
  const module = project.name.replace(/[-.]/g, '_').toLowerCase();
  if (hatch) return `ValueError: Unable to determine which files to ship inside the wheel using the following heuristics: https://hatch.pypa.io/latest/plugins/builder/wheel/#default-file-selection\n\nThe most likely cause of this is that there is no directory that matches the name of your project (${module}).`;
  if (backend.startsWith('poetry')) return `ModuleOrPackageNotFoundError: No file/folder found for package ${project.name}`;
  if (backend.startsWith('uv_build')) return `error: Expected a Python module at: \`src/${module}/__init__.py\``;
  return undefined;
}

/** Installs the project: its files, or a link to them where it is editable. Gives the bytes written. */
export function installProject(process: Process, project: Project, where: Unpacking, editable: boolean): number {
  const name = normalise(project.name);
  removeWheel(process, where.site, where.bin, name);
  makeDirectories(process, where.site);
  let bytes = 0;
  if (editable) process.writeFile(`${where.site}/_${name.replaceAll('-', '_')}.pth`, `${process.locate(project.dir).path}${process.peek(`${project.dir}/src`) ? '/src' : ''}\n`);
  else {
    for (const path of packagesOf(process, project)) {
      const target = `${where.site}/${path.slice(path.lastIndexOf('/') + 1)}`;
      if (process.peek(target)) remove(process, target, true, true);
      copyTree(process, `${project.dir}/${path}`, target, { recursive: true, preserve: false, follow: 'none', force: true, noClobber: false, verbose: false });
      bytes += 1;
    }
  }
  writeInfo(process, name, project.version, where);
  for (const script of project.scripts) writeCommand(process, where, script);
  return bytes;
}

/** Writes the project's wheel (and source archive) to a folder; gives their names. The same sources give the same bytes. */
export function packProject(process: Process, project: Project, folder: string, kinds: readonly ('sdist' | 'wheel')[]): string[] {
  const base = `${normalise(project.name).replaceAll('-', '_')}-${project.version}`;
  const inputs = packagesOf(process, project).map((path) => `${path} ${contentOf(process, `${project.dir}/${path}`)}`);
  const seed = sha256([`wheel ${base}`, ...inputs, contentOf(process, `${project.dir}/pyproject.toml`)].join('\n'));
  return kinds.map((kind) => {
    const file = kind === 'wheel' ? `${base}-py3-none-any.whl` : `${base}.tar.gz`;
    writeDescribed(process, `${folder}/${file}`, 12_000 + inputs.length * 4_000, `${seed} ${kind}`);
    return file;
  });
}

/** Versions of what is installed, without the project itself. */
export function othersInstalled(process: Process, site: string, project: Project): Map<string, string> {
  const installed = installedIn(process, site);
  installed.delete(normalise(project.name));
  return installed;
}
