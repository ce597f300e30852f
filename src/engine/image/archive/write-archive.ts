/**
 * `docker save`: an OCI image layout with docker's `manifest.json` in one tar, as containerd's exporter writes it
 * (`core/images/archive/exporter.go`): by name, without times. Only images of which every byte is known can leave the page.
 */
import { writeTar, type LayerEntry } from '../../fs/index.ts';
import type { Digest } from '../../fs/node.ts';
import { shortDigest } from '../../source/figures.ts';
import type { Message } from '../../source/message.ts';
import { encodeUtf8 } from '../../source/utf8.ts';
import { childrenOf, isAttestation, isConfig, isIndex, isLayer, isManifest } from '../children.ts';
import type { Descriptor } from '../manifest.ts';
import { mediaTypes } from '../manifest.ts';
import { realLayerBlob } from '../real-layer.ts';
import { familiarReference, parseReference } from '../reference.ts';
import { familiar } from '../remove-image.ts';
import type { Blob, ImageStore, StoredImage } from '../store.ts';
import { blobPath, layoutFile, nameAnnotation, refAnnotation } from './layout.ts';

export type Archived =
  | { readonly ok: true; readonly bytes: Uint8Array }
  /** Why it cannot be made, in a sentence. */
  | { readonly ok: false; readonly problem: Message };

/** Images of a store as one archive. */
export function writeArchive(store: ImageStore, images: readonly StoredImage[]): Archived {
  const blobs = new Map<Digest, Uint8Array>();
  for (const { name, target } of images) {
    const problem = collect(store, target, blobs, name);
    if (problem !== undefined) return { ok: false, problem };
  }
  const index = { schemaVersion: 2, mediaType: mediaTypes.index, manifests: images.map(indexEntry) };
  const files = new Map<string, Uint8Array>([
    ...[...blobs].map(([digest, bytes]) => [blobPath(digest), bytes] as const),
    ['index.json', encodeUtf8(JSON.stringify(index))],
    ['manifest.json', encodeUtf8(JSON.stringify(dockerManifest(store, images)))],
    ['oci-layout', encodeUtf8(layoutFile)],
  ]);
  const entries = [...[...files].map(([path, bytes]) => fileEntry(path, bytes)), dirEntry('blobs/'), dirEntry('blobs/sha256/')];
  return { ok: true, bytes: writeTar(entries.sort((a, b) => (a.path < b.path ? -1 : 1))) };
}

/** Adds the bytes of all that a descriptor leads to; a message where some are not known. */
function collect(store: ImageStore, { digest }: Pick<Descriptor, 'digest'>, into: Map<Digest, Uint8Array>, name: string): Message | undefined {
  if (into.has(digest)) return undefined;
  const blob = store.blobs.get(digest);
  if (!blob) return undefined;
  const bytes = bytesOf(blob);
  if (!bytes) return { id: 'image.not-saved', values: { name: familiar(name), layer: shortDigest(digest) } };
  into.set(digest, bytes);
  for (const child of childrenOf(blob)) {
    const problem = collect(store, child, into, name);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function bytesOf(blob: Blob): Uint8Array | undefined {
  if (blob.text !== undefined) return encodeUtf8(blob.text);
  const real = blob.layer && isLayer(blob.mediaType) ? realLayerBlob(blob.layer) : undefined;
  return real?.digest === blob.digest ? real.bytes : undefined;
}

function indexEntry({ name, target }: StoredImage): object {
  const parsed = parseReference(name);
  const tag = 'error' in parsed ? undefined : parsed.tag;
  return {
    mediaType: target.mediaType,
    digest: target.digest,
    size: target.size,
    ...('error' in parsed ? {} : { annotations: { [nameAnnotation]: name, ...(tag !== undefined && { [refAnnotation]: tag }) } }),
  };
}

/** `manifest.json`: one entry an image config, with all names that lead to it. */
function dockerManifest(store: ImageStore, images: readonly StoredImage[]): readonly object[] {
  const entries = new Map<Digest, { Config: string; RepoTags: string[] | null; Layers: readonly string[] }>();
  for (const { name, target } of images) {
    const manifest = imageManifest(store, target);
    if (!manifest) continue;
    const children = childrenOf(manifest);
    const config = children.find(({ mediaType }) => isConfig(mediaType));
    if (!config) continue;
    const entry = entries.get(manifest.digest) ?? { Config: blobPath(config.digest), RepoTags: null, Layers: children.filter(({ mediaType }) => isLayer(mediaType)).map(({ digest }) => blobPath(digest)) };
    const parsed = parseReference(name);
    if (!('error' in parsed) && parsed.tag !== undefined) entry.RepoTags = [...(entry.RepoTags ?? []), familiarReference(parsed)];
    entries.set(manifest.digest, entry);
  }
  return [...entries.values()];
}

/** The first image manifest below a descriptor. */
function imageManifest(store: ImageStore, target: Descriptor): Blob | undefined {
  const blob = store.blobs.get(target.digest);
  if (!blob || isManifest(blob.mediaType)) return blob;
  if (!isIndex(blob.mediaType)) return undefined;
  const child = childrenOf(blob).find((each) => !isAttestation(each) && store.blobs.has(each.digest));
  return child && store.blobs.get(child.digest);
}

function fileEntry(path: string, bytes: Uint8Array): LayerEntry {
  return { path, type: 'file', mode: 0o444, uid: 0, gid: 0, size: bytes.length, mtime: 0, content: { kind: 'bytes', bytes } };
}

function dirEntry(path: string): LayerEntry {
  return { path, type: 'dir', mode: 0o755, uid: 0, gid: 0, size: 0, mtime: 0 };
}
