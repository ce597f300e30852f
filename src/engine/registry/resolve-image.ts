/** A reference and a platform → a base image of the catalog, or BuildKit's words where there is none. */
import { described, put, sha256, sizeOf } from '../fs/index.ts';
import type { Digest, DirNode } from '../fs/node.ts';
import type { BaseImage, BaseLayer } from '../image/base.ts';
import { chainId } from '../image/chain-id.ts';
import type { ImageConfig } from '../image/config.ts';
import { formatReference, parseReference, withDefaultTag, type Reference } from '../image/reference.ts';
import { unknownTime, type LayerFacts, type PlatformFacts, type Release } from './catalog/catalog-image.ts';
import { imageOf } from './catalog/lookup.ts';
import { likelyRelease } from './likely-release.ts';

const made = new Map<string, BaseImage>();

/** `golang:1.22` for `linux/amd64`. Answers are made once and shared; their files only when somebody looks. */
export function resolveImage(text: string, platform: string): BaseImage | { readonly error: string } {
  const parsed = parseReference(text);
  if ('error' in parsed) return parsed;
  const reference = withDefaultTag(parsed);
  const ref = formatReference(reference);
  const known = made.get(`${ref} ${platform}`);
  if (known) return known;
  const release = findRelease(reference);
  if (!release) return { error: `${ref}: not found` };
  const facts = factsFor(release, platform);
  if (!facts) return { error: 'no match for platform in manifest: not found' };
  const image = baseImage(reference, platform, release, facts);
  made.set(`${ref} ${platform}`, image);
  return image;
}

/** By tag; a digest that nobody recorded is taken for one that the tag once had. */
function findRelease({ domain, path, tag, digest }: Reference): Release | undefined {
  const image = imageOf(`${domain}/${path}`);
  const name = tag ?? 'latest';
  return (
    image?.releases.find(({ indexDigest }) => digest !== undefined && indexDigest === digest) ??
    image?.releases.find(({ platforms }) => digest !== undefined && Object.values(platforms).some(({ manifestDigest }) => manifestDigest === digest)) ??
    image?.releases.find(({ tags }) => tags.includes(name)) ??
    (image && likelyRelease(image, name)) ??
    (digest !== undefined && tag === undefined ? image?.releases[0] : undefined)
  );
}

function factsFor(release: Release, platform: string): PlatformFacts | undefined {
  const facts = release.platforms[platform];
  if (facts || !release.otherPlatforms?.includes(platform)) return facts;
  const like = Object.values(release.platforms)[0];
  return like && { layers: like.layers.map(({ size, createdBy }) => ({ size, createdBy })) };
}

function baseImage(reference: Reference, platform: string, release: Release, facts: PlatformFacts): BaseImage {
  const [os = 'linux', architecture = 'amd64', variant] = platform.split('/');
  const ref = formatReference(reference);
  const name = `${reference.domain}/${reference.path}:${release.tags[0]} ${platform}`;
  const layers = facts.layers.map((layer, at) => baseLayer(layer, `${name} layer ${at}`));
  const diffIds = layers.map(({ diffId }) => diffId);
  const created = facts.created ?? unknownTime;
  const config: ImageConfig = {
    architecture,
    config: release.config,
    created,
    history: layers.map(({ createdBy = '' }) => ({ created, created_by: createdBy })),
    os,
    rootfs: { type: 'layers', diff_ids: diffIds },
    ...(variant !== undefined && { variant }),
  };
  const manifestDigest = facts.manifestDigest ?? sha256(`manifest ${name} ${diffIds.join(' ')}`);
  let root: DirNode | undefined;
  return {
    ref,
    platform,
    digest: (reference.digest as Digest | undefined) ?? release.indexDigest ?? sha256(`index ${name}`),
    manifestDigest,
    config,
    ...(facts.configDigest && { configDigest: facts.configDigest }),
    layers,
    chainId: chainId(diffIds),
    get root() {
      root ??= withRest(release.root(architecture), release.unpackedSize, name);
      return root;
    },
    fidelity: 'modelled',
  };
}

/** Blob and diffID of a layer in which nothing changed, the same in every image. */
const emptyLayer = {
  blob: 'sha256:4f4fb700ef54461cfa02571ae0db9a0dc1e0cdb5577484a6d75e68dc38e8acc1',
  diffId: 'sha256:5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef',
} as const;

function baseLayer({ digest, size, createdBy }: LayerFacts, name: string): BaseLayer {
  const diffId = digest === emptyLayer.blob ? emptyLayer.diffId : sha256(`diffID ${digest ?? name}`);
  return { diffId, digest: digest ?? sha256(`blob ${name}`), size, createdBy };
}

/** What the catalog does not name file by file stands in one file, so that sizes add up. */
function withRest(root: DirNode, size: number, name: string): DirNode {
  const rest = size - sizeOf(root);
  return rest > 0 ? put(root, 'usr/lib/.rest-of-the-image', described(rest, `rest of ${name}`)) : root;
}
