import { children, nodeDigest, sizeOf } from '../fs/index.ts';
import type { DirNode } from '../fs/index.ts';
import type { ContextRecord } from './record.ts';

const counts = new WeakMap<DirNode, number>();

/** Files below a directory, links among them; kept with the directory. */
function countFiles(dir: DirNode): number {
  let count = counts.get(dir);
  if (count !== undefined) return count;
  count = 0;
  for (const [, node] of children(dir)) count += node.type === 'dir' ? countFiles(node) : 1;
  counts.set(dir, count);
  return count;
}

/** What the build may read of the main context. */
export function contextRecord(root: DirNode, transferred: number): ContextRecord {
  return { digest: nodeDigest(root), files: countFiles(root), bytes: sizeOf(root), transferred };
}
