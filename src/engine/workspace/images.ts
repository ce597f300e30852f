/** The images of a machine as a page lists them: small, without configs and trees. */
import type { Digest } from '../fs/node.ts';
import { listImages } from '../image/index.ts';
import type { State } from './state.ts';

/** One row of `docker images`. */
export interface ImageListing {
  /** Digest of the index or the manifest; with dockerd's older store that of the config. */
  readonly id: Digest;
  /** `app:1.0.0`, sorted; none for an image that nobody names. */
  readonly tags: readonly string[];
  /** Milliseconds since 1970. */
  readonly created?: number;
  /** Bytes as `docker images` counts them, and of those the ones that other images have too. */
  readonly size: number;
  readonly shared: number;
  readonly platforms: readonly string[];
}

/** Newest first, as dockerd sorts them; none for a machine that is not there. */
export function imagesOf({ machines }: State, name: string): readonly ImageListing[] {
  const machine = machines.get(name);
  if (!machine) return [];
  return listImages(machine.images, { imageStore: machine.builder.imageStore }).map(({ id, tags, created, size, shared, manifests }) => ({
    id, tags, size, shared,
    ...(created !== undefined && { created }),
    platforms: manifests.flatMap(({ kind, platform }) => (kind === 'image' && platform !== undefined ? [platform] : [])),
  }));
}
