import { sizeOf, walk } from '../../../fs/index.ts';
import type { DirNode } from '../../../fs/node.ts';
import type { AdviceRule } from '../advice.ts';
import { ignoreLines } from '../edits.ts';
import { contextCopies } from '../facts.ts';
import { listed } from '../listed.ts';

/** Folders that a build makes itself or has no use for, and the pattern that keeps all of them out. */
const unwanted: readonly (readonly [name: string, pattern: string])[] = [
  ['.git', '.git'],
  ['.venv', '**/.venv'],
  ['__pycache__', '**/__pycache__'],
  ['node_modules', '**/node_modules'],
];

/** `.git` or `node_modules` are copied because no line of an ignore file keeps them out. */
export const contextNotIgnored: AdviceRule = {
  name: 'context-not-ignored',
  title: { id: 'advice.context-not-ignored-title' },
  find(facts) {
    const copy = facts.stages.flatMap(contextCopies).find(({ all, copy: { exclude } }) => all && exclude.length === 0)?.copy;
    const found = copy ? foldersIn(facts.sent) : [];
    if (!copy || found.length === 0) return [];
    const bytes = found.reduce((sum, { dir }) => sum + sizeOf(dir), 0);
    const names = [...new Set(found.map(({ name }) => name))];
    const patterns = unwanted.flatMap(([name, pattern]) => (names.includes(name) ? [pattern] : []));
    return [{
      range: copy.range,
      lines: [copy.lines],
      message: { id: 'advice.context-not-ignored', values: { names: listed(names), bytes: { bytes }, n: found.length, ignore: facts.ignore?.file ?? 'none' } },
      hint: { id: 'advice.context-not-ignored-hint', values: { patterns: listed(patterns), file: facts.ignore?.file ?? '.dockerignore' } },
      edit: ignoreLines(facts, patterns),
      gain: 'image',
      regardless: true,
    }];
  },
};

function foldersIn(sent: DirNode): readonly { readonly name: string; readonly dir: DirNode }[] {
  const found: { readonly name: string; readonly dir: DirNode }[] = [];
  let inside: string | undefined;
  for (const [path, node] of walk(sent)) {
    if (inside !== undefined && path.startsWith(inside)) continue;
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (node.type !== 'dir' || !unwanted.some(([each]) => each === name) || (name === '.git' && path !== name)) continue;
    inside = `${path}/`;
    found.push({ name, dir: node });
  }
  return found;
}
