/** Numbers as BuildKit's progress prints them. */

const units = ['B', 'kB', 'MB', 'GB', 'TB'];

/** `28B`, `1.23kB`: decimal units, two digits but for plain bytes. */
export function formatBytes(bytes: number): string {
  let unit = 0;
  let size = bytes;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit++;
  }
  return unit === 0 ? `${bytes}B` : `${size.toFixed(2)}${units[unit]}`;
}

/** Milliseconds → `0.1s`. */
export const formatSeconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)}s`;

/** Milliseconds → seconds with as many digits as a log line has: `0.083`, `12.50`, `130.4`. */
export function formatLogTime(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  return seconds.toFixed(seconds < 10 ? 3 : seconds < 100 ? 2 : 1);
}
