import { isAscii, narrow, widen } from '../go/bytes.ts';
import { isBlank, isSpace, trimSpace } from '../go/space.ts';
import type { EscapeToken } from './node.ts';

/** A logical line cut into its instruction word, its flags and the rest. */
export interface SplitLine {
  readonly keyword: string;
  readonly flags: readonly string[];
  readonly rest: string;
}

/** No flags, shared so that most lines need no list of their own. */
export const none: readonly never[] = [];

/** `COPY --link a b` → `COPY`, [`--link`], `a b`. BuildKit `splitCommand`. */
export function splitCommand(line: string, escape: EscapeToken): SplitLine {
  const trimmed = trimSpace(line);
  const length = trimmed.length;
  let to = 0;
  while (to < length && !isBlank(trimmed.charCodeAt(to))) to++;
  if (to === length) return { keyword: trimmed, flags: none, rest: '' };
  const keyword = trimmed.slice(0, to);
  while (to < length && isBlank(trimmed.charCodeAt(to))) to++;
  const tail = trimmed.slice(to);
  if (!tail.startsWith('--')) return { keyword, flags: none, rest: trimSpace(tail) };

  if (isAscii(tail)) {
    const { flags, end } = readFlags(tail, escape);
    return { keyword, flags, rest: trimSpace(tail.slice(end)) };
  }
  const bytes = widen(tail);
  const { flags, end } = readFlags(bytes, escape);
  return { keyword, flags, rest: trimSpace(narrow(bytes.slice(end))) };
}

/** Flags in front of a text, with where each begins and ends. */
export interface FlagWords {
  readonly flags: readonly string[];
  /** Two numbers a flag: from, to; quotes and escapes included. */
  readonly spans: readonly number[];
  /** Where the arguments begin. */
  readonly end: number;
}

/**
 * Words that start with `--` at the start of a text of bytes. Quotes group and are taken off; the escape token takes the
 * next byte literally, in either kind of quotes too. A word `--` ends the flags and is dropped. BuildKit `extractBuilderFlags`.
 */
export function readFlags(bytes: string, escape: EscapeToken): FlagWords {
  const escapeUnit = escape.charCodeAt(0);
  const flags: string[] = [];
  const spans: number[] = [];
  let at = 0;
  for (;;) {
    while (at < bytes.length && isSpace(bytes.charCodeAt(at))) at++;
    if (at === bytes.length || !bytes.startsWith('--', at)) return { flags, spans, end: at };
    const from = at;
    let word = '';
    let copied = at;
    let quote = 0;
    for (; at < bytes.length; at++) {
      const c = bytes.charCodeAt(at);
      if (quote === 0 && isSpace(c)) break;
      if (quote === 0 ? c === 34 || c === 39 : c === quote) {
        quote = quote === 0 ? c : 0;
      } else if (c === escapeUnit) {
        word += bytes.slice(copied, at);
        copied = ++at;
        continue;
      } else continue;
      word += bytes.slice(copied, at);
      copied = at + 1;
    }
    at = Math.min(at, bytes.length);
    word += bytes.slice(copied, at);
    if (word === '--') return { flags, spans, end: at };
    flags.push(word);
    spans.push(from, at);
  }
}
