/** What `docker images` knows of a store: sizes as dockerd counts them (`daemon/containerd/image_list.go`). */
import type { Digest } from '../fs/node.ts';
import { chainId } from './chain-id.ts';
import { childrenOf, isAttestation, isConfig, isIndex, isLayer, isManifest, platformName, readConfig } from './children.ts';
import type { ImageConfig } from './config.ts';
import { repositoryOf, sortedImages } from './find-image.ts';
import { presentBelow } from './garbage.ts';
import type { Descriptor } from './manifest.ts';
import { isDangling } from './new-image.ts';
import { familiarReference, parseReference } from './reference.ts';
import { familiar, type ImageUser } from './remove-image.ts';
import type { ImageStore, StoredImage } from './store.ts';

/** A manifest of an image, here or only named by its index. */
export interface ManifestRow {
  readonly descriptor: Descriptor;
  readonly kind: 'image' | 'attestation' | 'unknown';
  /** `linux/amd64`. */
  readonly platform?: string;
  /** Whether all of it is here. */
  readonly available: boolean;
  /** Bytes as they travel, of what is here. */
  readonly content: number;
  /** Bytes of the unpacked layers; 0 where it was not unpacked. */
  readonly unpacked: number;
  readonly config?: ImageConfig;
  readonly configDigest?: Digest;
  /** Chain IDs of its layers, lowest first, and the bytes that each unpacks to. */
  readonly chain: readonly { readonly id: Digest; readonly size: number }[];
}

/** An image with all its names. */
export interface ImageRow {
  /** Digest of the index or the manifest; with the older store that of the config. */
  readonly id: Digest;
  readonly target: Descriptor;
  /** `app:1.0.0`, sorted; none for a dangling image. */
  readonly tags: readonly string[];
  /** `app@sha256:…`. */
  readonly digests: readonly string[];
  readonly dangling: boolean;
  /** Milliseconds since 1970, of the config. */
  readonly created?: number;
  /** When its name was last given, milliseconds since 1970. */
  readonly updated: number;
  /** Bytes: compressed content and unpacked layers of all its platforms together; with the older store only the latter. */
  readonly size: number;
  readonly content: number;
  readonly unpacked: number;
  /** Bytes of `size` that other images have too. */
  readonly shared: number;
  readonly manifests: readonly ManifestRow[];
  /** The manifest for machines of the scene, else the first that is an image. */
  readonly best?: ManifestRow;
  readonly containers: number;
}

export interface ListOptions {
  readonly imageStore?: 'containerd' | 'overlay2';
  readonly containers?: readonly ImageUser[];
}

/** One row an image, the newest first. */
export function listImages(store: ImageStore, { imageStore = 'containerd', containers = [] }: ListOptions = {}): readonly ImageRow[] {
  const byTarget = new Map<Digest, StoredImage[]>();
  for (const image of sortedImages(store)) {
    const same = byTarget.get(image.target.digest);
    if (same) same.push(image);
    else byTarget.set(image.target.digest, [image]);
  }
  const rows = [...byTarget.values()].map((images) => rowOf(store, images, imageStore, containers));
  const shared = sharedSizes(store, rows, imageStore);
  return rows.map((row, at) => ({ ...row, shared: shared[at] ?? 0 })).sort((a, b) => (b.created ?? 0) - (a.created ?? 0));
}

function rowOf(store: ImageStore, images: readonly StoredImage[], imageStore: 'containerd' | 'overlay2', containers: readonly ImageUser[]): ImageRow {
  const { target } = images[0]!;
  const manifests = manifestsOf(store, target);
  const best = manifests.find(({ kind, platform }) => kind === 'image' && platform === 'linux/amd64') ?? manifests.find(({ kind, available }) => kind === 'image' && available);
  const content = sum(manifests, (row) => row.content);
  const unpacked = sum(manifests, (row) => row.unpacked);
  const named = images.filter(({ name }) => !isDangling(name));
  const created = best?.config?.created === undefined ? NaN : Date.parse(best.config.created);
  const tagged = named.filter(({ name }) => isTagged(name));
  return {
    id: imageStore === 'overlay2' ? (best?.configDigest ?? target.digest) : target.digest,
    target,
    tags: tagged.map(({ name }) => familiar(name)),
    digests: [...new Set(named.map(({ name }) => `${familiarRepository(name)}@${target.digest}`))],
    dangling: named.length === 0,
    ...(Number.isNaN(created) ? {} : { created }),
    updated: Math.max(...images.map(({ updated }) => updated)),
    size: imageStore === 'overlay2' ? unpacked : content + unpacked,
    content,
    unpacked,
    shared: 0,
    manifests,
    ...(best && { best }),
    containers: containers.filter(({ image }) => image === target.digest).length,
  };
}

/** The manifests of a target: itself, or those that its index names. */
export function manifestsOf(store: ImageStore, target: Descriptor): readonly ManifestRow[] {
  const blob = store.blobs.get(target.digest);
  const listed = blob && isIndex(blob.mediaType) ? childrenOf(blob).filter(({ mediaType }) => isManifest(mediaType)) : [target];
  return listed.map((descriptor) => manifestRow(store, descriptor));
}

function manifestRow(store: ImageStore, descriptor: Descriptor): ManifestRow {
  const present = presentBelow(store.blobs, descriptor);
  const blob = store.blobs.get(descriptor.digest);
  const children = blob ? childrenOf(blob) : [];
  const configDescriptor = children.find(({ mediaType }) => isConfig(mediaType));
  const configText = configDescriptor && store.blobs.get(configDescriptor.digest)?.text;
  const config = configText === undefined ? undefined : readConfig(configText);
  const layers = children.filter(({ mediaType }) => isLayer(mediaType));
  const statement = isAttestation(descriptor);
  const kind = statement ? 'attestation' : blob && layers.length === 0 && children.length > 1 ? 'unknown' : 'image';
  const platform = descriptor.platform ? platformName(descriptor.platform) : config?.os === undefined ? undefined : platformName(config);
  const diffIds = config?.rootfs?.diff_ids ?? [];
  const chain = kind === 'image' && store.roots.has(descriptor.digest) ? layers.map(({ digest }, at) => ({ id: chainId(diffIds.slice(0, at + 1)), size: store.blobs.get(digest)?.layer?.size ?? 0 })) : [];
  return {
    descriptor,
    kind,
    ...(platform !== undefined && { platform }),
    available: blob !== undefined && present.length === 1 + children.length,
    content: sum(present, ({ size }) => size),
    unpacked: sum(chain, ({ size }) => size),
    ...(config && kind === 'image' && { config }),
    ...(configDescriptor && { configDigest: configDescriptor.digest }),
    chain,
  };
}

/** Bytes of each row that another row has too: unpacked layers by chain, blobs by digest (`computeSharedSize`). */
function sharedSizes(store: ImageStore, rows: readonly ImageRow[], imageStore: 'containerd' | 'overlay2'): readonly number[] {
  const parts = rows.map((row) => {
    const own = new Map<string, number>();
    for (const { chain, descriptor } of row.manifests) {
      for (const { id, size } of chain) own.set(`layer ${id}`, size);
      if (imageStore === 'containerd') for (const { digest, size } of presentBelow(store.blobs, descriptor)) own.set(digest, size);
    }
    return own;
  });
  const users = new Map<string, number>();
  for (const own of parts) for (const part of own.keys()) users.set(part, (users.get(part) ?? 0) + 1);
  return parts.map((own) => sum([...own], ([part, size]) => ((users.get(part) ?? 0) > 1 ? size : 0)));
}

function isTagged(name: string): boolean {
  const parsed = parseReference(name);
  return !('error' in parsed) && parsed.tag !== undefined;
}

function familiarRepository(name: string): string {
  const parsed = parseReference(repositoryOf(name) ?? name);
  return 'error' in parsed ? name : familiarReference(parsed);
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
