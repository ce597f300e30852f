/** What differs between two trees in the files that a step reads. */
import { cleanPath, contentFingerprint, contentSize, get, sha256, walk } from '../fs/index.ts';
import type { DirNode, Node } from '../fs/node.ts';
import type { FileChange, FileFacts } from './explanation.ts';

/** Which paths count: those that a step names, wildcards included, and all that is below them. */
export type Reads = (path: string) => boolean;

/** A test for `/`, `/go.*`, `/src/app`: Go's `filepath.Match` for each component, and everything below a match. */
export function readsPaths(sources: readonly string[]): Reads {
  const tests = sources.map((source) => {
    const clean = cleanPath(source).slice(1);
    return clean === '' ? /^/ : new RegExp(`^${clean.split('/').map(componentPattern).join('/')}(?:/|$)`, 'u');
  });
  return (path) => tests.some((test) => test.test(path));
}

function componentPattern(component: string): string {
  let pattern = '';
  for (let i = 0; i < component.length; i++) {
    const char = component[i]!;
    const close = char === '[' ? component.indexOf(']', i + 2) : -1;
    if (char === '*') pattern += '[^/]*';
    else if (char === '?') pattern += '[^/]';
    else if (char === '\\' && i + 1 < component.length) pattern += quoted(component[++i]!);
    else if (close > 0) {
      pattern += `[${component.slice(i + 1, close).replace(/[\\[\]]/g, '\\$&')}]`;
      i = close;
    } else pattern += quoted(char);
  }
  return pattern;
}

const quoted = (char: string): string => char.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Differences that a content digest sees (bytes, mode, type, names), in path order. Equal subtrees cost nothing. */
export function fileChanges(before: DirNode, after: DirNode, reads: Reads): FileChange[] {
  const found: FileChange[] = [];
  if (before === after) return found;
  const paths = new Set<string>();
  for (const [path] of walk(before)) paths.add(path);
  for (const [path] of walk(after)) paths.add(path);
  for (const path of [...paths].sort()) {
    if (!reads(path)) continue;
    const change = changeOf(path, get(before, path), get(after, path));
    if (change) found.push(change);
  }
  return found;
}

function changeOf(path: string, before: Node | undefined, after: Node | undefined): FileChange | undefined {
  if (before === after) return undefined;
  if (!before || !after) {
    const there = before ?? after;
    if (!there || there.type === 'dir') return undefined;
    return before ? { path, kind: 'removed', before: facts(before) } : { path, kind: 'added', after: facts(there) };
  }
  if (before.type !== after.type) return { path, kind: 'type', before: facts(before), after: facts(after) };
  const [old, now] = [facts(before), facts(after)];
  if (old.digest !== now.digest) return { path, kind: 'content', before: old, after: now };
  return old.mode === now.mode ? undefined : { path, kind: 'mode', before: old, after: now };
}

const nothing: FileFacts['digest'] = 'sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

function facts(node: Node): FileFacts {
  if (node.type === 'symlink') return { digest: sha256(node.target), size: 0, mode: node.mode };
  if (node.type !== 'file') return { digest: nothing, size: 0, mode: node.mode };
  return { digest: contentFingerprint(node.content), size: contentSize(node.content), mode: node.mode };
}

/** How many files (folders apart) a step reads. */
export function countFiles(tree: DirNode, reads: Reads): number {
  let n = 0;
  for (const [path, node] of walk(tree)) if (node.type !== 'dir' && reads(path)) n++;
  return n;
}
