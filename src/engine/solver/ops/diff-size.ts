import { changedEntries, children, sizeOf } from '../../fs/index.ts';
import type { DirNode, Node } from '../../fs/index.ts';

/** Bytes of the files that are new or different in the upper tree. Looks only where the trees differ. */
export function diffSize(lower: DirNode, upper: DirNode): number {
  if (lower === upper) return 0;
  let size = 0;
  for (const [, before, after] of changedEntries(lower.entries, upper.entries)) {
    if (!after) continue;
    size += after.type === 'dir' && before?.type === 'dir' ? diffSize(before, after) : sizeOf(after);
  }
  return size;
}

/** Whether what is new or different in the upper tree has contents that only stand in for real ones. */
export function bringsDescribed(lower: DirNode, upper: DirNode): boolean {
  if (lower === upper) return false;
  for (const [, before, after] of changedEntries(lower.entries, upper.entries)) {
    if (after && (after.type === 'dir' && before?.type === 'dir' ? bringsDescribed(before, after) : isDescribed(after))) return true;
  }
  return false;
}

function isDescribed(node: Node): boolean {
  if (node.type === 'file') return node.content.kind === 'described';
  if (node.type === 'dir') for (const [, child] of children(node)) if (isDescribed(child)) return true;
  return false;
}
