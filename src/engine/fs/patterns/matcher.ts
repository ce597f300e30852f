/** moby/patternmatcher: the patterns of `.dockerignore`, `--exclude` and `--parents`. The last pattern that applies decides. */
import { BAD_PATTERN, compilePattern } from './pattern.ts';
import type { Pattern } from './pattern.ts';

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
  for (const [index, written] of texts.entries()) {
    const pattern = compilePattern(written, index);
    if (pattern && 'error' in pattern) return { ...pattern, index };
    if (pattern) patterns.push(pattern);
  }
  return matcherOf(patterns);
}
