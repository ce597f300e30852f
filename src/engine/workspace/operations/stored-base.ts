/** Images of stores and registries as bases that builds can start from. */
import { emptyDir } from '../../fs/index.ts';
import type { Digest, DirNode } from '../../fs/node.ts';
import type { BaseImage, BaseLayer } from '../../image/base.ts';
import { chainId, childrenOf, isAttestation, isConfig, isIndex, isLayer, platformName, samePlatform, type Blob, type ImageConfig } from '../../image/index.ts';
import { parse, readConfig } from '../../image/children.ts';
import { applyBlobs } from '../../image/unpack.ts';

/** What a name leads to, and how to come to what lies below it. */
export interface Found {
  /** Index or manifest. */
  readonly target: Blob;
  readonly find: (digest: Digest) => Blob | undefined;
  /** The root file system of a manifest, where it was unpacked. */
  readonly root?: (manifest: Digest) => DirNode | undefined;
}

const made = new WeakMap<Blob, Map<string, BaseImage>>();

/** The base image for a platform, the same object each time; undefined where this has none for it. */
export function baseOf({ target, find, root }: Found, ref: string, platform: string): BaseImage | undefined {
  const manifest = manifestFor(target, find, platform);
  if (!manifest) return undefined;
  const key = `${ref} ${platform} ${target.digest}`;
  let images = made.get(manifest);
  if (!images) made.set(manifest, (images = new Map()));
  let image = images.get(key);
  if (!image) {
    image = newBase(manifest, { target, find, ...(root && { root }) }, ref, platform);
    if (image) images.set(key, image);
  }
  return image;
}

/** The image's own manifest: of an index the one for the platform. */
export function manifestFor(target: Blob, find: Found['find'], platform: string): Blob | undefined {
  if (!isIndex(target.mediaType)) {
    const config = childrenOf(target).find(({ mediaType }) => isConfig(mediaType));
    const text = config && find(config.digest)?.text;
    const { os, architecture, variant } = text === undefined ? {} : (parse(text) as Partial<ImageConfig>);
    return os !== undefined && architecture !== undefined && samePlatform(platformName({ os, architecture, variant }), platform) ? target : undefined;
  }
  const chosen = childrenOf(target).find((each) => !isAttestation(each) && each.platform !== undefined && samePlatform(platformName(each.platform), platform));
  return chosen && find(chosen.digest);
}

function newBase(manifest: Blob, { target, find, root }: Found, ref: string, platform: string): BaseImage | undefined {
  const children = childrenOf(manifest);
  const config = find(children.find(({ mediaType }) => isConfig(mediaType))?.digest ?? target.digest);
  const blobs = children.flatMap(({ digest, mediaType }) => (isLayer(mediaType) ? (find(digest) ?? []) : []));
  if (config?.text === undefined) return undefined;
  const facts = readConfig(config.text);
  const diffIds = facts.rootfs?.diff_ids ?? [];
  const layers = blobs.map(({ digest, size }, at): BaseLayer => ({ diffId: diffIds[at] ?? digest, digest, size }));
  const modelled = blobs.some(({ layer }) => layer?.fidelity !== 'exact');
  let files: DirNode | undefined;
  return {
    ref,
    platform,
    digest: target.digest,
    manifestDigest: manifest.digest,
    config: facts,
    configDigest: config.digest,
    layers,
    chainId: chainId(diffIds),
    get root() {
      files ??= root?.(manifest.digest) ?? applyBlobs(blobs) ?? emptyDir();
      return files;
    },
    fidelity: modelled ? 'modelled' : 'exact',
  };
}
