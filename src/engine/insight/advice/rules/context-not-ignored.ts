import { sizeOf, walk } from '../../../fs/index.ts';
import type { DirNode } from '../../../fs/node.ts';
import { formatBytes } from '../../../source/figures.ts';
import type { AdviceRule } from '../advice.ts';
import { ignoreLines } from '../edits.ts';
import { contextCopies } from '../facts.ts';

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
  title: 'Keep .git and node_modules out of the context',
  find(facts) {
    const copy = facts.stages.flatMap(contextCopies).find(({ all, copy: { exclude } }) => all && exclude.length === 0)?.copy;
    const found = copy ? foldersIn(facts.sent) : [];
    if (!copy || found.length === 0) return [];
    const bytes = found.reduce((sum, { dir }) => sum + sizeOf(dir), 0);
    const names = [...new Set(found.map(({ name }) => name))];
    const patterns = unwanted.flatMap(([name, pattern]) => (names.includes(name) ? [pattern] : []));
    const [are, them] = found.length === 1 ? ['is', 'it'] : ['are', 'them'];
    const because = facts.ignore ? `no line of ${facts.ignore.file} keeps ${them} out` : 'there is no .dockerignore';
    return [{
      range: copy.range,
      lines: [copy.lines],
      message: `${quoted(names)}, ${formatBytes(bytes)}, ${are} sent and copied: ${because}.`,
      hint: `Add ${quoted(patterns)} to ${facts.ignore?.file ?? '.dockerignore'}: a commit or an install outside would run everything below again.`,
      edit: ignoreLines(facts, patterns),
      gain: 'image',
      regardless: true,
    }];
  },
};

const quoted = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(' and ');

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
