/** Last second that RFC 3339 can write: the end of the year 9999. */
const last = 253402300799;

/** Seconds since 1970 as images have them: `2023-11-14T22:13:20Z`. Times that no year of four digits holds become the nearest that one does. */
export function epochTime(seconds: number): string {
  const within = Number.isNaN(seconds) ? 0 : Math.min(Math.max(Math.trunc(seconds), -62167219200), last);
  return new Date(within * 1000).toISOString().replace('.000Z', 'Z');
}
