/** Ignore files for the reference corpus: text or patterns, paths and a tree → what is excluded and what is sent. */
import { children, compilePatterns, dirOf, emptyDir, file, put } from '../../../src/engine/fs/index.ts';
import type { DirNode } from '../../../src/engine/fs/index.ts';
import { ContextFilter } from '../../../src/engine/context/filter.ts';
import { readIgnoreFile } from '../../../src/engine/context/index.ts';

interface Input {
  readonly text?: string;
  readonly patterns?: readonly string[];
  readonly paths?: readonly string[];
  readonly tree?: readonly string[];
}

interface Output {
  readonly error?: string;
  readonly patterns?: readonly string[];
  /** One character for each path: `1` excluded, `0` kept, `E` the match failed. */
  readonly excluded?: string;
  /** Paths that are sent, directories with a slash. */
  readonly walk?: readonly string[];
}

function treeOf(paths: readonly string[]): DirNode {
  return paths.reduce((root, path) => put(root, path, path.endsWith('/') ? emptyDir() : file('')), dirOf([]));
}

function list(dir: DirNode, prefix: string, found: string[]): string[] {
  for (const [name, node] of children(dir)) {
    found.push(prefix + name + (node.type === 'dir' ? '/' : ''));
    if (node.type === 'dir') list(node, `${prefix}${name}/`, found);
  }
  return found;
}

/** The corpus runner's `ignore`. */
export function ignore(input: Input): Output {
  const read = input.text === undefined ? undefined : readIgnoreFile(input.text);
  if (read?.error && read.patterns.length === 0) return { error: read.error.message };
  const patterns = read ? read.patterns.map(({ pattern }) => pattern) : (input.patterns ?? []);
  const matcher = compilePatterns(patterns);
  if ('error' in matcher) return { error: matcher.error, patterns };
  const verdicts = { true: '1', false: '0', undefined: 'E' } as const;
  const excluded = (input.paths ?? []).map((path) => verdicts[`${matcher.tryMatch(path)}`]).join('');
  const filter = new ContextFilter(undefined, matcher);
  const sent = filter.apply(treeOf(input.tree ?? []));
  return { patterns, excluded, walk: filter.error === undefined ? list(sent, '', []) : [] };
}
