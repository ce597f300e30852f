/** A bundle as BuildKit's cache config, `application/vnd.buildkit.cacheconfig.v0`: `cache/remotecache/v1/types/spec.go`. */
import { compactJson, type Json } from '../../image/go-json.ts';
import type { Blob } from '../../image/store.ts';
import { layerAsBlob } from '../export/layers.ts';
import { rfc3339 } from '../export/rfc3339.ts';
import type { SnapshotLayer } from '../snapshot.ts';
import type { CacheBundle } from './bundle.ts';

/** Media type of the config. */
export const cacheConfigType = 'application/vnd.buildkit.cacheconfig.v0';

interface Chains {
  readonly rows: Json[];
  /** By the digests of a chain: its place. */
  readonly places: Map<string, number>;
}

/** The text: layers with what they stand on, and records with links to those they read. */
export function cacheConfigJson({ keys, results }: CacheBundle): string {
  const chains: Chains = { rows: [], places: new Map() };
  const tops = results.map(({ snapshot }) => chain(snapshot.layers, chains));
  const records = keys.map((key): Json => ({
    layers: omitted(key.results.flatMap((place) => {
      const top = tops[place];
      return top === undefined ? [] : [{ layer: top, createdAt: rfc3339(results[place]!.created) }];
    })),
    digest: key.digest,
    inputs: omitted(inputsOf(key.links)),
  }));
  return compactJson({ layers: omitted(chains.rows), records: omitted(records) });
}

/** Blobs that the cache's manifest lists: each once, in the order of the config. */
export function cacheBlobs({ results }: CacheBundle): readonly Blob[] {
  const blobs = results.flatMap(({ snapshot }) => snapshot.layers.map(layerAsBlob));
  return [...new Map(blobs.map((blob) => [blob.digest, blob])).values()];
}

/** Go leaves empty lists out. */
const omitted = (list: readonly Json[]): readonly Json[] | undefined => (list.length === 0 ? undefined : list);

/** The place of a stack's topmost layer; undefined for an empty one. */
function chain(layers: readonly SnapshotLayer[], { rows, places }: Chains): number | undefined {
  let parent: number | undefined;
  let name = '';
  for (const layer of layers) {
    const { digest } = layerAsBlob(layer);
    name += digest;
    let place = places.get(name);
    if (place === undefined) {
      places.set(name, (place = rows.length));
      // Zero is left out too.
      rows.push({ blob: digest, parent: parent === undefined ? -1 : parent || undefined });
    }
    parent = place;
  }
  return parent;
}

/** One list for each input, of the keys that it may have. */
function inputsOf(links: CacheBundle['keys'][number]['links']): readonly Json[] {
  const inputs: Json[][] = [];
  for (const { input, from, selector } of links) {
    while (inputs.length <= input) inputs.push([]);
    inputs[input]!.push({ selector: selector || undefined, link: from });
  }
  return inputs;
}
