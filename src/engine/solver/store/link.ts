/** Links of the store's key graph, read backwards. */
import type { CacheStore } from '../cache-store.ts';

/** How a key is reached: from which key, as which input, and by which operation. */
export interface BackLink {
  readonly from: string;
  readonly input: number;
  readonly output: number;
  readonly digest: string;
  readonly selector: string;
}

const known = new WeakMap<CacheStore['links'], ReadonlyMap<string, readonly BackLink[]>>();

/** For each key the links that lead to it; kept with the links (BuildKit `WalkBacklinks`). */
export function backLinks(links: CacheStore['links']): ReadonlyMap<string, readonly BackLink[]> {
  const memo = known.get(links);
  if (memo) return memo;
  const back = new Map<string, BackLink[]>();
  for (const [from, byName] of links) {
    for (const [name, targets] of byName) {
      const [input = '', output = '', digest = '', selector = ''] = name.split(',');
      const link = { from, input: Number(input), output: Number(output), digest, selector };
      for (const target of targets) {
        const list = back.get(target);
        if (list) list.push(link);
        else back.set(target, [link]);
      }
    }
  }
  known.set(links, back);
  return back;
}
