/** Values of single frontend options (BuildKit `dockerui/attr.go`). */
import { csvFields } from '../../dockerfile/go/csv.ts';
import { goQuote } from '../../dockerfile/go/quote.ts';
import type { ExecMeta } from '../op.ts';
import { formatIp } from './ip.ts';

type Hosts = NonNullable<ExecMeta['extraHosts']>;
type Limits = NonNullable<ExecMeta['ulimit']>;

/** Go's `strconv.ParseInt(text, 10, 64)`, as far as numbers stay exact. */
export function parseInteger(text: string): number | { readonly error: string } {
  if (!/^[+-]?\d+$/.test(text)) return { error: `strconv.ParseInt: parsing ${goQuote(text)}: invalid syntax` };
  const value = BigInt(text.replace('+', ''));
  if (value > 2n ** 63n - 1n || value < -(2n ** 63n)) return { error: `strconv.ParseInt: parsing ${goQuote(text)}: value out of range` };
  return Number(value);
}

function fieldsOf(text: string): readonly string[] | { readonly error: string } {
  const csv = text === '' ? undefined : csvFields(text);
  return csv ? (csv.ok ? csv.fields : { error: csv.message }) : [];
}

/** `host=ip,…`. */
export function parseExtraHosts(text: string): { readonly hosts: Hosts } | { readonly error: string } {
  const fields = fieldsOf(text);
  if ('error' in fields) return fields;
  const hosts: Hosts[number][] = [];
  for (const field of fields) {
    const lower = field.toLowerCase();
    const equals = lower.indexOf('=');
    if (equals < 0) return { error: `invalid key-value pair ${field}` };
    const ip = formatIp(lower.slice(equals + 1));
    if (ip === undefined) return { error: `failed to parse IP ${lower.slice(equals + 1)}` };
    hosts.push({ host: lower.slice(0, equals), IP: ip });
  }
  return { hosts };
}

/** Bytes of /dev/shm; 0 where nothing is asked. */
export function parseShmSize(text: string): number | { readonly error: string } {
  return text === '' ? 0 : parseInteger(text);
}

const limitNames = new Set('core cpu data fsize locks memlock msgqueue nice nofile nproc rss rtprio rttime sigpending stack'.split(' '));

/** `nofile=1024:2048,…` (`go-units`' `ParseUlimit`). */
export function parseUlimits(text: string): { readonly limits: Limits } | { readonly error: string } {
  const fields = fieldsOf(text);
  if ('error' in fields) return fields;
  const limits: Limits[number][] = [];
  for (const field of fields) {
    const equals = field.indexOf('=');
    if (equals < 0) return { error: `invalid ulimit argument: ${field}` };
    const name = field.slice(0, equals);
    const value = field.slice(equals + 1);
    if (!limitNames.has(name)) return { error: `invalid ulimit type: ${name}` };
    const parts = value.split(':');
    if (parts.length > 2) return { error: `too many limit value arguments - ${value}, can only have up to two, \`soft[:hard]\`` };
    const hard = parts[1] === undefined ? undefined : parseInteger(parts[1]);
    if (typeof hard === 'object') return hard;
    const soft = parseInteger(parts[0] ?? '');
    if (typeof soft === 'object') return soft;
    const most = hard ?? soft;
    if (most !== -1 && soft === -1) return { error: `ulimit soft limit must be less than or equal to hard limit: soft: -1 (unlimited), hard: ${most}` };
    if (most !== -1 && soft > most) return { error: `ulimit soft limit must be less than or equal to hard limit: ${soft} > ${most}` };
    limits.push({ Name: name, Soft: soft, Hard: most });
  }
  return { limits };
}
