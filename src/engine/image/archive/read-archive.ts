/**
 * An archive of real images → images for a store: an OCI image layout or a `docker save` of any age, packed or not. Nothing in it is
 * trusted: blobs are checked against their digests, sizes are bounded, and what cannot be is a sentence.
 */
import { applyLayer, decompress, emptyDir, readTar, sha256, type LayerEntry } from '../../fs/index.ts';
import type { Digest, DirNode } from '../../fs/node.ts';
import type { Message } from '../../source/message.ts';
import { decodeUtf8, encodeUtf8, utf8Length } from '../../source/utf8.ts';
import { childrenOf, isAttestation, isConfig, isIndex, isLayer, isManifest } from '../children.ts';
import { manifestJson, mediaTypes, type Descriptor } from '../manifest.ts';
import type { NewImage } from '../new-image.ts';
import { parseReference, formatReference, withDefaultTag } from '../reference.ts';
import type { Blob } from '../store.ts';
import { blobPath, nameAnnotation, refAnnotation } from './layout.ts';

/** An image of the archive, and its full names. */
export interface ArchivedImage {
  readonly image: NewImage;
  readonly names: readonly string[];
}

export type ReadArchive = { readonly ok: true; readonly images: readonly ArchivedImage[] } | { readonly ok: false; readonly problem: Message };

/** Larger archives, and layers that unpack to more, are refused: bytes. */
const largest = 1_500_000_000;
/** Texts in JSON are no larger, bytes. */
const largestText = 8_000_000;

const failed = (problem: Message): ReadArchive => ({ ok: false, problem });

/** The images of an archive; a message where it is none, is damaged or is too large. */
export function readArchive(bytes: Uint8Array): ReadArchive {
  const plain = decompress(bytes, largest);
  if (plain.error !== undefined) return failed({ id: 'image.not-unpacked', values: { error: plain.error } });
  const { entries, error } = readTar(plain.bytes);
  if (error !== undefined) return failed(entries.length === 0 ? { id: 'image.no-tar' } : { id: 'image.damaged', values: { error } });
  const files = new Files(entries);
  const images = files.has('index.json') ? readLayout(files) : files.has('manifest.json') ? readDockerManifest(files) : { id: 'image.none-inside' };
  if ('id' in images) return failed(images);
  return images.length === 0 ? failed({ id: 'image.none-named' }) : { ok: true, images };
}

/** Files of the archive by name. A link to another of them is that file: older `docker save`s share layers so. */
class Files {
  readonly #entries: ReadonlyMap<string, LayerEntry>;

  constructor(entries: readonly LayerEntry[]) {
    this.#entries = new Map(entries.map((entry) => [normal(entry.path), entry]));
  }

  has(path: string): boolean {
    return this.bytes(path) !== undefined;
  }

  bytes(path: string, hops = 0): Uint8Array | undefined {
    const entry = this.#entries.get(normal(path));
    if (!entry || hops > 4) return undefined;
    if (entry.type === 'link') return this.bytes(entry.linkname ?? '', hops + 1);
    if (entry.type === 'symlink') return this.bytes(`${normal(path).replace(/[^/]*$/, '')}${entry.linkname ?? ''}`, hops + 1);
    return entry.type === 'file' && entry.content?.kind === 'bytes' ? entry.content.bytes : entry.type === 'file' && entry.size === 0 ? new Uint8Array(0) : undefined;
  }

  json(path: string): unknown {
    const bytes = this.bytes(path);
    if (!bytes || bytes.length > largestText) return undefined;
    try {
      return JSON.parse(decodeUtf8(bytes));
    } catch {
      return undefined;
    }
  }
}

/** A path without `./` and `..`. */
function normal(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function readLayout(files: Files): readonly ArchivedImage[] | Message {
  const text = files.bytes('index.json');
  const root: Blob = { mediaType: mediaTypes.index, digest: sha256(''), size: 0, text: text && text.length <= largestText ? decodeUtf8(text) : '' };
  const images = new Map<Digest, { image: NewImage; names: string[] }>();
  for (const entry of childrenOf(root)) {
    const known = images.get(entry.digest);
    const read = known?.image ?? readImage(files, entry);
    if ('id' in read) return read;
    const names = known?.names ?? [];
    const name = nameOf(entry);
    if (name !== undefined) names.push(name);
    images.set(entry.digest, { image: read, names });
  }
  return [...images.values()];
}

function nameOf({ annotations }: Descriptor): string | undefined {
  const text = annotations?.[nameAnnotation] ?? annotations?.[refAnnotation];
  if (text === undefined) return undefined;
  // A tag alone names nothing.
  if (annotations?.[nameAnnotation] === undefined && !/[/:]/.test(text)) return undefined;
  const parsed = parseReference(text);
  return 'error' in parsed ? undefined : formatReference(withDefaultTag(parsed));
}

/** An image of a layout with all that its descriptor leads to. Manifests of an index that the archive does not have are left out. */
function readImage(files: Files, target: Descriptor): NewImage | Message {
  const blobs = new Map<Digest, Blob>();
  const roots = new Map<Digest, DirNode>();
  const visit = (descriptor: Descriptor, needed: boolean): Message | undefined => {
    if (blobs.has(descriptor.digest)) return undefined;
    const bytes = files.bytes(blobPath(descriptor.digest));
    if (!bytes) return needed ? { id: 'image.blob-missing', values: { digest: descriptor.digest } } : undefined;
    if (sha256(bytes) !== descriptor.digest) return { id: 'image.blob-differs', values: { digest: descriptor.digest } };
    const { mediaType, digest } = descriptor;
    if (isIndex(mediaType) || isManifest(mediaType)) {
      if (bytes.length > largestText) return { id: 'image.manifest-too-large', values: { digest } };
      const blob: Blob = { mediaType, digest, size: bytes.length, text: decodeUtf8(bytes) };
      blobs.set(digest, blob);
      if (isIndex(mediaType)) return first(childrenOf(blob).map((child) => () => visit(child, false)));
      const manifest = readManifestBlobs(files, blob, isAttestation(descriptor));
      if ('id' in manifest) return manifest;
      for (const each of manifest.blobs) blobs.set(each.digest, each);
      if (manifest.root) roots.set(digest, manifest.root);
      return undefined;
    }
    blobs.set(digest, { mediaType, digest, size: bytes.length });
    return undefined;
  };
  const problem = visit(target, true);
  // Its annotations name it here, and are no part of it.
  const { mediaType, digest, size } = target;
  return problem ?? { target: { mediaType, digest, size }, blobs: [...blobs.values()], roots };
}

/** Config and layers of a manifest, and the file system that they make. */
function readManifestBlobs(files: Files, manifest: Blob, attestation: boolean): { readonly blobs: readonly Blob[]; readonly root?: DirNode } | Message {
  const blobs: Blob[] = [];
  const layers: { readonly descriptor: Descriptor; readonly bytes: Uint8Array }[] = [];
  for (const child of childrenOf(manifest)) {
    const bytes = files.bytes(blobPath(child.digest));
    if (!bytes) return { id: 'image.blob-missing', values: { digest: child.digest } };
    if (sha256(bytes) !== child.digest) return { id: 'image.blob-differs', values: { digest: child.digest } };
    if (isLayer(child.mediaType)) layers.push({ descriptor: child, bytes });
    else blobs.push({ mediaType: child.mediaType, digest: child.digest, size: bytes.length, ...(bytes.length <= largestText && (isConfig(child.mediaType) || attestation) && { text: decodeUtf8(bytes) }) });
  }
  const stacked = stack(layers);
  return 'id' in stacked ? stacked : { blobs: [...blobs, ...stacked.blobs], ...(layers.length > 0 && { root: stacked.root }) };
}

/** Layers laid on one another, each with what it stands on. */
function stack(layers: readonly { readonly descriptor: Pick<Descriptor, 'mediaType' | 'digest'>; readonly bytes: Uint8Array }[]): { readonly blobs: readonly Blob[]; readonly root: DirNode } | Message {
  let root = emptyDir();
  let left = largest;
  const blobs: Blob[] = [];
  for (const [at, { descriptor, bytes }] of layers.entries()) {
    const plain = decompress(bytes, left);
    if (plain.error !== undefined) return { id: 'image.layer-not-unpacked', values: { digest: descriptor.digest, error: plain.error } };
    left -= plain.bytes.length;
    const { entries, error } = readTar(plain.bytes);
    if (error !== undefined) return { id: 'image.layer-damaged', values: { digest: descriptor.digest, error } };
    const upper = applyLayer(root, entries);
    blobs.push({
      mediaType: descriptor.mediaType,
      digest: descriptor.digest,
      size: bytes.length,
      layer: { diffId: sha256(plain.bytes), size: plain.bytes.length, ...(at > 0 && { lower: root }), upper, fidelity: 'exact' },
    });
    root = upper;
  }
  return { blobs, root };
}

/** A `docker save` from before layouts: its layers are plain tars, so that it gets a manifest of its own, as `docker load` makes one. */
function readDockerManifest(files: Files): readonly ArchivedImage[] | Message {
  const list = files.json('manifest.json');
  if (!Array.isArray(list)) return { id: 'image.manifest-unreadable' };
  const images: ArchivedImage[] = [];
  for (const entry of list as readonly { readonly Config?: unknown; readonly RepoTags?: unknown; readonly Layers?: unknown }[]) {
    if (typeof entry?.Config !== 'string' || !Array.isArray(entry.Layers)) return { id: 'image.manifest-unreadable' };
    const config = files.bytes(entry.Config);
    if (!config || config.length > largestText) return { id: 'image.file-missing', values: { path: entry.Config } };
    const layers: { descriptor: Pick<Descriptor, 'mediaType' | 'digest'>; bytes: Uint8Array }[] = [];
    for (const path of entry.Layers) {
      const bytes = typeof path === 'string' ? files.bytes(path) : undefined;
      if (!bytes) return { id: 'image.file-missing', values: { path: String(path) } };
      layers.push({ descriptor: { mediaType: mediaTypes.layer.replace(/\+gzip$/, ''), digest: sha256(bytes) }, bytes });
    }
    const stacked = stack(layers);
    if ('id' in stacked) return stacked;
    const configBlob: Blob = { mediaType: mediaTypes.config, digest: sha256(config), size: config.length, text: decodeUtf8(config) };
    const text = manifestJson(configBlob, stacked.blobs);
    const manifest: Blob = { mediaType: mediaTypes.manifest, digest: sha256(encodeUtf8(text)), size: utf8Length(text), text };
    const names = (Array.isArray(entry.RepoTags) ? entry.RepoTags : []).flatMap((tag: unknown) => {
      const parsed = typeof tag === 'string' ? parseReference(tag) : { error: '' };
      return 'error' in parsed ? [] : [formatReference(withDefaultTag(parsed))];
    });
    images.push({ image: { target: manifest, blobs: [manifest, configBlob, ...stacked.blobs], roots: new Map([[manifest.digest, stacked.root]]) }, names });
  }
  return images;
}

/** The first answer that is one. */
function first(questions: readonly (() => Message | undefined)[]): Message | undefined {
  for (const ask of questions) {
    const answer = ask();
    if (answer !== undefined) return answer;
  }
  return undefined;
}
