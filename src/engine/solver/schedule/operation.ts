/** What an edge asks of the vertex whose output it is: BuildKit's `activeOp`. Each call answers later, on the virtual clock. */
import type { CacheKey } from '../cache/cache-key.ts';
import type { CacheRecord } from '../cache-store.ts';
import type { CacheMap } from '../keys/cache-map.ts';
import type { Digest } from '../../fs/index.ts';
import type { Edge } from './edge.ts';
import type { SolveError } from './solve-error.ts';

/** A result with the keys that lead to it. */
export interface CachedResult {
  /** Absent for a source that is empty. */
  readonly record: CacheRecord | undefined;
  readonly keys: readonly CacheKey[];
}

/** Called once, with a value or an error. */
export type Done<T> = (value: T | undefined, error?: SolveError) => void;
/** Stops the work; its answer is then an error that says so. */
export type Stop = () => void;

/** A vertex, seen from its edges. */
export interface Operation {
  readonly digest: Digest;
  readonly ignoreCache: boolean;
  /** The vertex and output that each input is. */
  readonly inputs: readonly { readonly operation: Operation; readonly output: number }[];
  /** The key of that number, and whether it is the last one. */
  cacheMap(index: number, done: Done<{ readonly map: CacheMap; readonly complete: boolean }>): Stop | undefined;
  load(record: CacheRecord, via: 'definition' | 'content', done: Done<CachedResult>): Stop | undefined;
  /** One record for each output. */
  execute(inputs: readonly CachedResult[], done: Done<readonly (CacheRecord | undefined)[]>): Stop | undefined;
  /** Digest of what is read of an input, or nothing where only waiting for it to be there matters. */
  contentKey(input: number, result: CachedResult, done: Done<Digest | ''>): Stop | undefined;
  /** Whether an input must be unpacked before it is used. */
  readonly preparesInputs: boolean;
  /** Its edges by output; kept by the scheduler of the one build that it is part of. */
  edges?: Edge[];
}
