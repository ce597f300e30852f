/** From a builder's store to a cache that travels: BuildKit `solver/exporter.go`. */
import type { CacheRecord, CacheStore } from '../cache-store.ts';
import type { SnapshotLayer } from '../snapshot.ts';
import type { BundleKey, BundleKind, BundleMode, BundleResult, CacheBundle, KeptResults } from './bundle.ts';
import { backLinks } from './link.ts';

/** What `--cache-to` asks for. */
export interface ExportOptions {
  readonly kind: BundleKind;
  /** `min` where absent; an inline cache is always `min`. */
  readonly mode?: BundleMode;
  /** As the log of the importing build will name it; the kind where absent. */
  readonly name?: string;
}

/**
 * Every key that leads to the build's result travels, and every content key; so a COPY of the same files is found on another
 * machine. Results travel where the mode lets them, those of sources never (`ExportTo`, `addBacklinks`).
 */
export function exportCache(store: CacheStore, { kept = nothing }: { readonly kept?: KeptResults }, options: ExportOptions): CacheBundle {
  const mode = options.kind === 'inline' ? 'min' : (options.mode ?? 'min');
  const travels = travelling(store, kept, mode);
  const back = backLinks(store.links);
  const keys: BundleKey[] = [];
  const places = new Map<string, number>();
  const results = new ResultTable(store);
  for (const id of inputsFirst(topKeys(store, kept), (key) => back.get(key)?.map(({ from }) => from) ?? [])) {
    const links = back.get(id) ?? [];
    const [first] = links;
    const best = first && newest((store.results.get(id) ?? []).flatMap((record) => (travels.has(record) ? store.records.get(record) ?? [] : [])));
    places.set(id, keys.length);
    keys.push({
      digest: first?.digest ?? id,
      output: first?.output ?? 0,
      links: links.flatMap(({ from, input, selector }) => {
        const place = places.get(from);
        return place === undefined ? [] : { input, from: place, selector };
      }),
      results: best ? [results.add(best)] : [],
    });
  }
  return { kind: options.kind, mode, name: options.name ?? options.kind, keys, results: results.finish() };
}

const nothing: KeptResults = { images: [], vertices: [] };

/** The keys under which the images' results are kept. */
function topKeys(store: CacheStore, kept: KeptResults): readonly string[] {
  const images = new Set(kept.images);
  return [...store.results].flatMap(([key, records]) => (records.some((id) => images.has(id)) ? key : []));
}

/** Ids of the records that may travel: with `min`, those of which every layer is in an image or was pulled. */
function travelling(store: CacheStore, kept: KeptResults, mode: BundleMode): ReadonlySet<string> {
  const inImages = new Set<SnapshotLayer>();
  for (const id of kept.images) for (const layer of store.records.get(id)?.snapshot.layers ?? []) inImages.add(layer);
  return new Set(
    kept.vertices.filter((id) => {
      const record = store.records.get(id);
      if (record?.type !== 'regular') return false;
      return mode === 'max' || record.snapshot.layers.every((layer) => layer.kind === 'base' || inImages.has(layer));
    }),
  );
}

/** Of several results of one key the newest (`getBestResult`). */
function newest(records: readonly CacheRecord[]): CacheRecord | undefined {
  return records.reduce<CacheRecord | undefined>((best, record) => (best && best.created >= record.created ? best : record), undefined);
}

/** What can be reached, each after all that it can be reached from. What closes a circle is left where it was met first. */
function inputsFirst(from: readonly string[], inputs: (id: string) => readonly string[]): readonly string[] {
  const done: string[] = [];
  const seen = new Set<string>();
  const pending: { readonly id: string; readonly rest: string[] }[] = [];
  const enter = (id: string): void => {
    if (seen.has(id) || id.startsWith('random:')) return;
    seen.add(id);
    pending.push({ id, rest: [...new Set(inputs(id))].sort().reverse() });
  };
  for (const id of from) {
    enter(id);
    for (let top = pending.at(-1); top; top = pending.at(-1)) {
      const next = top.rest.pop();
      if (next !== undefined) {
        enter(next);
        continue;
      }
      done.push(top.id);
      pending.pop();
    }
  }
  return done;
}

/** The results of a bundle while it is made: each once, after those whose layers it stands on. */
class ResultTable {
  readonly #store: CacheStore;
  readonly #places = new Map<string, number>();
  readonly #records: CacheRecord[] = [];

  constructor(store: CacheStore) {
    this.#store = store;
  }

  add(record: CacheRecord): number {
    for (const id of inputsFirst([record.id], (each) => this.#store.records.get(each)?.parents ?? [])) {
      const each = this.#store.records.get(id);
      if (!each || this.#places.has(id)) continue;
      this.#places.set(id, this.#records.length);
      this.#records.push(each);
    }
    return this.#places.get(record.id)!;
  }

  finish(): readonly BundleResult[] {
    return this.#records.map(({ description, snapshot, size, created, parents, inputs }) => ({
      description,
      snapshot,
      size,
      created,
      parents: parents.flatMap((id) => this.#places.get(id) ?? []),
      inputs: inputs.map((id) => (id === undefined ? null : (this.#places.get(id) ?? null))),
    }));
  }
}
