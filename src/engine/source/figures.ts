/**
 * Numbers as the interface writes them. Units are decimal as in BuildKit's output. The space before a unit is a narrow
 * no-break space; pass `' '` where the text is set in mono.
 */

const NARROW_SPACE = '\u202f';
const BYTE_UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** Milliseconds → `0.1 s`, `6.8 s`, and from 100 s on `1 min 42 s`. */
export function formatDuration(ms: number, space: string = NARROW_SPACE): string {
  const tenths = Math.round(Math.max(0, ms) / 100);
  if (tenths < 1000) return `${(tenths / 10).toFixed(1)}${space}s`;
  const seconds = Math.round(Math.max(0, ms) / 1000);
  return `${formatCount(Math.floor(seconds / 60))}${space}min ${seconds % 60}${space}s`;
}

/** Bytes → `0 B`, `24.3 kB`, `7.8 MB`. `decimals` is 2 in the registry and in terminal output. */
export function formatBytes(bytes: number, space: string = NARROW_SPACE, decimals = 1): string {
  let value = Math.max(0, bytes);
  let unit = 0;
  while (unit < BYTE_UNITS.length - 1 && (unit === 0 ? Math.round(value) : Number(value.toFixed(decimals))) >= 1000) {
    value /= 1000;
    unit++;
  }
  return `${unit === 0 ? Math.round(value) : value.toFixed(decimals)}${space}${BYTE_UNITS[unit]}`;
}

/** A signed difference of bytes: `+8 B`, `−1.2 kB`, `+0 B`; the minus is the real minus sign. */
export function formatBytesChange(bytes: number, space: string = NARROW_SPACE): string {
  return `${bytes < 0 ? '−' : '+'}${formatBytes(Math.abs(bytes), space)}`;
}

/** The first twelve hex digits of a digest, without its algorithm. */
export function shortDigest(digest: string): string {
  return digest.slice(digest.indexOf(':') + 1).slice(0, 12);
}

/** Thousands with a comma: `1,312`. */
export function formatCount(count: number): string {
  return String(Math.trunc(count)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1 step`, `6 steps`. */
export function countOf(count: number, one: string, many: string = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** Bytes to the last one: `1,312 B`. */
export function exactBytes(bytes: number, space: string = NARROW_SPACE): string {
  return `${formatCount(bytes)}${space}B`;
}
