/** History and times of an image when it is exported (BuildKit `exporter/containerimage/writer.go`). */
import type { Digest } from '../fs/node.ts';
import type { HistoryEntry, ImageConfig } from './config.ts';

export interface LayerTime {
  /** RFC 3339; of the snapshot. */
  readonly createdAt: string;
  /** Vertex name, for layers without an entry. */
  readonly description?: string;
}

export interface FinishOptions {
  /** SOURCE_DATE_EPOCH, seconds since 1970. */
  readonly epoch?: number;
  /** History of the base image: entries that are still the same keep their times. */
  readonly baseHistory?: readonly HistoryEntry[];
}

/** The config with layers filled in: `normalizeLayersAndHistory` and `patchImageConfig`. */
export function finishConfig(config: ImageConfig, layers: readonly { readonly diffId: Digest; readonly time: LayerTime }[], options: FinishOptions = {}): ImageConfig {
  const { epoch, baseHistory } = options;
  const normal = fillTimes(matchLayers(config.history ?? [], layers.map(({ time }) => time)));
  const history = epoch === undefined ? normal : clampHistory(normal, epochTime(epoch), baseHistory ?? []);
  const last = history.findLast((entry) => entry.created !== undefined)?.created;
  const created = config.created === undefined ? last : epoch === undefined ? config.created : earlier(config.created, epochTime(epoch));
  const { created: _, ...rest } = config;
  return { ...rest, ...(created === undefined ? {} : { created }), history, rootfs: { type: 'layers', diff_ids: layers.length === 0 ? null : layers.map(({ diffId }) => diffId) } };
}

/** As many entries with a layer as there are layers, each with its layer's time where it has none. */
function matchLayers(history: readonly HistoryEntry[], times: readonly LayerTime[]): readonly HistoryEntry[] {
  let used = 0;
  const matched = history.map((entry): HistoryEntry => {
    if (entry.empty_layer) return entry;
    const time = times[used];
    if (!time) return { ...entry, empty_layer: true };
    used++;
    return { ...entry, created: entry.created ?? time.createdAt };
  });
  const missing = times.slice(used).map(({ createdAt, description }): HistoryEntry => ({ created: createdAt, created_by: description ?? '', comment: 'buildkit.exporter.image.v0' }));
  return [...matched, ...missing];
}

/** Entries without a time get that of the first new layer, else that of the entry before. */
function fillTimes(history: readonly HistoryEntry[]): readonly HistoryEntry[] {
  let created: string | undefined;
  let gap = false;
  for (const entry of history) {
    if (entry.created === undefined) gap = true;
    else {
      created = entry.created;
      if (gap) break;
    }
  }
  gap = false;
  return history.map((entry) => {
    if (entry.created !== undefined) {
      if (gap) created = entry.created;
      return entry;
    }
    gap = true;
    return created === undefined ? entry : { ...entry, created };
  });
}

/** With an epoch no entry after the base's own is later than it. */
function clampHistory(history: readonly HistoryEntry[], epoch: string, base: readonly HistoryEntry[]): readonly HistoryEntry[] {
  let own = false;
  return history.map((entry, index) => {
    own ||= !sameEntry(entry, base[index]);
    return own ? { ...entry, created: entry.created === undefined ? epoch : earlier(entry.created, epoch) } : entry;
  });
}

function sameEntry(entry: HistoryEntry, base: HistoryEntry | undefined): boolean {
  if (!base) return false;
  const fields = ['created', 'created_by', 'author', 'comment', 'empty_layer'] as const;
  return fields.every((field) => (entry[field] || undefined) === (base[field] || undefined));
}

const earlier = (time: string, limit: string): string => (Date.parse(time) > Date.parse(limit) ? limit : time);

/** Seconds since 1970 as Go prints a time: `1970-01-01T00:00:00Z`. */
export function epochTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
}
