import type { CacheMap } from './cache-map.ts';

const maps = new WeakMap<object, readonly CacheMap[]>();

/** The keys of an operation, computed once: operations are immutable, and an unchanged Dockerfile keeps them. */
export function keptMaps(op: object, compute: () => readonly CacheMap[]): readonly CacheMap[] {
  let known = maps.get(op);
  if (!known) maps.set(op, (known = compute()));
  return known;
}
