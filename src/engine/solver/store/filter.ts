/** `--filter` of `docker buildx du` and `prune`, and the filters of garbage collection: containerd's `filters`, BuildKit's `adaptUsageInfo`. */
import type { UsageInfo } from './usage.ts';

/** A field of a record as filters see it, and whether it is there at all. */
type Field = readonly [value: string, present: boolean];

/** Decides about a record. */
export type UsageFilter = (info: UsageInfo) => boolean;

function fieldOf(info: UsageInfo, name: string): Field {
  switch (name) {
    case 'id':
      return [info.id, info.id !== ''];
    case 'parents':
      return [info.parents.join(';'), info.parents.length > 0];
    case 'description':
      return [info.description, info.description !== ''];
    case 'inuse':
      return ['', !info.reclaimable];
    case 'mutable':
      return ['', info.mutable];
    case 'immutable':
      return ['', !info.mutable];
    case 'type':
      return [info.type, true];
    case 'shared':
      return ['', info.shared];
    case 'private':
      return ['', !info.shared];
    default:
      return ['', false];
  }
}

/** One of several expressions has to hold (`filters.ParseAll`); with none everything matches. */
export function parseFilters(texts: readonly string[]): UsageFilter | { readonly error: string } {
  const all: UsageFilter[] = [];
  for (const text of texts) {
    const filter = parseFilter(text);
    if (typeof filter !== 'function') return { error: `failed to parse prune filters [${texts.join(' ')}]: ${filter.error}` };
    all.push(filter);
  }
  return all.length === 0 ? () => true : (info) => all.some((filter) => filter(info));
}

/** What `type==source.local,id~="^a"` is made of; the value of an operator may be quoted. */
const selector = /([a-zA-Z0-9_-]+)(?:(==|!=|~=)("(?:[^"\\]|\\.)*"|[^",]*))?(,|$)/y;

/** Every part between commas has to hold: `field`, `field==value`, `field!=value`, `field~=pattern`. */
function parseFilter(text: string): UsageFilter | { readonly error: string } {
  const parts: UsageFilter[] = [];
  if (text === '') return () => true;
  selector.lastIndex = 0;
  for (let at = 0; at < text.length; at = selector.lastIndex) {
    const match = selector.exec(text);
    if (!match) return { error: `filters: parse error: [${text.slice(0, at)} >|${text.slice(at)}|< ]: expected field or operator: invalid argument` };
    const part = condition(match[1]!, match[2], unquoted(match[3] ?? ''));
    if (typeof part !== 'function') return part;
    parts.push(part);
  }
  return (info) => parts.every((part) => part(info));
}

const unquoted = (value: string): string => (value.startsWith('"') ? value.slice(1, -1).replace(/\\(.)/g, '$1') : value);

function condition(name: string, operator: string | undefined, value: string): UsageFilter | { readonly error: string } {
  switch (operator) {
    case undefined:
      return (info) => fieldOf(info, name)[1];
    case '==':
      return (info) => fieldOf(info, name)[1] && fieldOf(info, name)[0] === value;
    case '!=':
      return (info) => fieldOf(info, name)[0] !== value;
    default: {
      const found = pattern(value);
      return found ? (info) => fieldOf(info, name)[1] && found(fieldOf(info, name)[0]) : { error: `filters: invalid regular expression: ${value}` };
    }
  }
}

/** Letters, dots, `.*` and anchors, which is what ids and descriptions are searched with. With more a search could take for ever. */
function pattern(text: string): ((value: string) => boolean) | undefined {
  if (text.length > 500) return undefined;
  const pieces = text.replace(/^\^/, '').replace(/\$$/, '').split('.*');
  if (pieces.some((piece) => /[\\^$*+?()[\]{}|]/.test(piece))) return undefined;
  const last = pieces.length - 1;
  // Each piece at its earliest place is right for `.*` between them; only the last one may have to be at the end.
  const search = pieces.map((piece, i) => new RegExp(`${i === 0 && text.startsWith('^') ? '^' : ''}${piece}${i === last && text.endsWith('$') ? '$' : ''}`, 's'));
  return (value) => {
    let rest = value;
    for (const piece of search) {
      const found = piece.exec(rest);
      if (!found) return false;
      rest = rest.slice(found.index + found[0].length);
    }
    return true;
  };
}

/** `--filter until=24h,type=regular` as typed for buildx → a filter of the builder and a duration (buildx `commands/prune.go`). */
export function readFilterFlags(flags: readonly string[]): { readonly filters: readonly string[]; readonly until?: number } | { readonly error: string } {
  const values = new Map<string, Set<string>>();
  for (const flag of flags) {
    const at = flag.indexOf('=');
    if (at < 0) return { error: `invalid argument "${flag}" for "--filter" flag: bad format of filter (expected name=value)` };
    const name = flag.slice(0, at).trim().toLowerCase();
    const set = values.get(name) ?? new Set();
    values.set(name, set.add(flag.slice(at + 1).trim()));
  }
  if (values.has('until') && values.has('unused-for')) return { error: 'conflicting filters "until" and "unused-for"' };
  const key = values.has('unused-for') ? 'unused-for' : 'until';
  const filters: string[] = [];
  let until: number | undefined;
  for (const [name, [value = '', second]] of values) {
    if (second !== undefined) return { error: `"${name}" filter expects only one value` };
    if (name === key) {
      until = goDuration(value);
      if (until === undefined) return { error: `"${key}" filter expects a duration (e.g., '24h'): time: invalid duration "${value}"` };
    } else if (name === 'id') filters.push(`id~=${value}`);
    else filters.push(/[!~]$/.test(name) ? `${name}=${value}` : `${name}==${value}`);
  }
  return { filters: filters.length > 0 ? [filters.join(',')] : [], ...(until !== undefined && { until }) };
}

const units: Readonly<Record<string, number>> = { ns: 1e-6, us: 1e-3, µs: 1e-3, μs: 1e-3, ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** Go's `time.ParseDuration`, in milliseconds; undefined where it is none. */
export function goDuration(text: string): number | undefined {
  const sign = text.startsWith('-') ? -1 : 1;
  const rest = text.replace(/^[-+]/, '');
  if (rest === '0') return 0;
  if (!/^(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/.test(rest)) return undefined;
  let sum = 0;
  for (const [, number = '', unit = ''] of rest.matchAll(/(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g)) sum += Number(number) * units[unit]!;
  return Number.isFinite(sum) ? sign * sum : undefined;
}
