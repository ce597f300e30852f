/**
 * The entries of a directory: a persistent B+ tree by name. A change copies one leaf and the branches above it; all else is
 * shared, and two versions are compared by skipping what they share.
 */
import type { DirNode, Entries, Node } from './node.ts';

const FULL = 64;

interface Leaf {
  readonly leaf: true;
  readonly size: number;
  readonly names: readonly string[];
  readonly nodes: readonly Node[];
}

interface Branch {
  readonly leaf: false;
  readonly size: number;
  /** The least name of each child. */
  readonly names: readonly string[];
  readonly trees: readonly Tree[];
}

type Tree = Leaf | Branch;

/** Order of two names by the bytes of their UTF-8, as Go compares strings. */
export function compareNames(a: string, b: string): number {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) {
    let x = a.charCodeAt(i);
    let y = b.charCodeAt(i);
    if (x === y) continue;
    if (x >= 0xd800 && y >= 0xd800) {
      x += x >= 0xe000 ? -0x800 : 0x2000;
      y += y >= 0xe000 ? -0x800 : 0x2000;
    }
    return x - y;
  }
  return a.length - b.length;
}

/** Index of the last name that is not greater; -1 where all are. */
function floor(names: readonly string[], name: string): number {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (compareNames(names[mid]!, name) <= 0) low = mid + 1;
    else high = mid;
  }
  return low - 1;
}

const leafOf = (names: readonly string[], nodes: readonly Node[]): Leaf => ({ leaf: true, size: names.length, names, nodes });

function branchOf(trees: readonly Tree[]): Branch {
  let size = 0;
  for (const tree of trees) size += tree.size;
  return { leaf: false, size, names: trees.map((tree) => tree.names[0]!), trees };
}

/** One tree, or two where it became too full. */
function insert(tree: Tree, name: string, node: Node): readonly Tree[] {
  const at = floor(tree.names, name);
  if (tree.leaf) {
    if (tree.names[at] === name) return tree.nodes[at] === node ? [tree] : [leafOf(tree.names, tree.nodes.with(at, node))];
    const names = tree.names.toSpliced(at + 1, 0, name);
    const nodes = tree.nodes.toSpliced(at + 1, 0, node);
    if (names.length <= FULL) return [leafOf(names, nodes)];
    // Names that arrive in order leave full leaves behind.
    const cut = at + 2 === names.length ? FULL : FULL / 2;
    return [leafOf(names.slice(0, cut), nodes.slice(0, cut)), leafOf(names.slice(cut), nodes.slice(cut))];
  }
  const index = Math.max(at, 0);
  const replaced = insert(tree.trees[index]!, name, node);
  if (replaced.length === 1 && replaced[0] === tree.trees[index]) return [tree];
  const trees = tree.trees.toSpliced(index, 1, ...replaced);
  if (trees.length <= FULL) return [branchOf(trees)];
  const cut = index + 2 === trees.length ? FULL : FULL / 2;
  return [branchOf(trees.slice(0, cut)), branchOf(trees.slice(cut))];
}

/** The tree without a name; undefined where nothing is left. Children that fit together become one again. */
function without(tree: Tree, name: string): Tree | undefined {
  const at = floor(tree.names, name);
  if (at < 0) return tree;
  if (tree.leaf) {
    if (tree.names[at] !== name) return tree;
    return tree.size === 1 ? undefined : leafOf(tree.names.toSpliced(at, 1), tree.nodes.toSpliced(at, 1));
  }
  const old = tree.trees[at]!;
  const kid = without(old, name);
  if (kid === old) return tree;
  const trees: Tree[] = tree.trees.toSpliced(at, 1, ...(kid ? [kid] : []));
  const left = trees[at - 1];
  if (kid && left && left.names.length + kid.names.length <= FULL / 2) trees.splice(at - 1, 2, joined(left, kid));
  return trees.length === 1 ? trees[0] : trees.length === 0 ? undefined : branchOf(trees);
}

function joined(left: Tree, right: Tree): Tree {
  if (left.leaf && right.leaf) return leafOf([...left.names, ...right.names], [...left.nodes, ...right.nodes]);
  return branchOf([...(left.leaf ? [left] : left.trees), ...(right.leaf ? [right] : right.trees)]);
}

class NameTree implements Entries {
  readonly tree: Tree | undefined;

  constructor(tree: Tree | undefined) {
    this.tree = tree;
  }

  get size(): number {
    return this.tree?.size ?? 0;
  }

  get(name: string): Node | undefined {
    let tree = this.tree;
    while (tree) {
      const at = floor(tree.names, name);
      if (at < 0) return undefined;
      if (tree.leaf) return tree.names[at] === name ? tree.nodes[at] : undefined;
      tree = tree.trees[at];
    }
    return undefined;
  }
}

/** A directory without entries. */
export const NO_ENTRIES: Entries = new NameTree(undefined);

function treeOf(entries: Entries): Tree | undefined {
  return (entries as NameTree).tree;
}

/** Entries with `name` set to `node`; the very same entries where it was that node before. */
export function withEntry(entries: Entries, name: string, node: Node): Entries {
  const tree = treeOf(entries);
  if (!tree) return new NameTree(leafOf([name], [node]));
  const trees = insert(tree, name, node);
  if (trees.length > 1) return new NameTree(branchOf(trees));
  return trees[0] === tree ? entries : new NameTree(trees[0]);
}

/** Entries without `name`; the very same entries where it was not there. */
export function withoutEntry(entries: Entries, name: string): Entries {
  const tree = treeOf(entries);
  const rest = tree && without(tree, name);
  if (rest === tree) return entries;
  return rest ? new NameTree(rest) : NO_ENTRIES;
}

/** Entries from pairs in any order; of two with one name the later counts. */
export function entriesOf(pairs: Iterable<readonly [string, Node]>): Entries {
  const list = Array.isArray(pairs) ? (pairs as readonly (readonly [string, Node])[]) : [...pairs];
  const sorted = list.every(([name], i) => i === 0 || compareNames(list[i - 1]![0], name) < 0);
  const ordered = sorted ? list : [...new Map(list)].sort(([a], [b]) => compareNames(a, b));
  if (ordered.length === 0) return NO_ENTRIES;
  let level: Tree[] = [];
  for (let i = 0; i < ordered.length; i += FULL) {
    const part = ordered.slice(i, i + FULL);
    level.push(leafOf(part.map(([name]) => name), part.map(([, node]) => node)));
  }
  while (level.length > 1) {
    const above: Tree[] = [];
    for (let i = 0; i < level.length; i += FULL) above.push(branchOf(level.slice(i, i + FULL)));
    level = above;
  }
  return new NameTree(level[0]);
}

function* inOrder(tree: Tree): Generator<readonly [name: string, node: Node]> {
  if (tree.leaf) {
    for (let i = 0; i < tree.size; i++) yield [tree.names[i]!, tree.nodes[i]!];
  } else {
    for (const kid of tree.trees) yield* inOrder(kid);
  }
}

/** Calls `visit` for each entry in byte-wise order of the names: the fast form of `children`. */
export function forEachChild(dir: DirNode, visit: (name: string, node: Node) => void): void {
  const go = (tree: Tree) => {
    if (tree.leaf) for (let i = 0; i < tree.size; i++) visit(tree.names[i]!, tree.nodes[i]!);
    else tree.trees.forEach(go);
  };
  const tree = treeOf(dir.entries);
  if (tree) go(tree);
}

/** Name and node of each entry, in byte-wise order of the names' UTF-8. */
export function children(dir: DirNode): Iterable<readonly [name: string, node: Node]> {
  const tree = treeOf(dir.entries);
  return tree ? inOrder(tree) : [];
}

/** A name whose nodes differ (`!==`) between two versions, in byte-wise order. */
export type NameChange = readonly [name: string, before: Node | undefined, after: Node | undefined];

type Pending = Tree | readonly [string, Node];

const isTree = (item: Pending): item is Tree => !Array.isArray(item);
const least = (item: Pending): string => (isTree(item) ? item.names[0]! : item[0]);
const height = (tree: Tree): number => (tree.leaf ? 0 : 1 + height(tree.trees[0]!));

function expand(stack: Pending[]): void {
  const tree = stack.pop() as Tree;
  for (let i = tree.names.length - 1; i >= 0; i--) stack.push(tree.leaf ? [tree.names[i]!, tree.nodes[i]!] : tree.trees[i]!);
}

/** What differs between two versions of a directory. Subtrees that both share cost one comparison. */
export function changedEntries(before: Entries, after: Entries): NameChange[] {
  const changes: NameChange[] = [];
  const a: Pending[] = [];
  const b: Pending[] = [];
  const [treeA, treeB] = [treeOf(before), treeOf(after)];
  if (treeA) a.push(treeA);
  if (treeB) b.push(treeB);
  for (;;) {
    const x = a.at(-1);
    const y = b.at(-1);
    if (!x && !y) return changes;
    if (x && x === y) {
      a.pop();
      b.pop();
    } else if (x && isTree(x) && y && isTree(y)) {
      const [hx, hy] = [height(x), height(y)];
      if (hx >= hy) expand(a);
      if (hy >= hx) expand(b);
    } else {
      const order = !x ? 1 : !y ? -1 : compareNames(least(x), least(y));
      if (x && isTree(x) && order <= 0) expand(a);
      else if (y && isTree(y) && order >= 0) expand(b);
      else if (order === 0) {
        const [name, old] = a.pop() as readonly [string, Node];
        const [, now] = b.pop() as readonly [string, Node];
        if (old !== now) changes.push([name, old, now]);
      } else if (order < 0) {
        const [name, old] = a.pop() as readonly [string, Node];
        changes.push([name, old, undefined]);
      } else {
        const [name, now] = b.pop() as readonly [string, Node];
        changes.push([name, undefined, now]);
      }
    }
  }
}
