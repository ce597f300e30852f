/**
 * Tags that move while time passes, as those of real registries do. A scenario says when; a reference with a digest goes on
 * leading to the image that it names.
 */
import { described, put, sha256 } from '../fs/index.ts';
import type { Digest, DirNode } from '../fs/node.ts';
import type { BaseImage, ResolveImage } from '../image/base.ts';
import { chainId } from '../image/chain-id.ts';
import { formatReference, parseReference, withDefaultTag, type Reference } from '../image/reference.ts';

/** One day on which a tag began to lead elsewhere. */
export interface TagMove {
  /** As in a Dockerfile: `node:latest`. */
  readonly tag: string;
  /** From the beginning of this day on, in UTC: `2026-10-28`. */
  readonly day: string;
  /** The image it leads to from then on: `node:25`. Absent where the same version was built anew, with the same files under other digests. */
  readonly to?: string;
  /** Without `to`: the publisher only changed a label. Index, manifest and config have other digests, the layers are the same. */
  readonly relabelled?: boolean;
}

/** What the registry answers at a moment (virtual milliseconds since 1970). Answers are made once, so that equal ones are the same object. */
export function resolverAt(moves: readonly TagMove[] | undefined, now: number, resolve: ResolveImage): ResolveImage {
  if (!moves || moves.length === 0) return resolve;
  return (text, platform) => {
    const parsed = parseReference(text);
    if ('error' in parsed) return resolve(text, platform);
    const { digest, ...named } = withDefaultTag(parsed);
    if (digest !== undefined) return pinned(moves, { ...named, digest }, platform, resolve) ?? resolve(text, platform);
    const tag = formatReference(named);
    const own = movesOf(moves, tag);
    return own.length === 0 ? resolve(text, platform) : stateOf(own, own.findLastIndex(({ since }) => since <= now), tag, platform, resolve);
  };
}

interface DatedMove extends TagMove {
  readonly since: number;
}

/** The moves of one tag by day; those of days that are none are left out. */
function movesOf(moves: readonly TagMove[], tag: string): readonly DatedMove[] {
  const own = moves.flatMap((move): DatedMove[] => {
    const parsed = parseReference(move.tag);
    const since = Date.parse(`${move.day}T00:00:00Z`);
    if ('error' in parsed || Number.isNaN(since) || formatReference(withDefaultTag(parsed)) !== tag) return [];
    return [{ ...move, since }];
  });
  return own.sort((a, b) => a.since - b.since);
}

/** The image behind a tag after its n-th move; before the first (-1) what the registry has anyway. */
function stateOf(moves: readonly DatedMove[], at: number, tag: string, platform: string, resolve: ResolveImage): ReturnType<ResolveImage> {
  const move = moves[at];
  if (!move) return resolve(tag, platform);
  const from = move.to === undefined ? stateOf(moves, at - 1, tag, platform, resolve) : resolve(move.to, platform);
  if ('error' in from) return from;
  if (move.to !== undefined) return renamed(from, tag);
  return move.relabelled ? relabelled(from, move.day) : rebuilt(from, move.day);
}

/** Of all images that tags of a repository ever led to the one with a digest; a tag beside the digest counts for nothing. */
function pinned(moves: readonly TagMove[], reference: Reference, platform: string, resolve: ResolveImage): BaseImage | undefined {
  const tags = new Set(moves.flatMap(({ tag }) => {
    const parsed = parseReference(tag);
    return 'error' in parsed || parsed.domain !== reference.domain || parsed.path !== reference.path ? [] : formatReference(withDefaultTag(parsed));
  }));
  for (const tag of tags) {
    const own = movesOf(moves, tag);
    for (let at = -1; at < own.length; at++) {
      const image = stateOf(own, at, tag, platform, resolve);
      if (!('error' in image) && image.digest === reference.digest) return renamed(image, formatReference(reference));
    }
  }
  return undefined;
}

const made = new WeakMap<BaseImage, Map<string, BaseImage>>();

function once(image: BaseImage, name: string, make: () => BaseImage): BaseImage {
  let images = made.get(image);
  if (!images) made.set(image, (images = new Map()));
  let known = images.get(name);
  if (!known) images.set(name, (known = make()));
  return known;
}

/** The same image under another name. */
function renamed(image: BaseImage, ref: string): BaseImage {
  if (image.ref === ref) return image;
  return once(image, `as ${ref}`, () => withRoot({ ...fieldsOf(image), ref }, () => image.root));
}

/** The same layers with another label from a day on. */
function relabelled(image: BaseImage, day: string): BaseImage {
  return once(image, `relabelled on ${day}`, () => {
    const anew = (digest: Digest) => sha256(`${digest} relabelled on ${day}`);
    const { config } = image.config;
    const fields: Omit<BaseImage, 'root'> = {
      ...withoutConfigDigest(fieldsOf(image)),
      digest: anew(image.digest),
      manifestDigest: anew(image.manifestDigest),
      config: { ...image.config, config: { ...config, Labels: { ...config.Labels, 'org.opencontainers.image.created': `${day}T00:00:00Z` } } },
      fidelity: 'modelled',
    };
    return withRoot(fields, () => image.root);
  });
}

/** The same version built anew on a day: everything has new digests, and a file that nobody reads tells the builds apart. */
function rebuilt(image: BaseImage, day: string): BaseImage {
  return once(image, `on ${day}`, () => {
    const anew = (digest: Digest) => sha256(`${digest} built anew on ${day}`);
    const layers = image.layers.map((layer) => ({ ...layer, diffId: anew(layer.diffId), digest: anew(layer.digest) }));
    const diffIds = layers.map(({ diffId }) => diffId);
    const fields: Omit<BaseImage, 'root'> = {
      ...withoutConfigDigest(fieldsOf(image)),
      digest: anew(image.digest),
      manifestDigest: anew(image.manifestDigest),
      config: { ...image.config, created: `${day}T00:00:00Z`, rootfs: { type: 'layers', diff_ids: diffIds } },
      layers,
      chainId: chainId(diffIds),
      fidelity: 'modelled',
    };
    return withRoot(fields, () => put(image.root, 'usr/lib/.built', described(16, `${image.ref} ${day}`)));
  });
}

function withoutConfigDigest({ configDigest: _, ...fields }: Omit<BaseImage, 'root'>): Omit<BaseImage, 'root'> {
  return fields;
}

/** All but the files, which are only made when somebody looks. */
function fieldsOf({ ref, platform, digest, manifestDigest, config, configDigest, layers, chainId: chain, fidelity }: BaseImage): Omit<BaseImage, 'root'> {
  return { ref, platform, digest, manifestDigest, config, ...(configDigest && { configDigest }), layers, chainId: chain, fidelity };
}

function withRoot(fields: Omit<BaseImage, 'root'>, make: () => DirNode): BaseImage {
  let root: DirNode | undefined;
  return {
    ...fields,
    get root() {
      root ??= make();
      return root;
    },
  };
}
