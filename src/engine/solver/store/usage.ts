/** What a builder's cache holds, as `docker buildx du --verbose` lists it: BuildKit `cache/manager.go: DiskUsage`. */
import type { CacheRecord, CacheStore, RecordType } from '../cache-store.ts';
import { parseFilters } from './filter.ts';

/** One record of the list. */
export interface UsageInfo {
  readonly id: string;
  readonly parents: readonly string[];
  /** Virtual milliseconds since 1970. */
  readonly created: number;
  readonly mutable: boolean;
  /** No build has it in use. */
  readonly reclaimable: boolean;
  /** Its layers are also those of an image in the image store, which keeps them on the disk. */
  readonly shared: boolean;
  /** Bytes that it adds to what it stands on, uncompressed. */
  readonly size: number;
  readonly description: string;
  readonly usageCount: number;
  readonly lastUsed: number;
  readonly type: RecordType;
}

/** The list and its sums, bytes. */
export interface DiskUsage {
  /** Smallest first, as buildx prints them. */
  readonly records: readonly UsageInfo[];
  readonly shared: number;
  readonly private: number;
  readonly reclaimable: number;
  readonly total: number;
}

/** What to list. */
export interface UsageOptions {
  /** BuildKit's own grammar: `type==regular,shared`. One of several has to match. */
  readonly filters?: readonly string[];
  /** Record ids of results that are images in the image store: their layers are shared. */
  readonly images?: readonly string[];
}

/** The records of a store with their sums; an error where a filter cannot be read. */
export function diskUsage(store: CacheStore, options: UsageOptions = {}): DiskUsage | { readonly error: string } {
  const filter = parseFilters(options.filters ?? []);
  if (typeof filter !== 'function') return filter;
  const shared = sharedRecords(store, options.images);
  const records = [...store.records.values()].map((record) => usageInfo(record, shared)).filter(filter);
  records.sort((a, b) => a.size - b.size || (a.id < b.id ? -1 : 1));
  const sum = (list: readonly UsageInfo[]) => list.reduce((bytes, { size }) => bytes + size, 0);
  const total = sum(records);
  const inImages = sum(records.filter((record) => record.shared));
  return { records, shared: inImages, private: total - inImages, reclaimable: sum(records.filter(({ reclaimable }) => reclaimable)), total };
}

/** A record as the list and the filters see it. */
export function usageInfo(record: CacheRecord, shared: ReadonlySet<string>): UsageInfo {
  const { id, parents, created, size, description, usageCount, lastUsed, type } = record;
  return {
    id, parents, created, size, description, usageCount, lastUsed, type,
    mutable: type !== 'regular',
    reclaimable: true,
    shared: shared.has(id),
  };
}

/** The records that images are made of, and all that those stand on. */
export function sharedRecords(store: CacheStore, images: readonly string[] = []): ReadonlySet<string> {
  const shared = new Set<string>();
  const pending = [...images];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (shared.has(id)) continue;
    shared.add(id);
    pending.push(...(store.records.get(id)?.parents ?? []));
  }
  return shared;
}
