/** What leads from one file system to another for a reader of files: contents, modes, owners and links; times apart, because every build gives others. */
import { changedEntries, forEachBelow, sameContent } from '../../fs/index.ts';
import type { DirNode, Node } from '../../fs/node.ts';

export interface TreeChange {
  /** Relative, without leading slash. */
  readonly path: string;
  /** `time`: nothing but its time is another. */
  readonly kind: 'add' | 'modify' | 'delete' | 'time';
  /** Absent where it is new, and where it is gone. */
  readonly before?: Node;
  readonly after?: Node;
}

/** Depth first, by name. Of folders, those that hold nothing, and those whose own mode or owner is another. */
export function treeChanges(from: DirNode, to: DirNode): readonly TreeChange[] {
  const changes: TreeChange[] = [];
  if (from !== to) compareFolders(changes, from, to, '');
  return changes;
}

function compareFolders(changes: TreeChange[], from: DirNode, to: DirNode, prefix: string): void {
  for (const [name, before, after] of changedEntries(from.entries, to.entries)) {
    const path = prefix + name;
    if (before && after && before.type === 'dir' && after.type === 'dir') {
      if (!sameMeta(before, after)) changes.push({ path, kind: 'modify', before, after });
      compareFolders(changes, before, after, `${path}/`);
    } else if (before && after && (before.type === 'dir' || after.type === 'dir')) {
      all(path, before, (below, node) => changes.push({ path: below, kind: 'delete', before: node }));
      all(path, after, (below, node) => changes.push({ path: below, kind: 'add', after: node }));
    } else if (before && after) {
      if (!sameFile(before, after)) changes.push({ path, kind: 'modify', before, after });
      else if (before.mtime !== after.mtime) changes.push({ path, kind: 'time', before, after });
    } else if (before) all(path, before, (below, node) => changes.push({ path: below, kind: 'delete', before: node }));
    else if (after) all(path, after, (below, node) => changes.push({ path: below, kind: 'add', after: node }));
  }
}

/** The node where it is no folder or an empty one; else what is in it. */
function all(path: string, node: Node, tell: (path: string, node: Node) => void): void {
  const telling = (at: string, each: Node): void => {
    if (each.type !== 'dir' || each.entries.size === 0) tell(at, each);
  };
  telling(path, node);
  if (node.type === 'dir') forEachBelow(node, telling, `${path}/`);
}

/** Whether a reader finds the same in both: type, contents or target, mode and owner. */
export function sameFile(a: Node, b: Node): boolean {
  if (a === b) return true;
  if (!sameMeta(a, b)) return false;
  if (a.type === 'file' && b.type === 'file') return sameContent(a.content, b.content);
  if (a.type === 'symlink' && b.type === 'symlink') return a.target === b.target;
  if ('major' in a && 'major' in b) return a.major === b.major && a.minor === b.minor;
  return true;
}

const sameMeta = (a: Node, b: Node): boolean => a.type === b.type && a.mode === b.mode && a.uid === b.uid && a.gid === b.gid;
