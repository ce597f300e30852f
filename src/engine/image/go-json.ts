/** JSON as Go's `encoding/json` writes it, where it differs from JavaScript's: HTML escaping, maps sorted by key, absent empty fields. */
import { compareNames } from '../fs/index.ts';

/** A value with its fields in order; undefined fields are left out. A `Map` is written sorted by its keys. */
export type Json = null | boolean | number | string | readonly Json[] | ReadonlyMap<string, Json> | { readonly [key: string]: Json | undefined };

const escapes: Readonly<Record<string, string>> = { '<': '\\u003c', '>': '\\u003e', '&': '\\u0026', '\u2028': '\\u2028', '\u2029': '\\u2029' };

/** A text with quotes: `a<b` → `"a\u003cb"`. What is no UTF-8 becomes U+FFFD, as in Go. */
export function quoteJson(text: string): string {
  return JSON.stringify(text.replace(/\p{Surrogate}/gu, '\ufffd')).replace(/[<>&\u2028\u2029]/g, (character) => escapes[character] ?? character);
}

/** A value on one line (`json.Marshal`). */
export function compactJson(value: Json): string {
  if (typeof value === 'string') return quoteJson(value);
  if (value === null || typeof value !== 'object') return String(value);
  if (isList(value)) return `[${value.map(compactJson).join(',')}]`;
  return `{${fieldsOf(value).map(([key, field]) => `${quoteJson(key)}:${compactJson(field)}`).join(',')}}`;
}

/** A value with one field a line (`json.MarshalIndent(v, "", "  ")`). */
export function indentJson(value: Json, indent = ''): string {
  if (value === null || typeof value !== 'object') return compactJson(value);
  const inner = `${indent}  `;
  const items = isList(value) ? value.map((item) => indentJson(item, inner)) : fieldsOf(value).map(([key, field]) => `${quoteJson(key)}: ${indentJson(field, inner)}`);
  const [open, close] = isList(value) ? ['[', ']'] : ['{', '}'];
  return items.length === 0 ? open + close : `${open}\n${items.map((item) => inner + item).join(',\n')}\n${indent}${close}`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function fieldsOf(value: ReadonlyMap<string, Json> | { readonly [key: string]: Json | undefined }): readonly (readonly [string, Json])[] {
  if (value instanceof Map) return [...(value as ReadonlyMap<string, Json>)].sort(([a], [b]) => compareNames(a, b));
  return Object.entries(value as { readonly [key: string]: Json | undefined }).flatMap(([key, field]) => (field === undefined ? [] : [[key, field] as const]));
}

/** A record as a map, or undefined where it is empty (`omitempty`). */
export function mapOf(record: Readonly<Record<string, Json>> | undefined): ReadonlyMap<string, Json> | undefined {
  const entries = Object.entries(record ?? {});
  return entries.length === 0 ? undefined : new Map(entries);
}
