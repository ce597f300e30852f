/** `docker buildx prune` and one rule of garbage collection: BuildKit `cache/manager.go: pruneOnce`. */
import type { CacheRecord, CacheStore } from '../cache-store.ts';
import { parseFilters } from './filter.ts';
import { forgetRecords } from './forget.ts';
import { sharedRecords, usageInfo } from './usage.ts';
import type { UsageInfo } from './usage.ts';

/** What may go. Bytes; 0 and absent are no limit. */
export interface PruneOptions {
  /** Also what images in the image store share. */
  readonly all?: boolean;
  /** BuildKit's own grammar; `readFilterFlags` reads what is typed for buildx. */
  readonly filters?: readonly string[];
  /** What was used within so many milliseconds stays. */
  readonly keepDuration?: number;
  /** So much may always stay (`--reserved-space`, once `--keep-storage`). */
  readonly reservedSpace?: number;
  /** No more than this shall be left (`--max-used-space`). */
  readonly maxUsedSpace?: number;
  /** So much of the disk shall be free afterwards (`--min-free-space`). */
  readonly minFreeSpace?: number;
  /** Free bytes of the disk before. */
  readonly diskFree?: number;
  /** Record ids of results that are images in the image store. */
  readonly images?: readonly string[];
}

/** What is left, and what went. */
export interface Pruned {
  readonly store: CacheStore;
  /** In the order of removal. */
  readonly removed: readonly UsageInfo[];
  /** Bytes. */
  readonly reclaimed: number;
}

/**
 * Removes what may go, from the top of the layer stacks down, since what others stand on is in use. With a limit in bytes one record
 * at a time goes, least used first, until the limit is met; without one, everything that matches.
 */
export function prune(store: CacheStore, options: PruneOptions, now: number): Pruned | { readonly error: string } {
  const filter = parseFilters(options.filters ?? []);
  if (typeof filter !== 'function') return filter;
  const shared = sharedRecords(store, options.images);
  const users = userCounts(store);
  const cutOff = now - (options.keepDuration ?? 0);
  const candidates = new Map<string, UsageInfo>();
  for (const record of store.records.values()) {
    const info = usageInfo(record, shared);
    if (!options.all && info.shared) continue;
    if (options.keepDuration && record.lastUsed > cutOff) continue;
    if (filter(info)) candidates.set(info.id, info);
  }
  const removed: UsageInfo[] = [];
  let left = privateBytes(store, shared);
  const keep = keptBytes(left, options);
  const free = new Set([...candidates.values()].filter(({ id }) => !users.get(id)));
  while (free.size > 0 && (keep === 0 || left >= keep)) {
    const batch = keep === 0 ? [...free] : [leastUsed([...free])];
    for (const info of batch) {
      free.delete(info);
      removed.push(info);
      if (!info.shared) left -= info.size;
      for (const parent of info.parents) {
        const count = (users.get(parent) ?? 0) - 1;
        users.set(parent, count);
        const candidate = candidates.get(parent);
        if (count === 0 && candidate) free.add(candidate);
      }
    }
  }
  return {
    store: forgetRecords(store, new Set(removed.map(({ id }) => id))),
    removed,
    reclaimed: removed.reduce((sum, { size }) => sum + size, 0),
  };
}

/** How many records stand on each. */
function userCounts(store: CacheStore): Map<string, number> {
  const users = new Map<string, number>();
  for (const { parents } of store.records.values()) for (const id of parents) users.set(id, (users.get(id) ?? 0) + 1);
  return users;
}

function privateBytes(store: CacheStore, shared: ReadonlySet<string>): number {
  const sizeOf = ({ id, size }: CacheRecord) => (shared.has(id) ? 0 : size);
  return [...store.records.values()].reduce((sum, record) => sum + sizeOf(record), 0);
}

/** Three limits as one; 0 is none (`calculateKeepBytes`). */
function keptBytes(total: number, { reservedSpace = 0, maxUsedSpace = 0, minFreeSpace = 0, diskFree = Infinity }: PruneOptions): number {
  if (reservedSpace === 0 && maxUsedSpace === 0 && minFreeSpace === 0) return 0;
  const excess = minFreeSpace - diskFree;
  let keep = maxUsedSpace;
  if (excess > 0) keep = keep === 0 ? total - excess : Math.min(keep, total - excess);
  else if (minFreeSpace !== 0 && keep === 0) keep = total;
  return Math.max(keep, reservedSpace);
}

/** Ranks by last use and by use count, each as a part of its greatest rank; the smallest sum goes first (`sortDeleteRecords`). */
function leastUsed(records: readonly UsageInfo[]): UsageInfo {
  const byTime = ranks(records, ({ lastUsed }) => lastUsed);
  const byCount = ranks(records, ({ usageCount }) => usageCount);
  const weight = (info: UsageInfo): number => byTime.rank(info) + byCount.rank(info);
  return records.reduce((least, info) => (weight(info) < weight(least) ? info : least));
}

function ranks(records: readonly UsageInfo[], of: (info: UsageInfo) => number): { readonly rank: (info: UsageInfo) => number } {
  const values = [...new Set(records.map(of))].sort((a, b) => a - b);
  const places = new Map(values.map((value, i) => [value, (i + 1) / values.length]));
  return { rank: (info) => places.get(of(info))! };
}
