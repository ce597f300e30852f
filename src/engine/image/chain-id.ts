import { sha256 } from '../fs/index.ts';
import type { Digest } from '../fs/node.ts';

/** Digest of a stack of layers, bottom first: `sha256("<chain below> <diffID>")` (OCI image specification, "Layer ChainID"). */
export function chainId(diffIds: readonly Digest[]): Digest {
  const [first, ...rest] = diffIds;
  return first === undefined ? sha256('') : rest.reduce((below, diffId) => sha256(`${below} ${diffId}`), first);
}
