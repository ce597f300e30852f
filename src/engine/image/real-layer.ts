/** Layers whose every byte is known become blobs that real tools can open. */
import { emptyDir, gzip, layerEntries, sha256, writeTar, type LayerEntry } from '../fs/index.ts';
import type { Digest, DirNode } from '../fs/node.ts';
import type { LayerContent } from './store.ts';

/** Larger tars are not packed: nobody waits for them, and the digest of a modelled blob stays. */
const largest = 2_000_000;

/** A blob as it travels: gzip over the layer's tar. */
export interface RealLayerBlob {
  readonly bytes: Uint8Array;
  readonly digest: Digest;
  readonly size: number;
}

const packed = new WeakMap<DirNode, { readonly diffId: Digest; readonly blob: RealLayerBlob | undefined }>();

/** The blob of a layer, packed once; undefined where contents are described only, the tar is large, or it is not the one of the diffID. */
export function realLayerBlob(content: LayerContent): RealLayerBlob | undefined {
  const { diffId, upper } = content;
  if (!upper || content.size > largest) return undefined;
  const known = packed.get(upper);
  if (known?.diffId === diffId) return known.blob;
  const tar = realLayerTar(content);
  const bytes = tar && sha256(tar) === diffId ? gzip(tar) : undefined;
  const blob = bytes && { bytes, digest: sha256(bytes), size: bytes.length };
  packed.set(upper, { diffId, blob });
  return blob;
}

/** The tar of a layer; undefined where a content is described only. */
function realLayerTar({ lower = emptyDir(), upper, epoch }: LayerContent): Uint8Array | undefined {
  if (!upper) return undefined;
  const entries: readonly LayerEntry[] = layerEntries(lower, upper, epoch === undefined ? {} : { sourceDateEpoch: epoch });
  return entries.some(({ content }) => content?.kind === 'described') ? undefined : writeTar(entries);
}
