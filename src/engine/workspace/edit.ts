/** Actions on the files of the context. */
import { emptyDir, file, get, put, remove, symlink, withMeta } from '../fs/index.ts';
import type { DirNode } from '../fs/node.ts';
import type { Action } from './action.ts';

/** An action that only changes files. */
export type Edit = Extract<Action, { readonly path: string }>;

/** The context after an edit at a moment, or a sentence about why it cannot be done. */
export function edited(root: DirNode, action: Edit, now: number): DirNode | string {
  const there = get(root, action.path);
  if (action.type === 'write' || action.type === 'mkdir' || action.type === 'symlink') {
    const blocked = fileInTheWay(root, action.path);
    if (blocked) return `${blocked} is a file, so nothing can be put below it.`;
  }
  switch (action.type) {
    case 'write': {
      if (there && there.type !== 'file') return `${action.path} is not a file.`;
      return put(root, action.path, file(action.text, { mtime: now, mode: there?.mode ?? 0o644 }));
    }
    case 'mkdir':
      return there ? `${action.path} exists already.` : put(root, action.path, emptyDir({ mtime: now }));
    case 'symlink':
      return there ? `${action.path} exists already.` : put(root, action.path, symlink(action.target, { mtime: now }));
    default:
      if (!there) return `There is no ${action.path}.`;
  }
  switch (action.type) {
    case 'delete':
      return remove(root, action.path);
    case 'rename': {
      if (get(root, action.to)) return `${action.to} exists already.`;
      if (action.to.startsWith(`${action.path}/`)) return 'A folder cannot be moved into itself.';
      const blocked = fileInTheWay(root, action.to);
      return blocked ? `${blocked} is a file, so nothing can be put below it.` : put(remove(root, action.path), action.to, there);
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
