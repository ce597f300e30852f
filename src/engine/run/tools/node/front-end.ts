/** What bundlers of front ends have in common: the installed version, public variables, and copies of files that are served as they are. */
import { sha256 } from '../../../fs/index.ts';
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { contentOf } from '../../system/reading.ts';
import { copyTree } from '../copy-tree.ts';
import { manifestIn } from './manifest.ts';
import { sourceFiles } from './modules.ts';
import type { ModuleGraph } from './modules.ts';

/** Version of an installed package, seen from here; empty where there is none. */
export function installedVersion(process: Process, name: string): string {
  for (let at = process.cwd; ; at = at.slice(0, at.lastIndexOf('/'))) {
    const found = manifestIn(process, `${at}/node_modules/${name}`);
    if (found) return found.version;
    if (at === '' || at === '/') return '';
  }
}

/** The text of the first of these files that is there. */
export function firstText(process: Process, paths: readonly string[]): string {
  for (const path of paths) {
    const text = attempt(() => process.readFile(path)).value;
    if (text !== undefined) return text;
  }
  return '';
}

/** Variables that are built into the bundle, from the environment and from `.env` files: those whose names begin so. */
export function publicVariables(process: Process, prefix: string, files: readonly string[]): readonly string[] {
  const fromFiles = files.flatMap((path) => (attempt(() => process.readFile(path)).value ?? '').split('\n')).filter((line) => line.trim().startsWith(prefix));
  const fromEnvironment = [...process.env].filter(([name]) => name.startsWith(prefix)).map(([name, value]) => `${name}=${value}`);
  return [...fromFiles, ...fromEnvironment].sort();
}

/** Identifies all that a bundle is made of. */
export function bundleKey(graph: ModuleGraph, root: string, more: readonly string[]): string {
  const files = [...graph.files].map(([path, digest]) => `${path.startsWith(root) ? path.slice(root.length) : path} ${digest}`).sort();
  const packages = [...graph.packages].map(([name, version]) => `${name}@${version}`).sort();
  return sha256([...files, ...packages, ...more].join('\n'));
}

/** Sources that nobody can read, as a described scene has them: taken to be imported. Tests are not. */
export function unreadable(process: Process, dir: string): string[] {
  return sourceFiles(process, dir, /\.([cm]?[jt]sx?|vue|svelte|css|scss)$/).filter((path) => {
    const inode = process.peek(path);
    return inode?.type === 'file' && !inode.isReal && !/\.(test|spec|stories)\.\w+$|\/__tests__\//.test(path);
  });
}

/** Copies what a folder holds into another one. */
export function copyBelow(process: Process, from: string, to: string): void {
  if (process.peek(from)?.type !== 'dir') return;
  for (const name of process.directory(from).names()) copyTree(process, `${from}/${name}`, `${to}/${name}`, { recursive: true, preserve: false, follow: 'all', force: true, noClobber: false, verbose: false });
}

/** Digest of what a file or folder holds, for keys. */
export function digestsOf(process: Process, paths: readonly string[]): readonly string[] {
  return paths.map((path) => `${path} ${contentOf(process, path)}`);
}
