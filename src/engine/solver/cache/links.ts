/** The names of the links that lead to an operation's keys: long texts that every lookup needs, put together once. */
import type { CacheMap } from '../keys/cache-map.ts';
import { linkName } from './cache-key.ts';

/** For one input. */
export interface InputLinks {
  /** From the input's own keys. */
  readonly selected: string;
  /** From the digest of what is read of it. */
  readonly content: string;
}

const known = new WeakMap<CacheMap, (readonly InputLinks[])[]>();

/** By input; kept with the operation's key, which an unchanged Dockerfile keeps. */
export function linksOf(map: CacheMap, output: number): readonly InputLinks[] {
  let outputs = known.get(map);
  if (!outputs) known.set(map, (outputs = []));
  return (outputs[output] ??= map.deps.map(({ selector }, input) => ({
    selected: linkName(input, output, map.digest, selector),
    content: linkName(input, output, map.digest, ''),
  })));
}
