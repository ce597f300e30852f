/** A solved platform becomes an image: config, manifest and their digests (BuildKit `exporter/containerimage/writer.go`). */
import { sha256 } from '../../fs/index.ts';
import type { PlatformPlan } from '../../graph/plan.ts';
import { configJson, finishConfig, manifestJson } from '../../image/index.ts';
import { utf8Length } from '../../source/utf8.ts';
import type { ImageRecord } from '../record.ts';
import type { Snapshot } from '../snapshot.ts';
import { exportLayers } from './layers.ts';
import type { LayerSteps } from './layers.ts';

/** What the client asked of the image. */
export interface ImageOptions {
  /** Seconds since 1970. */
  readonly epoch: number | undefined;
  readonly rewriteTimestamp: boolean;
  readonly names: readonly string[];
  readonly steps: LayerSteps;
  /** What `moby.buildkit.cache.v0` in the config is: base64. */
  readonly inlineCache?: string;
}

interface Kept {
  readonly layers: Snapshot['layers'];
  /** Of each layer. */
  readonly steps: readonly (string | undefined)[];
  readonly options: ImageOptions;
  readonly image: ImageRecord;
}

/** The last image of each plan: a build of which nothing changed ends with the same. */
const kept = new WeakMap<PlatformPlan, Kept>();

/** The plan's config with the layers of the result. */
export function exportImage(plan: PlatformPlan, snapshot: Snapshot | undefined, options: ImageOptions): ImageRecord {
  const layers = snapshot?.layers ?? [];
  const steps = layers.map((layer) => options.steps.get(layer));
  const last = kept.get(plan);
  if (last && sameItems(last.layers, layers) && sameItems(last.steps, steps) && sameOptions(last.options, options)) return last.image;
  const image = newImage(plan, snapshot, options);
  kept.set(plan, { layers, steps, options, image });
  return image;
}

const sameItems = (a: readonly unknown[], b: readonly unknown[]): boolean => a.length === b.length && a.every((item, i) => item === b[i]);

const sameOptions = (a: ImageOptions, b: ImageOptions): boolean =>
  a.epoch === b.epoch && a.rewriteTimestamp === b.rewriteTimestamp && a.inlineCache === b.inlineCache && sameItems(a.names, b.names);

function newImage(plan: PlatformPlan, snapshot: Snapshot | undefined, options: ImageOptions): ImageRecord {
  const layers = exportLayers(snapshot, options.rewriteTimestamp ? options.epoch : undefined, options.steps);
  const base = snapshot?.layers.find((layer) => layer.kind === 'base');
  const baseHistory = base?.image.config.history;
  const finished = finishConfig(
    plan.config,
    layers.map(({ record, time }) => ({ diffId: record.diffId, time })),
    { ...(options.epoch !== undefined && { epoch: options.epoch }), ...(baseHistory && { baseHistory }) },
  );
  const config = options.inlineCache === undefined ? finished : { ...finished, 'moby.buildkit.cache.v0': options.inlineCache };
  const json = configJson(config);
  const configDigest = sha256(json);
  const makers = (config.history ?? []).filter(({ empty_layer }) => !empty_layer);
  const records = layers.map(({ record }, i) => {
    const createdBy = makers[i]?.created_by;
    return createdBy === undefined ? record : { ...record, createdBy };
  });
  const manifest = manifestJson(
    { mediaType: 'application/vnd.oci.image.config.v1+json', digest: configDigest, size: utf8Length(json) },
    records.map(({ blob }) => ({ mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', digest: blob!.digest, size: blob!.size })),
  );
  return {
    platform: plan.platform,
    config,
    configJson: json,
    configDigest,
    manifestDigest: sha256(manifest),
    manifestSize: utf8Length(manifest),
    manifestJson: manifest,
    layers: records,
    names: options.names,
    compressedSize: records.reduce((sum, { blob }) => sum + (blob?.size ?? 0), 0),
  };
}
