import { findImage, parseAnyReference } from './find-image.ts';
import { setName } from './new-image.ts';
import { formatReference, parseReference, withDefaultTag } from './reference.ts';
import type { ImageStore } from './store.ts';

/** `docker tag`: another name for what `source` means, or the words of the client or of dockerd. A name says nothing about content: no blob is made. */
export function tagImage(store: ImageStore, source: string, target: string, now: number): { readonly store: ImageStore } | { readonly error: string } {
  const from = parseAnyReference(source);
  if ('error' in from) return { error: `error parsing reference: "${source}" is not a valid repository/tag: ${from.error}` };
  const to = parseReference(target);
  if ('error' in to) return { error: `error parsing reference: "${target}" is not a valid repository/tag: ${to.error}` };
  if (to.digest !== undefined) return { error: 'refusing to create a tag with a digest reference' };
  const found = findImage(store, source);
  if ('error' in found) return { error: `Error response from daemon: ${found.error}` };
  const images = new Map(store.images);
  setName(images, { name: formatReference(withDefaultTag(to)), target: found.target, updated: now });
  return { store: { ...store, images } };
}
