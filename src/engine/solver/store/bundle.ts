/**
 * A cache that travels: what `--cache-to` writes and `--cache-from` reads. Keys with the links between them and results, as in
 * BuildKit's `cache/remotecache/v1/spec.go`, so that a builder that shares nothing else finds the same results.
 */
import type { Snapshot } from '../snapshot.ts';

/** Where it is kept: in the image's own config, in a registry beside the image, or in a folder. */
export type BundleKind = 'inline' | 'registry' | 'local';

/** `min`: results whose layers are in the image. `max`: the result of every vertex. */
export type BundleMode = 'min' | 'max';

/** A key leads to this one where an input has it, read through a selector. */
export interface BundleLink {
  /** Which input. */
  readonly input: number;
  /** Place of the input's key in `keys`; always before the key that the link is of. */
  readonly from: number;
  readonly selector: string;
}

/** A node of the link graph. */
export interface BundleKey {
  /** Digest of the operation; of a key without links, its whole text. */
  readonly digest: string;
  readonly output: number;
  readonly links: readonly BundleLink[];
  /** Places in `results`. */
  readonly results: readonly number[];
}

/** A result with its layers. */
export interface BundleResult {
  readonly description: string;
  readonly snapshot: Snapshot;
  /** Bytes that it adds to what it stands on. */
  readonly size: number;
  /** Virtual milliseconds since 1970: kept by who imports it. */
  readonly created: number;
  /** Places in `results` of those whose layers it stands on; always before it. */
  readonly parents: readonly number[];
  /** What its vertex read, input by input; null where that does not travel. */
  readonly inputs: readonly (number | null)[];
}

/** See above. An immutable value; `bundleJson` and `readBundle` take it from one machine to another. */
export interface CacheBundle {
  readonly kind: BundleKind;
  readonly mode: BundleMode;
  /** As the log names it: `docker.io/library/app:cache`. */
  readonly name: string;
  /** Inputs before those that read them. */
  readonly keys: readonly BundleKey[];
  readonly results: readonly BundleResult[];
}

/** Which records of the store a build came to. */
export interface KeptResults {
  /** Record ids of the results that became images. */
  readonly images: readonly string[];
  /** Record ids of the results of all its vertices, as far as they are known. */
  readonly vertices: readonly string[];
}
