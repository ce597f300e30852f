/** Keys while a build runs: BuildKit `solver/cachekey.go`. */
import type { Digest } from '../../fs/index.ts';

/** An input's key, narrowed by what is read of it. */
export interface SelectedKey {
  readonly selector: Digest | '';
  readonly key: CacheKey;
}

/**
 * A result's key. Without inputs it is its own text; with inputs it is the operation together with every key that each input
 * may go by, and `id` is filled in when the store is asked for it.
 */
export interface CacheKey {
  readonly digest: string;
  readonly output: number;
  /** For each input its alternatives; empty for a root key. */
  readonly inputs: readonly (readonly SelectedKey[])[];
  /** Its node in the store's link graph. */
  id?: string;
  /** Its nodes in the index of this build's edges. */
  indexIds?: readonly string[];
}

/** The id of a key without inputs. Keys of one session stay recognisable by `random:`. */
export function rootKeyId(digest: string, output: number): string {
  return `${digest}@${output}`;
}

/** Output number of keys that stand for content instead of an operation's output. */
export const contentOutput = -1;

/** The key of an operation without inputs. */
export function rootKey(digest: string, output: number): CacheKey {
  return { digest, output, inputs: [], id: rootKeyId(digest, output) };
}

/** How a link is told from the other links of a key. */
export function linkName(input: number, output: number, digest: string, selector: string): string {
  return `${input},${output},${digest},${selector}`;
}
