import type { CacheKey } from '../cache/cache-key.ts';
import type { CacheMap } from '../keys/cache-map.ts';
import type { CachedResult } from './operation.ts';

/** How far an edge has come: nothing known, keys of the definition known, keys of the content known, result there. */
export const Phase = { initial: 0, cacheFast: 1, cacheSlow: 2, complete: 3 } as const;
/** One of them. They only grow. */
export type Phase = (typeof Phase)[keyof typeof Phase];

/** What others may know of an edge. */
export interface EdgeState {
  readonly phase: Phase;
  readonly result: CachedResult | undefined;
  readonly cacheMap: CacheMap | undefined;
  readonly keys: readonly CacheKey[];
}

/** Whether somebody who knows the one needs to be told of the other. */
export function sameState(a: EdgeState, b: EdgeState): boolean {
  return a.phase === b.phase && a.result === b.result && a.cacheMap === b.cacheMap && a.keys.length === b.keys.length;
}

/** How far an edge is asked to go, and what the asker knows of it. */
export interface EdgeRequest {
  readonly desired: Phase;
  readonly current: EdgeState;
  readonly currentKeys: number;
}
