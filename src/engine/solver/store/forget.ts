/** Taking records out of a store together with all that leads nowhere without them: BuildKit's `ReleaseUnreferenced`. */
import type { Digest } from '../../fs/node.ts';
import type { CacheStore } from '../cache-store.ts';
import { layerBlob } from './layer-blob.ts';
import { backLinks } from './link.ts';

/** The store without some of its records. Keys go too where no result and no other key is left below them. */
export function forgetRecords(store: CacheStore, ids: ReadonlySet<string>): CacheStore {
  if (ids.size === 0) return store;
  const records = new Map([...store.records].filter(([id]) => !ids.has(id)));
  const { results, links } = withoutDeadKeys(store, ids);
  const blobs = heldBlobs(records);
  const dropped = heldBlobs(store.records);
  const keptBlob = (digest: Digest): boolean => blobs.has(digest) || !dropped.has(digest);
  return {
    ...store,
    records,
    results,
    links,
    sources: new Map([...store.sources].filter(([, source]) => !ids.has(source.record))),
    mounts: new Map([...store.mounts].filter(([, record]) => !ids.has(record))),
    blobs: new Set([...store.blobs].filter(keptBlob)),
    unpacked: new Set([...store.unpacked].filter(keptBlob)),
  };
}

/** Digests of the blobs that records stand on. */
function heldBlobs(records: CacheStore['records']): ReadonlySet<Digest> {
  const blobs = new Set<Digest>();
  for (const { snapshot } of records.values()) for (const layer of snapshot.layers) blobs.add(layerBlob(layer).digest);
  return blobs;
}

function withoutDeadKeys(store: CacheStore, ids: ReadonlySet<string>): Pick<CacheStore, 'results' | 'links'> {
  const results = new Map(store.results);
  for (const [key, records] of store.results) {
    const left = records.filter((id) => !ids.has(id));
    if (left.length === 0) results.delete(key);
    else if (left.length < records.length) results.set(key, left);
  }
  const back = backLinks(store.links);
  const keys = new Set([...store.links.keys(), ...store.results.keys(), ...back.keys()]);
  const below = new Map<string, number>();
  for (const links of back.values()) for (const { from } of links) below.set(from, (below.get(from) ?? 0) + 1);
  const dead = new Set<string>();
  const pending = [...keys].filter((key) => !results.has(key) && !below.get(key));
  for (let key = pending.pop(); key !== undefined; key = pending.pop()) {
    if (dead.has(key)) continue;
    dead.add(key);
    for (const { from } of back.get(key) ?? []) {
      const left = (below.get(from) ?? 0) - 1;
      below.set(from, left);
      if (left === 0 && !results.has(from)) pending.push(from);
    }
  }
  const links = new Map<string, ReadonlyMap<string, readonly string[]>>();
  for (const [key, byName] of store.links) {
    if (dead.has(key)) continue;
    const left = [...byName].flatMap(([name, targets]): [string, readonly string[]][] => {
      const alive = targets.filter((target) => !dead.has(target));
      return alive.length === 0 ? [] : [[name, alive.length === targets.length ? targets : alive]];
    });
    if (left.length > 0) links.set(key, new Map(left));
  }
  return { results, links };
}
