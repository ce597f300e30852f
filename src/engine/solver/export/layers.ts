/** Layers of an image that is exported: digests and sizes, computed here and not before. */
import { contentSha256, emptyDir, hasher, layerDigest, layerEntries, sha256 } from '../../fs/index.ts';
import type { Content, Digest, DirNode } from '../../fs/index.ts';
import { mediaTypes, parseReference, realLayerBlob, type Blob, type LayerContent } from '../../image/index.ts';
import { baseLayerBlob } from '../../registry/served.ts';
import type { LayerRecord } from '../record.ts';
import type { Snapshot, SnapshotLayer } from '../snapshot.ts';
import { rfc3339 } from './rfc3339.ts';

/**
 * Above this many bytes of described content a layer's digest is over the description: nobody could check the real one, and
 * generating and hashing them costs 8 ms a megabyte.
 */
const describedLimit = 100_000;

/** Which step of this build's Dockerfile a layer belongs to; it may have been made for another one. */
export type LayerSteps = ReadonlyMap<SnapshotLayer, string>;

/** A layer as the record shows it and as the history needs it. */
export interface ExportedLayer {
  readonly record: LayerRecord;
  /** What its blob holds. */
  readonly content: LayerContent;
  readonly time: { readonly createdAt: string; readonly description?: string };
}

/** The layers of a result, lowest first; `epoch` in seconds rewrites later times. */
export function exportLayers(snapshot: Snapshot | undefined, epoch: number | undefined, steps: LayerSteps): readonly ExportedLayer[] {
  return (snapshot?.layers ?? []).map((layer) => {
    const exported = exportLayer(layer, epoch);
    const step = steps.get(layer);
    return layer.kind === 'diff' && step !== undefined ? { ...exported, record: { ...exported.record, step } } : exported;
  });
}

/** A layer as image stores and registries keep it; `epoch` in seconds where the exporter rewrote later times. */
export function layerAsBlob(layer: SnapshotLayer, epoch?: number): Blob {
  const { record, content } = exportLayer(layer, epoch);
  const blob = { mediaType: mediaTypes.layer, digest: record.blob!.digest, size: record.blob!.size, layer: content };
  return layer.kind === 'base' ? { ...blob, sources: sourcesOf(layer.image.ref) } : blob;
}

/** The repository that a base's layers came from, from where a push can mount them. */
function sourcesOf(ref: string): readonly string[] {
  const parsed = parseReference(ref);
  return 'error' in parsed ? [] : [`${parsed.domain}/${parsed.path}`];
}

function exportLayer(layer: SnapshotLayer, epoch: number | undefined): ExportedLayer {
  if (layer.kind === 'base') {
    const { diffId, digest, size } = layer.layer;
    const { fidelity, config } = layer.image;
    const content = baseLayerBlob(layer.image, layer.layer).layer;
    return {
      record: { diffId, size: content.size, blob: { digest, size, fidelity }, fidelity },
      content,
      time: { createdAt: config.created ?? rfc3339(0) },
    };
  }
  const { upper, lower = noFiles } = layer;
  const { diffId, size, exact } = digestOf(lower, upper, epoch);
  const content: LayerContent = { diffId, size, lower, upper, ...(epoch !== undefined && { epoch }), fidelity: exact && layer.fidelity === 'exact' ? 'exact' : 'modelled' };
  const real = exact ? realLayerBlob(content) : undefined;
  const blob = { digest: real?.digest ?? sha256(`gzip ${diffId}`), size: real?.size ?? compressedSize(size), fidelity: 'modelled' as const };
  return {
    record: { diffId, size, blob, fidelity: exact ? layer.fidelity : 'modelled' },
    content,
    time: { createdAt: rfc3339(layer.created), description: layer.description },
  };
}

const noFiles = emptyDir();
const known = new WeakMap<DirNode, { readonly lower: DirNode; readonly epoch: number | undefined; readonly digest: ReturnType<typeof digestOf> }>();

function digestOf(lower: DirNode, upper: DirNode, epoch: number | undefined): { readonly diffId: Digest; readonly size: number; readonly exact: boolean } {
  const memo = known.get(upper);
  if (memo?.lower === lower && memo.epoch === epoch) return memo.digest;
  const digest = computeDigest(lower, upper, epoch);
  known.set(upper, { lower, epoch, digest });
  return digest;
}

function computeDigest(lower: DirNode, upper: DirNode, epoch: number | undefined): ReturnType<typeof digestOf> {
  const options = epoch === undefined ? {} : { sourceDateEpoch: epoch };
  const entries = layerEntries(lower, upper, options);
  let described = 0;
  for (const { content } of entries) if (content?.kind === 'described') described += content.size;
  if (described <= describedLimit) return { ...layerDigest(lower, upper, options), exact: described === 0 };
  let size = 1024;
  // Piece by piece: a text of all entries would be megabytes to put together.
  const sum = hasher();
  for (const entry of entries) {
    size += 512 + Math.ceil(entry.size / 512) * 512;
    const { path, type, mode, uid, gid, mtime, linkname = '', content } = entry;
    sum.update(`${path}\0${type}\0${mode}\0${uid}\0${gid}\0${entry.size}\0${mtime}\0${linkname}\0${content ? identityOf(content) : ''}\n`);
  }
  return { diffId: sum.digest(), size, exact: false };
}

/** What tells contents apart here: a description is as good as a digest of it, and thousands of them cost nothing. */
function identityOf(content: Content): string {
  return content.kind === 'bytes' ? contentSha256(content) : `${content.size} ${content.seed}`;
}

/** What gzip makes of a layer's tar, roughly: headers vanish, files come to a third. */
export const compressedSize = (size: number): number => Math.round(90 + Math.max(0, size - 1536) * 0.34);
