/** `--filter key=value` as the daemon reads it (`moby/api/types/filters`). */
import { goDuration } from '../../solver/store/filter.ts';

/** Values by key, in order of typing. */
export type Filters = ReadonlyMap<string, readonly string[]>;

/** The filters of a command line, or the daemon's refusal of one that it does not know. */
export function readFilters(list: readonly string[], known: readonly string[]): Filters | { readonly error: string } {
  const filters = new Map<string, string[]>();
  for (const filter of list) {
    const equals = filter.indexOf('=');
    if (equals < 0) continue;
    const key = filter.slice(0, equals).trim().toLowerCase();
    const value = filter.slice(equals + 1).trim();
    if (!known.includes(key)) return { error: `invalid filter '${key}'` };
    filters.set(key, [...(filters.get(key) ?? []), value]);
  }
  return filters;
}

/** `key` or `key=value` of all that are asked for. */
export function labelsMatch(wanted: readonly string[], labels: Readonly<Record<string, string>>): boolean {
  return wanted.every((filter) => {
    const equals = filter.indexOf('=');
    const key = equals < 0 ? filter : filter.slice(0, equals);
    return Object.hasOwn(labels, key) && (equals < 0 || labels[key] === filter.slice(equals + 1));
  });
}

/** A truth value of a filter; undefined for a text that is none. */
export function filterTruth(value: string): boolean | undefined {
  if (value === '1' || value === 'true') return true;
  return value === '0' || value === 'false' ? false : undefined;
}

/** The moment of an `until`, `since` or `before`: a time, seconds since 1970, or how long ago (`timetypes.GetTimestamp`). */
export function moment(text: string, now: number): number | undefined {
  const ago = goDuration(text);
  if (ago !== undefined) return now - ago;
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
  if (!/^\d{4}-\d{2}-\d{2}(T|$)/.test(text)) return undefined;
  const parsed = Date.parse(/T/.test(text) && !/(Z|[-+]\d{2}:\d{2})$/.test(text) ? `${text}Z` : text);
  return Number.isNaN(parsed) ? undefined : parsed;
}
