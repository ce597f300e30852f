/** The layers of an image as a core sample: each as thick as it is large, none thinner than what is written on it. */
import type { LayerRow } from '#engine/insight/image/image-report.ts';

export interface Stratum {
  readonly layer: LayerRow;
  /** Pixels. */
  readonly height: number;
  /** Share of its core that is wasted, 0 to 1. */
  readonly wasted: number;
  readonly notes: readonly Note[];
}

export type Note = 'facts' | 'hides' | 'wasted' | 'unknown';

const line = 18;
const least = 34;

/** What there is to say below a layer's name. */
export function notesOf(layer: LayerRow): readonly Note[] {
  const facts: Note[] = layer.size > 0 || layer.files > 0 ? ['facts'] : [];
  return [...facts, ...(layer.known ? [] : (['unknown'] as const)), ...(layer.deletes.length > 0 ? (['hides'] as const) : []), ...(layer.wasted > 0 ? (['wasted'] as const) : [])];
}

/** Fills a height: every layer gets room for its words, the rest goes by size. A column that is too low for the words grows. */
export function layoutColumn(layers: readonly LayerRow[], height: number, between = 3): readonly Stratum[] {
  const base = layers.map((layer) => least + notesOf(layer).length * line);
  const free = Math.max(0, height - base.reduce((sum, own) => sum + own, 0) - between * Math.max(0, layers.length - 1));
  const bytes = layers.reduce((sum, { size }) => sum + size, 0);
  return layers.map((layer, at) => ({
    layer,
    height: Math.floor((base[at] ?? least) + (bytes > 0 ? (free * layer.size) / bytes : 0)),
    wasted: layer.size > 0 ? Math.min(1, layer.wasted / layer.size) : 0,
    notes: notesOf(layer),
  }));
}
