/**
 * Go maps letter case one character at a time, without the special cases of JavaScript (final sigma, `ß` → `SS`); what is no
 * character becomes U+FFFD.
 */
import { wellFormed } from './bytes.ts';

const asciiOnly = /^[\x00-\x7f]*$/;

/** Go's `strings.ToLower`. */
export function goLower(text: string): string {
  if (asciiOnly.test(text)) return text.toLowerCase();
  let out = '';
  for (const char of wellFormed(text)) out += char === 'İ' ? 'i' : char.toLowerCase();
  return out;
}

/** Go's `strings.ToUpper`. */
export function goUpper(text: string): string {
  if (asciiOnly.test(text)) return text.toUpperCase();
  let out = '';
  for (const char of wellFormed(text)) {
    const upper = char.toUpperCase();
    out += upper.length > char.length ? char : upper;
  }
  return out;
}
