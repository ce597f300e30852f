/** What containerd's collector leaves: blobs that some name leads to, and root file systems of manifests that are still there. */
import type { Digest } from '../fs/node.ts';
import { childrenOf } from './children.ts';
import type { Descriptor } from './manifest.ts';
import type { Blob, ImageStore } from './store.ts';

/** Everything below a descriptor that is present, itself first, each time it is named (`walkPresentChildren`). */
export function presentBelow(blobs: ReadonlyMap<Digest, Blob>, target: Descriptor): readonly Descriptor[] {
  const blob = blobs.get(target.digest);
  return blob ? [target, ...childrenOf(blob).flatMap((child) => presentBelow(blobs, child))] : [];
}

/** The store without anything that no name leads to. */
export function collectGarbage(store: ImageStore): ImageStore {
  const used = new Set<Digest>();
  for (const { target } of store.images.values()) for (const { digest } of presentBelow(store.blobs, target)) used.add(digest);
  return {
    images: store.images,
    blobs: new Map([...store.blobs].filter(([digest]) => used.has(digest))),
    roots: new Map([...store.roots].filter(([digest]) => used.has(digest))),
  };
}
