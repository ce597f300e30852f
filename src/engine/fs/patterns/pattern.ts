/** One pattern of moby/patternmatcher: its kinds of test, and how its text is cleaned. */
import { goMatcher } from './go-match.ts';
import { compileGoRegexp } from './go-regexp.ts';

/** Go's text for a pattern that is malformed. */
export const BAD_PATTERN = 'syntax error in pattern';

/** The test of one path, not of its parents; undefined where the pattern does not compile (`syntax error in pattern`). */
interface Test {
  readonly match: (path: string) => boolean | undefined;
  /** Plain text that whatever it matches begins with; empty where there is none. */
  readonly head: string;
  /** The same for the end. */
  readonly tail: string;
}

/** One pattern, compiled. */
export interface Pattern extends Test {
  /** Cleaned, without its `!`. */
  readonly text: string;
  /** Written with `!`: it brings back what earlier patterns matched. */
  readonly exception: boolean;
  /** Place in the list that was given. */
  readonly index: number;
  /** Place among those that are not empty. */
  readonly place: number;
}

/** Go's `filepath.Clean` on a relative or absolute path. */
export function goClean(path: string): string {
  const rooted = path.startsWith('/');
  const out: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') out.push(part);
    else if (out.length > 0 && out.at(-1) !== '..') out.pop();
    else if (!rooted) out.push('..');
  }
  return (rooted ? '/' : '') + out.join('/') || '.';
}

/** Trims what Go's `strings.TrimSpace` trims. */
export function goTrim(text: string): string {
  return text.replace(/^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+|[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+$/g, '');
}

/** The test of a cleaned pattern without its `!` (`patternmatcher`, `compile` and `match`). */
function compile(text: string): Test {
  // Go's scanner leaves out a byte-order mark at the start.
  const chars = Array.from(text.startsWith('\ufeff') ? text.slice(1) : text);
  let source = '^';
  let type: 'exact' | 'prefix' | 'suffix' | 'regexp' = 'exact';
  for (let i = 0, n = 0; i < chars.length; n++) {
    const c = chars[i++]!;
    if (c === '*' && chars[i] === '*') {
      i++;
      if (chars[i] === '/') i++;
      if (i < chars.length) {
        source += '(.*/)?';
        type = 'regexp';
      } else if (type === 'exact') type = 'prefix';
      else {
        source += '.*';
        type = 'regexp';
      }
      if (n === 0) type = 'suffix';
    } else if (c === '*' || c === '?') {
      source += c === '*' ? '[^/]*' : '[^/]';
      type = 'regexp';
    } else if ('.+()$'.includes(c)) source += '\\' + c;
    else if (c === '\\' && i < chars.length) {
      source += '\\' + chars[i++]!;
      type = 'regexp';
    } else {
      source += c;
      if (c === '[' || c === ']') type = 'regexp';
    }
  }
  if (type === 'exact') return { match: (path) => path === text, head: text, tail: text };
  if (type === 'prefix') {
    const head = text.slice(0, -2);
    return { match: (path) => path.startsWith(head), head, tail: '' };
  }
  if (type === 'suffix') {
    const suffix = text.slice(2);
    const bare = suffix.startsWith('/') ? suffix.slice(1) : undefined;
    return { match: (path) => path.endsWith(suffix) || path === bare, head: '', tail: bare ?? suffix };
  }
  const regexp = compileGoRegexp(source + '$');
  if (!regexp) return { match: () => undefined, head: '', tail: '' };
  const { head, tail } = literalEnds(text);
  // `**/*.log`: but for a line feed, which `**` does not match, the end decides.
  const anyName = text === `**/*${tail}` && !tail.includes('/');
  return { match: (path) => path.startsWith(head) && path.endsWith(tail) && ((anyName && !path.includes('\n')) || regexp(path)), head, tail };
}

/** Plain text that whatever a pattern matches must begin and end with: the cheap part of the test, done first. */
function literalEnds(text: string): { readonly head: string; readonly tail: string } {
  if (/[\\{}|^\ufeff]/.test(text)) return { head: '', tail: '' };
  const wild = /[*?[\]]/;
  const first = text.search(wild);
  let last = text.length;
  while (last > 0 && !wild.test(text[last - 1]!)) last--;
  // `**/` stands for nothing too, so that a slash behind it need not be there.
  const tail = text.slice(last);
  return { head: text.slice(0, first).replace(/\/$/, ''), tail: text[last - 1] === '*' ? tail.replace(/^\//, '') : tail };
}

/** Compiles one pattern as it was written; undefined for an empty one. `index` is its place in the list. */
export function compilePattern(written: string, index: number): Omit<Pattern, 'place'> | { readonly error: string } | undefined {
  const trimmed = goTrim(written);
  if (trimmed === '') return undefined;
  let text = goClean(trimmed);
  const exception = text.startsWith('!');
  if (exception) text = text.slice(1);
  if (exception && text === '') return { error: 'illegal exclusion pattern: "!"' };
  if (goMatcher(text)('.') === undefined) return { error: BAD_PATTERN };
  return { text, exception, index, ...compile(text) };
}
