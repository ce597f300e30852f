import type { DirNode } from '../fs/node.ts';
import { isLayer } from './children.ts';
import type { Blob } from './store.ts';

/** The root file system that layers unpack to, where they are known: what the highest of them stands for. */
export function applyBlobs(blobs: readonly Blob[]): DirNode | undefined {
  const highest = blobs.findLast(({ mediaType }) => isLayer(mediaType))?.layer;
  return highest?.upper ?? highest?.whole;
}
