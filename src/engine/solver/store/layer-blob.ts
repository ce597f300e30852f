/** Layers of imported results as they travel: only who reads the files brings them, as with a base image. */
import { sha256 } from '../../fs/index.ts';
import type { BaseLayer } from '../../image/base.ts';
import type { CacheRecord } from '../cache-store.ts';
import { compressedSize, layerAsBlob } from '../export/layers.ts';
import type { PulledImage } from '../ops/pulls.ts';
import type { SnapshotLayer } from '../snapshot.ts';

const known = new WeakMap<SnapshotLayer, BaseLayer>();

/** The blob of a layer: a base image's own; else the one that travelled; else one that stands in for what only an export computes. */
export function layerBlob(layer: SnapshotLayer): BaseLayer {
  if (layer.kind === 'base') return layer.layer;
  let blob = known.get(layer);
  if (!blob) {
    const digest = sha256(`${layer.description}\n${layer.created}\n${layer.size}`);
    known.set(layer, (blob = { diffId: digest, digest, size: compressedSize(layer.size) }));
  }
  return blob;
}

/** The blob as its export wrote it: the same in an image, in a cache, and on the way here. */
export function travellingBlob(layer: SnapshotLayer): BaseLayer {
  if (layer.kind === 'base') return layer.layer;
  const { digest, size, layer: content } = layerAsBlob(layer);
  const before = known.get(layer);
  if (before?.digest === digest) return before;
  const blob = { diffId: content?.diffId ?? digest, digest, size };
  known.set(layer, blob);
  return blob;
}

/** An imported result as something to pull; undefined for one that was made here. */
export function pulledResult(record: CacheRecord | undefined): PulledImage | undefined {
  if (record?.imported === undefined) return undefined;
  return { chainId: sha256(record.id), layers: record.snapshot.layers.map(travellingBlob), root: record.snapshot.tree, cached: true };
}
