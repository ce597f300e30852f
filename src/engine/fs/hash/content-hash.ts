/** The content part of a cache key: BuildKit `cache/contenthash` (`Checksum`) and `solver/llbsolver/ops/opsutils`. */
import type { Digest, DirNode, Node } from '../node.ts';
import { cleanPath, forEachBelow, namesOf } from '../paths.ts';
import { goQuote, scopedPlace, TOO_MANY_LINKS } from '../scoped-path.ts';
import { hasher, sha256 } from '../sha256.ts';
import { keyPath, listingOf } from './listing.ts';
import type { Failure, Selector } from './listing.ts';
import { headerDigest, localRootDigest, nodeDigest } from './node-digest.ts';

export interface HashOptions {
  /** The root is a local context as it was received: its header is the digest of nothing. */
  readonly localRoot?: boolean;
}

const EMPTY = sha256('');

const isFiltered = (selector: Selector) =>
  Boolean(selector.wildcard || selector.includePatterns?.length || selector.excludePatterns?.length);

/** What is at a clean path on whose way there are no links: the common case. Undefined where it is none or there is nothing. */
function plainNode(root: DirNode, path: string): Node | undefined {
  let node: Node | undefined = root;
  for (let at = 1; at < path.length; ) {
    if (node?.type !== 'dir') return undefined;
    const slash = path.indexOf('/', at);
    const end = slash < 0 ? path.length : slash;
    node = node.entries.get(path.slice(at, end));
    at = end + 1;
  }
  return node?.type === 'symlink' ? undefined : node;
}

function recordAt(root: DirNode, path: string, follow: boolean, options: HashOptions): Digest | Failure {
  const place = scopedPlace(root, path, follow);
  if (!place) return { error: TOO_MANY_LINKS };
  const { node } = place;
  if (!node) return { error: `${goQuote(keyPath(path))}: not found` };
  return node === root && options.localRoot ? localRootDigest(root) : nodeDigest(node);
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

const dedupedLists = new WeakMap<readonly Selector[], readonly Selector[]>();

/** `dedupeSelectors` of what is asked about in every build: kept with the list. */
function keptDeduped(selectors: readonly Selector[]): readonly Selector[] {
  let deduped = dedupedLists.get(selectors);
  if (!deduped) dedupedLists.set(selectors, (deduped = dedupeSelectors(selectors)));
  return deduped;
}

/** By what a selector that reads all of one place finds there. */
const wholeDigests = new WeakMap<Node, Digest>();

/**
 * Digest that BuildKit's cache takes for all that the selectors read: their checksums, joined by NUL and hashed. The error is
 * BuildKit's text behind `failed to calculate checksum of ref …: `.
 */
export function contentDigest(root: DirNode, selectors: readonly Selector[], options: HashOptions = {}): Digest | Failure {
  const deduped = keptDeduped(selectors);
  const [first = { path: '/' }] = deduped;
  const whole = deduped.length < 2 && !isFiltered(first) ? plainNode(root, cleanPath(first.path)) : undefined;
  if (whole && whole !== root) {
    let digest = wholeDigests.get(whole);
    if (!digest) wholeDigests.set(whole, (digest = sha256(nodeDigest(whole))));
    return digest;
  }
  const digests: Digest[] = [];
  for (const selector of deduped.length === 0 ? [first] : deduped) {
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
