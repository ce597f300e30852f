/** The folder of a scenario: the context, and what lies beside it. Files written by step k are k seconds old; folders are of time 0. */
import { dirOf, emptyDir, file, get, put, remove, symlink, withMeta } from '#engine/fs/index.ts';
import type { DirNode } from '#engine/fs/index.ts';
import type { RecordedEdit, RecordedFile, RecordedStep } from './recording.ts';

/** Where the context lies in the folder. */
const inside = 'w';

/** Where every scenario begins. */
export const emptyWorkspace: DirNode = dirOf([[inside, emptyDir()]]);

/** The folder at a path as a step writes it: `.` is the context, `../lib` lies beside it. */
export function folderAt(workspace: DirNode, path: string): DirNode | undefined {
  const found = get(workspace, place(path));
  return found?.type === 'dir' ? found : undefined;
}

/** The folder after a step's files and edits. */
export function applyStep(workspace: DirNode, step: RecordedStep, index: number): DirNode {
  let next = workspace;
  for (const [path, content] of Object.entries(step.files ?? {})) next = write(next, path, typeof content === 'string' ? { text: content } : content, index);
  for (const edit of step.edits ?? []) next = applyEdit(next, edit, index);
  return next;
}

const place = (path: string): string => (path.startsWith('../') ? path.slice(3) : `${inside}/${path}`).replace(/\/\.$/, '');

function write(workspace: DirNode, path: string, content: RecordedFile, index: number): DirNode {
  const at = place(path);
  const old = get(workspace, at);
  const mtime = (content.mtime ?? index) * 1000;
  const mode = content.mode === undefined ? undefined : parseInt(content.mode, 8);
  if (path.endsWith('/')) return put(workspace, at.slice(0, -1), old?.type === 'dir' ? old : emptyDir({ ...(mode !== undefined && { mode }) }));
  if (content.symlink !== undefined) return put(workspace, at, symlink(content.symlink, { mtime }));
  const bytes = content.base64 === undefined ? (content.text ?? '') : new Uint8Array(Buffer.from(content.base64, 'base64'));
  return put(workspace, at, file(bytes, { mtime, mode: mode ?? (old?.type === 'file' ? old.mode : 0o644) }));
}

function applyEdit(workspace: DirNode, edit: RecordedEdit, index: number): DirNode {
  switch (edit.op) {
    case 'write':
      return write(workspace, edit.path, edit, index);
    case 'symlink':
      return write(workspace, edit.path, { symlink: edit.target ?? edit.symlink ?? '', ...(edit.mtime !== undefined && { mtime: edit.mtime }) }, index);
    case 'mkdir':
      return put(workspace, place(edit.path), emptyDir(edit.mode === undefined ? {} : { mode: parseInt(edit.mode, 8) }));
    case 'delete':
      return remove(workspace, place(edit.path));
    case 'chmod':
    case 'touch': {
      const node = get(workspace, place(edit.path))!;
      return put(workspace, place(edit.path), withMeta(node, edit.op === 'chmod' ? { mode: parseInt(edit.mode, 8) } : { mtime: edit.mtime * 1000 }));
    }
    case 'rename': {
      const node = get(workspace, place(edit.from))!;
      return put(remove(workspace, place(edit.from)), place(edit.to), node);
    }
  }
}
