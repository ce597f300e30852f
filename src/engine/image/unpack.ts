import type { DirNode } from '../fs/node.ts';
import { isLayer } from './children.ts';
import type { Blob } from './store.ts';

/** The root file system that layers unpack to, where they are known: what the highest of them stands for. */
export function applyBlobs(blobs: readonly Blob[]): DirNode | undefined {
  return blobs.findLast(({ mediaType }) => isLayer(mediaType))?.layer?.upper;
}
