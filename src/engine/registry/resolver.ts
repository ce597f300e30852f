/** FROM with registries: somebody's pushed images where there are any, else what publishers serve. */
import { emptyDir } from '../fs/index.ts';
import type { Digest } from '../fs/node.ts';
import type { BaseImage, BaseLayer, ResolveImage } from '../image/base.ts';
import { chainId } from '../image/chain-id.ts';
import { childrenOf, isAttestation, isIndex, isLayer, parse, platformName, samePlatform } from '../image/children.ts';
import type { ImageConfig } from '../image/config.ts';
import { formatReference, parseReference, withDefaultTag } from '../image/reference.ts';
import type { Blob, ImageStore } from '../image/store.ts';
import { applyBlobs } from '../image/unpack.ts';
import { readManifest } from './queries.ts';
import type { Registries } from './registries.ts';
import type { Caller } from './transfer.ts';

/** A resolver for builds: what nobody pushed is the caller's `published`; a pushed image that may not be read is refused in containerd's words. */
export function resolverOf(registries: Registries, caller: Caller): ResolveImage {
  return (text, platform) => {
    const parsed = parseReference(text);
    if ('error' in parsed) return parsed;
    const state = registries.hosts.get(parsed.domain);
    if (!state?.repositories.has(parsed.path)) return caller.published(text, platform);
    const read = readManifest(registries, text, caller);
    return 'error' in read ? { error: read.error } : baseOf(formatReference(withDefaultTag(parsed)), read.blob, platform, read.find);
  };
}

/** An image that lies in a store, as something to build from; undefined where the name is not there or nothing of it is for the platform. */
export function localBase(store: ImageStore, text: string, platform: string): BaseImage | undefined {
  const parsed = parseReference(text);
  const name = 'error' in parsed ? '' : formatReference(withDefaultTag(parsed));
  const target = store.images.get(name)?.target;
  const blob = target && store.blobs.get(target.digest);
  const base = blob && baseOf(name, blob, platform, (digest) => store.blobs.get(digest));
  return base === undefined || 'error' in base ? undefined : base;
}

const made = new WeakMap<Blob, Map<string, BaseImage>>();

/** Made once for a blob, so that equal answers are the same object. */
function baseOf(ref: string, target: Blob, platform: string, find: (digest: Digest) => Blob | undefined): BaseImage | { readonly error: string } {
  let images = made.get(target);
  if (!images) made.set(target, (images = new Map()));
  const key = `${ref} ${platform}`;
  const known = images.get(key);
  if (known) return known;
  const manifest = manifestFor(target, platform, find);
  const image = manifest && assemble(ref, target, manifest, platform, find);
  if (!image) return { error: 'no match for platform in manifest: not found' };
  images.set(key, image);
  return image;
}

function manifestFor(target: Blob, platform: string, find: (digest: Digest) => Blob | undefined): Blob | undefined {
  if (!isIndex(target.mediaType)) return target;
  const chosen = childrenOf(target).find((each) => !isAttestation(each) && each.platform !== undefined && samePlatform(platformName(each.platform), platform));
  return chosen && find(chosen.digest);
}

function assemble(ref: string, target: Blob, manifest: Blob, platform: string, find: (digest: Digest) => Blob | undefined): BaseImage | undefined {
  const [configDescriptor, ...rest] = childrenOf(manifest);
  const text = configDescriptor && find(configDescriptor.digest)?.text;
  if (text === undefined) return undefined;
  const config = parse(text) as unknown as ImageConfig;
  const blobs = rest.filter(({ mediaType }) => isLayer(mediaType)).flatMap(({ digest }) => find(digest) ?? []);
  const makers = (config.history ?? []).filter(({ empty_layer }) => !empty_layer);
  const diffIds = config.rootfs?.diff_ids ?? [];
  const layers = blobs.map(({ digest, size, layer }, at): BaseLayer => {
    const createdBy = makers[at]?.created_by;
    return { diffId: layer?.diffId ?? diffIds[at] ?? digest, digest, size, ...(createdBy !== undefined && { createdBy }) };
  });
  const root = applyBlobs(blobs);
  if (!root && blobs.length > 0) return undefined;
  const fidelity = blobs.every(({ layer }) => layer?.fidelity === 'exact') ? 'exact' : 'modelled';
  return { ref, platform, digest: target.digest, manifestDigest: manifest.digest, config, layers, chainId: chainId(diffIds), root: root ?? emptyRoot, fidelity };
}

const emptyRoot = emptyDir();
