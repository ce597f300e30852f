/** `docker rmi`: takes names away, and the image with the last of them (dockerd `daemon/containerd/image_delete.go`). */
import type { Digest } from '../fs/node.ts';
import { findImage, noSuchImage, parseAnyReference, sortedImages, truncatedId } from './find-image.ts';
import { collectGarbage } from './garbage.ts';
import { danglingName, isDangling } from './new-image.ts';
import { familiarReference, formatReference, parseReference, withDefaultTag, type Reference } from './reference.ts';
import type { ImageStore, StoredImage } from './store.ts';

/** A container that keeps an image. */
export interface ImageUser {
  readonly id: string;
  /** The image's target. */
  readonly image: Digest;
  readonly running: boolean;
}

export interface RemoveOptions {
  readonly force?: boolean;
  readonly containers?: readonly ImageUser[];
}

/** The store afterwards with the lines of output (`Untagged: app:1.0.0`, `Deleted: sha256:…`), or dockerd's words. */
export type Removed = { readonly store: ImageStore; readonly lines: readonly string[] } | { readonly error: string };

/** `docker rmi <text>`. */
export function removeImage(store: ImageStore, text: string, { force = false, containers = [] }: RemoveOptions = {}): Removed {
  const parsed = parseAnyReference(text);
  if ('error' in parsed) return parsed;
  const found = findImage(store, text);
  if ('error' in found) return found;
  const id = found.target.digest;
  const all = sortedImages(store).filter(({ target }) => target.digest === id);
  if (isIdOf(id, text) || text === danglingName(id)) return deleteAll(store, id, all, force, containers);
  const named = parsed.domain === undefined ? undefined : parsed;
  const same = sameReferences(named ? withDefaultTagUnlessDigest(named) : undefined, all);
  if (same.length === 0) return { error: noSuchImage(parsed) };
  if (same.length !== all.length) return untag(store, same);
  const user = containers.find(({ image }) => image === id);
  if (user && !force) {
    const reference = named ? familiarReference(withDefaultTag(named)) : short(id);
    return { error: `conflict: unable to delete ${reference} (must be forced) - container ${short(user.id)} is using its referenced image ${short(id)}` };
  }
  if (user) return keepDangling(store, found);
  return deleteAll(store, id, all, true, containers);
}

/** `app@sha256:…` stands for all tags of its repository. */
function withDefaultTagUnlessDigest(reference: Reference): Reference {
  return reference.digest === undefined ? withDefaultTag(reference) : reference;
}

/** Names of an image that go together with one of them: the tag itself, names by digest where no other tag of the repository is left, and dangling ones. */
function sameReferences(named: Reference | undefined, all: readonly StoredImage[]): readonly StoredImage[] {
  let wanted = named;
  let byDigest: StoredImage[] | undefined = [];
  const same: StoredImage[] = [];
  for (const image of all) {
    const own = isDangling(image.name) ? undefined : parseReference(image.name);
    if (own && !('error' in own)) {
      if (!wanted) wanted = own;
      else if (repository(wanted) !== repository(own)) continue;
      else if (wanted.digest === undefined || wanted.tag !== undefined) {
        if (own.tag === undefined) {
          byDigest?.push(image);
          continue;
        }
        if (wanted.tag === undefined) wanted = { ...wanted, tag: own.tag };
        else if (wanted.tag !== own.tag) {
          byDigest = undefined;
          continue;
        }
      }
    }
    same.push(image);
  }
  return [...same, ...(byDigest ?? [])];
}

const repository = ({ domain, path }: Reference): string => formatReference({ domain, path });
const short = (id: string): string => id.replace(/^sha256:/, '').slice(0, 12);
const isIdOf = (id: Digest, text: string): boolean => truncatedId(text) !== undefined && (id.startsWith(text) || id.slice(7).startsWith(text));

function untag(store: ImageStore, gone: readonly StoredImage[]): Removed {
  const images = new Map(store.images);
  for (const { name } of gone) images.delete(name);
  return { store: { ...store, images }, lines: gone.filter(({ name }) => !isDangling(name)).map(({ name }) => `Untagged: ${familiar(name)}`) };
}

/** Forced although a container has it: the name goes, the image stays without one. */
function keepDangling(store: ImageStore, image: StoredImage): Removed {
  const images = new Map(store.images);
  images.delete(image.name);
  const name = danglingName(image.target.digest);
  if (![...images.values()].some(({ target }) => target.digest === image.target.digest)) images.set(name, { ...image, name });
  return { store: { ...store, images }, lines: [`Untagged: ${familiar(image.name)}`] };
}

function deleteAll(store: ImageStore, id: Digest, all: readonly StoredImage[], force: boolean, containers: readonly ImageUser[]): Removed {
  const user = containers.find(({ image, running }) => image === id && (running || !force));
  if (user) {
    const how = user.running ? 'cannot be forced' : 'must be forced';
    return { error: `conflict: unable to delete ${short(id)} (${how}) - image is being used by ${user.running ? 'running' : 'stopped'} container ${short(user.id)}` };
  }
  if (all.length > 1 && !force) return { error: `conflict: unable to delete ${short(id)} (must be forced) - image is referenced in multiple repositories` };
  const untagged = untag(store, all);
  if ('error' in untagged) return untagged;
  return { store: collectGarbage(untagged.store), lines: [...untagged.lines, `Deleted: ${id}`] };
}

/** A stored name as people write it. */
export function familiar(name: string): string {
  const parsed = parseReference(name);
  return isDangling(name) ? name.slice('moby-dangling@'.length) : 'error' in parsed ? name : familiarReference(parsed);
}
