/** What the exporter does to a config when layers are known (BuildKit `exporter/containerimage/writer.go`). */
import type { Digest } from '../fs/node.ts';
import type { HistoryEntry, ImageConfig } from './config.ts';
import { epochTime } from './epoch-time.ts';

/** When a layer's snapshot was made. */
export interface LayerTime {
  /** RFC 3339. */
  readonly createdAt: string;
  /** Name of its vertex, for a layer that history does not mention. */
  readonly description?: string;
}

export interface FinishedLayer {
  readonly diffId: Digest;
  readonly time: LayerTime;
}

/** `created` entries of history; BuildKit's `SOURCE_DATE_EPOCH` in seconds, and the entries of the base, which it leaves alone. */
export interface FinishOptions {
  readonly epoch?: number;
  readonly baseHistory?: readonly HistoryEntry[];
}

/** The config with its layers and a full history: `normalizeLayersAndHistory`, then `patchImageConfig`. */
export function finishConfig(config: ImageConfig, layers: readonly FinishedLayer[], options: FinishOptions = {}): ImageConfig {
  const normal = withTimes(matchLayers(config.history ?? [], layers), layers);
  const history = options.epoch === undefined ? normal : clampHistory(normal, options.epoch, options.baseHistory ?? []);
  const last = history.findLast((entry) => entry.created !== undefined)?.created;
  const { created: given, ...rest } = config;
  const created = given === undefined ? last : options.epoch === undefined ? given : earlier(given, options.epoch);
  return {
    ...rest,
    ...(created !== undefined && { created }),
    ...(history.length > 0 && { history }),
    rootfs: { type: 'layers', diff_ids: layers.length === 0 ? null : layers.map(({ diffId }) => diffId) },
  };
}

/** As many entries with a layer as there are layers: surplus ones are empty, missing ones are added. */
function matchLayers(history: readonly HistoryEntry[], layers: readonly FinishedLayer[]): readonly HistoryEntry[] {
  let left = layers.length;
  const matched = history.map((entry): HistoryEntry => {
    if (entry.empty_layer) return entry;
    return left-- > 0 ? entry : { ...entry, empty_layer: true };
  });
  const missing = left > 0 ? layers.slice(-left) : [];
  return [
    ...matched,
    ...missing.map(({ time }) => ({ created: time.createdAt, created_by: time.description ?? 'created by buildkit', comment: 'buildkit.exporter.image.v0' })),
  ];
}

/**
 * Layers get the time of their snapshot. Other entries get that of the first new layer after the last one with a time, or
 * of the entry before them.
 */
function withTimes(history: readonly HistoryEntry[], layers: readonly FinishedLayer[]): readonly HistoryEntry[] {
  let at = 0;
  const timed = history.map((entry): HistoryEntry => {
    if (entry.empty_layer) return entry;
    const layer = layers[at++];
    return entry.created === undefined && layer ? { ...entry, created: layer.time.createdAt } : entry;
  });
  const gap = timed.findIndex((entry) => entry.created === undefined);
  const before = gap < 0 ? timed : timed.slice(0, gap);
  const after = gap < 0 ? undefined : timed.slice(gap).find((entry) => entry.created !== undefined);
  let created = after?.created ?? before.findLast((entry) => entry.created !== undefined)?.created;
  let filling = false;
  return timed.map((entry) => {
    if (entry.created !== undefined) {
      if (filling) created = entry.created;
      return entry;
    }
    filling = true;
    return created === undefined ? entry : { ...entry, created };
  });
}

function clampHistory(history: readonly HistoryEntry[], epoch: number, base: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const own = history.findIndex((entry, at) => JSON.stringify(entry) !== JSON.stringify(base[at]));
  return history.map((entry, at) => (own < 0 || at < own ? entry : { ...entry, created: earlier(entry.created, epoch) }));
}

/** The time, or the epoch where that is earlier or there is none. */
function earlier(time: string | undefined, epoch: number): string {
  return time === undefined || Date.parse(time) > epoch * 1000 ? epochTime(epoch) : time;
}
