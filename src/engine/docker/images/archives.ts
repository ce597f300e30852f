/**
 * Archives whose bytes nobody has: those of images that stand on base images of the catalog. In the project they are files that are
 * only described; what they hold is remembered by the content itself, for `docker load`.
 */
import type { Content } from '../../fs/node.ts';
import { presentBelow, type ImageStore, type NewImage, type StoredImage } from '../../image/index.ts';

/** An image of such an archive, with its names. */
export interface KeptImage {
  readonly image: NewImage;
  readonly names: readonly string[];
}

const kept = new WeakMap<Content, readonly KeptImage[]>();

/** Remembers what an archive holds. */
export function keepArchive(content: Content, store: ImageStore, images: readonly StoredImage[]): void {
  kept.set(content, images.map(({ name, target }) => {
    const blobs = presentBelow(store.blobs, target).flatMap(({ digest }) => store.blobs.get(digest) ?? []);
    const roots = new Map(blobs.flatMap(({ digest }) => {
      const root = store.roots.get(digest);
      return root ? [[digest, root] as const] : [];
    }));
    return { image: { target, blobs, roots }, names: [name] };
  }));
}

/** What an archive holds; undefined for a content that was not made by `keepArchive`. */
export const keptArchive = (content: Content): readonly KeptImage[] | undefined => kept.get(content);
