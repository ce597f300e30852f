/** Keys while a build runs: BuildKit `solver/cachekey.go`. */

/** An input's key, narrowed by what is read of it: the name of the link by which it leads on. */
export interface SelectedKey {
  readonly key: CacheKey;
  readonly link: string;
}

/**
 * A result's key. Without inputs it is its own text; with inputs it is the operation together with every key that each input
 * may go by, and `id` is filled in when the store is asked for it. All have the same fields: a large build makes thousands.
 */
export interface CacheKey {
  readonly digest: string;
  readonly output: number;
  /** For each input its alternatives; empty for a root key. */
  readonly inputs: readonly (readonly SelectedKey[])[];
  /** Its node in the store's link graph. */
  id: string | undefined;
  /** Its nodes in the index of this build's edges. */
  indexed: readonly IndexNode[] | undefined;
}

/** A key in the index of one build's edges; what an edge is, the index alone knows. */
export interface IndexNode {
  edge: unknown;
  /** By link: the nodes that it leads to. */
  readonly links: Map<string, IndexNode[]>;
}

const noInputs: CacheKey['inputs'] = [];

/** A key that nothing was asked about yet. */
export function newKey(digest: string, output: number, inputs: CacheKey['inputs'], id?: string): CacheKey {
  return { digest, output, inputs, id, indexed: undefined };
}

/** A key of which only the node in the store is known, or that has no inputs. */
export function keyOfId(digest: string, output: number, id: string): CacheKey {
  return newKey(digest, output, noInputs, id);
}

/** The id of a key without inputs. Keys of one session stay recognisable by `random:`. */
export function rootKeyId(digest: string, output: number): string {
  return `${digest}@${output}`;
}

/** Output number of keys that stand for content instead of an operation's output. */
export const contentOutput = -1;

/** The key of an operation without inputs. */
export function rootKey(digest: string, output: number): CacheKey {
  return keyOfId(digest, output, rootKeyId(digest, output));
}

/** How a link is told from the other links of a key. */
export function linkName(input: number, output: number, digest: string, selector: string): string {
  return `${input},${output},${digest},${selector}`;
}
