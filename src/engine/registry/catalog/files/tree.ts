import { described, dirOf, emptyDir, file, put, symlink } from '../../../fs/index.ts';
import type { DirNode, Meta, Node } from '../../../fs/node.ts';

/** Time that files of base images carry: 2025-01-01, in milliseconds. */
const time = 1735689600000;

/** Files by path. A text is a file's content, a number the size of a program, a list of names is one directory each. */
export type Files = Readonly<Record<string, string | number | Node>>;

/** A text file. */
export function text(content: string, meta?: Partial<Meta>): Node {
  return file(content, { mtime: time, ...meta });
}

/** A program of a size whose bytes nobody reads. */
export function program(size: number, seed: string): Node {
  return described(size, seed, { mode: 0o755, mtime: time });
}

/** A file of a size that is no program: a library, a data file. */
export function blob(size: number, seed: string, meta?: Partial<Meta>): Node {
  return described(size, seed, { mtime: time, ...meta });
}

/** A symbolic link. */
export function link(target: string): Node {
  return symlink(target, { mtime: time });
}

/** An empty directory. */
export function folder(mode = 0o755, owner: { uid: number; gid: number } = { uid: 0, gid: 0 }): Node {
  return emptyDir({ mode, mtime: time, ...owner });
}

/** A root with these files; `over` come after and replace. Parents are made 0755. */
export function tree(...layers: readonly Files[]): DirNode {
  let root: DirNode = dirOf([], { mtime: time });
  for (const files of layers) {
    for (const [path, what] of Object.entries(files)) {
      root = put(root, path, typeof what === 'string' ? text(what) : typeof what === 'number' ? program(what, path) : what);
    }
  }
  return root;
}

/** Programs of one size in one folder: `['cat', 'ls']` → `/usr/bin/cat`, `/usr/bin/ls`. */
export function programs(dir: string, size: number, names: string): Files {
  return Object.fromEntries(names.split(' ').map((name) => [`${dir}/${name}`, size]));
}

/** Links to one target in one folder. */
export function links(dir: string, target: string, names: string): Files {
  return Object.fromEntries(names.split(' ').map((name) => [`${dir}/${name}`, link(target)]));
}
