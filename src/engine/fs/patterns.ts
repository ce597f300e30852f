/** moby/patternmatcher: the patterns of `.dockerignore`, `--exclude` and `--parents`. The last pattern that applies decides. */
import { goMatcher, hasWildcard } from './go-match.ts';
import { compileGoRegexp } from './go-regexp.ts';

export { hasWildcard };

/** One pattern, compiled. */
export interface Pattern {
  /** Cleaned, without its `!`. */
  readonly text: string;
  /** Written with `!`: it brings back what earlier patterns matched. */
  readonly exception: boolean;
  /** Place in the list that was compiled. */
  readonly index: number;
  /** Matches one path, not its parents; undefined where the pattern does not compile (`syntax error in pattern`). */
  readonly match: (path: string) => boolean | undefined;
}

/** Which patterns matched a directory: what its entries are matched with. */
export type ParentMatches = readonly boolean[];

/** Result of a match in a walk: the verdict, the pattern that decided last, and what the entries below need. */
export interface WalkMatch {
  readonly matched: boolean;
  readonly by?: Pattern;
  readonly matches: ParentMatches;
  readonly error?: string;
}

export interface Matcher {
  /** Cleaned texts, without their `!`. */
  readonly patterns: readonly string[];
  readonly compiled: readonly Pattern[];
  readonly hasExceptions: boolean;
  /** `MatchesOrParentMatches`: the path or a directory above it. */
  matches(path: string): boolean;
  /** The same; undefined where a pattern that had to be asked does not compile. */
  tryMatch(path: string): boolean | undefined;
  /** `MatchesUsingParentResults`: for walks; without `parent` as `matches`. */
  matchBelow(path: string, parent: ParentMatches | undefined): WalkMatch;
}

export const BAD_PATTERN = 'syntax error in pattern';

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

function compile(text: string): (path: string) => boolean | undefined {
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
  if (type === 'exact') return (path) => path === text;
  if (type === 'prefix') {
    const prefix = text.slice(0, -2);
    return (path) => path.startsWith(prefix);
  }
  if (type === 'suffix') {
    const suffix = text.slice(2);
    const bare = suffix.startsWith('/') ? suffix.slice(1) : undefined;
    return (path) => path.endsWith(suffix) || path === bare;
  }
  const regexp = compileGoRegexp(source + '$');
  if (!regexp) return () => undefined;
  const { head, tail } = literalEnds(text);
  return (path) => path.startsWith(head) && path.endsWith(tail) && regexp(path);
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

function matchWithParents(pattern: Pattern, path: string): boolean | undefined {
  const own = pattern.match(path);
  if (own !== false) return own;
  for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
    if (slash > 0 && pattern.match(path.slice(0, slash))) return true;
  }
  return false;
}

/** Directories whose matches a matcher remembers. */
const REMEMBERED = 64;

/** Whether patterns match a directory or one above it, remembered for the directories asked for last. */
class ParentMemo {
  private readonly patterns: readonly Pattern[];
  private readonly known = new Map<string, (boolean | undefined)[]>();

  constructor(patterns: readonly Pattern[]) {
    this.patterns = patterns;
  }

  /** Hits of the directory a path is in; filled in as they are asked for. Undefined at the top. */
  hits(path: string): (boolean | undefined)[] | undefined {
    const slash = path.lastIndexOf('/');
    if (slash <= 0) return undefined;
    const dir = path.slice(0, slash);
    let hits = this.known.get(dir);
    if (!hits) {
      if (this.known.size >= REMEMBERED) this.known.clear();
      this.known.set(dir, (hits = new Array<undefined>(this.patterns.length).fill(undefined)));
    }
    return hits;
  }

  hit(hits: (boolean | undefined)[], index: number, path: string): boolean {
    return (hits[index] ??= matchWithParents(this.patterns[index]!, path.slice(0, path.lastIndexOf('/'))) === true);
  }
}

const NOTHING: ParentMatches = [];

function matcherOf(patterns: readonly Pattern[]): Matcher {
  const none: ParentMatches = patterns.map(() => false);
  const hasExceptions = patterns.some((pattern) => pattern.exception);
  const memo = new ParentMemo(patterns);
  const tryMatch = (path: string): boolean | undefined => {
    let matched = false;
    const hits = memo.hits(path);
    for (let i = 0; i < patterns.length; i++) {
      const pattern = patterns[i]!;
      if (pattern.exception !== matched) continue;
      const own = pattern.match(path);
      if (own === undefined) return undefined;
      if (own || (hits && memo.hit(hits, i, path))) matched = !matched;
    }
    return matched;
  };
  return {
    patterns: patterns.map(({ text }) => text),
    compiled: patterns,
    hasExceptions,
    matches: (path) => tryMatch(path) ?? false,
    tryMatch,
    matchBelow(path, parent) {
      let matched = false;
      let by: Pattern | undefined;
      let matches: boolean[] | undefined;
      for (let i = 0; i < patterns.length; i++) {
        const pattern = patterns[i]!;
        let hit: boolean | undefined = parent?.[i] ?? false;
        if (!hit) {
          if (pattern.exception !== matched) continue;
          hit = parent ? pattern.match(path) : matchWithParents(pattern, path);
          if (hit === undefined) return { matched: false, matches: NOTHING, error: BAD_PATTERN };
          if (!hit) continue;
        }
        matches ??= none.slice();
        matches[i] = true;
        matched = !pattern.exception;
        by = pattern;
      }
      return { matched, ...(by && { by }), matches: matches ?? none };
    },
  };
}

/** Compiles a list of patterns as `patternmatcher.New` does; the error is its text. */
export function compilePatterns(texts: readonly string[]): Matcher | { readonly error: string; readonly index: number } {
  const patterns: Pattern[] = [];
  for (const [index, raw] of texts.entries()) {
    const trimmed = goTrim(raw);
    if (trimmed === '') continue;
    let text = goClean(trimmed);
    const exception = text.startsWith('!');
    if (exception) text = text.slice(1);
    if (exception && text === '') return { error: 'illegal exclusion pattern: "!"', index };
    if (goMatcher(text)('.') === undefined) return { error: BAD_PATTERN, index };
    patterns.push({ text, exception, index, match: compile(text) });
  }
  return matcherOf(patterns);
}
