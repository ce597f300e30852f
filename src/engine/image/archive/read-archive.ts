/**
 * An archive of real images → images for a store: an OCI image layout or a `docker save` of any age, packed or not. Nothing in it is
 * trusted: blobs are checked against their digests, sizes are bounded, and what cannot be is a sentence.
 */
import { applyLayer, decompress, emptyDir, readTar, sha256, type LayerEntry } from '../../fs/index.ts';
import type { Digest, DirNode } from '../../fs/node.ts';
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

export type ReadArchive = { readonly ok: true; readonly images: readonly ArchivedImage[] } | { readonly ok: false; readonly problem: string };

/** Larger archives, and layers that unpack to more, are refused: bytes. */
const largest = 1_500_000_000;
/** Texts in JSON are no larger, bytes. */
const largestText = 8_000_000;

const failed = (problem: string): ReadArchive => ({ ok: false, problem });

/** The images of an archive; a sentence where it is none, is damaged or is too large. */
export function readArchive(bytes: Uint8Array): ReadArchive {
  const plain = decompress(bytes, largest);
  if (plain.error !== undefined) return failed(`The archive cannot be unpacked: ${plain.error}.`);
  const { entries, error } = readTar(plain.bytes);
  if (error !== undefined) return failed(entries.length === 0 ? 'This is no tar archive.' : `The archive is damaged: ${error}.`);
  const files = new Files(entries);
  const images = files.has('index.json') ? readLayout(files) : files.has('manifest.json') ? readDockerManifest(files) : 'This archive holds no image: it has neither an index.json nor a manifest.json. To open a project, use Open.';
  if (typeof images === 'string') return failed(images);
  return images.length === 0 ? failed('This archive names no image.') : { ok: true, images };
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

function readLayout(files: Files): readonly ArchivedImage[] | string {
  const text = files.bytes('index.json');
  const root: Blob = { mediaType: mediaTypes.index, digest: sha256(''), size: 0, text: text && text.length <= largestText ? decodeUtf8(text) : '' };
  const images = new Map<Digest, { image: NewImage; names: string[] }>();
  for (const entry of childrenOf(root)) {
    const known = images.get(entry.digest);
    const read = known?.image ?? readImage(files, entry);
    if (typeof read === 'string') return read;
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
function readImage(files: Files, target: Descriptor): NewImage | string {
  const blobs = new Map<Digest, Blob>();
  const roots = new Map<Digest, DirNode>();
  const visit = (descriptor: Descriptor, needed: boolean): string | undefined => {
    if (blobs.has(descriptor.digest)) return undefined;
    const bytes = files.bytes(blobPath(descriptor.digest));
    if (!bytes) return needed ? `The archive is not whole: the blob ${descriptor.digest} is missing.` : undefined;
    if (sha256(bytes) !== descriptor.digest) return `The archive is damaged: the contents of ${descriptor.digest} are others.`;
    const { mediaType, digest } = descriptor;
    if (isIndex(mediaType) || isManifest(mediaType)) {
      if (bytes.length > largestText) return `The manifest ${digest} is too large.`;
      const blob: Blob = { mediaType, digest, size: bytes.length, text: decodeUtf8(bytes) };
      blobs.set(digest, blob);
      if (isIndex(mediaType)) return first(childrenOf(blob).map((child) => () => visit(child, false)));
      const manifest = readManifestBlobs(files, blob, isAttestation(descriptor));
      if (typeof manifest === 'string') return manifest;
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
function readManifestBlobs(files: Files, manifest: Blob, attestation: boolean): { readonly blobs: readonly Blob[]; readonly root?: DirNode } | string {
  const blobs: Blob[] = [];
  const layers: { readonly descriptor: Descriptor; readonly bytes: Uint8Array }[] = [];
  for (const child of childrenOf(manifest)) {
    const bytes = files.bytes(blobPath(child.digest));
    if (!bytes) return `The archive is not whole: the blob ${child.digest} is missing.`;
    if (sha256(bytes) !== child.digest) return `The archive is damaged: the contents of ${child.digest} are others.`;
    if (isLayer(child.mediaType)) layers.push({ descriptor: child, bytes });
    else blobs.push({ mediaType: child.mediaType, digest: child.digest, size: bytes.length, ...(bytes.length <= largestText && (isConfig(child.mediaType) || attestation) && { text: decodeUtf8(bytes) }) });
  }
  const stacked = stack(layers);
  return typeof stacked === 'string' ? stacked : { blobs: [...blobs, ...stacked.blobs], ...(layers.length > 0 && { root: stacked.root }) };
}

/** Layers laid on one another, each with what it stands on. */
function stack(layers: readonly { readonly descriptor: Pick<Descriptor, 'mediaType' | 'digest'>; readonly bytes: Uint8Array }[]): { readonly blobs: readonly Blob[]; readonly root: DirNode } | string {
  let root = emptyDir();
  let left = largest;
  const blobs: Blob[] = [];
  for (const [at, { descriptor, bytes }] of layers.entries()) {
    const plain = decompress(bytes, left);
    if (plain.error !== undefined) return `The layer ${descriptor.digest} cannot be unpacked: ${plain.error}.`;
    left -= plain.bytes.length;
    const { entries, error } = readTar(plain.bytes);
    if (error !== undefined) return `The layer ${descriptor.digest} is damaged: ${error}.`;
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
function readDockerManifest(files: Files): readonly ArchivedImage[] | string {
  const list = files.json('manifest.json');
  if (!Array.isArray(list)) return 'The manifest.json of this archive cannot be read.';
  const images: ArchivedImage[] = [];
  for (const entry of list as readonly { readonly Config?: unknown; readonly RepoTags?: unknown; readonly Layers?: unknown }[]) {
    if (typeof entry?.Config !== 'string' || !Array.isArray(entry.Layers)) return 'The manifest.json of this archive cannot be read.';
    const config = files.bytes(entry.Config);
    if (!config || config.length > largestText) return `The archive is not whole: ${entry.Config} is missing.`;
    const layers: { descriptor: Pick<Descriptor, 'mediaType' | 'digest'>; bytes: Uint8Array }[] = [];
    for (const path of entry.Layers) {
      const bytes = typeof path === 'string' ? files.bytes(path) : undefined;
      if (!bytes) return `The archive is not whole: ${String(path)} is missing.`;
      layers.push({ descriptor: { mediaType: mediaTypes.layer.replace(/\+gzip$/, ''), digest: sha256(bytes) }, bytes });
    }
    const stacked = stack(layers);
    if (typeof stacked === 'string') return stacked;
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
function first(questions: readonly (() => string | undefined)[]): string | undefined {
  for (const ask of questions) {
    const answer = ask();
    if (answer !== undefined) return answer;
  }
  return undefined;
}
