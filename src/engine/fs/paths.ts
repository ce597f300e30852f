/** Places in a tree. Paths are slash-separated, a leading slash makes no difference, and `..` stops at the root. */
import { forEachChild, children, withEntry, withoutEntry } from './entries.ts';
import { emptyDir, withEntries } from './make.ts';
import type { DirNode, Meta, Node } from './node.ts';
import { MAX_LINKS, MAX_TARGET, scopedPlace } from './scoped-path.ts';

/** Names on the cleaned way from the root: Go's `path.Clean('/' + p)` in pieces. */
export function namesOf(path: string): string[] {
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '' || name === '.') continue;
    if (name === '..') names.pop();
    else names.push(name);
  }
  return names;
}

/** Cleaned absolute path: Go's `path.Clean('/' + p)`. */
export function cleanPath(path: string): string {
  return '/' + namesOf(path).join('/');
}

/** Cleaned absolute path of all parts one after another. */
export function joinPath(...parts: string[]): string {
  return cleanPath(parts.join('/'));
}

/** Cleaned absolute path of the directory that holds a path; `/` for the root. */
export function dirName(path: string): string {
  return '/' + namesOf(path).slice(0, -1).join('/');
}

/** Last name of a cleaned path; empty for the root. */
export function baseName(path: string): string {
  return namesOf(path).at(-1) ?? '';
}

/** Node at a path without following any link; undefined where there is none. */
export function get(root: DirNode, path: string): Node | undefined {
  let node: Node | undefined = root;
  for (const name of namesOf(path)) {
    if (node?.type !== 'dir') return undefined;
    node = node.entries.get(name);
  }
  return node;
}

/** Deeper trees are not made: walks follow them by recursion. Linux stops at 2048, by the length of paths. */
export const MAX_DEPTH = 512;

/** `parents` is the metadata of parents that are made; undefined: none are. */
function change(dir: DirNode, names: readonly string[], at: number, parents: Partial<Meta> | undefined, f: (node: Node | undefined) => Node | undefined): DirNode {
  if (names.length > MAX_DEPTH) return dir;
  const name = names[at]!;
  const old = dir.entries.get(name);
  let next: Node | undefined;
  if (at === names.length - 1) next = f(old);
  else {
    if (old?.type !== 'dir' && !parents) return dir;
    next = change(old?.type === 'dir' ? old : emptyDir(parents), names, at + 1, parents, f);
  }
  if (next === old) return dir;
  return withEntries(dir, next ? withEntry(dir.entries, name, next) : withoutEntry(dir.entries, name));
}

/** Root with a node at the path. Missing parents are made with mode 0755, what else is in the way is replaced; no link is followed. */
export function put(root: DirNode, path: string, node: Node): DirNode {
  const names = namesOf(path);
  if (names.length === 0) return node.type === 'dir' ? node : root;
  return change(root, names, 0, {}, () => node);
}

/** Root with the node at a path replaced by what `f` makes of it; undefined removes it. Unchanged where the parent is missing. */
export function update(root: DirNode, path: string, f: (node: Node | undefined) => Node | undefined): DirNode {
  const names = namesOf(path);
  if (names.length === 0) {
    const made = f(root);
    return made?.type === 'dir' ? made : root;
  }
  return change(root, names, 0, undefined, f);
}

/** Root without what is at a path. */
export function remove(root: DirNode, path: string): DirNode {
  return update(root, path, (node) => (namesOf(path).length === 0 ? node : undefined));
}

/** Depth first and byte-wise, a directory before what is in it. Paths are relative without leading slash; the root is left out. */
export function* walk(root: DirNode, prefix = ''): Generator<readonly [path: string, node: Node]> {
  for (const [name, node] of children(root)) {
    const path = prefix + name;
    yield [path, node];
    if (node.type === 'dir') yield* walk(node, path + '/');
  }
}

/** The fast form of `walk`. A directory for which `visit` returns false is not entered. */
export function forEachBelow(root: DirNode, visit: (path: string, node: Node) => boolean | void, prefix = ''): void {
  forEachChild(root, (name, node) => {
    const path = prefix + name;
    if (visit(path, node) !== false && node.type === 'dir') forEachBelow(node, visit, path + '/');
  });
}

/** Why a path leads nowhere, in the kernel's words. */
export interface PathError {
  readonly error: 'ENOENT' | 'ENOTDIR' | 'ELOOP';
  /** Cleaned absolute path of the component that failed. */
  readonly path: string;
}

export interface Resolved {
  /** Cleaned absolute path without links in it, but for the last component where that was not followed. */
  readonly path: string;
  /** Absent where the last component does not exist though its directory does. */
  readonly node?: Node;
}

/** Follows links as a process inside the root does: at most 255 of them, and nothing leads out. `cwd` is where relative paths start. */
export function resolvePath(root: DirNode, path: string, options: { followLast?: boolean; cwd?: string } = {}): Resolved | PathError {
  const { followLast = true, cwd = '/' } = options;
  const names: string[] = [];
  const nodes: Node[] = [root];
  const todo = (path.startsWith('/') ? path : `${cwd}/${path}`).split('/').reverse();
  const wantsDir = /\/\.?$/.test(path);
  const counts = (name: string) => name !== '' && name !== '.';
  let left = todo.filter(counts).length;
  let links = 0;
  const at = (last?: string) => '/' + (last === undefined ? names : [...names, last]).join('/');
  while (todo.length > 0) {
    const name = todo.pop()!;
    if (!counts(name)) continue;
    left--;
    const dir = nodes.at(-1)!;
    if (dir.type !== 'dir') return { error: 'ENOTDIR', path: at() };
    if (name === '..') {
      names.pop();
      if (nodes.length > 1) nodes.pop();
      continue;
    }
    const last = left === 0;
    const node = dir.entries.get(name);
    if (!node) return last ? { path: at(name) } : { error: 'ENOENT', path: at(name) };
    if (node.type === 'symlink' && (!last || followLast || wantsDir)) {
      if (++links > MAX_LINKS || node.target.length > MAX_TARGET) return { error: 'ELOOP', path: at(name) };
      if (node.target.startsWith('/')) {
        names.length = 0;
        nodes.length = 1;
      }
      for (const part of node.target.split('/').reverse()) {
        todo.push(part);
        if (counts(part)) left++;
      }
      continue;
    }
    names.push(name);
    nodes.push(node);
  }
  const node = nodes.at(-1)!;
  if (wantsDir && node.type !== 'dir') return { error: 'ENOTDIR', path: at() };
  return { path: at(), node };
}

/** Makes what is missing of a path with `meta`, following links. Gives the new root and the path without links. */
export function mkdirAll(root: DirNode, path: string, meta: Partial<Meta> = {}): { readonly root: DirNode; readonly path: string } | PathError {
  const place = scopedPlace(root, path, true);
  if (!place) return { error: 'ELOOP', path: cleanPath(path) };
  if (place.below !== undefined) return { error: 'ENOTDIR', path: dirName(place.below) };
  if (place.node) return place.node.type === 'dir' ? { root, path: place.path } : { error: 'ENOTDIR', path: place.path };
  return { root: change(root, namesOf(place.path), 0, meta, () => emptyDir(meta)), path: place.path };
}
