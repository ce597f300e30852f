import { applyLayer, emptyDir, layerEntries, type LayerEntry } from '../fs/index.ts';
import type { DirNode } from '../fs/node.ts';
import { isLayer } from './children.ts';
import type { Blob } from './store.ts';

/** The root file system that layers unpack to, where they are known: each laid over those below it. */
export function applyBlobs(blobs: readonly Blob[]): DirNode | undefined {
  let root: DirNode | undefined;
  for (const { mediaType, layer } of blobs) {
    if (!isLayer(mediaType) || !layer) continue;
    if (layer.upper) root = laidOver(root ?? layer.lower ?? emptyDir(), layer.lower, layer.upper).upper;
    else root = layer.whole ?? root;
  }
  return root;
}

/**
 * A layer over what is below it. One that was made over something else, by `COPY --link` or for another image that shares it by its
 * digest, is laid over this: `held` is what its tar holds then.
 */
export function laidOver(below: DirNode, lower: DirNode | undefined, upper: DirNode): { readonly upper: DirNode; readonly held?: readonly LayerEntry[] } {
  if (lower === undefined || lower === below) return { upper };
  const held = layerEntries(lower, upper);
  return { upper: applyLayer(below, held), held };
}
