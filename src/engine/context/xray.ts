/** Why each file of a context is or is not sent: the deciding pattern and its line, and what each rule is worth. */
import { children, sizeOf } from '../fs/index.ts';
import type { DirNode, Node, ParentMatches } from '../fs/index.ts';
import { ContextFilter } from './filter.ts';
import type { IgnoreFile, IgnorePattern } from './ignore-file.ts';

/** The verdict on one place of the context. */
export interface IgnoreDecision {
  /** Relative path. */
  readonly path: string;
  readonly ignored: boolean;
  /** The pattern that decided; absent where none applies. */
  readonly by?: IgnorePattern;
  /** Bytes of the file; of a directory that is not entered, of all below it. */
  readonly bytes: number;
  /** Files it stands for: 1, or for a directory that is not entered all below it. */
  readonly files: number;
  readonly dir: boolean;
  /** False for an ignored directory that nothing can be brought back from: it is not looked into, whatever its size. */
  readonly entered: boolean;
}

/** What a pattern does. */
export interface IgnoreRule extends IgnorePattern {
  readonly exception: boolean;
  /** Files and bytes that it keeps out or, with `!`, brings back. */
  readonly files: number;
  readonly bytes: number;
  /** Places it decides; 0: the pattern could be left out. */
  readonly matches: number;
}

interface Total {
  readonly files: number;
  readonly bytes: number;
}

export interface IgnoreXray {
  /** In walk order. What is below a directory that is not entered is not listed. */
  readonly decisions: readonly IgnoreDecision[];
  readonly rules: readonly IgnoreRule[];
  readonly sent: Total;
  readonly ignored: Total;
}

const counts = new WeakMap<DirNode, number>();

/** Files below a directory, links and special files included. Memoised. */
function filesBelow(dir: DirNode): number {
  let files = counts.get(dir);
  if (files === undefined) {
    files = 0;
    for (const [, node] of children(dir)) files += node.type === 'dir' ? filesBelow(node) : 1;
    counts.set(dir, files);
  }
  return files;
}

/** Looks through a context with its ignore file. */
export function xray(root: DirNode, ignore: IgnoreFile): IgnoreXray {
  const filter = new ContextFilter(undefined, ignore.matcher);
  const decisions: IgnoreDecision[] = [];
  const rules = ignore.patterns.map((pattern) => ({ ...pattern, exception: pattern.pattern.startsWith('!'), files: 0, bytes: 0, matches: 0 }));
  const totals = { sent: { files: 0, bytes: 0 }, ignored: { files: 0, bytes: 0 } };
  const visit = (path: string, node: Node, parent: ParentMatches | undefined) => {
    const dir = node.type === 'dir';
    const { kept, enter, by, exclude } = filter.visit(path, dir, undefined, parent);
    const whole = dir && !enter;
    const files = dir ? (whole ? filesBelow(node) : 0) : 1;
    const bytes = dir && !whole ? 0 : sizeOf(node);
    const rule = by && rules[by.index];
    if (rule) {
      rule.matches++;
      rule.files += files;
      rule.bytes += bytes;
    }
    const total = kept ? totals.sent : totals.ignored;
    total.files += files;
    total.bytes += bytes;
    decisions.push({
      path, ignored: !kept, ...(by && { by: ignore.patterns[by.index]! }), bytes: dir && !whole ? sizeOf(node) : bytes, files, dir, entered: enter,
    });
    if (dir && enter) for (const [name, child] of children(node)) visit(`${path}/${name}`, child, exclude);
  };
  for (const [name, node] of children(root)) visit(name, node, undefined);
  return { decisions, rules, ...totals };
}
