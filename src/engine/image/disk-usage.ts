import { presentBelow } from './garbage.ts';
import { listImages, type ListOptions } from './list-images.ts';
import type { ImageStore } from './store.ts';

/** What all images take on the disk together: each blob and each unpacked layer once (`ImageDiskUsage`). */
export interface DiskUsage {
  readonly total: number;
  readonly active: number;
  readonly size: number;
  /** Bytes that would go with the images that no container uses. */
  readonly reclaimable: number;
}

/** The line of `docker system df` about images. */
export function imageDiskUsage(store: ImageStore, options: ListOptions = {}): DiskUsage {
  const rows = listImages(store, options);
  const parts = new Map<string, number>();
  for (const { target, manifests } of rows) {
    if (options.imageStore !== 'overlay2') for (const { digest, size } of presentBelow(store.blobs, target)) parts.set(digest, size);
    for (const { chain } of manifests) for (const { id, size } of chain) parts.set(`layer ${id}`, size);
  }
  return {
    total: rows.length,
    active: rows.filter(({ containers }) => containers > 0).length,
    size: [...parts.values()].reduce((total, size) => total + size, 0),
    reclaimable: rows.reduce((total, { containers, size, shared }) => total + (containers > 0 ? 0 : size - shared), 0),
  };
}
