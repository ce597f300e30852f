/** moby/patternmatcher: the patterns of `.dockerignore`, `--exclude` and `--parents`. The last pattern that applies decides. */
import { Candidates } from './candidates.ts';
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

/** Which patterns match a directory or one above it, remembered for the directories asked for last. */
class ParentMemo {
  private readonly candidates: Candidates;
  private readonly none: ParentMatches;
  private readonly known = new Map<string, ParentMatches>();
  private lastDir = '';
  private lastHits: ParentMatches;

  constructor(candidates: Candidates, none: ParentMatches) {
    this.candidates = candidates;
    this.none = none;
    this.lastHits = none;
  }

  /** Hits of the directory a path is in; `none` itself where there are none. */
  hits(path: string): ParentMatches {
    const slash = path.lastIndexOf('/');
    if (slash <= 0) return this.none;
    if (slash === this.lastDir.length && path.startsWith(this.lastDir)) return this.lastHits;
    this.lastDir = path.slice(0, slash);
    this.lastHits = this.hitsOf(this.lastDir);
    return this.lastHits;
  }

  private hitsOf(dir: string): ParentMatches {
    const known = this.known.get(dir);
    if (known) return known;
    let hits: boolean[] | undefined;
    for (let end = dir.indexOf('/', 1); ; end = dir.indexOf('/', end + 1)) {
      const above = end < 0 ? dir : dir.slice(0, end);
      for (const pattern of this.candidates.of(above)) if (pattern.match(above)) (hits ??= this.none.slice())[pattern.place] = true;
      if (end < 0) break;
    }
    if (this.known.size >= REMEMBERED) this.known.clear();
    this.known.set(dir, hits ?? this.none);
    return hits ?? this.none;
  }
}

const NOTHING: ParentMatches = [];

function matcherOf(patterns: readonly Pattern[]): Matcher {
  const none: ParentMatches = patterns.map(() => false);
  const miss: WalkMatch = { matched: false, matches: none };
  const hasExceptions = patterns.some((pattern) => pattern.exception);
  const candidates = new Candidates(patterns);
  const memo = new ParentMemo(candidates, none);
  const tryMatch = (path: string): boolean | undefined => {
    let matched = false;
    const hits = memo.hits(path);
    for (const pattern of hits === none ? candidates.of(path) : patterns) {
      if (pattern.exception !== matched) continue;
      const hit = hits[pattern.place] || pattern.match(path);
      if (hit === undefined) return undefined;
      if (hit) matched = !matched;
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
      const alone = parent === none || (!parent && !path.includes('/'));
      for (const pattern of alone ? candidates.of(path) : patterns) {
        let hit: boolean | undefined = !alone && parent?.[pattern.place];
        if (!hit) {
          if (pattern.exception !== matched) continue;
          hit = alone || parent ? pattern.match(path) : matchWithParents(pattern, path);
          if (hit === undefined) return { matched: false, matches: NOTHING, error: BAD_PATTERN };
          if (!hit) continue;
        }
        matches ??= none.slice();
        matches[pattern.place] = true;
        matched = !pattern.exception;
        by = pattern;
      }
      return matches ? { matched, ...(by && { by }), matches } : miss;
    },
  };
}

/** Compiles a list of patterns as `patternmatcher.New` does; the error is its text. */
export function compilePatterns(texts: readonly string[]): Matcher | { readonly error: string; readonly index: number } {
  const patterns: Pattern[] = [];
  for (const [index, written] of texts.entries()) {
    const pattern = compilePattern(written, index);
    if (pattern && 'error' in pattern) return { ...pattern, index };
    if (pattern) patterns.push({ ...pattern, place: patterns.length });
  }
  return matcherOf(patterns);
}
