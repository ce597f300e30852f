/** The tree that a client sends: fsutil's `FilterFS`, with include patterns from the paths that a build reads. */
import { compilePatterns, forEachChild, withEntriesOf } from '../fs/index.ts';
import type { DirNode, Matcher, Node, ParentMatches, Pattern } from '../fs/index.ts';
import { followPaths } from './follow-paths.ts';
import type { IgnoreFile } from './ignore-file.ts';

/** A pattern without the `/**` and `/*` at its end. */
function stem(pattern: Pattern): string {
  return pattern.text.replace(/\/\*\*$/, '').replace(/\/\*$/, '');
}

/** Where patterns lead, exceptions or the others: `a/b/` for `a/b/**`. */
const placesOf = (matcher: Matcher | undefined, exceptions: boolean): readonly string[] =>
  (matcher?.compiled ?? []).flatMap((pattern) => (pattern.exception === exceptions ? `${stem(pattern)}/` : []));

/** Whether one of the places is in a directory, or the directory itself. */
function leadInto(places: readonly string[], path: string): boolean {
  const dir = `${path}/`;
  return places.some((place) => place.startsWith(dir));
}

const isPlain = (pattern: Pattern) => !/[*[\]?^\\]/.test(stem(pattern));

/** What is kept of a directory is memoised for the matches it inherits and the path it has. */
interface Kept {
  readonly path: string;
  readonly include: ParentMatches | undefined;
  readonly exclude: ParentMatches | undefined;
  readonly node: DirNode | undefined;
}

/** What was decided of one entry in a walk: `enter` is false for a directory that is not looked into. */
export interface Visit {
  readonly kept: boolean;
  readonly enter: boolean;
  readonly by?: Pattern | undefined;
  readonly include?: ParentMatches | undefined;
  readonly exclude?: ParentMatches | undefined;
}

const sameMatches = (a: ParentMatches | undefined, b: ParentMatches | undefined) =>
  a === b || (a !== undefined && b !== undefined && a.length === b.length && a.every((match, i) => match === b[i]));

/** One filter, for trees and their later versions: what did not change is not matched again. */
export class ContextFilter {
  /** Text of the first error of a pattern that turned out not to compile when it was needed. */
  error: string | undefined;
  private readonly include: Matcher | undefined;
  private readonly exclude: Matcher | undefined;
  private readonly included: readonly string[];
  private readonly excepted: readonly string[];
  private readonly plainIncludes: boolean;
  private readonly plainExceptions: boolean;
  private readonly kept = new WeakMap<DirNode, Kept>();

  constructor(include: Matcher | undefined, exclude: Matcher | undefined) {
    this.include = include;
    this.exclude = exclude;
    this.included = placesOf(include, false);
    this.excepted = placesOf(exclude, true);
    this.plainIncludes = include?.compiled.every((pattern) => pattern.exception || isPlain(pattern)) ?? true;
    this.plainExceptions = exclude?.compiled.every((pattern) => !pattern.exception || isPlain(pattern)) ?? true;
  }

  /** The verdict on one entry, given those on the directory above it. */
  visit(path: string, isDir: boolean, include: ParentMatches | undefined, exclude: ParentMatches | undefined): Visit {
    let kept = true;
    let by: Pattern | undefined;
    let inner: ParentMatches | undefined;
    if (this.include) {
      const result = this.include.matchBelow(path, include);
      if (result.error) this.error ??= `failed to match includepatterns: ${result.error}`;
      inner = result.matches;
      if (!result.matched) {
        if (isDir && this.plainIncludes && !leadInto(this.included, path)) return { kept: false, enter: false };
        kept = false;
      }
    }
    let outer: ParentMatches | undefined;
    if (this.exclude) {
      const result = this.exclude.matchBelow(path, exclude);
      if (result.error) this.error ??= `failed to match excludepatterns: ${result.error}`;
      outer = result.matches;
      by = result.by;
      if (result.matched) {
        const prune = isDir && this.plainExceptions && !(this.exclude.hasExceptions && leadInto(this.excepted, path));
        if (prune) return { kept: false, enter: false, by };
        kept = false;
      }
    }
    return { kept, enter: isDir, by, include: inner, exclude: outer };
  }

  private below(dir: DirNode, path: string, include: ParentMatches | undefined, exclude: ParentMatches | undefined): DirNode | undefined {
    const known = this.kept.get(dir);
    if (known && known.path === path && sameMatches(known.include, include) && sameMatches(known.exclude, exclude)) return known.node;
    const entries: [string, Node][] = [];
    const prefix = path === '' ? '' : `${path}/`;
    let changed = false;
    forEachChild(dir, (name, node) => {
      const place = prefix + name;
      const verdict = this.visit(place, node.type === 'dir', include, exclude);
      let left: Node | undefined = verdict.kept ? node : undefined;
      if (node.type === 'dir' && verdict.enter) {
        const inside = this.below(node, place, verdict.include, verdict.exclude);
        left = verdict.kept || (inside && inside.entries.size > 0) ? inside : undefined;
      }
      if (left) entries.push([name, left]);
      changed ||= left !== node;
    });
    const node = changed ? withEntriesOf(dir, entries) : dir;
    this.kept.set(dir, { path, include, exclude, node });
    return node;
  }

  /** The tree that is left; what is left whole is shared. */
  apply(root: DirNode): DirNode {
    if (!this.include && !this.exclude) return root;
    return this.below(root, '', undefined, undefined) ?? root;
  }
}

const filters = new WeakMap<object, Map<string, ContextFilter>>();
const WITHOUT_FILE = {};

/** The filter of an ignore file and include patterns; the same object for the same file, so that it remembers. */
function filterFor(ignore: IgnoreFile | undefined, includes: readonly string[]): ContextFilter | { readonly error: string } {
  const owner: object = ignore ?? WITHOUT_FILE;
  let byIncludes = filters.get(owner);
  if (!byIncludes) filters.set(owner, (byIncludes = new Map()));
  const key = includes.join('\0');
  const known = byIncludes.get(key);
  if (known) return known;
  const include = includes.length > 0 ? compilePatterns(includes) : undefined;
  if (include && 'error' in include) return { error: `invalid includepatterns: [${includes.join(' ')}]: ${include.error}` };
  const exclude = ignore?.matcher && ignore.patterns.length > 0 ? ignore.matcher : undefined;
  const filter = new ContextFilter(include, exclude);
  if (byIncludes.size > 16) byIncludes.clear();
  byIncludes.set(key, filter);
  return filter;
}

export interface FilterOptions {
  /** What COPY, ADD and bind mounts read: nothing else is sent. Absent or with the root in it: all. */
  readonly followPaths?: readonly string[];
}

/** What a client sends of a context, or BuildKit's text for why it cannot. */
export function sendContext(root: DirNode, ignore: IgnoreFile | undefined, options: FilterOptions = {}): { readonly root: DirNode } | { readonly error: string } {
  const filter = filterFor(ignore, options.followPaths ? followPaths(root, options.followPaths) : []);
  if (!(filter instanceof ContextFilter)) return filter;
  const sent = filter.apply(root);
  return filter.error === undefined ? { root: sent } : { error: filter.error };
}

/** The tree that is sent, as `sendContext`; all of it where a pattern is in error. Shares what is left whole. */
export function filterContext(root: DirNode, ignore: IgnoreFile | undefined, options: FilterOptions = {}): DirNode {
  const sent = sendContext(root, ignore, options);
  return 'root' in sent ? sent.root : root;
}

