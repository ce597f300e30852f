/** `docker image prune`: dangling images, or with `--all` every image that no container uses (dockerd `daemon/containerd/image_prune.go`). */
import { childrenOf, isIndex, isManifest, parse } from './children.ts';
import { sortedImages } from './find-image.ts';
import { collectGarbage, presentBelow } from './garbage.ts';
import { manifestsOf } from './list-images.ts';
import { isDangling } from './new-image.ts';
import { familiar, type ImageUser } from './remove-image.ts';
import type { ImageStore, StoredImage } from './store.ts';

export interface PruneOptions {
  readonly all?: boolean;
  /** Only images whose names were given before this moment, milliseconds since 1970. */
  readonly until?: number;
  /** Only images for which this is true, by the labels of their configs. */
  readonly labels?: (labels: Readonly<Record<string, string>>) => boolean;
  readonly containers?: readonly ImageUser[];
}

export interface Pruned {
  readonly store: ImageStore;
  /** `untagged: app:1.0.0`, `deleted: sha256:…`, as the list of deleted images has them. */
  readonly lines: readonly string[];
  /** Bytes of blobs and unpacked layers. */
  readonly reclaimed: number;
}

/** The store without what nobody uses. */
export function pruneImages(store: ImageStore, options: PruneOptions = {}): Pruned {
  const used = new Set((options.containers ?? []).map(({ image }) => image));
  let left = store;
  const lines: string[] = [];
  let reclaimed = 0;
  for (const image of sortedImages(store)) {
    if (!isDue(store, image, options) || used.has(image.target.digest)) continue;
    const before = left;
    const images = new Map(left.images);
    images.delete(image.name);
    left = collectGarbage({ ...left, images });
    lines.push(`untagged: ${familiar(image.name)}`);
    for (const { digest, mediaType, size } of new Map(presentBelow(before.blobs, image.target).map((each) => [each.digest, each])).values()) {
      if (left.blobs.has(digest)) continue;
      if (isManifest(mediaType) || isIndex(mediaType)) lines.push(`deleted: ${digest}`);
      reclaimed += size;
    }
    reclaimed += unpackedBytes(before) - unpackedBytes(left);
  }
  return { store: left, lines, reclaimed };
}

function isDue(store: ImageStore, image: StoredImage, { all = false, until, labels }: PruneOptions): boolean {
  if (!all && !isDangling(image.name)) return false;
  if (until !== undefined && image.updated >= until) return false;
  return labels === undefined || presentBelow(store.blobs, image.target).some(({ digest }) => labels(labelsOf(store.blobs.get(digest)?.text)));
}

/** Labels of a config's text; none for a text that is no config. */
function labelsOf(text: string | undefined): Readonly<Record<string, string>> {
  const config = text === undefined ? undefined : parse(text)['config'];
  const labels = typeof config === 'object' && config !== null && 'Labels' in config ? config.Labels : undefined;
  return typeof labels === 'object' && labels !== null ? (labels as Record<string, string>) : {};
}

/** Each unpacked layer of a store once. */
function unpackedBytes(store: ImageStore): number {
  const layers = new Map<string, number>();
  for (const [digest] of store.roots) {
    const blob = store.blobs.get(digest);
    if (blob && childrenOf(blob).length > 0) for (const { chain } of manifestsOf(store, blob)) for (const { id, size } of chain) layers.set(id, size);
  }
  return [...layers.values()].reduce((total, size) => total + size, 0);
}
