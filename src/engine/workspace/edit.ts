/** Actions on the files of the context. */
import { emptyDir, file, get, put, remove, symlink, withMeta } from '../fs/index.ts';
import type { DirNode } from '../fs/node.ts';
import type { Message } from '../source/message.ts';
import type { Action } from './action.ts';

/** An action that only changes files. */
export type Edit = Extract<Action, { readonly path: string }>;

/** Why an edit cannot be done, of a path. */
const refused = (id: string, path: string): Message => ({ id, values: { path } });

/** The context after an edit at a moment, or why it cannot be done. */
export function edited(root: DirNode, action: Edit, now: number): DirNode | Message {
  const there = get(root, action.path);
  if (action.type === 'write' || action.type === 'mkdir' || action.type === 'symlink') {
    const blocked = fileInTheWay(root, action.path);
    if (blocked) return refused('actions.below-file', blocked);
  }
  switch (action.type) {
    case 'write': {
      if (there && there.type !== 'file') return refused('actions.not-a-file', action.path);
      return put(root, action.path, file(action.text, { mtime: now, mode: there?.mode ?? 0o644 }));
    }
    case 'mkdir':
      return there ? refused('actions.exists', action.path) : put(root, action.path, emptyDir({ mtime: now }));
    case 'symlink':
      return there ? refused('actions.exists', action.path) : put(root, action.path, symlink(action.target, { mtime: now }));
    default:
      if (!there) return refused('actions.no-such-file', action.path);
  }
  switch (action.type) {
    case 'delete':
      return remove(root, action.path);
    case 'rename': {
      if (get(root, action.to)) return refused('actions.exists', action.to);
      if (action.to.startsWith(`${action.path}/`)) return refused('actions.into-itself', action.path);
      const blocked = fileInTheWay(root, action.to);
      return blocked ? refused('actions.below-file', blocked) : put(remove(root, action.path), action.to, there);
    }
    case 'chmod':
      return put(root, action.path, withMeta(there, { mode: action.mode & 0o7777 }));
    case 'touch':
      return put(root, action.path, withMeta(there, { mtime: now }));
  }
}

/** The nearest part of a path that exists and is not a folder. */
function fileInTheWay(root: DirNode, path: string): string | undefined {
  const parts = path.split('/');
  for (let i = 1; i < parts.length; i++) {
    const above = parts.slice(0, i).join('/');
    const node = get(root, above);
    if (node && node.type !== 'dir') return above;
  }
  return undefined;
}
