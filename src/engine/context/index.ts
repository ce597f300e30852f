/** The build context: which ignore file counts, what it lets through, what travels and what the builder then has. */
export { findIgnoreFile, readIgnoreFile } from './ignore-file.ts';
export type { IgnoreFile, IgnorePattern } from './ignore-file.ts';
export { filterContext, sendContext } from './filter.ts';
export type { FilterOptions } from './filter.ts';
export { followPaths } from './follow-paths.ts';
export { receive, transferSize } from './receive.ts';
export type { Received } from './receive.ts';
export { packetBytes } from './packets.ts';
export { withUmask } from './checkout.ts';
export { xray } from './xray.ts';
export type { IgnoreDecision, IgnoreRule, IgnoreXray } from './xray.ts';
export { compilePatterns } from '../fs/index.ts';
export type { Matcher } from '../fs/index.ts';
