/** JSON files of the JavaScript world: manifests, lock files, and settings with comments in them. */
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** A file's object; the parser's words where it is not JSON; undefined where it is missing. */
export type JsonFile = { readonly value: JsonObject } | { readonly error: string } | undefined;

export function objectOf(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The texts of a list; none where it is something else. */
export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

export function parseJson(text: string): Exclude<JsonFile, undefined> {
  try {
    return { value: objectOf(JSON.parse(text.replace(/^\xef\xbb\xbf/, ''))) };
  } catch (fault) {
    return { error: fault instanceof Error ? fault.message : 'not JSON' };
  }
}

export function readJson(process: Process, path: string): JsonFile {
  const { value: text } = attempt(() => process.readFile(path));
  return text === undefined ? undefined : parseJson(text);
}

/** JSON with comments and trailing commas, as `tsconfig.json` and `bun.lock` are written. */
export function readJsonc(process: Process, path: string): JsonFile {
  const { value: text } = attempt(() => process.readFile(path));
  return text === undefined ? undefined : parseJson(plainJson(text));
}

/** The text without comments and trailing commas; strings are left alone. */
export function plainJson(text: string): string {
  const bare = text.replace(/"(?:\\.|[^"\\])*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (part) => (part[0] === '"' ? part : ''));
  return bare.replace(/"(?:\\.|[^"\\])*"|,(?=\s*[\]}])/g, (part) => (part === ',' ? '' : part));
}
