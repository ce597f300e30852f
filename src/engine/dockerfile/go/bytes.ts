/**
 * BuildKit handles flags and a few words byte by byte and can cut a character in two. `widen` gives such code what it sees:
 * a string with one unit U+0000–U+00FF for each UTF-8 byte. `narrow` goes back; a byte that is left alone becomes
 * the lone surrogate U+DC00 + byte, which no valid text contains, so nothing is lost on the way to the dump.
 */
import { encodeUtf8 } from '../../source/utf8.ts';

const beyondAscii = /[^\x00-\x7f]/;

/** Whether each character is one byte. */
function isAscii(text: string): boolean {
  return !beyondAscii.test(text);
}

/** `é` → `Ã©`: each UTF-8 byte as one character, as in Go's `rune(s[i])`. */
export function widen(text: string): string {
  if (isAscii(text)) return text;
  const bytes = encodeUtf8(text);
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += 4096) parts.push(String.fromCharCode(...bytes.subarray(i, i + 4096)));
  return parts.join('');
}

/** `Ã©` → `é`; a byte that is not part of a character → U+DC00 + byte. */
export function narrow(bytes: string): string {
  if (isAscii(bytes)) return bytes;
  let text = '';
  for (let i = 0; i < bytes.length; ) {
    const length = sequenceLength(bytes, i);
    const b = bytes.charCodeAt(i);
    if (length === 0) text += String.fromCharCode(0xdc00 + b);
    else if (length === 1) text += bytes[i];
    else {
      let point = b & (0x7f >> length);
      for (let k = 1; k < length; k++) point = (point << 6) | (bytes.charCodeAt(i + k) & 63);
      text += String.fromCodePoint(point);
    }
    i += length || 1;
  }
  return text;
}

/** Length of the valid UTF-8 sequence at `i`, 0 where there is none (Go's `utf8.DecodeRune`). */
function sequenceLength(bytes: string, i: number): number {
  const b = bytes.charCodeAt(i);
  if (b < 0x80) return 1;
  const length = b >= 0xc2 && b < 0xe0 ? 2 : b >= 0xe0 && b < 0xf0 ? 3 : b >= 0xf0 && b < 0xf5 ? 4 : 0;
  if (length === 0 || i + length > bytes.length) return 0;
  const second = bytes.charCodeAt(i + 1);
  const least = b === 0xe0 ? 0xa0 : b === 0xf0 ? 0x90 : 0x80;
  const most = b === 0xed ? 0x9f : b === 0xf4 ? 0x8f : 0xbf;
  if (second < least || second > most) return 0;
  for (let k = 2; k < length; k++) if ((bytes.charCodeAt(i + k) & 0xc0) !== 0x80) return 0;
  return length;
}

/** Text with U+FFFD for everything that is not a character, as Go writes it where it handles characters. */
export function wellFormed(text: string): string {
  return /[\ud800-\udfff]/.test(text) ? text.replace(/\p{Surrogate}/gu, '\ufffd') : text;
}
