/** Paths as BuildKit resolves them inside a root (`filepath-securejoin`): what is missing is passed over by its name. */
import type { DirNode } from './node.ts';
import { get, joinPath } from './paths.ts';

/** BuildKit's text for a chain of more than 255 links. */
export const TOO_MANY_LINKS = 'too many links';

const MAX_LINKS = 255;

/** Cleaned absolute path without links; undefined where there are too many. A missing component stays as it is written. */
export function scopedPath(root: DirNode, path: string, followLast: boolean): string | undefined {
  let current = '/';
  let links = 0;
  const todo = path.split('/').reverse();
  while (todo.length > 0) {
    const next = joinPath(current, todo.pop()!);
    const node = next === current ? undefined : get(root, next);
    current = next;
    if (node?.type !== 'symlink') continue;
    if (!followLast && todo.every((rest) => rest === '')) return current;
    if (++links > MAX_LINKS) return undefined;
    current = node.target.startsWith('/') ? '/' : joinPath(current, '..');
    for (const part of node.target.split('/').reverse()) todo.push(part);
  }
  return current;
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
