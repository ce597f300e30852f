/** Paths as BuildKit resolves them inside a root (`filepath-securejoin`): what is missing is passed over by its name. */
import type { DirNode, Node } from './node.ts';

/** BuildKit's text for a chain of more than 255 links. */
export const TOO_MANY_LINKS = 'too many links';

/** Links that one path may lead through, and the length of their texts. */
export const MAX_LINKS = 255;
export const MAX_TARGET = 4095;

/** Where a path leads in a root. */
export interface ScopedPlace {
  /** Cleaned absolute path without links; a missing component stays as it is written. */
  readonly path: string;
  readonly node: Node | undefined;
  /** The first place that was looked for below something that is no directory. */
  readonly below?: string;
}

/** Follows a path in a root; undefined where there are too many links. Nothing leads out, and the work is linear. */
export function scopedPlace(root: DirNode, path: string, followLast: boolean): ScopedPlace | undefined {
  const names: string[] = [];
  const nodes: (Node | undefined)[] = [root];
  const todo = path.split('/').reverse();
  let left = todo.filter((name) => name !== '').length;
  let links = 0;
  let below: string | undefined;
  while (todo.length > 0) {
    const name = todo.pop()!;
    if (name === '') continue;
    left--;
    if (name === '.') continue;
    if (name === '..') {
      names.pop();
      if (nodes.length > 1) nodes.pop();
      continue;
    }
    const dir = nodes.at(-1);
    const node = dir?.type === 'dir' ? dir.entries.get(name) : undefined;
    if (node?.type === 'symlink' && (followLast || left > 0)) {
      if (++links > MAX_LINKS || node.target.length > MAX_TARGET) return undefined;
      if (node.target.startsWith('/')) {
        names.length = 0;
        nodes.length = 1;
      }
      for (const part of node.target.split('/').reverse()) {
        todo.push(part);
        if (part !== '') left++;
      }
      continue;
    }
    names.push(name);
    nodes.push(node);
    if (dir && dir.type !== 'dir') below ??= '/' + names.join('/');
  }
  return { path: '/' + names.join('/'), node: nodes.at(-1), ...(below !== undefined && { below }) };
}

/** Go's `strconv.Quote`, as error texts show paths. */
export function goQuote(text: string): string {
  let quoted = '"';
  for (const char of text) {
    const code = char.codePointAt(0)!;
    const named = { 7: 'a', 8: 'b', 9: 't', 10: 'n', 11: 'v', 12: 'f', 13: 'r', 34: '"', 92: '\\' }[code];
    if (named) quoted += `\\${named}`;
    else if (code < 32 || code === 127) quoted += `\\x${code.toString(16).padStart(2, '0')}`;
    else if (/[\p{C}\p{Z}]/u.test(char) && char !== ' ') quoted += code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
    else quoted += char;
  }
  return quoted + '"';
}
