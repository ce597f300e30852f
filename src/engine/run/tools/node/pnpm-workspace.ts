/** The workspace that pnpm works in: its root, its projects, and which of them `--filter` and `-r` mean. */
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { mappingOf, readYaml, sequenceOf } from '../manifests/yaml.ts';
import { manifestIn } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import { cleaned } from './pnpm-lock.ts';
import { membersOf } from './workspaces.ts';
import type { Member } from './workspaces.ts';

export interface Workspace {
  /** Absolute path. */
  readonly root: string;
  /** Whether there is a `pnpm-workspace.yaml`. */
  readonly shared: boolean;
  /** The root's own project as `.`, then the others. */
  readonly projects: readonly Member[];
  /** What `pnpm-workspace.yaml` sets. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** The nearest folder with a `pnpm-workspace.yaml`, or this one. */
export function findWorkspace(process: Process): Workspace {
  const here = process.cwd;
  for (let dir = here; ; dir = dir.slice(0, dir.lastIndexOf('/'))) {
    const text = attempt(() => process.readFile(`${dir}/pnpm-workspace.yaml`)).value;
    if (text !== undefined) return workspaceAt(process, dir, text);
    if (dir === '' || dir === '/') break;
  }
  const manifest = manifestIn(process, here);
  return { root: here, shared: false, projects: manifest ? [{ dir: '.', manifest }] : [], settings: {} };
}

function workspaceAt(process: Process, dir: string, text: string): Workspace {
  const read = readYaml(text);
  const settings = 'value' in read ? mappingOf(read.value) : {};
  const root = dir === '' ? '/' : dir;
  const own = manifestIn(process, root);
  const members = membersOf(process, sequenceOf(settings.packages).map(String), root);
  return { root, shared: true, projects: [...(own ? [{ dir: '.', manifest: own }] : []), ...members], settings };
}

/** Projects that a filter names: by name, by `./folder`; `name...` with what it depends on. */
export function filtered(workspace: Workspace, filters: readonly string[]): readonly Member[] {
  const chosen = new Set(filters.flatMap((filter) => {
    const wide = filter.endsWith('...');
    const wanted = filter.replace(/\.\.\.$/, '').replace(/^\{(.*)\}$/, './$1');
    const found = workspace.projects.filter(({ dir, manifest }) => (wanted.startsWith('.') ? dir === cleaned(wanted) : manifest.name === wanted || unscoped(manifest) === wanted));
    return wide ? found.flatMap((one) => [...withDependencies(workspace, one)]) : found;
  }));
  return ordered(workspace, [...chosen]);
}

function unscoped({ name }: Manifest): string {
  return name.replace(/^@[^/]*\//, '');
}

/** A project and those of the workspace that it needs. */
function withDependencies(workspace: Workspace, one: Member, seen = new Set<Member>()): Set<Member> {
  if (seen.has(one)) return seen;
  seen.add(one);
  for (const need of needs(workspace, one)) withDependencies(workspace, need, seen);
  return seen;
}

function needs({ projects }: Workspace, { manifest }: Member): readonly Member[] {
  return manifest.dependencies.flatMap(({ name }) => projects.filter((one) => one.manifest.name === name));
}

/** What is needed comes before what needs it. */
export function ordered(workspace: Workspace, projects: readonly Member[]): readonly Member[] {
  const done = new Set<Member>();
  const visit = (one: Member, path: readonly Member[]): void => {
    if (done.has(one) || path.includes(one)) return;
    for (const need of needs(workspace, one)) if (projects.includes(need)) visit(need, [...path, one]);
    done.add(one);
  };
  for (const one of projects) visit(one, []);
  return [...done];
}
