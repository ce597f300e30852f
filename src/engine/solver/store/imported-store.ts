/** A cache from elsewhere as a store that lookups go through: the second cache manager of BuildKit's `solver/combinedcache.go`. */
import { sha256 } from '../../fs/index.ts';
import { linkName, rootKeyId } from '../cache/cache-key.ts';
import { emptyStore } from '../cache-store.ts';
import type { CacheRecord, CacheStore } from '../cache-store.ts';
import type { BundleKey, CacheBundle } from './bundle.ts';

const known = new WeakMap<CacheBundle, CacheStore>();

/**
 * The keys, links and results of a bundle. Ids follow from what a key is made of, so that they never meet those of this
 * machine's own keys and a bundle that is imported twice is there once. Kept with the bundle.
 */
export function importedStore(bundle: CacheBundle): CacheStore {
  let store = known.get(bundle);
  if (!store) known.set(bundle, (store = newStore(bundle)));
  return store;
}

function newStore(bundle: CacheBundle): CacheStore {
  const keyIds: string[] = [];
  const links = new Map<string, Map<string, string[]>>();
  const results = new Map<string, readonly string[]>();
  const recordIds: string[] = [];
  for (const key of bundle.keys) keyIds.push(keyId(key, keyIds));
  // A result is named by the first key that it has; what only others stand on, by what stands on it.
  const owners = new Map<number, string>();
  bundle.keys.forEach((key, at) => key.results.forEach((place) => owners.has(place) || owners.set(place, keyIds[at]!)));
  for (let place = bundle.results.length - 1; place >= 0; place--) {
    const { parents } = bundle.results[place]!;
    parents.forEach((parent, i) => owners.has(parent) || owners.set(parent, `${owners.get(place) ?? ''}^${i}`));
  }
  bundle.results.forEach(({ created }, place) => (recordIds[place] = recordId(`${owners.get(place) ?? ''} ${created}`)));
  bundle.keys.forEach((key, at) => {
    const id = keyIds[at]!;
    if (key.results.length > 0) results.set(id, [...new Set([...(results.get(id) ?? []), ...key.results.map((place) => recordIds[place]!)])]);
    for (const { input, from, selector } of key.links) {
      const parent = keyIds[from]!;
      let byName = links.get(parent);
      if (!byName) links.set(parent, (byName = new Map()));
      const name = linkName(input, key.output, key.digest, selector);
      byName.set(name, [...new Set([...(byName.get(name) ?? []), id])]);
    }
  });
  const records = bundle.results.map(({ description, snapshot, size, created, parents, inputs }, place): [string, CacheRecord] => [
    recordIds[place]!,
    {
      id: recordIds[place]!,
      type: 'regular',
      description,
      snapshot,
      parents: parents.map((parent) => recordIds[parent]!),
      inputs: inputs.map((input) => (input === null ? undefined : recordIds[input]!)),
      build: 0,
      imported: bundle.name,
      size,
      created,
      lastUsed: created,
      usageCount: 0,
    },
  ]);
  return { ...emptyStore, records: new Map(records), results, links };
}

/** As long as BuildKit's, which are random. */
const recordId = (name: string): string => sha256(name).slice('sha256:'.length).slice(0, 25);

function keyId({ digest, output, links }: BundleKey, ids: readonly string[]): string {
  if (links.length === 0) return digest;
  const parts = links.map(({ input, from, selector }) => `${input} ${ids[from]!} ${selector}`);
  return `imported ${sha256([rootKeyId(digest, output), ...parts.sort()].join('\n'))}`;
}
