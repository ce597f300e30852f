/** Values that templates see: an object is a Go struct with its fields in order, a `Map` a Go map. */

/** See above. */
export type Value = null | undefined | boolean | number | string | readonly Value[] | ReadonlyMap<string, Value> | { readonly [field: string]: Value };

/** Whether a value is a Go slice. */
export const isList = (value: Value): value is readonly Value[] => Array.isArray(value);
/** Whether a value is a Go map. */
export const isMap = (value: Value): value is ReadonlyMap<string, Value> => value instanceof Map;
/** Whether a value is a Go struct. */
export const isStruct = (value: Value): value is { readonly [field: string]: Value } => typeof value === 'object' && value !== null && !isList(value) && !isMap(value);

const byKey = ([a]: readonly [string, Value], [b]: readonly [string, Value]): number => (a < b ? -1 : 1);

/** Fields of a struct, or entries of a map by key. */
export function entriesOf(value: ReadonlyMap<string, Value> | { readonly [field: string]: Value }): readonly (readonly [string, Value])[] {
  return isMap(value) ? [...value].sort(byKey) : Object.entries(value);
}

/** A value as Go's `%v` prints it. */
export function printed(value: Value): string {
  if (value === null) return '<nil>';
  if (value === undefined) return '<no value>';
  if (typeof value !== 'object') return String(value);
  if (isList(value)) return `[${value.map(printed).join(' ')}]`;
  if (isMap(value)) return `map[${entriesOf(value).map(([key, field]) => `${key}:${printed(field)}`).join(' ')}]`;
  return `{${entriesOf(value).map(([, field]) => printed(field)).join(' ')}}`;
}

const html: Readonly<Record<string, string>> = { '<': '\\u003c', '>': '\\u003e', '&': '\\u0026' };

/** A value as `encoding/json` writes it; `<`, `>` and `&` as escapes where asked for. Undefined fields are left out. */
export function toJson(value: Value, escapes = false, indent = '', at = ''): string {
  if (value === undefined || value === null) return 'null';
  if (typeof value === 'string') return quoted(value, escapes);
  if (typeof value !== 'object') return String(value);
  const inner = at + indent;
  const parts = isList(value)
    ? value.map((item) => toJson(item, escapes, indent, inner))
    : entriesOf(value).flatMap(([key, field]) => (field === undefined ? [] : [`${quoted(key, escapes)}:${indent === '' ? '' : ' '}${toJson(field, escapes, indent, inner)}`]));
  const [open, close] = isList(value) ? ['[', ']'] : ['{', '}'];
  if (parts.length === 0) return open + close;
  return indent === '' ? open + parts.join(',') + close : `${open}\n${parts.map((part) => inner + part).join(',\n')}\n${at}${close}`;
}

function quoted(text: string, escapes: boolean): string {
  const json = JSON.stringify(text).replace(/[\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`);
  return escapes ? json.replace(/[<>&]/g, (character) => html[character] ?? character) : json;
}

/** Parsed JSON as a value whose objects are maps, as Go reads it without a type. */
export function fromJson(json: unknown): Value {
  if (Array.isArray(json)) return json.map(fromJson);
  if (typeof json === 'object' && json !== null) return new Map(Object.entries(json).map(([key, field]) => [key, fromJson(field)]));
  return typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean' ? json : null;
}
