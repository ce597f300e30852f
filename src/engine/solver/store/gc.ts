/** Garbage collection after builds: rules one after the other, with the defaults of BuildKit `cmd/buildkitd/config/gcpolicy.go`. */
import type { CacheStore } from '../cache-store.ts';
import { prune } from './prune.ts';
import type { PruneOptions, Pruned } from './prune.ts';
import type { UsageInfo } from './usage.ts';

/** Rules in their order. */
export type GcPolicy = readonly PruneOptions[];

const hour = 3_600_000;

/** The rules of a builder nobody configured, for a disk of so many bytes; 0 where its size is not known. */
export function defaultGcPolicy(diskSize: number): GcPolicy {
  const limits = {
    reservedSpace: Math.min(percent(diskSize, 10), 10e9),
    minFreeSpace: percent(diskSize, 20),
    maxUsedSpace: Math.min(percent(diskSize, 80), 100e9),
  };
  return [
    // What is easily had again goes after two days without use.
    { filters: ['type==source.local', 'type==exec.cachemount', 'type==source.git.checkout'], keepDuration: 48 * hour, maxUsedSpace: 512e6 },
    // Anything that was not used for 60 days.
    { keepDuration: 60 * 24 * hour, ...limits },
    // The limits, met with what no image shares,
    { ...limits },
    // and if that is not enough, with everything.
    { all: true, ...limits },
  ];
}

/** A part of a disk in bytes, rounded up to whole gigabytes as BuildKit does it; 2 GB of a disk nobody knows. */
function percent(diskSize: number, part: number): number {
  if (diskSize <= 0) return 2e9;
  return (Math.floor(Math.floor((diskSize * part) / 100) / 2 ** 30) + 1) * 1e9;
}

/** The store after all rules of a policy. `images` are those in the image store; `disk` the bytes free before. */
export function gc(
  store: CacheStore,
  policy: GcPolicy,
  now: number,
  options: Pick<PruneOptions, 'images' | 'diskFree'> = {},
): Pruned | { readonly error: string } {
  let left = store;
  let reclaimed = 0;
  const removed: UsageInfo[] = [];
  for (const rule of policy) {
    const free = options.diskFree === undefined ? undefined : options.diskFree + reclaimed;
    const step = prune(left, { ...options, ...rule, ...(free !== undefined && { diskFree: free }) }, now);
    if ('error' in step) return step;
    left = step.store;
    reclaimed += step.reclaimed;
    removed.push(...step.removed);
  }
  return { store: left, removed, reclaimed };
}
