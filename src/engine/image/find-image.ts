/** What a person's words for an image mean in a store: names, digests, and the first digits of an ID (dockerd `daemon/containerd/image.go`). */
import { digestError, familiarReference, formatReference, parseReference, withDefaultTag, type Reference } from './reference.ts';
import type { ImageStore, StoredImage } from './store.ts';

/** A name, or a digest alone. */
export type AnyReference = Reference | { readonly digest: string; readonly domain?: undefined };

/** `alpine`, `sha256:…` or 64 hex digits (`ParseAnyReference`). */
export function parseAnyReference(text: string): AnyReference | { readonly error: string } {
  if (/^[a-f0-9]{64}$/.test(text)) return { digest: `sha256:${text}` };
  return digestError(text) === undefined ? { digest: text } : parseReference(text);
}

/** dockerd's words for an image that is not there. */
export function noSuchImage(reference: AnyReference): string {
  return `No such image: ${reference.domain === undefined ? reference.digest : familiarReference(withDefaultTag(reference))}`;
}

/** The digits of an ID of four to 64, without `sha256:`; undefined for anything else. */
export function truncatedId(text: string): string | undefined {
  return /^(?:sha256:)?([a-f0-9]{4,64})$/.exec(text)?.[1];
}

/** All names of a store, sorted, as containerd lists them. */
export function sortedImages(store: ImageStore): readonly StoredImage[] {
  return [...store.images.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The image that a text means, or the words of dockerd where it means none or several. */
export function findImage(store: ImageStore, text: string): StoredImage | { readonly error: string } {
  const parsed = parseAnyReference(text);
  if ('error' in parsed) return parsed;
  const images = sortedImages(store);
  if (parsed.digest !== undefined) {
    const same = images.filter(({ target }) => target.digest === parsed.digest);
    const found = parsed.domain === undefined ? same[0] : same.find(({ name }) => repositoryOf(name) === formatReference({ domain: parsed.domain, path: parsed.path }));
    return found ?? { error: noSuchImage(parsed) };
  }
  if (parsed.domain === undefined) return { error: noSuchImage(parsed) };
  const name = formatReference(withDefaultTag(parsed));
  const named = store.images.get(name);
  if (named) return named;
  const id = truncatedId(text);
  const matching = id === undefined ? [] : images.filter(({ target }) => target.digest.startsWith(`sha256:${id}`));
  if (new Set(matching.map(({ target }) => target.digest)).size > 1) return { error: 'ambiguous reference' };
  return matching[0] ?? { error: noSuchImage(parsed) };
}

/** `docker.io/library/app` of a stored name; undefined for a dangling one. */
export function repositoryOf(name: string): string | undefined {
  const parsed = name.startsWith('moby-dangling@') ? undefined : parseReference(name);
  return parsed === undefined || 'error' in parsed ? undefined : formatReference({ domain: parsed.domain, path: parsed.path });
}
