/** What a builder's cache can do beside serving builds: travel, be looked at, be cleaned up. Pure functions on the store. */
export type { BundleKey, BundleKind, BundleMode, BundleResult, CacheBundle, KeptResults } from './bundle.ts';
export { bundleJson } from './bundle-json.ts';
export { exportCache } from './export-cache.ts';
export type { ExportOptions } from './export-cache.ts';
export { readFilterFlags } from './filter.ts';
export { defaultGcPolicy, gc } from './gc.ts';
export type { GcPolicy } from './gc.ts';
export { importCache } from './import-cache.ts';
export { prune } from './prune.ts';
export type { Pruned, PruneOptions } from './prune.ts';
export { readBundle } from './read-bundle.ts';
export { transferSize } from './transfer-size.ts';
export { diskUsage } from './usage.ts';
export type { DiskUsage, UsageInfo, UsageOptions } from './usage.ts';
