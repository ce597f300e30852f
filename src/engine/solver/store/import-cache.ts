import type { CacheStore } from '../cache-store.ts';
import type { CacheBundle } from './bundle.ts';
import { importedStore } from './imported-store.ts';

/**
 * The store with all of a bundle in it, for a builder that is set up with a cache. A build that imports one instead
 * (`BuildRequest.imports`) keeps only what it uses of it.
 */
export function importCache(store: CacheStore, bundle: CacheBundle): CacheStore {
  const imported = importedStore(bundle);
  const links = new Map(store.links);
  for (const [key, byName] of imported.links) {
    const merged = new Map(links.get(key));
    for (const [name, ids] of byName) merged.set(name, union(merged.get(name), ids));
    links.set(key, merged);
  }
  const results = new Map(store.results);
  for (const [key, ids] of imported.results) results.set(key, union(results.get(key), ids));
  return { ...store, records: new Map([...imported.records, ...store.records]), results, links };
}

const union = (a: readonly string[] = [], b: readonly string[]): readonly string[] => [...new Set([...a, ...b])];
