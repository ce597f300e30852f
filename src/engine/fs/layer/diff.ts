/** What leads from one tree to another, in the order and by the idea of sameness of BuildKit's overlay differ (`util/overlay`). */
import { sameContent } from '../content.ts';
import { changedEntries } from '../entries.ts';
import type { DirNode, Node } from '../node.ts';
import { forEachBelow } from '../paths.ts';

export interface Change {
  readonly kind: 'add' | 'modify' | 'delete';
  /** Relative, without leading slash. */
  readonly path: string;
  /** The new node; for a delete the old one. */
  readonly node: Node;
}

const CAPABILITY = 'security.capability';

function sameBytes(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.length === b.length && a.every((byte, i) => byte === b[i]));
}

/**
 * Whether a layer would leave a node out as unchanged (`sameFile` of containerd's continuity). Of directories only their own
 * metadata counts, and not their time. Go's differ trusts times with nanoseconds; virtual ones repeat, so contents always count.
 */
export function sameNode(a: Node, b: Node): boolean {
  if (a === b) return true;
  if (a.type !== b.type || a.mode !== b.mode || a.uid !== b.uid || a.gid !== b.gid) return false;
  if (!sameBytes(a.xattrs?.get(CAPABILITY), b.xattrs?.get(CAPABILITY))) return false;
  if ('major' in a && 'major' in b && (a.major !== b.major || a.minor !== b.minor)) return false;
  if (a.type === 'dir') return true;
  if (a.mtime !== b.mtime) return false;
  if (a.type === 'symlink' && b.type === 'symlink') return a.target === b.target;
  if (a.type === 'file' && b.type === 'file') return sameContent(a.content, b.content);
  return true;
}

function addAll(changes: Change[], path: string, node: Node, kind: 'add' | 'modify'): void {
  changes.push({ kind, path, node });
  if (node.type === 'dir') forEachBelow(node, (below, each) => void changes.push({ kind: 'add', path: below, node: each }), path + '/');
}

function diffInto(changes: Change[], lower: DirNode, upper: DirNode, prefix: string): void {
  for (const [name, before, after] of changedEntries(lower.entries, upper.entries)) {
    const path = prefix + name;
    if (!after) changes.push({ kind: 'delete', path, node: before! });
    else if (!before) addAll(changes, path, after, 'add');
    else if (before.type === 'dir' && after.type === 'dir') {
      if (!sameNode(before, after)) changes.push({ kind: 'modify', path, node: after });
      diffInto(changes, before, after, path + '/');
    } else if (!sameNode(before, after)) addAll(changes, path, after, 'modify');
  }
}

/** The changes from `lower` to `upper`, depth first by the bytes of the names. What both share is not looked at. */
export function diff(lower: DirNode, upper: DirNode): readonly Change[] {
  const changes: Change[] = [];
  if (lower !== upper) diffInto(changes, lower, upper, '');
  return changes;
}
