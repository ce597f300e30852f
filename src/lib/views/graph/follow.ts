/** Keeps a reactive map at the given entries, so that only the readers of keys that change are told. */
import { untrack } from 'svelte';
import type { SvelteMap, SvelteSet } from 'svelte/reactivity';

export function follow<T>(map: SvelteMap<string, T>, entries: readonly (readonly [key: string, value: T])[]): void {
  untrack(() => {
    const keys = new Set(entries.map(([key]) => key));
    for (const key of [...map.keys()]) if (!keys.has(key)) map.delete(key);
    for (const [key, value] of entries) if (map.get(key) !== value) map.set(key, value);
  });
}

/** The same for a set. */
export function followSet<T>(set: SvelteSet<T>, members: readonly T[]): void {
  untrack(() => {
    for (const member of [...set]) if (!members.includes(member)) set.delete(member);
    for (const member of members) set.add(member);
  });
}
