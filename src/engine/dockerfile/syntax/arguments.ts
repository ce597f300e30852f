/** How the text behind the instruction word becomes arguments: one reader for each form. BuildKit `parser/line_parsers.go`. */
import { narrow, wellFormed, widen } from '../go/bytes.ts';
import { parseStringArray } from '../go/json.ts';
import { goQuote } from '../go/quote.ts';
import { isBlank, isSpace, skipSpace } from '../go/space.ts';
import type { EscapeToken } from './node.ts';
import { none } from './split.ts';

/** `error` is the text of a syntax error; `args` is empty then. */
export interface Arguments {
  readonly args: readonly string[];
  readonly json: boolean;
  readonly error?: string;
}

/** The forms of arguments an instruction can have. ONBUILD (`trigger`) has an instruction instead. */
export type ArgumentForm = 'list' | 'json-or-list' | 'json-or-text' | 'text' | 'words' | 'pairs' | 'health' | 'trigger';

const noArguments: Arguments = { args: none, json: false };

/** What stands behind the word and flags of an instruction → its arguments. `keyword` is for error texts. */
export function readArguments(form: ArgumentForm | undefined, rest: string, keyword: string, escape: EscapeToken): Arguments {
  switch (form) {
    case 'list':
      return rest === '' ? noArguments : { args: splitBlanks(rest), json: false };
    case 'json-or-list':
      return rest === '' ? noArguments : (readJson(rest) ?? { args: splitBlanks(rest), json: false });
    case 'json-or-text':
      return readJsonOrText(rest);
    case 'text':
      return rest === '' ? noArguments : { args: [rest], json: false };
    case 'words':
      return { args: quotedWords(rest, escape), json: false };
    case 'pairs':
      return readPairs(rest, keyword, escape);
    case 'health':
      return readHealth(rest);
    case 'trigger':
      return noArguments;
    case undefined:
      return { args: [''], json: false };
  }
}

const notStrings = 'when using JSON array syntax, arrays must be comprised of strings only';

function readJson(rest: string): Arguments | undefined {
  const from = skipSpace(rest, 0, rest.length);
  if (rest.charCodeAt(from) !== 91) return undefined;
  const strings = parseStringArray(rest.slice(from));
  if (strings === undefined) return undefined;
  return strings === 'not-strings' ? { args: none, json: false, error: notStrings } : { args: strings, json: true };
}

function readJsonOrText(rest: string): Arguments {
  return rest === '' ? noArguments : (readJson(rest) ?? { args: [rest], json: false });
}

/** Splits at ASCII white space; quotes mean nothing. */
function splitBlanks(rest: string): string[] {
  const words: string[] = [];
  let from = 0;
  for (let at = 0; at <= rest.length; at++) {
    if (at < rest.length && !isBlank(rest.charCodeAt(at))) continue;
    words.push(rest.slice(from, at));
    while (at + 1 < rest.length && isBlank(rest.charCodeAt(at + 1))) at++;
    from = at + 1;
  }
  return words;
}

/**
 * Ranges of the words of a text, two numbers a word: white space outside quotes splits, quotes and escapes stay. An escape
 * token at the very end belongs to no word. BuildKit `parseWords`.
 */
export function quotedWordSpans(rest: string, escape: EscapeToken): number[] {
  const escapeUnit = escape.charCodeAt(0);
  const length = rest.length;
  const spans: number[] = [];
  let at = skipSpace(rest, 0, length);
  while (at < length) {
    const from = at;
    let to = length;
    let quote = 0;
    for (; at < length; at++) {
      const c = rest.charCodeAt(at);
      if (c === escapeUnit && quote !== 39) {
        if (++at === length) to = length - 1;
      } else if (quote !== 0) {
        if (c === quote) quote = 0;
      } else if (c === 34 || c === 39) {
        quote = c;
      } else if (isSpace(c)) {
        to = at;
        break;
      }
    }
    if (to > from) spans.push(from, to);
    at = skipSpace(rest, at, length);
  }
  return spans;
}

function quotedWords(rest: string, escape: EscapeToken): readonly string[] {
  const spans = quotedWordSpans(rest, escape);
  const words: string[] = [];
  for (let i = 0; i < spans.length; i += 2) words.push(wellFormed(rest.slice(spans[i], spans[i + 1])));
  return words;
}

function readPairs(rest: string, keyword: string, escape: EscapeToken): Arguments {
  const words = quotedWords(rest, escape);
  if (words.length === 0) return noArguments;
  if (!words[0]!.includes('=')) return readOldPair(rest, keyword);
  const args: string[] = [];
  for (const word of words) {
    const at = word.indexOf('=');
    if (at < 0) {
      return { args: none, json: false, error: `Syntax error - can't find = in ${goQuote(word)}. Must be of the form: name=value` };
    }
    args.push(word.slice(0, at), word.slice(at + 1), '=');
  }
  return { args, json: false };
}

/** `name some text` → `name`, `some text`, and no separator. */
function readOldPair(rest: string, keyword: string): Arguments {
  let to = 0;
  while (to < rest.length && !isBlank(rest.charCodeAt(to))) to++;
  if (to === rest.length) return { args: none, json: false, error: `${keyword} must have two arguments` };
  const name = rest.slice(0, to);
  while (to < rest.length && isBlank(rest.charCodeAt(to))) to++;
  return { args: [name, rest.slice(to), ''], json: false };
}

/** `CMD curl …` → `CMD`, `curl …`. The first word ends at a white-space *byte*, which can be half a character. */
function readHealth(rest: string): Arguments {
  const bytes = widen(rest);
  let to = 0;
  while (to < bytes.length && !isSpace(bytes.charCodeAt(to))) to++;
  if (to === 0) return noArguments;
  const type = narrow(bytes.slice(0, to));
  const command = readJsonOrText(narrow(bytes.slice(skipSpace(bytes, to, bytes.length))));
  return command.error === undefined ? { ...command, args: [type, ...command.args] } : command;
}
