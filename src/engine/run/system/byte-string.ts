/**
 * Byte strings: JavaScript strings in which every character is one byte (0–255). Shells and tools work on bytes, and so
 * do `${#x}`, `wc -c` and a regular expression's `.` in the C locale; text is decoded only where it leaves the simulation.
 */
import { decodeUtf8, encodeUtf8 } from '../../source/utf8.ts';

const ASCII = /^[\x00-\x7f]*$/;

/** Text → byte string of its UTF-8. */
export function toBytes(text: string): string {
  return ASCII.test(text) ? text : fromArray(encodeUtf8(text));
}

/** Byte string → text; bytes that are not UTF-8 become U+FFFD. */
export function toText(bytes: string): string {
  return ASCII.test(bytes) ? bytes : decodeUtf8(toArray(bytes));
}

/** Bytes of an array → byte string. */
export function fromArray(array: Uint8Array): string {
  if (array.length <= 4096) return String.fromCharCode(...array);
  const parts: string[] = [];
  for (let i = 0; i < array.length; i += 4096) parts.push(String.fromCharCode(...array.subarray(i, i + 4096)));
  return parts.join('');
}

/** Byte string → array of its bytes. */
export function toArray(bytes: string): Uint8Array {
  const array = new Uint8Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) array[i] = bytes.charCodeAt(i);
  return array;
}
