import type { Digest } from '../../fs/index.ts';
import type { CacheKey, SelectedKey } from '../cache/cache-key.ts';
import type { CacheRecord } from '../cache-store.ts';
import { Phase } from './edge-state.ts';
import type { EdgeState } from './edge-state.ts';
import type { Pipe } from './pipe.ts';

/** What an edge knows of one of its inputs. */
export interface Dep {
  readonly index: number;
  state: EdgeState;
  request?: Pipe;
  /** Keys of the edge that the input's keys lead to, by id. */
  readonly matches: Map<string, CacheKey>;
  contentRequest?: Pipe;
  contentComplete: boolean;
  contentFound: boolean;
  contentKey?: CacheKey;
  /** Those of `matches` that only the content led to. */
  readonly contentMatches: Set<string>;
}

/** Of an edge that nothing was asked yet. */
export const nothingKnown: EdgeState = { phase: Phase.initial, result: undefined, cacheMap: undefined, keys: [] };

/** An input of which nothing is known. */
export function newDep(index: number): Dep {
  return { index, state: nothingKnown, matches: new Map(), contentComplete: false, contentFound: false, contentMatches: new Set() };
}

/** Keys of an input, narrowed by what is read of it. */
export function select(keys: readonly CacheKey[], selector: Digest | ''): readonly SelectedKey[] {
  return keys.map((key) => ({ selector, key }));
}

/** A result in the cache, and the key that led to it. */
export interface Found {
  readonly record: CacheRecord;
  readonly key: CacheKey;
}
