import type { Digest } from '../../fs/index.ts';
import type { CacheRecord } from '../cache-store.ts';
import type { CacheMap } from '../keys/cache-map.ts';
import type { SolveError } from '../schedule/solve-error.ts';

/** All of a vertex's inputs at once. */
export interface Inputs {
  bring(ready: () => void): void;
  prepare(ready: () => void, reporter: Digest): void;
}

/** What a kind of operation can do. `execute` answers on the clock; what it returns stops it. */
export interface OperationKind {
  readonly preparesInputs: boolean;
  /** Its keys, first to last; only images have two. */
  cacheMaps(): readonly CacheMap[];
  execute(
    inputs: readonly (CacheRecord | undefined)[],
    done: (records: readonly (CacheRecord | undefined)[] | undefined, error?: SolveError) => void,
  ): (() => void) | undefined;
  /** Says in the stream that it looks for its source, while the first key is computed. */
  resolving?(): void;
  /** Makes the files of its result readable, where that is put off until somebody reads them; `reporter` is who reports it. */
  prepare?(ready: () => void, inputs: Inputs, reporter: Digest): void;
  /** Brings what an export of its result needs. */
  bring?(ready: () => void): void;
}
