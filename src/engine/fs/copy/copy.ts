/** File actions on a tree: BuildKit `solver/llbsolver/file/backend.go` and the front half of `fsutil/copy`. */
import type { CopyAction, MkdirAction, MkfileAction } from '../action.ts';
import { splitWildcards } from '../hash/listing.ts';
import { goMatcher, mayMatchBelow } from '../patterns/go-match.ts';
import { file, withMeta } from '../make.ts';
import { updateFile } from '../links.ts';
import type { DirNode } from '../node.ts';
import { baseName, cleanPath, dirName, forEachBelow, get, joinPath } from '../paths.ts';
import { compilePatterns } from '../patterns/matcher.ts';
import type { Matcher } from '../patterns/matcher.ts';
import { fromBase64 } from './base64.ts';
import { ActionError, Destination, rootPath } from './destination.ts';
import { Merge } from './merge.ts';
import type { MergeOptions } from './merge.ts';
import type { Owner } from './owner.ts';
import { parseMode } from './symbolic-mode.ts';
import { unpack } from './unpack.ts';

export interface CopyOptions {
  /** Numbers that replace those of the source, of created parents too; from `ownerOf`. */
  readonly owner?: Owner | undefined;
  /** Virtual milliseconds since 1970: the time of what is made new. */
  readonly now: number;
  /** Who is named in `Origin.by` of what is made new; copies keep the origin of their source. */
  readonly origin?: string;
}

export type FileResult = { readonly root: DirNode } | { readonly error: string };

const DIR_MODE = 0o755;

/** Milliseconds of an action's timestamp in nanoseconds; undefined for -1. */
const timeOf = (timestamp: number) => (timestamp === -1 ? undefined : timestamp / 1e6);

function attempt(dest: DirNode, options: CopyOptions, act: (to: Destination) => void): FileResult {
  const to = new Destination(dest, options.now, options.origin === undefined ? undefined : { by: options.origin });
  try {
    act(to);
    return { root: to.root };
  } catch (error) {
    if (error instanceof ActionError) return { error: error.message };
    throw error;
  }
}

function matcherFor(patterns: readonly string[] | undefined, kind: string): Matcher | undefined {
  if (!patterns?.length) return undefined;
  const matcher = compilePatterns(patterns);
  if ('error' in matcher) throw new ActionError(`invalid ${kind}patterns: [${patterns.join(' ')}]: ${matcher.error}`);
  return matcher;
}

/** Paths of the source that a copy takes, one after another (`ResolveWildcards`). */
function matchesOf(source: DirNode, src: string, followLinks: boolean): string[] {
  const [prefix, rest] = splitWildcards(src);
  if (rest === '') return [prefix];
  const base = rootPath(source, prefix, followLinks);
  const top = get(source, base);
  if (!top) throw new ActionError(`lstat ${base}: no such file or directory`);
  const matches: string[] = [];
  const match = goMatcher(rest);
  if (top.type === 'dir') {
    forEachBelow(top, (path) => {
      const matched = match(path) === true;
      if (matched) matches.push(joinPath(base, path));
      return !matched && mayMatchBelow(rest, path);
    });
  }
  return matches;
}

/** What a destination path as written means: `/d/`, `/d/.` name a directory, which is made first. */
function writtenAsDir(path: string): boolean {
  return path.endsWith('/') || path.endsWith('/.') || path === '';
}

interface Plan {
  readonly source: DirNode;
  readonly action: CopyAction;
  readonly parents: { readonly mode: number; readonly uid?: number; readonly gid?: number; readonly mtime?: number };
  readonly merge: MergeOptions;
}

/** One match onto the destination (`copy.Copy`). */
function copyOne(to: Destination, plan: Plan, src: string): void {
  const { source, action, parents } = plan;
  const written = cleanPath(action.dest);
  to.mkdirAll(rootPath(to.root, writtenAsDir(action.dest) ? written : dirName(written)), parents);
  let place = rootPath(to.root, written);
  const from = rootPath(source, src, Boolean(action.followSymlink));
  const node = get(source, from);
  if (!node) throw new ActionError(`lstat ${from}: no such file or directory`);
  const there = get(to.root, place);
  if (node.type === 'dir' ? !action.dirCopyContents && there : there?.type === 'dir') place = joinPath(place, baseName(src));
  to.mkdirAll(node.type === 'dir' && action.dirCopyContents && !there ? place : dirName(place), parents);
  const target = get(to.root, place);
  const result = new Merge(to, plan.merge).merge(node, target, '', place, {});
  if (result && result !== target) to.set(place, result);
}

/** What COPY and ADD do: `source` onto `dest` by BuildKit's rules. The error is BuildKit's text. */
export function copy(dest: DirNode, source: DirNode, action: CopyAction, options: CopyOptions): FileResult {
  return attempt(dest, options, (to) => {
    const { owner } = options;
    const mtime = timeOf(action.timestamp);
    const numeric = action.modeStr === undefined && action.mode !== -1 ? action.mode & 0o7777 : undefined;
    const mode = numeric === undefined ? action.modeStr && parseMode(action.modeStr) : () => numeric;
    const parents = { mode: numeric === undefined ? DIR_MODE : numeric & 0o777, ...owner, ...(mtime !== undefined && { mtime }) };
    if (!action.createDestPath && !get(to.root, dirName(rootPath(to.root, action.dest)))) {
      throw new ActionError(`failed to stat ${action.dest}: lstat ${dirName(rootPath(to.root, action.dest))}: no such file or directory`);
    }
    const src = cleanPath(action.src);
    const matches = action.allowWildcard ? matchesOf(source, src, Boolean(action.followSymlink)) : [src];
    if (matches.length === 0 && !action.allowEmptyWildcard) throw new ActionError(`${src} not found`);
    for (const match of matches) {
      if (action.attemptUnpackDockerCompatibility && unpack(to, source, match, action.dest, owner, mtime)) continue;
      if (action.modeStr !== undefined && !mode) throw new ActionError('invalid syntax');
      const include = matcherFor(action.includePatterns, 'include');
      const exclude = matcherFor(action.excludePatterns, 'exclude');
      const merge: MergeOptions = {
        ...(owner && { owner }),
        ...(mode && { mode }),
        ...(mtime !== undefined && { mtime }),
        ...(include && { include }),
        ...(exclude && { exclude }),
        replace: Boolean(action.alwaysReplaceExistingDestPaths),
      };
      copyOne(to, { source, action, parents, merge }, match);
    }
  });
}

/** What WORKDIR does. */
export function mkdir(dest: DirNode, action: MkdirAction, options: CopyOptions): FileResult {
  return attempt(dest, options, (to) => {
    const place = rootPath(to.root, action.path);
    const mtime = timeOf(action.timestamp);
    const meta = { mode: action.mode & 0o777, ...options.owner, ...(mtime !== undefined && { mtime }) };
    if (!action.makeParents) {
      if (get(to.root, place)) return;
      const parent = get(to.root, dirName(place));
      if (parent?.type !== 'dir') throw new ActionError(`mkdir ${place}: ${parent ? 'not a directory' : 'no such file or directory'}`);
    }
    to.mkdirAll(place, meta);
  });
}

/** What a heredoc or an inline document does before it is copied. */
export function mkfile(dest: DirNode, action: MkfileAction, options: CopyOptions): FileResult {
  return attempt(dest, options, (to) => {
    const place = rootPath(to.root, action.path);
    const parent = get(to.root, dirName(place));
    const old = get(to.root, place);
    if (parent?.type !== 'dir') throw new ActionError(`open ${place}: ${parent ? 'not a directory' : 'no such file or directory'}`);
    if (old?.type === 'dir') throw new ActionError(`open ${place}: is a directory`);
    const { content } = file(action.data === undefined ? (action.text ?? '') : fromBase64(action.data));
    const mtime = timeOf(action.timestamp) ?? options.now;
    const meta = { mtime, ...options.owner, ...(options.origin !== undefined && { origin: { by: options.origin } }) };
    if (old?.type === 'file') to.root = updateFile(to.root, place, (node) => ({ ...withMeta(node, meta), content }));
    else to.set(place, file(content, { mode: action.mode & 0o777, ...meta }));
  });
}
