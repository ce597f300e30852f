/** Images that come into a store: from a build, a pull, an archive. */
import type { Digest, DirNode } from '../fs/node.ts';
import type { Descriptor } from './manifest.ts';
import type { Blob, ImageStore, StoredImage } from './store.ts';

/** A whole image: everything that its index or manifest leads to, as far as it came along. */
export interface NewImage {
  /** Of the index or the manifest. */
  readonly target: Descriptor;
  /** Index, manifests, configs, layers, in any order. */
  readonly blobs: readonly Blob[];
  /** By manifest digest: the root file systems that its layers unpack to. */
  readonly roots: ReadonlyMap<Digest, DirNode>;
}

/**
 * The store with an image under these full names; without names under `moby-dangling@<digest>`, as dockerd's exporter keeps it.
 * A name that led elsewhere leaves what it led to under a dangling name, unless another name still leads there.
 */
export function putImage(store: ImageStore, image: NewImage, names: readonly string[], now: number): ImageStore {
  const blobs = new Map(store.blobs);
  for (const blob of image.blobs) blobs.set(blob.digest, withSources(blobs.get(blob.digest) ?? blob, blob.sources ?? []));
  const roots = new Map(store.roots);
  for (const [manifest, root] of image.roots) roots.set(manifest, root);
  const images = new Map(store.images);
  const given = names.length > 0 ? names : [danglingName(image.target.digest)];
  for (const name of given) setName(images, { name, target: image.target, updated: now });
  return { images, blobs, roots };
}

/** The blob with more repositories that have it. */
export function withSources(blob: Blob, repositories: readonly string[]): Blob {
  const added = repositories.filter((repository) => !blob.sources?.includes(repository));
  return added.length === 0 ? blob : { ...blob, sources: [...(blob.sources ?? []), ...added].sort() };
}

/** `moby-dangling@sha256:…`. */
export const danglingName = (digest: Digest): string => `moby-dangling@${digest}`;

/** Whether a name is one that dockerd gave to an image nobody names. */
export const isDangling = (name: string): boolean => name.startsWith('moby-dangling@');

/** Gives a name, keeps what it led to, and drops the dangling name of what has a real one now (dockerd `daemon/containerd`, `createDiff`). */
export function setName(images: Map<string, StoredImage>, image: StoredImage): void {
  const before = images.get(image.name);
  images.set(image.name, image);
  if (!isDangling(image.name)) images.delete(danglingName(image.target.digest));
  if (!before || before.target.digest === image.target.digest) return;
  if ([...images.values()].some(({ target }) => target.digest === before.target.digest)) return;
  const name = danglingName(before.target.digest);
  images.set(name, { name, target: before.target, updated: image.updated });
}
