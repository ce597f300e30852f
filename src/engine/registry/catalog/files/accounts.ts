import { file, get, put, textOf } from '../../../fs/index.ts';
import type { DirNode } from '../../../fs/node.ts';

/** A user of an image, with a group of the same name. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid?: number;
  readonly comment?: string;
  readonly home: string;
  readonly shell: string;
}

/** A root with one more line in `/etc/passwd` and `/etc/group`, as `useradd` in the image's own Dockerfile left them. */
export function withAccount(root: DirNode, { name, uid, gid = uid, comment = '', home, shell }: Account): DirNode {
  const line = `${name}:x:${uid}:${gid}:${comment}:${home}:${shell}\n`;
  return append(append(root, 'etc/passwd', line), 'etc/group', `${name}:x:${gid}:\n`);
}

function append(root: DirNode, path: string, line: string): DirNode {
  const node = get(root, path);
  if (node?.type !== 'file') return put(root, path, file(line));
  const { mode, uid, gid, mtime } = node;
  return put(root, path, file(textOf(node) + line, { mode, uid, gid, mtime }));
}
