/** Keeps a reactive map at the given entries, so that only the readers of keys that change are told. */
import { untrack } from 'svelte';
import type { SvelteMap } from 'svelte/reactivity';

export function follow<T>(map: SvelteMap<string, T>, entries: readonly (readonly [key: string, value: T])[]): void {
  untrack(() => {
    const keys = new Set(entries.map(([key]) => key));
    for (const key of [...map.keys()]) if (!keys.has(key)) map.delete(key);
    for (const [key, value] of entries) map.set(key, value);
  });
}
