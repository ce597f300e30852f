/** The pieces that the schemas of a lesson's files are made of: strict mappings, and texts with a form of their own. */
import * as v from 'valibot';
import { suggest } from '#engine/dockerfile/suggest.ts';
import { choice } from './choice.ts';

/** A mapping with these keys and no others; what is wrong with a key is said with the keys that there are. */
export function shape<const E extends v.ObjectEntries>(entries: E) {
  const keys = Object.keys(entries);
  return v.strictObject(entries, (issue) => keyMessage(issue, keys));
}

function keyMessage(issue: v.StrictObjectIssue, keys: readonly string[]): string {
  const item = issue.path?.at(-1);
  const atKey = item?.origin === 'key';
  if (!atKey || Array.isArray(item.input)) return `wants a mapping with ${inWords(keys.map(code))}`;
  const key = String(item.key);
  if (issue.expected !== 'never') return `${code(key)} is missing`;
  if (key.includes(' ')) return `unknown key ${code(key)}; a text with a comma or a colon stands in quotes`;
  const near = suggest(key, keys);
  return near === undefined ? `unknown key ${code(key)}; known here: ${keys.map(code).join(', ')}` : `unknown key ${code(key)}; did you mean ${code(near)}?`;
}

/** A name as a message shows it; long ones are cut. */
export function code(name: string): string {
  const short = name.length > 60 ? `${name.slice(0, 59)}…` : name;
  return `\`${short.replaceAll('\n', ' ')}\``;
}

/** `a`, `a or b`, `a, b or c`. */
export function inWords(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)!}`;
}

/** A schema whose fields say in an editor what they are. */
export function said<const S extends v.GenericSchema>(description: string, schema: S) {
  return v.pipe(schema, v.description(description));
}

/** The same for a key that may be left out. */
export function maybe<const S extends v.GenericSchema>(description: string, schema: S) {
  return v.optional(v.pipe(schema, v.description(description)));
}

/** Lower-case words with hyphens between them: what progress is kept under. */
export const idForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export const id = v.pipe(v.string(), v.regex(idForm, 'an id is made of lower-case letters, digits and single hyphens, as `a-order`'));

/** A text with something in it. */
export const words = v.pipe(v.string(), v.regex(/\S/, 'wants some text'));

/** A path from the root of the context. */
export const path = v.pipe(v.string(), v.regex(/^(?!\/)(?!(?:.*\/)?\.{1,2}(?:\/|$))(?!.*\/\/)[^\0\n]*[^/\0\n]$/, 'a path goes from the root of the context, as `src/main.go`: no slash at its ends, no `.` or `..` in it'));

/** Permission bits as octal text. */
export const octal = v.pipe(v.string(), v.regex(/^0?[0-7]{3,4}$/, 'permission bits are octal text in quotes, as "600"'));

const sizeForm = /^\d+(?:\.\d+)? ?(?:B|[kK]B|MB|GB)$/;

const sizeMessage = 'a size is a number of bytes, or a text as `50 MB`; units are B, kB, MB, GB';

/** Bytes as a number, or with a decimal unit. */
export const size = choice([v.pipe(v.number(), v.integer('bytes are whole'), v.minValue(0, 'bytes are 0 or more')), v.pipe(v.string(), v.regex(sizeForm, sizeMessage))], sizeMessage);

/** A list with something in it. */
export function some<const S extends v.GenericSchema>(schema: S) {
  return v.pipe(v.array(schema), v.minLength(1, 'wants one at least'));
}
