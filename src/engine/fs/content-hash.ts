/** The content part of a cache key: BuildKit `cache/contenthash` (`Checksum`) and `solver/llbsolver/ops/opsutils`. */
import { forEachChild } from './entries.ts';
import { goMatcher, hasWildcard, mayMatchBelow } from './go-match.ts';
import type { Digest, DirNode, Node } from './node.ts';
import { headerDigest, localRootDigest, nodeDigest } from './node-digest.ts';
import { cleanPath, forEachBelow, namesOf } from './paths.ts';
import { BAD_PATTERN, compilePatterns } from './patterns.ts';
import type { Matcher, ParentMatches } from './patterns.ts';
import { goQuote, scopedPlace, TOO_MANY_LINKS } from './scoped-path.ts';
import { hasher, sha256 } from './sha256.ts';

/** What an operation reads of an input. `path` is absolute; `wildcard` says that it holds one. */
export interface Selector {
  readonly path: string;
  readonly wildcard?: boolean;
  readonly followLinks?: boolean;
  readonly includePatterns?: readonly string[];
  readonly excludePatterns?: readonly string[];
  readonly requiredPaths?: readonly string[];
}

export interface HashOptions {
  /** The root is a local context as it was received: its header is the digest of nothing. */
  readonly localRoot?: boolean;
}

interface Failure {
  readonly error: string;
}

const EMPTY = sha256('');

/** Key form of an absolute path: `/` for the root is nothing. */
const keyPath = (path: string) => (path === '/' ? '' : path);

const isFiltered = (selector: Selector) =>
  Boolean(selector.wildcard || selector.includePatterns?.length || selector.excludePatterns?.length);

function recordAt(root: DirNode, path: string, follow: boolean, options: HashOptions): Digest | Failure {
  const place = scopedPlace(root, path, follow);
  if (!place) return { error: TOO_MANY_LINKS };
  const { node } = place;
  if (!node) return { error: `${goQuote(keyPath(path))}: not found` };
  return node === root && options.localRoot ? localRootDigest(root) : nodeDigest(node);
}

/** One entry of a filtered listing: a file, or the header of a directory. */
interface Listed {
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
function listingOf(root: DirNode, selector: Selector): Failure | { readonly prefix: string; readonly listed: readonly Listed[] } {
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

/** Digest of what one selector reads (`contenthash.Checksum`). */
export function checksum(root: DirNode, selector: Selector, options: HashOptions = {}): Digest | Failure {
  const path = cleanPath(selector.path);
  if (!isFiltered(selector)) return recordAt(root, path, Boolean(selector.followLinks), options);
  const listing = listingOf(root, { ...selector, path });
  if ('error' in listing) return listing;
  const { prefix, listed } = listing;
  if (listed.length === 0) return EMPTY;
  const rows: [string, Digest][] = [];
  for (const { path: place, node, followLinks } of listed) {
    if (node.type === 'symlink' && followLinks) {
      const digest = recordAt(root, place, true, options);
      if (typeof digest !== 'string') return digest;
      rows.push([place, digest]);
    } else rows.push([place, node.type === 'dir' ? headerDigest(node) : nodeDigest(node)]);
  }
  if (rows.length === 1 && namesOf(rows[0]![0]).at(-1) === namesOf(path).at(-1)) return rows[0]![1];
  const sum = hasher();
  for (const [place, digest] of rows) {
    const key = place.startsWith(prefix) ? place.slice(prefix.length) : place;
    sum.update((key === '' ? '\0' : key.replaceAll('/', '\0')) + digest);
  }
  return sum.digest();
}

/** Of plain paths only the outermost count (`dedupePaths`). */
function outermost(paths: readonly string[]): string[] {
  const kept: string[] = [];
  for (const path of paths) {
    const inside = (inner: string, outer: string) => inner.startsWith(outer + '/') || outer === '/' || outer === '';
    if (kept.includes(path) || paths.some((other) => other !== path && inside(path, other))) continue;
    kept.push(path);
  }
  return kept;
}

/** Selectors without those that others cover, sorted by path (`ops/file.go: dedupeSelectors`). */
export function dedupeSelectors(selectors: readonly Selector[]): readonly Selector[] {
  const plain = (follow: boolean) => selectors.filter((one) => !isFiltered(one) && Boolean(one.followLinks) === follow).map((one) => one.path);
  const kept: Selector[] = [
    ...outermost(plain(false)).map((path) => ({ path })),
    ...outermost(plain(true)).map((path) => ({ path, followLinks: true })),
    ...selectors.filter(isFiltered),
  ];
  return kept.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/**
 * Digest that BuildKit's cache takes for all that the selectors read: their checksums, joined by NUL and hashed. The error is
 * BuildKit's text behind `failed to calculate checksum of ref …: `.
 */
export function contentDigest(root: DirNode, selectors: readonly Selector[], options: HashOptions = {}): Digest | Failure {
  const deduped = dedupeSelectors(selectors);
  const digests: Digest[] = [];
  for (const selector of deduped.length === 0 ? [{ path: '/' }] : deduped) {
    const digest = checksum(root, selector, options);
    if (typeof digest !== 'string') return digest;
    digests.push(digest);
  }
  return sha256(digests.join('\0'));
}

/** Absolute paths, as they are in the tree, of the files and links that the selectors read. Empty directories count too. */
export function matchedFiles(root: DirNode, selectors: readonly Selector[]): string[] {
  const found = new Set<string>();
  const addBelow = (path: string, follow: boolean) => {
    const place = scopedPlace(root, path, follow);
    if (!place?.node) return;
    if (place.node.type !== 'dir') found.add(place.path);
    else {
      forEachBelow(place.node, (below, each) => {
        if (each.type !== 'dir' || each.entries.size === 0) found.add(`${keyPath(place.path)}/${below}`);
      });
    }
  };
  for (const selector of selectors) {
    if (!isFiltered(selector)) {
      addBelow(cleanPath(selector.path), Boolean(selector.followLinks));
      continue;
    }
    const listing = listingOf(root, { ...selector, requiredPaths: [] });
    if ('error' in listing) continue;
    for (const { path, node, followLinks } of listing.listed) {
      if (node.type === 'symlink' && followLinks) addBelow(path, true);
      else if (node.type !== 'dir' || node.entries.size === 0) found.add(scopedPlace(root, path, false)?.path ?? path);
    }
  }
  return [...found];
}
