/** JSON as Go's `encoding/json` writes it, where it differs from JavaScript's: HTML escaping, sorted maps, absent empty fields. */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

const escapes: Readonly<Record<string, string>> = { '<': '\\u003c', '>': '\\u003e', '&': '\\u0026', '\u2028': '\\u2028', '\u2029': '\\u2029' };

/** A text with quotes: `a<b` → `"a\u003cb"`. Lone surrogates become U+FFFD as in Go. */
export function quoteJson(text: string): string {
  return JSON.stringify(text.replace(/\p{Surrogate}/gu, '\ufffd')).replace(/[<>&\u2028\u2029]/g, (character) => escapes[character] ?? character);
}

/** A value on one line, object keys in the order they have. */
export function compactJson(value: Json): string {
  if (typeof value === 'string') return quoteJson(value);
  if (Array.isArray(value)) return `[${value.map(compactJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const fields = Object.entries(value).flatMap(([key, field]) => (field === undefined ? [] : [`${quoteJson(key)}:${compactJson(field)}`]));
  return `{${fields.join(',')}}`;
}

/** A value as Go's `MarshalIndent(v, "", "  ")` writes it, object keys in the order they have. */
export function indentJson(value: Json, indent = ''): string {
  if (typeof value === 'string' || value === null || typeof value !== 'object') return compactJson(value);
  const inner = `${indent}  `;
  const items = Array.isArray(value)
    ? value.map((item: Json) => indentJson(item, inner))
    : Object.entries(value).flatMap(([key, field]) => (field === undefined ? [] : [`${quoteJson(key)}: ${indentJson(field as Json, inner)}`]));
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return items.length === 0 ? `${open}${close}` : `${open}\n${items.map((item) => inner + item).join(',\n')}\n${indent}${close}`;
}

/** The same entries with keys in byte order, as Go writes a map. */
export function sortedMap<T>(map: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
