/** The flat list of a snapshot's files → the rows of two trees: what the build can read, and what an ignore file keeps out. */
import type { FileEntry } from '#engine/workspace/snapshot.ts';

/** A file, directory or symlink in the drawn tree, or a path that is gone since the last build. */
export interface TreeNode {
  readonly path: string;
  readonly name: string;
  /** Absent where the path was removed, or is a directory that only its files speak of. */
  readonly entry?: FileEntry;
  readonly removed: boolean;
  readonly children: readonly TreeNode[];
}

/** A row as it is drawn: its node, and its place for assistive technology. */
export interface TreeRow {
  readonly node: TreeNode;
  /** 1 at the top. */
  readonly level: number;
  readonly position: number;
  readonly siblings: number;
  /** Absent where it holds nothing. */
  readonly expanded?: boolean;
}

interface Draft {
  path: string;
  name: string;
  entry?: FileEntry;
  removed: boolean;
  directory: boolean;
  children: Map<string, Draft>;
}

const draft = (path: string, name: string): Draft => ({ path, name, removed: false, directory: false, children: new Map() });

const order = new Intl.Collator('en', { numeric: true });

function finish(node: Draft): TreeNode {
  const children = [...node.children.values()].sort((a, b) => Number(b.directory) - Number(a.directory) || order.compare(a.name, b.name) || (a.name < b.name ? -1 : 1)).map(finish);
  return { path: node.path, name: node.name, removed: node.removed, children, ...(node.entry ? { entry: node.entry } : {}) };
}

function grow(root: Draft, path: string): Draft {
  let node = root;
  for (const name of path.split('/')) {
    node.directory = true;
    let next = node.children.get(name);
    if (!next) node.children.set(name, (next = draft(node.path ? `${node.path}/${name}` : name, name)));
    node = next;
  }
  return node;
}

const above = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/**
 * Files → `sent` (with removed paths in their old places) and `kept`, the topmost ignored paths with what is below them.
 * A directory that is ignored but holds something that is not (`!keep`) belongs to `sent`.
 */
export function fileTrees(files: readonly FileEntry[], removed: readonly string[]): { readonly sent: readonly TreeNode[]; readonly kept: readonly TreeNode[] } {
  const opened = new Set<string>();
  for (const file of files) if (!file.ignored) for (let dir = above(file.path); dir && !opened.has(dir); dir = above(dir)) opened.add(dir);
  const isKept = (file: FileEntry) => file.ignored !== undefined && !opened.has(file.path);
  const kept = new Set(files.filter(isKept).map((file) => file.path));

  const sentRoot = draft('', '');
  const keptRoot = draft('', '');
  for (const file of files) {
    let node: Draft;
    if (!kept.has(file.path)) node = grow(sentRoot, file.path);
    else {
      let top = file.path;
      while (above(top) && kept.has(above(top))) top = above(top);
      let root = keptRoot.children.get(top);
      if (!root) keptRoot.children.set(top, (root = draft(top, top)));
      node = top === file.path ? root : grow(root, file.path.slice(top.length + 1));
    }
    node.entry = file;
    node.directory = file.type === 'dir';
  }
  for (const path of removed) if (!files.some((file) => file.path === path)) grow(sentRoot, path).removed = true;
  return { sent: finish(sentRoot).children, kept: finish(keptRoot).children };
}

/** The rows to draw, top to bottom, with the directories of `closed` shut. */
export function treeRows(nodes: readonly TreeNode[], closed: (path: string) => boolean, level = 1): readonly TreeRow[] {
  return nodes.flatMap((node, at) => {
    const holds = node.children.length > 0;
    const expanded = holds && !closed(node.path);
    const row: TreeRow = { node, level, position: at + 1, siblings: nodes.length, ...(holds || node.entry?.type === 'dir' ? { expanded } : {}) };
    return expanded ? [row, ...treeRows(node.children, closed, level + 1)] : [row];
  });
}
