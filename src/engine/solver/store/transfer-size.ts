import type { Digest } from '../../fs/index.ts';
import { compressedSize } from '../export/layers.ts';
import type { SnapshotLayer } from '../snapshot.ts';
import type { CacheBundle } from './bundle.ts';

/**
 * Bytes of layers that travel when all of a bundle does, compressed: exact for layers of base images, modelled for others. Layers
 * of an inline cache are those of the image, so that nothing more than the image travels.
 */
export function transferSize(bundle: CacheBundle): number {
  const layers = new Set<SnapshotLayer | Digest>();
  let bytes = 0;
  for (const { snapshot } of bundle.results) {
    for (const layer of snapshot.layers) {
      const what = layer.kind === 'base' ? layer.layer.digest : layer;
      if (layers.has(what)) continue;
      layers.add(what);
      bytes += layer.kind === 'base' ? layer.layer.size : compressedSize(layer.size);
    }
  }
  return bytes;
}
