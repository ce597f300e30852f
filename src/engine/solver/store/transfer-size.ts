import type { CacheBundle } from './bundle.ts';
import { travellingBlob } from './layer-blob.ts';

/**
 * Bytes of layers that travel when all of a bundle does, compressed: exact for layers of base images, modelled for others. Layers
 * of an inline cache are those of the image, so that nothing more than the image travels.
 */
export function transferSize(bundle: CacheBundle): number {
  const blobs = new Map<string, number>();
  for (const { snapshot } of bundle.results) {
    for (const layer of snapshot.layers) {
      const { digest, size } = travellingBlob(layer);
      blobs.set(digest, size);
    }
  }
  return [...blobs.values()].reduce((sum, size) => sum + size, 0);
}
