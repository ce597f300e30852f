/** Numbers as the interface writes them, in the reader's language. What Docker prints has the engine's own forms instead. */
import { formatCount as englishCount } from '#engine/source/figures.ts';
import { withSigns } from '#messages/figures.ts';
import { figure, language } from '#messages/index.ts';

export { shortDigest } from '#engine/source/figures.ts';

/** Milliseconds → `6.8 s`, `6,8 s` in German. */
export const formatDuration = (milliseconds: number): string => figure({ milliseconds });

/** Bytes → `24.3 kB`; two decimals in the registry. */
export const formatBytes = (bytes: number, decimals?: number): string => figure({ bytes, ...(decimals !== undefined && { decimals }) });

/** A signed difference of bytes: `+8 B`. */
export const formatBytesChange = (bytesChange: number): string => figure({ bytesChange });

/** Bytes to the last one: `1,312 B`. */
export const exactBytes = (bytes: number): string => figure({ exactBytes: bytes });

/** Thousands apart: `1,312`. */
export const formatCount = (count: number): string => withSigns(englishCount(count), language().signs);

/** `1 step`, `6 steps`, in English. */
export const countOf = (count: number, one: string, many: string = `${one}s`): string => `${formatCount(count)} ${count === 1 ? one : many}`;
