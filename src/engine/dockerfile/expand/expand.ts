import { goQuote } from '../go/quote.ts';
import type { EscapeToken } from '../syntax/node.ts';
import { isPlain, Lexer } from './lexer.ts';

/** Looks a variable up; `undefined` where it is not set. */
export type Lookup = (name: string) => string | undefined;

/** The switches of BuildKit's `shell.Lex`. */
export interface ExpandOptions {
  /** Backslash where absent. */
  readonly escape?: EscapeToken;
  /** Quote characters stay in the result. */
  readonly rawQuotes?: boolean;
  /** Escape characters stay in the result. */
  readonly rawEscapes?: boolean;
  /** Quotes are ordinary characters: heredoc contents. */
  readonly skipProcessQuotes?: boolean;
  /** References to unset variables stay as text: display names. */
  readonly skipUnsetEnv?: boolean;
}

/** Where it fails, `unmatched` has the names that were looked up in vain before. */
export type WordResult =
  | { readonly ok: true; readonly word: string; readonly matched: ReadonlySet<string>; readonly unmatched: ReadonlySet<string> }
  | { readonly ok: false; readonly message: string; readonly unmatched: ReadonlySet<string> };

/** The words of an expansion, or the text of an error. */
export type WordsResult = { readonly ok: true; readonly words: readonly string[] } | { readonly ok: false; readonly message: string };

/** Expands one word, or says why that failed; `expandWord` with its lookup and options given is one. */
export type Expander = (word: string) => { readonly ok: true; readonly word: string } | { readonly ok: false; readonly message: string };

const nothing: ReadonlySet<string> = new Set();

/** `$a` with a=`x y` → `x y`: one string, with the names that were looked up. BuildKit `ProcessWordWithMatches`. */
export function expandWord(word: string, lookup: Lookup, options: ExpandOptions = {}): WordResult {
  if (isPlain(word, (options.escape ?? '\\').charCodeAt(0))) return { ok: true, word, matched: nothing, unmatched: nothing };
  const lexer = new Lexer(word, lookup, options);
  const result = lexer.run();
  if (!result.ok) return { ok: false, message: inContext(word, result.message), unmatched: lexer.unmatched };
  return { ok: true, word: result.text, matched: lexer.matched, unmatched: lexer.unmatched };
}

/** `$a "b c"` with a=`x y` → `x`, `y`, `b c`: split after expansion. BuildKit `ProcessWords`. */
export function expandWords(word: string, lookup: Lookup, options: ExpandOptions = {}): WordsResult {
  const result = new Lexer(word, lookup, options).run();
  return result.ok ? { ok: true, words: result.words } : { ok: false, message: inContext(word, result.message) };
}

function inContext(word: string, message: string): string {
  return `failed to process ${goQuote(word)}: ${message}`;
}

/** A lookup in `KEY=value` strings, of which a later one wins. */
export function lookupIn(env: readonly string[]): Lookup {
  const values = new Map<string, string>();
  for (const entry of env) {
    const at = entry.indexOf('=');
    if (at < 0) values.set(entry, '');
    else values.set(entry.slice(0, at), entry.slice(at + 1));
  }
  return (name) => values.get(name);
}
