/** From one context to another, as things to do to a folder. Times do not matter to a build; names, contents, modes and links do. */
import { children, contentSize, emptyDir, sameContent } from '#engine/fs/index.ts';
import type { DirNode, FileNode, Node } from '#engine/fs/node.ts';
import type { Change } from './proof.ts';

/** Where the limits are that keep an archive small and a script quick; what lies above is told apart by its seed alone. */
export const limits = { bytes: 4 * 1024 * 1024, filler: 16 * 1024 * 1024 };

/** What to do to a folder with `before` in it, so that it has `after`; nothing at all before the first build. */
export function changesOf(before: DirNode | undefined, after: DirNode): readonly Change[] {
  const changes: Change[] = [];
  folder('', before ?? emptyDir({ mtime: 0 }), after, changes);
  return changes;
}

function folder(at: string, before: DirNode, after: DirNode, changes: Change[]): void {
  const old = new Map(children(before));
  const now = new Map(children(after));
  for (const [name, was] of old) if (now.get(name)?.type !== was.type) changes.push({ op: 'remove', path: below(at, name) });
  for (const [name, node] of now) {
    const was = old.get(name);
    one(below(at, name), was?.type === node.type ? was : undefined, node, changes);
  }
}

const below = (at: string, name: string): string => (at === '' ? name : `${at}/${name}`);

function one(path: string, before: Node | undefined, node: Node, changes: Change[]): void {
  if (before === node) return;
  switch (node.type) {
    case 'dir': {
      const was = before?.type === 'dir' ? before : undefined;
      if (!was) changes.push({ op: 'folder', path, mode: node.mode });
      else if (was.mode !== node.mode) changes.push({ op: 'mode', path, mode: node.mode });
      return folder(path, was ?? emptyDir({ mtime: 0 }), node, changes);
    }
    case 'file': {
      const was = before?.type === 'file' ? before : undefined;
      if (!was || !sameContent(was.content, node.content)) changes.push(written(path, node));
      else if (was.mode !== node.mode) changes.push({ op: 'mode', path, mode: node.mode });
      return;
    }
    case 'symlink':
      if (before?.type !== 'symlink' || before.target !== node.target) changes.push({ op: 'link', path, target: node.target });
      return;
    // No builder takes devices and sockets from a context.
    default:
  }
}

function written(path: string, { content, mode }: FileNode): Change {
  if (content.kind === 'bytes' && content.bytes.length <= limits.bytes) return { op: 'file', path, mode, bytes: content.bytes };
  const seed = content.kind === 'described' ? content.seed : fingerprint(content.bytes);
  return { op: 'filler', path, mode, size: Math.min(contentSize(content), limits.filler), seed };
}

/** Tells large files of real bytes apart: FNV-1a. */
function fingerprint(bytes: Uint8Array): string {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return `${bytes.length}-${hash.toString(16)}`;
}
