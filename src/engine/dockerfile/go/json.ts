import { wellFormed } from './bytes.ts';

const maxDepth = 10000;

/**
 * What `json.Unmarshal` into a list makes of a text that starts with `[`: its strings, `not-strings` where it is JSON but
 * holds something else, `undefined` where it is not JSON.
 */
export function parseStringArray(text: string): readonly string[] | 'not-strings' | undefined {
  return readStrings(text) ?? (isJson(text) ? 'not-strings' : undefined);
}

/** The usual case without building values: `["a", "b"]`, and nothing else. */
function readStrings(text: string): string[] | undefined {
  const strings: string[] = [];
  let at = skipJsonSpace(text, 1);
  if (text[at] !== ']') {
    for (;;) {
      const to = stringEnd(text, at);
      if (to < 0) return undefined;
      const string = stringValue(text.slice(at, to));
      if (string === undefined) return undefined;
      strings.push(string);
      at = skipJsonSpace(text, to);
      if (text[at] === ']') break;
      if (text[at] !== ',') return undefined;
      at = skipJsonSpace(text, at + 1);
    }
  }
  return skipJsonSpace(text, at + 1) === text.length ? strings : undefined;
}

function skipJsonSpace(text: string, at: number): number {
  for (; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c !== 32 && c !== 9 && c !== 10 && c !== 13) break;
  }
  return at;
}

/** The end of the JSON string at `at`, behind its closing quote; -1 where there is none. */
export function stringEnd(text: string, at: number): number {
  if (text[at] !== '"') return -1;
  for (at++; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === 34) return at + 1;
    if (c === 92) at++;
    else if (c < 32) return -1;
  }
  return -1;
}

function stringValue(quoted: string): string | undefined {
  if (!quoted.includes('\\')) return wellFormed(quoted.slice(1, -1));
  try {
    return wellFormed(JSON.parse(quoted) as string);
  } catch {
    return undefined;
  }
}

/** Whether Go would decode it: no number beyond a float64, and at most 10,000 levels. */
function isJson(text: string): boolean {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return false;
  }
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    const next: unknown[] = [];
    for (const item of level) {
      if (typeof item === 'number' && !Number.isFinite(item)) return false;
      if (typeof item !== 'object' || item === null) continue;
      if (depth === maxDepth) return false;
      for (const inner of Object.values(item)) next.push(inner);
    }
    level = next;
  }
  return true;
}

/** The string under `key` of a text that is one JSON object. */
export function jsonObjectString(text: string, key: string): string | undefined {
  if (!/^[\t\n\r ]*\{/.test(text) || !isJson(text)) return undefined;
  const object = JSON.parse(text) as Record<string, unknown>;
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  return typeof value === 'string' ? wellFormed(value) : undefined;
}
