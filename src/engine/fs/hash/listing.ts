/** What a selector with wildcards or filters lists: `includedPaths` of BuildKit's `cache/contenthash`. */
import { forEachChild } from '../entries.ts';
import type { DirNode, Node } from '../node.ts';
import { cleanPath, namesOf } from '../paths.ts';
import { goMatcher, hasWildcard, mayMatchBelow } from '../patterns/go-match.ts';
import { compilePatterns } from '../patterns/matcher.ts';
import type { Matcher, ParentMatches } from '../patterns/matcher.ts';
import { BAD_PATTERN } from '../patterns/pattern.ts';
import { goQuote, scopedPlace, TOO_MANY_LINKS } from '../scoped-path.ts';

/** What an operation reads of an input. `path` is absolute; `wildcard` says that it holds one. */
export interface Selector {
  readonly path: string;
  readonly wildcard?: boolean;
  readonly followLinks?: boolean;
  readonly includePatterns?: readonly string[];
  readonly excludePatterns?: readonly string[];
  readonly requiredPaths?: readonly string[];
}

/** BuildKit's text for why something has no digest. */
export interface Failure {
  readonly error: string;
}

/** Key form of an absolute path: `/` for the root is nothing. */
export const keyPath = (path: string) => (path === '/' ? '' : path);

/** One entry of a filtered listing: a file, or the header of a directory. */
export interface Listed {
  /** As the selector wrote it: links before the first wildcard are not resolved in it. */
  readonly path: string;
  readonly node: Node;
  readonly followLinks: boolean;
  included: boolean;
  include?: ParentMatches;
  exclude?: ParentMatches;
}

/** The prefix without wildcards of an absolute pattern, and whether anything is behind it. */
export function splitWildcards(path: string): readonly [prefix: string, rest: string] {
  const names = namesOf(path);
  const first = names.findIndex(hasWildcard);
  return first < 0 ? [cleanPath(path), ''] : ['/' + names.slice(0, first).join('/'), names.slice(first).join('/')];
}

function matcherFor(patterns: readonly string[] | undefined, kind: string): Matcher | Failure | undefined {
  if (!patterns?.length) return undefined;
  const matcher = compilePatterns(patterns);
  return 'error' in matcher ? { error: `invalid ${kind}patterns: [${patterns.join(' ')}]: ${matcher.error}` } : matcher;
}

class Listing {
  readonly listed: Listed[] = [];
  readonly root: DirNode;
  readonly pattern: string;
  readonly selector: Selector;
  readonly include: Matcher | undefined;
  readonly exclude: Matcher | undefined;
  readonly match: (path: string) => boolean | undefined;
  error: string | undefined;

  constructor(root: DirNode, selector: Selector, include: Matcher | undefined, exclude: Matcher | undefined) {
    this.root = root;
    this.selector = selector;
    this.pattern = keyPath(cleanPath(selector.path));
    this.include = include;
    this.exclude = exclude;
    this.match = goMatcher(this.pattern);
  }

  /** `shouldIncludePath`: what the filters say of a place below the selected one. */
  private passes(candidate: string, entry: Listed, parent: Listed | undefined): boolean {
    if (this.include) {
      const result = this.include.matchBelow(candidate, parent?.include);
      if (result.error) this.error ??= `failed to match includepatterns: ${result.error}`;
      entry.include = result.matches;
      if (!result.matched) return false;
    }
    if (this.exclude) {
      const result = this.exclude.matchBelow(candidate, parent?.exclude);
      if (result.error) this.error ??= `failed to match excludepatterns: ${result.error}`;
      entry.exclude = result.matches;
      return !result.matched;
    }
    return true;
  }


  /** `top` is the selected or matched path that this is at or below; undefined while nothing matched yet. */
  visit(path: string, node: Node, top: string | undefined, parents: readonly Listed[]): void {
    if (this.error) return;
    let start = top;
    if (start === undefined) {
      const matched = this.match(path);
      if (matched === undefined) this.error = BAD_PATTERN;
      if (matched) start = path;
    }
    let below = parents;
    if (start !== undefined) {
      const parent = parents.at(-1);
      const entry: Listed = { path, node, followLinks: !parent && Boolean(this.selector.followLinks), included: false };
      if (this.passes(path.slice(start.length + 1), entry, parent)) {
        for (const each of [...parents, entry]) {
          if (!each.included) this.listed.push(each);
          each.included = true;
        }
      }
      if (node.type === 'dir') below = [...parents, entry];
    }
    if (node.type === 'dir' && (start !== undefined || mayMatchBelow(this.pattern, path))) forEachChild(node, (name, child) => this.visit(`${path}/${name}`, child, start, below));
  }

  run(): void {
    const { wildcard } = this.selector;
    const [prefix, rest] = wildcard ? splitWildcards(this.pattern) : [this.pattern, ''];
    const place = scopedPlace(this.root, prefix, wildcard ? rest !== '' : false);
    if (!place) this.error = TOO_MANY_LINKS;
    if (!place?.node) return;
    const { node } = place;
    const path = keyPath(prefix);
    if (path !== '') this.visit(path, node, wildcard ? undefined : path, []);
    else forEachChild(this.root, (name, child) => this.visit(`/${name}`, child, wildcard ? undefined : '', []));
  }
}

/** What a filtered selector lists, in order, with the prefix that is cut off its paths. */
export function listingOf(root: DirNode, selector: Selector): Failure | { readonly prefix: string; readonly listed: readonly Listed[] } {
  const include = matcherFor(selector.includePatterns, 'include');
  if (include && 'error' in include) return include;
  const exclude = matcherFor(selector.excludePatterns, 'exclude');
  if (exclude && 'error' in exclude) return exclude;
  const listing = new Listing(root, selector, include, exclude);
  listing.run();
  if (listing.error) return { error: listing.error };
  for (const required of selector.requiredPaths ?? []) {
    if (!listing.listed.some((entry) => entry.path.startsWith(required))) return { error: `${goQuote(required)}: not found` };
  }
  const prefix = selector.wildcard ? keyPath(splitWildcards(listing.pattern)[0]) : listing.pattern;
  return { prefix, listed: listing.listed };
}
