import { narrow, widen } from '../go/bytes.ts';
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

  const { flags, end, stray } = readFlags(tail, escape);
  return { keyword, flags, rest: trimSpace(stray + tail.slice(end)) };
}

/** Flags in front of a text, with where each begins and ends. */
export interface FlagWords {
  readonly flags: readonly string[];
  /** Two numbers a flag: from, to; quotes and escapes included. */
  readonly spans: readonly number[];
  /** Where what is no flag begins. */
  readonly end: number;
  /** Bytes of a character before `end` that belong to what follows, because another of its bytes is white space. */
  readonly stray: string;
}

/**
 * Words that start with `--` at the start of a text, read byte by byte: a byte beyond ASCII becomes a character of its own.
 * Quotes group and are taken off; the escape token takes the next byte literally, in either kind of quotes too. A word `--`
 * ends the flags and is dropped. BuildKit `extractBuilderFlags`.
 */
export function readFlags(text: string, escape: EscapeToken): FlagWords {
  const escapeUnit = escape.charCodeAt(0);
  const flags: string[] = [];
  const spans: number[] = [];
  let from = -1;
  let word = '';
  let quote = 0;
  let escaped = false;
  for (let at = 0; at < text.length; ) {
    const c = text.charCodeAt(at);
    if (from < 0) {
      if (c < 0x80 && isSpace(c)) {
        at++;
        continue;
      }
      if (!text.startsWith('--', at)) return { flags, spans, end: at, stray: '' };
      from = at;
    }
    const char = c < 0x80 ? text[at]! : String.fromCodePoint(text.codePointAt(at)!);
    const bytes = c < 0x80 ? char : widen(char);
    const next = at + char.length;
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes.charCodeAt(i);
      if (escaped) escaped = false;
      else if (byte === escapeUnit) {
        escaped = true;
        continue;
      } else if (quote === 0 ? byte === 34 || byte === 39 : byte === quote) {
        quote = quote === 0 ? byte : 0;
        continue;
      } else if (quote === 0 && isSpace(byte)) {
        const dashes = word === '--';
        if (!dashes) {
          flags.push(word);
          spans.push(from, c < 0x80 ? at : next);
          from = -1;
          word = '';
        }
        if (c < 0x80 && dashes) return { flags, spans, end: at, stray: '' };
        const left = c < 0x80 ? '' : dashes ? bytes.slice(i) : bytes.slice(i).replace(/^[\x85\xa0]+/, '');
        if (left !== '') return { flags, spans, end: next, stray: narrow(left) };
        break;
      }
      word += bytes[i]!;
    }
    at = next;
  }
  if (from >= 0 && word !== '--') {
    flags.push(word);
    spans.push(from, text.length);
  }
  return { flags, spans, end: text.length, stray: '' };
}
