/** Makers of nodes. What is not given: files 0644, directories 0755, links 0777, owner 0:0, modification time 0. */
import { encodeUtf8 } from '../source/utf8.ts';
import { contentSize } from './content.ts';
import { entriesOf, forEachChild, NO_ENTRIES } from './entries.ts';
import type { Content, DirNode, Entries, FileNode, Meta, Node, SpecialNode, SymlinkNode } from './node.ts';

type Given = Partial<Meta> | undefined;

function metaOf(meta: Given, mode: number): Meta {
  const { xattrs, origin } = meta ?? {};
  return {
    mode: meta?.mode ?? mode,
    uid: meta?.uid ?? 0,
    gid: meta?.gid ?? 0,
    mtime: meta?.mtime ?? 0,
    ...(xattrs && xattrs.size > 0 && { xattrs }),
    ...(origin && { origin }),
  };
}

/** A directory without entries. */
export function emptyDir(meta?: Partial<Meta>): DirNode {
  return { type: 'dir', ...metaOf(meta, 0o755), entries: NO_ENTRIES };
}

/** A directory with these entries, in any order. */
export function dirOf(entries: Iterable<readonly [string, Node]>, meta?: Partial<Meta>): DirNode {
  return { type: 'dir', ...metaOf(meta, 0o755), entries: entriesOf(entries) };
}

/** A regular file of a text (as UTF-8), of bytes, or of a content. */
export function file(content: string | Uint8Array | Content, meta?: Partial<Meta>): FileNode {
  const held: Content =
    typeof content === 'string'
      ? { kind: 'bytes', bytes: encodeUtf8(content) }
      : content instanceof Uint8Array
        ? { kind: 'bytes', bytes: content }
        : content;
  return { type: 'file', ...metaOf(meta, 0o644), content: held };
}

/** A regular file of `size` bytes that are generated from `seed` when somebody reads them. */
export function described(size: number, seed: string, meta?: Partial<Meta>): FileNode {
  return file({ kind: 'described', size, seed }, meta);
}

/** A symbolic link. */
export function symlink(target: string, meta?: Partial<Meta>): SymlinkNode {
  return { type: 'symlink', ...metaOf(meta, 0o777), target };
}

/** A device, pipe or socket. */
export function special(type: SpecialNode['type'], device = { major: 0, minor: 0 }, meta?: Partial<Meta>): SpecialNode {
  return { type, ...metaOf(meta, 0o644), ...device };
}

/** The same node with other metadata; content, entries and inode stay. */
export function withMeta<N extends Node>(node: N, meta: Partial<Meta>): N {
  return { ...node, ...meta };
}

/** The same directory with other entries, given as entries or as pairs in any order. */
export function withEntriesOf(dir: DirNode, entries: Entries | Iterable<readonly [string, Node]>): DirNode {
  return withEntries(dir, Symbol.iterator in entries ? entriesOf(entries) : entries);
}

/** The same directory with other entries; the very same one where they are its own. */
export function withEntries(dir: DirNode, entries: Entries): DirNode {
  return entries === dir.entries ? dir : { ...dir, entries };
}

/** What is below a directory: bytes of files with one name, the inodes with several, whether there are sockets. */
interface Below {
  readonly bytes: number;
  readonly linked: readonly FileNode[];
  readonly sockets: boolean;
}

const sizes = new WeakMap<DirNode, Below>();

function sizeBelow(dir: DirNode): Below {
  const known = sizes.get(dir);
  if (known) return known;
  let bytes = 0;
  let sockets = false;
  const linked = new Map<object, FileNode>();
  forEachChild(dir, (_, node) => {
    if (node.type === 'dir') {
      const below = sizeBelow(node);
      bytes += below.bytes;
      sockets ||= below.sockets;
      for (const name of below.linked) linked.set(name.inode!, name);
    } else if (node.type === 'file') {
      if (node.inode) linked.set(node.inode, node);
      else bytes += contentSize(node.content);
    } else if (node.type === 'socket') sockets = true;
  });
  const size = { bytes, sockets, linked: [...linked.values()] };
  sizes.set(dir, size);
  return size;
}

/** Bytes of a file; of a directory, of all files below it, counting an inode once. Memoised by directory. */
export function sizeOf(node: Node): number {
  if (node.type === 'file') return contentSize(node.content);
  if (node.type !== 'dir') return 0;
  const { bytes, linked } = sizeBelow(node);
  return linked.reduce((sum, name) => sum + contentSize(name.content), bytes);
}

/** The inodes with more than one name below a directory, by one of their names. Memoised. */
export function linkedInodes(dir: DirNode): readonly FileNode[] {
  return sizeBelow(dir).linked;
}

/** True where a copy of a directory can be the directory itself: no hard links, whose inodes must part, and no sockets. */
export function isShareable(dir: DirNode): boolean {
  const { linked, sockets } = sizeBelow(dir);
  return linked.length === 0 && !sockets;
}
