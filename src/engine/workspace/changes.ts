/** What a person changed between two states of a context. A time alone is no edit. */
import { get, sameContent, walk } from '../fs/index.ts';
import type { DirNode, Node } from '../fs/node.ts';

export type Change = 'none' | 'edited' | 'added';

/** Whether a node is another than it was. A folder has not changed because something in it did; a time alone is no edit. */
export function changeOf(before: Node | undefined, now: Node): Change {
  if (!before || before.type !== now.type) return 'added';
  if (before === now || now.type === 'dir') return 'none';
  if (before.mode !== now.mode) return 'edited';
  if (now.type === 'file' && before.type === 'file') return sameContent(before.content, now.content) ? 'none' : 'edited';
  return now.type === 'symlink' && before.type === 'symlink' && now.target !== before.target ? 'edited' : 'none';
}

/** Files and links that are gone. */
export function removedPaths(before: DirNode, now: DirNode): string[] {
  if (before === now) return [];
  return [...walk(before)].filter(([path, node]) => node.type !== 'dir' && !get(now, path)).map(([path]) => path);
}

/** Files and links that are new, gone or not as they were, in path order. */
export function changedPaths(before: DirNode, now: DirNode): readonly string[] {
  if (before === now) return [];
  const changed = [...walk(now)].filter(([path, node]) => node.type !== 'dir' && changeOf(get(before, path), node) !== 'none').map(([path]) => path);
  return [...changed, ...removedPaths(before, now)];
}
