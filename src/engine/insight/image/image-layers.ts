/** An image of a store, taken apart: its layers with what made them, those of the base as one where nobody has their bytes. */
import { emptyDir, layerEntries, type LayerEntry } from '../../fs/index.ts';
import type { Digest, DirNode } from '../../fs/node.ts';
import { childrenOf, isAttestation, isConfig, isIndex, isLayer, platformName, readConfig } from '../../image/children.ts';
import type { ImageConfig } from '../../image/config.ts';
import { layerLabels } from '../../image/created-by.ts';
import type { Blob, ImageStore } from '../../image/store.ts';
import { laidOver } from '../../image/unpack.ts';
import type { LineRange } from '../../source/range.ts';

/** The step of a build that made a layer, as its Dockerfile has it. */
export interface LayerStep {
  readonly id: string;
  readonly lines: LineRange;
  /** `RUN make`. */
  readonly text: string;
}

/** A layer, or all layers of a base image together. */
export interface ImageLayer {
  /** Place from the bottom, from 0. */
  readonly index: number;
  /** Of the blob; of a base the highest one. */
  readonly digest: Digest;
  readonly diffId: Digest;
  /** As a line of a Dockerfile: `COPY . .`; empty where nobody says. */
  readonly label: string;
  /** Layers that this stands for: more than one for a base. */
  readonly count: number;
  /** Bytes, unpacked and as it travels. */
  readonly size: number;
  readonly packed: number;
  readonly fidelity: 'exact' | 'modelled';
  readonly lower: DirNode;
  /** Absent where not even the files are known. */
  readonly upper?: DirNode;
  /** What its tar holds, where that is not the difference of the two: of `COPY --link`, and of a layer that another image has over other files. */
  readonly held?: readonly LayerEntry[];
  /** It stands for the image that this one was built from. */
  readonly base: boolean;
  /** Where the build that made it is at hand. */
  readonly step?: LayerStep;
}

export interface TakenApart {
  readonly manifest: Digest;
  readonly platform: string;
  readonly config: ImageConfig;
  readonly layers: readonly ImageLayer[];
}

/** The image that a descriptor leads to, for a platform or the first one; undefined where it is not all here. */
export function takeApart(store: ImageStore, target: Digest, platform?: string): TakenApart | undefined {
  const top = store.blobs.get(target);
  const manifests = top && isIndex(top.mediaType) ? childrenOf(top).filter((child) => !isAttestation(child)).flatMap((child) => store.blobs.get(child.digest) ?? []) : top ? [top] : [];
  const read = manifests.flatMap((manifest) => readManifest(store, manifest) ?? []);
  return read.find((image) => image.platform === platform) ?? read[0];
}

function readManifest(store: ImageStore, manifest: Blob): TakenApart | undefined {
  const children = childrenOf(manifest).map((child) => ({ child, blob: store.blobs.get(child.digest) }));
  const config = children.find(({ child }) => isConfig(child.mediaType))?.blob;
  if (config?.text === undefined) return undefined;
  const json = readConfig(config.text);
  const blobs = children.flatMap(({ child, blob }) => (isLayer(child.mediaType) && blob ? [blob] : []));
  return { manifest: manifest.digest, platform: platformName(json), config: json, layers: layersOf(blobs, json, store.roots.get(manifest.digest)) };
}

function layersOf(blobs: readonly Blob[], config: ImageConfig, root: DirNode | undefined): readonly ImageLayer[] {
  const labels = layerLabels(config);
  const base = blobs.findLastIndex(({ layer }) => layer?.upper === undefined);
  const layers: ImageLayer[] = [];
  let below = emptyDir();
  if (base >= 0) {
    const own = blobs.slice(0, base + 1);
    const whole = own.at(-1)!.layer?.whole ?? blobs[base + 1]?.layer?.lower ?? (base === blobs.length - 1 ? root : undefined);
    const [first] = labels;
    layers.push({
      index: 0,
      digest: own.at(-1)!.digest,
      diffId: own.at(-1)!.layer?.diffId ?? own.at(-1)!.digest,
      label: own.length === 1 && first ? first : '',
      count: own.length,
      size: own.reduce((sum, { layer }) => sum + (layer?.size ?? 0), 0),
      packed: own.reduce((sum, { size }) => sum + size, 0),
      fidelity: own.every(({ layer }) => layer?.fidelity === 'exact') ? 'exact' : 'modelled',
      lower: below,
      base: true,
      ...(whole && { upper: whole }),
    });
    below = whole ?? below;
  }
  for (const [at, { digest, size, layer }] of blobs.slice(base + 1).entries()) {
    if (!layer?.upper) continue;
    const { upper, held } = laidOver(below, layer.lower, layer.upper);
    layers.push({ index: layers.length, digest, diffId: layer.diffId, label: labels[base + 1 + at] ?? '', count: 1, size: layer.size, packed: size, fidelity: layer.fidelity, lower: below, upper, ...(held && { held }), base: false });
    below = upper;
  }
  return layers;
}

const entries = new WeakMap<ImageLayer, readonly LayerEntry[]>();

/** What the layer's tar holds; nothing where its files are not known. */
export function entriesOf(layer: ImageLayer): readonly LayerEntry[] {
  if (layer.held) return layer.held;
  let known = entries.get(layer);
  if (!known) entries.set(layer, (known = layer.upper ? layerEntries(layer.lower, layer.upper) : []));
  return known;
}
