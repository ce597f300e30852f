import { changedEntries, sizeOf } from '../../fs/index.ts';
import type { DirNode } from '../../fs/index.ts';

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
