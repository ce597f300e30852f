/** `Cargo.toml` and `Cargo.lock`: the packages of a workspace and the crates that they stand on (https://doc.rust-lang.org/cargo/reference/manifest.html). */
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { isTable, readToml, tableAt, tablesAt } from '../manifests/toml.ts';
import type { TomlTable } from '../manifests/toml.ts';

/** A crate of the registry. */
export interface Crate {
  readonly name: string;
  readonly version: string;
}

/** A package of the workspace. */
export interface Member {
  readonly name: string;
  readonly version: string;
  readonly dir: string;
  /** Names of all its dependencies, as written. */
  readonly dependencies: readonly string[];
  /** Those that are directories. */
  readonly local: readonly string[];
}

export interface Workspace {
  readonly root: string;
  readonly members: readonly Member[];
  /** Crates of the lock file; the direct dependencies where there is none. */
  readonly crates: readonly Crate[];
  readonly locked: boolean;
}

export type WorkspaceResult = Workspace | { readonly error: string };

/** The workspace that a directory is in, or cargo's words where there is none. */
export function readWorkspace(process: Process): WorkspaceResult {
  let own: string | undefined;
  for (let dir = process.cwd; ; dir = dir.slice(0, dir.lastIndexOf('/'))) {
    const text = attempt(() => process.readFile(`${dir}/Cargo.toml`)).value;
    if (text !== undefined) {
      own ??= dir;
      if (/^\[workspace\b/m.test(text)) return workspaceAt(process, dir, text);
    }
    if (dir === '' || dir === '/') break;
  }
  if (own === undefined) return { error: `could not find \`Cargo.toml\` in \`${process.cwd}\` or any parent directory` };
  return workspaceAt(process, own, process.readFile(`${own}/Cargo.toml`));
}

function workspaceAt(process: Process, root: string, text: string): WorkspaceResult {
  const manifest = readToml(text);
  if ('error' in manifest) return { error: `${manifest.error}\n --> Cargo.toml:${manifest.line}` };
  const dirs = members(process, root, tableAt(manifest.value, 'workspace'));
  if (isTable(manifest.value['package'])) dirs.unshift(root);
  const shared = tableAt(manifest.value, 'workspace', 'package');
  const found: Member[] = [];
  for (const dir of dirs) {
    process.limits.step(20);
    const source = attempt(() => process.readFile(`${dir}/Cargo.toml`)).value;
    if (source === undefined) return { error: `failed to load manifest for workspace member \`${dir}\`\n\nCaused by:\n  failed to read \`${dir}/Cargo.toml\`\n\nCaused by:\n  No such file or directory (os error 2)` };
    const one = readToml(source);
    if ('error' in one) return { error: `${one.error}\n --> ${dir.slice(root.length + 1)}/Cargo.toml:${one.line}` };
    found.push(memberOf(dir, one.value, shared));
  }
  const lock = attempt(() => process.readFile(`${root}/Cargo.lock`)).value;
  const locked = lock === undefined ? undefined : readToml(lock);
  if (locked && 'error' in locked) return { error: `failed to parse lock file at: ${root}/Cargo.lock\n\nCaused by:\n  ${locked.error}` };
  return { root, members: found, crates: locked ? lockedCrates(locked.value) : direct(found), locked: locked !== undefined };
}

/** Directories of `members`, with `crates/*` unfolded. */
function members(process: Process, root: string, workspace: TomlTable): string[] {
  const patterns = Array.isArray(workspace['members']) ? workspace['members'].filter((one) => typeof one === 'string') : [];
  return patterns.flatMap((pattern) => {
    if (!pattern.endsWith('/*')) return [`${root}/${pattern}`];
    const parent = `${root}/${pattern.slice(0, -2)}`;
    const inode = process.peek(parent);
    return inode?.type === 'dir' ? inode.names().filter((name) => process.peek(`${parent}/${name}/Cargo.toml`)).map((name) => `${parent}/${name}`) : [];
  });
}

function memberOf(dir: string, manifest: TomlTable, shared: TomlTable): Member {
  const info = tableAt(manifest, 'package');
  const version = typeof info['version'] === 'string' ? info['version'] : shared['version'];
  const dependencies = Object.entries({ ...tableAt(manifest, 'dependencies'), ...tableAt(manifest, 'build-dependencies') });
  return {
    name: typeof info['name'] === 'string' ? info['name'] : 'app',
    version: typeof version === 'string' ? version : '0.0.0',
    dir,
    dependencies: dependencies.map(([name]) => name),
    local: dependencies.filter(([, value]) => isTable(value) && 'path' in value).map(([name]) => name),
  };
}

function lockedCrates(lock: TomlTable): Crate[] {
  return tablesAt(lock, 'package').flatMap(({ name, version, source }) => (typeof name === 'string' && typeof version === 'string' && source !== undefined ? [{ name, version }] : []));
}

function direct(found: readonly Member[]): Crate[] {
  const names = new Set(found.flatMap(({ dependencies, local }) => dependencies.filter((name) => !local.includes(name))));
  return [...names].sort().map((name) => ({ name, version: '1.0.0' }));
}

/** Direct dependencies that the lock file does not have. */
export function unlocked({ members: found, crates }: Workspace): readonly string[] {
  const known = new Set(crates.map(({ name }) => name));
  return found.flatMap(({ dependencies, local }) => dependencies.filter((name) => !local.includes(name) && !known.has(name)));
}
