import type { Expander } from './expand/expand.ts';
import type { Mount } from './instruction.ts';
import { csvFields } from './go/csv.ts';
import { goLower } from './go/case.ts';
import { parseBool, parseByteSize, parseUint } from './go/number.ts';
import { goQuote } from './go/quote.ts';
import { withSuggestion } from './suggest.ts';

/** The mounts of a RUN, or the text of the first error. */
export type MountsResult = { readonly ok: true; readonly mounts: readonly Mount[] } | { readonly ok: false; readonly message: string };

type Draft = { -readonly [Key in keyof Mount]: Mount[Key] };

/** Values of `type`. */
const mountTypes = ['bind', 'cache', 'secret', 'ssh', 'tmpfs'] as const;
/** Values of `sharing`. */
const sharingModes = ['locked', 'private', 'shared'] as const;

/** Keys in the order upstream lists them for suggestions. */
const mountKeys = [
  ...['type', 'from', 'source', 'target', 'readonly', 'id', 'sharing', 'required', 'size', 'mode', 'uid', 'gid'],
  ...['src', 'dst', 'destination', 'ro', 'rw', 'readwrite', 'env'],
];

/** Values of `RUN --mount` → mounts, each value expanded first. Error texts are BuildKit's, without a prefix. */
export function evaluateMounts(values: readonly string[], expand: Expander): MountsResult {
  const mounts: Mount[] = [];
  for (const value of values) {
    const result = evaluateMount(value, expand);
    if (typeof result === 'string') return { ok: false, message: result };
    mounts.push(result);
  }
  return { ok: true, mounts };
}

/** What is wrong with a --mount before anything is expanded: bad CSV, or a variable in `from`. */
export function checkMount(value: string): string | undefined {
  const csv = csvFields(value);
  if (!csv.ok) return `failed to parse csv mounts: ${csv.message}`;
  for (const field of csv.fields) {
    const equals = field.indexOf('=');
    if (equals < 0 || goLower(field.slice(0, equals)) !== 'from') continue;
    const dollar = field.indexOf('$', equals + 1);
    if (dollar >= 0 && dollar !== field.length - 1) return "'from' doesn't support variable expansion, define alias stage instead";
  }
  return undefined;
}

function evaluateMount(text: string, expand: Expander): Mount | string {
  const csv = csvFields(text);
  if (!csv.ok) return `failed to parse csv mounts: ${csv.message}`;
  const mount: Draft = { type: 'bind', from: '', source: '', target: '', readonly: true, sizeLimit: 0, id: '', sharing: '', required: false };
  let chosen = false;
  for (const field of csv.fields) {
    const equals = field.indexOf('=');
    const key = goLower(equals < 0 ? field : field.slice(0, equals));
    const error = equals < 0 ? setWord(mount, key, field) : setValue(mount, key, field, field.slice(equals + 1), expand);
    if (error !== undefined) return error;
    if (accessKeys.has(key)) chosen = true;
  }
  if (!chosen) mount.readonly = mount.type !== 'cache' && mount.type !== 'tmpfs';
  return contradiction(mount) ?? mount;
}

const accessKeys: ReadonlySet<string> = new Set(['readonly', 'ro', 'readwrite', 'rw']);

/** A field without `=`. */
function setWord(mount: Draft, key: string, field: string): string | undefined {
  if (accessKeys.has(key)) mount.readonly = key.startsWith('reado') || key === 'ro';
  else if (key !== 'required') return `invalid field '${field}' must be a key=value pair`;
  else if (mount.type !== 'secret' && mount.type !== 'ssh') return `unexpected key '${key}' for mount type '${mount.type}'`;
  else mount.required = true;
  return undefined;
}

function setValue(mount: Draft, key: string, field: string, text: string, expand: Expander): string | undefined {
  const expanded = expand(text);
  if (!expanded.ok) return expanded.message;
  const value = expanded.word;
  switch (key) {
    case 'type': {
      const type = mountTypes.find((known) => known === goLower(value));
      if (!type) return withSuggestion(`unsupported mount type ${goQuote(value)}`, value, mountTypes);
      mount.type = type;
      return undefined;
    }
    case 'sharing': {
      const sharing = sharingModes.find((known) => known === goLower(value));
      if (!sharing) return withSuggestion(`unsupported sharing value ${goQuote(value)}`, value, sharingModes);
      mount.sharing = sharing;
      return undefined;
    }
    case 'from':
      mount.from = value;
      return undefined;
    case 'source':
    case 'src':
      mount.source = value;
      return undefined;
    case 'target':
    case 'dst':
    case 'destination':
      mount.target = value;
      return undefined;
    case 'id':
      mount.id = value;
      return undefined;
    case 'env':
      mount.env = value;
      return undefined;
    case 'readonly':
    case 'ro':
    case 'readwrite':
    case 'rw': {
      const given = parseBool(value);
      if (given === undefined) return `invalid value for ${key}: ${value}`;
      mount.readonly = key === 'readonly' || key === 'ro' ? given : !given;
      return undefined;
    }
    case 'required': {
      if (mount.type !== 'secret' && mount.type !== 'ssh') return `unexpected key '${key}' for mount type '${mount.type}'`;
      const given = parseBool(value);
      if (given === undefined) return `invalid value for ${key}: ${value}`;
      mount.required = given;
      return undefined;
    }
    case 'size': {
      if (mount.type !== 'tmpfs') return `unexpected key '${key}' for mount type '${mount.type}'`;
      const size = parseByteSize(value);
      if (size === undefined) return `invalid value for ${key}: ${value}`;
      mount.sizeLimit = size;
      return undefined;
    }
    case 'mode':
    case 'uid':
    case 'gid': {
      const number = parseUint(value, key === 'mode' ? 8 : 10);
      if (number === undefined) return `invalid value ${value} for ${key}`;
      mount[key] = number;
      return undefined;
    }
    default:
      return withSuggestion(`unexpected key '${key}' in '${field}'`, key, mountKeys);
  }
}

/** Options that do not go together. */
function contradiction(mount: Mount): string | undefined {
  if (mount.type === 'bind' || mount.type === 'tmpfs') {
    for (const key of ['mode', 'uid', 'gid'] as const) {
      if (mount[key] !== undefined) return `${key} not allowed for "${mount.type}" type mounts`;
    }
  }
  if (mount.type === 'secret') {
    if (mount.from !== '') return 'secret mount should not have a from';
    if (mount.sharing !== '') return 'secret mount should not define sharing';
    if (mount.source === '' && mount.target === '' && mount.id === '') return 'invalid secret mount. one of source, target required';
    if (mount.source !== '' && mount.id !== '') return "both source and id can't be set";
  }
  if (mount.sharing !== '' && mount.type !== 'cache') return `invalid cache sharing set for ${mount.type} mount`;
  return undefined;
}
