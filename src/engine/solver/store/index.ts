/** What a builder’s cache can do beside serving builds: travel from one machine to another. */
export type { BundleKey, BundleKind, BundleMode, BundleResult, CacheBundle, KeptResults } from './bundle.ts';
export { bundleJson } from './bundle-json.ts';
export { exportCache } from './export-cache.ts';
export type { ExportOptions } from './export-cache.ts';
export { importCache } from './import-cache.ts';
export { readBundle } from './read-bundle.ts';
export { transferSize } from './transfer-size.ts';
