/** A bundle as text: what one machine writes and another reads. */
import type { BaseImage } from '../../image/base.ts';
import type { Snapshot, SnapshotLayer } from '../snapshot.ts';
import type { CacheBundle } from './bundle.ts';
import { TreeWriter } from './tree-json.ts';
import type { ContentJson, DirJson } from './tree-json.ts';

/** Tells these texts from others, and their versions apart. */
export const bundleFormat = 'layerscope cache 1';

/** A layer by its place in `images`, or by the places of its trees in `dirs`. */
export type LayerJson =
  | { readonly image: number; readonly at: number }
  | (Pick<SnapshotLayer & { readonly kind: 'diff' }, 'size' | 'created' | 'description' | 'fidelity'> & { readonly lower?: number; readonly upper: number });

/** A base image whose root is a place in `dirs`. */
export type ImageJson = Omit<BaseImage, 'root'> & { readonly root: number };

/** Everything by its place in a table, each only after what it refers to. */
export interface BundleJson extends Pick<CacheBundle, 'kind' | 'mode' | 'name' | 'keys'> {
  readonly format: typeof bundleFormat;
  readonly contents: readonly ContentJson[];
  readonly dirs: readonly DirJson[];
  readonly images: readonly ImageJson[];
  readonly layers: readonly LayerJson[];
  readonly results: readonly (Omit<CacheBundle['results'][number], 'snapshot'> & {
    readonly snapshot: Pick<Snapshot, 'fidelity' | 'notes'> & { readonly tree: number; readonly layers: readonly number[] };
  })[];
}

/** The text of a bundle. */
export function bundleJson(bundle: CacheBundle): string {
  const { kind, mode, name, keys } = bundle;
  const trees = new TreeWriter();
  const images = new Table<BaseImage, ImageJson>(({ ref, platform, digest, manifestDigest, config, layers, chainId, fidelity, root }) => ({
    ref, platform, digest, manifestDigest, config, layers, chainId, fidelity, root: trees.dir(root),
  }));
  const layers = new Table<SnapshotLayer, LayerJson>((layer) => {
    if (layer.kind === 'base') return { image: images.place(layer.image), at: layer.image.layers.indexOf(layer.layer) };
    const { lower, upper, size, created, description, fidelity } = layer;
    return { ...(lower && { lower: trees.dir(lower) }), upper: trees.dir(upper), size, created, description, fidelity };
  });
  const results = bundle.results.map(({ snapshot, ...rest }) => ({
    ...rest,
    snapshot: { tree: trees.dir(snapshot.tree), layers: snapshot.layers.map((layer) => layers.place(layer)), fidelity: snapshot.fidelity, notes: snapshot.notes },
  }));
  const json: BundleJson = {
    format: bundleFormat, kind, mode, name, keys,
    contents: trees.contents, dirs: trees.dirs, images: images.rows, layers: layers.rows, results,
  };
  return JSON.stringify(json);
}

/** Things by identity, each written once. */
class Table<T, Row> {
  readonly rows: Row[] = [];
  readonly #places = new Map<T, number>();
  readonly #write: (value: T) => Row;

  constructor(write: (value: T) => Row) {
    this.#write = write;
  }

  place(value: T): number {
    let place = this.#places.get(value);
    if (place === undefined) {
      const row = this.#write(value);
      this.#places.set(value, (place = this.rows.length));
      this.rows.push(row);
    }
    return place;
  }
}
