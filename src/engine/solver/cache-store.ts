/**
 * The build cache as an immutable value. A build reads one and gives another; the old one stays valid, so that a prediction
 * is a build whose store nobody keeps. Keys and the links between them are BuildKit's `solver/cachemanager.go`: a key without
 * inputs is its text, every other key is a node that is reached from each of its inputs by a link.
 */
import type { Received } from '../context/index.ts';
import type { Digest } from '../fs/node.ts';
import type { Snapshot } from './snapshot.ts';

/** `regular`: a layer; `source.local`: the files a client sent; `exec.cachemount`: a cache mount. The words of `docker buildx du`. */
export type RecordType = 'regular' | 'source.local' | 'exec.cachemount';

/** One result in the cache, as `docker buildx du --verbose` lists it. */
export interface CacheRecord {
  readonly id: string;
  readonly type: RecordType;
  /** `pulled from docker.io/library/golang:1.22@sha256:…`, `mount / from exec /bin/sh -c go build`, `local source for context`. */
  readonly description: string;
  readonly snapshot: Snapshot;
  /** Ids of the records whose layers it stands on. */
  readonly parents: readonly string[];
  /** Ids of what the vertex read when this was made, input by input; absent where an input was empty. */
  readonly inputs: readonly (string | undefined)[];
  /** Number of the build that made it; 0 where it was made elsewhere. */
  readonly build: number;
  /** Name of the cache that it was imported from. */
  readonly imported?: string;
  /** Bytes that it adds to what it stands on. */
  readonly size: number;
  /** Virtual milliseconds since 1970. */
  readonly created: number;
  readonly lastUsed: number;
  readonly usageCount: number;
}

/** What is kept of a client's folder, so that only changes travel: BuildKit's mutable snapshot of a local source. */
export interface LocalSource {
  readonly received: Received;
  readonly record: string;
}

/** All that a builder keeps from one build to the next. */
export interface CacheStore {
  /** By id. */
  readonly records: ReadonlyMap<string, CacheRecord>;
  /** Ids of records by key. */
  readonly results: ReadonlyMap<string, readonly string[]>;
  /** By parent key, then by link (input, output, operation, selector): the keys it leads to. */
  readonly links: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
  /** By name of the folder. */
  readonly sources: ReadonlyMap<string, LocalSource>;
  /** Digests of the base images' blobs that are on this machine and need not be pulled again. */
  readonly blobs: ReadonlySet<Digest>;
  /** Digests of those that were unpacked too; what is only exported need not be. */
  readonly unpacked: ReadonlySet<Digest>;
  /** Record ids of cache mounts, by mount id. */
  readonly mounts: ReadonlyMap<string, string>;
  /** The next number for an id. */
  readonly serial: number;
}

/** A cache with nothing in it. */
export const emptyStore: CacheStore = {
  records: new Map(),
  results: new Map(),
  links: new Map(),
  sources: new Map(),
  blobs: new Set(),
  unpacked: new Set(),
  mounts: new Map(),
  serial: 1,
};
