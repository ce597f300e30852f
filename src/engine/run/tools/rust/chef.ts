/**
 * `cargo chef`: `prepare` writes what decides the dependencies to a recipe, `cook` compiles them from it. The recipe holds the
 * manifests and the lock file with the versions of the workspace's own packages masked, and nothing of the sources.
 */
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { makeDirectories } from '../../system/writing.ts';
import { searchPath } from '../../shell/search.ts';
import { modelled, notSimulated } from '../model.ts';
import { compile } from './build.ts';
import { option } from './cargo.ts';
import { fetchCrates } from './download.ts';
import { readWorkspace } from './workspace.ts';

const MASK = 'version = "0.0.1"';

interface Recipe {
  readonly skeleton: { readonly manifests: readonly { readonly relative_path: string; readonly contents: string; readonly targets: readonly string[] }[]; readonly lock_file: string | null };
}

export function chef(process: Process, args: readonly string[]): number {
  if (!('path' in searchPath(process, 'cargo-chef'))) {
    process.err('error: no such command: `chef`\n\nhelp: view all installed commands with `cargo --list`\nhelp: find a package to install `chef` with `cargo search cargo-chef`\n');
    return 101;
  }
  const path = option(args, 'recipe-path') ?? 'recipe.json';
  if (args[0] === 'prepare') return prepare(process, path);
  if (args[0] === 'cook') return cook(process, path, args);
  return notSimulated(process, 'cargo', `cargo chef ${args[0] ?? ''}`.trim());
}

function prepare(process: Process, path: string): number {
  const workspace = readWorkspace(process);
  if ('error' in workspace) {
    process.err(`Error: Failed to compute recipe\n\nCaused by:\n    ${workspace.error}\n`);
    return 1;
  }
  const { root, members } = workspace;
  const names = new Set(members.map(({ name }) => name));
  const dirs = [...new Set([root, ...members.map(({ dir }) => dir)])].sort();
  const manifests = dirs.map((dir) => ({
    relative_path: `${dir === root ? '' : `${dir.slice(root.length + 1)}/`}Cargo.toml`,
    contents: process.readFile(`${dir}/Cargo.toml`).replace(/^version\s*=\s*"[^"]*"/gm, MASK),
    targets: ['lib', 'main'].filter((kind) => process.peek(`${dir}/src/${kind}.rs`)),
  }));
  const lock = attempt(() => process.readFile(`${root}/Cargo.lock`)).value;
  const masked = lock?.replace(/name = "([^"]+)"\nversion = "[^"]*"/g, (all, name: string) => (names.has(name) ? `name = "${name}"\n${MASK}` : all));
  process.writeFile(path, JSON.stringify({ skeleton: { manifests, lock_file: masked ?? null } } satisfies Recipe));
  modelled(process, 'cargo', 350, 0, 'cargo chef prepare reads manifests only: estimated.');
  return 0;
}

function cook(process: Process, path: string, args: readonly string[]): number {
  const recipe = attempt(() => JSON.parse(process.readFile(path)) as Recipe).value;
  if (!recipe?.skeleton) {
    process.err('Error: Failed to read recipe from path.\n\nCaused by:\n    No such file or directory (os error 2)\n');
    return 1;
  }
  for (const { relative_path: relative, contents, targets } of recipe.skeleton.manifests) {
    const dir = `${process.cwd}/${relative.replace(/\/?Cargo\.toml$/, '')}`.replace(/\/$/, '');
    makeDirectories(process, `${dir}/src`);
    process.writeFile(`${dir}/Cargo.toml`, contents);
    for (const kind of targets) process.writeFile(`${dir}/src/${kind}.rs`, kind === 'main' ? 'fn main() {}\n' : '');
  }
  if (recipe.skeleton.lock_file !== null) process.writeFile('Cargo.lock', recipe.skeleton.lock_file);
  const workspace = readWorkspace(process);
  if ('error' in workspace) {
    process.err(`error: ${workspace.error}\n`);
    return 101;
  }
  const profile = { name: args.includes('--release') ? 'release' : 'debug', target: option(args, 'target'), check: args.includes('--check'), test: false };
  return fetchCrates(process, workspace.crates) ?? compile(process, workspace, profile, []);
}
