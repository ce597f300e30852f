/**
 * Names of files: hard links, renames, and writing through a name. `lower` is the tree that the layer began with: on an overlay
 * its inodes are never written to, so a change through one name of such an inode gives that name an inode of its own.
 */
import { forEachChild, withEntry } from './entries.ts';
import { linkedInodes, withEntries, withMeta } from './make.ts';
import type { Content, DirNode, FileNode, Meta, Node } from './node.ts';
import { baseName, dirName, get, joinPath, namesOf, put, remove, resolvePath, update } from './paths.ts';
import type { PathError } from './paths.ts';

const inodesBelow = new WeakMap<DirNode, ReadonlySet<object>>();

function inodesOf(dir: DirNode): ReadonlySet<object> {
  let inodes = inodesBelow.get(dir);
  if (!inodes) {
    inodes = new Set(linkedInodes(dir).map((node) => node.inode!));
    inodesBelow.set(dir, inodes);
  }
  return inodes;
}

function replaceInode(dir: DirNode, inode: object, next: FileNode): DirNode {
  if (!inodesOf(dir).has(inode)) return dir;
  let entries = dir.entries;
  forEachChild(dir, (name, node) => {
    if (node.type === 'file' && node.inode === inode) entries = withEntry(entries, name, next);
    else if (node.type === 'dir') entries = withEntry(entries, name, replaceInode(node, inode, next));
  });
  return withEntries(dir, entries);
}

function withoutInode(node: FileNode): FileNode {
  const { inode: _, ...rest } = node;
  return rest;
}

/** Root with a file changed through one of its names; the other names of its inode change with it, as far as they are not `lower`'s. */
export function updateFile(root: DirNode, path: string, f: (node: FileNode) => FileNode, lower?: DirNode): DirNode {
  const node = get(root, path);
  if (node?.type !== 'file') return root;
  const { inode } = node;
  if (!inode) return put(root, path, f(node));
  if (lower && inodesOf(lower).has(inode)) return put(root, path, f(withoutInode(node)));
  return replaceInode(root, inode, { ...f(node), inode });
}

/** Writes a file through one of its names, or makes it. The path is final: no link is followed. */
export function writeContent(root: DirNode, path: string, content: Content, meta: Partial<Meta> = {}, lower?: DirNode): DirNode {
  const node = get(root, path);
  if (node?.type === 'file') return updateFile(root, path, (old) => ({ ...old, ...meta, content }), lower);
  return put(root, path, { type: 'file', mode: 0o644, uid: 0, gid: 0, mtime: 0, ...meta, content });
}

/** Gives the file at `from` a second name. Links in the directories of both paths are followed, the last names are not. */
export function link(root: DirNode, from: string, to: string, lower?: DirNode): DirNode | PathError {
  const source = resolvePath(root, from, { followLast: false });
  if ('error' in source) return source;
  const place = resolvePath(root, to, { followLast: false });
  if ('error' in place) return place;
  if (!source.node) return { error: 'ENOENT', path: source.path };
  if (source.node.type !== 'file') return put(root, place.path, source.node);
  let node = source.node;
  if (!node.inode || (lower && inodesOf(lower).has(node.inode))) {
    node = { ...node, inode: {} };
    return put(put(root, source.path, node), place.path, node);
  }
  return put(root, place.path, node);
}

/** Moves what is at `from`; what was at `to` is replaced. Moving a directory into itself is `ENOTDIR`, as nothing better is here. */
export function rename(root: DirNode, from: string, to: string, lower?: DirNode): DirNode | PathError {
  const source = resolvePath(root, from, { followLast: false });
  if ('error' in source) return source;
  if (!source.node) return { error: 'ENOENT', path: source.path };
  const dir = resolvePath(root, dirName(to));
  if ('error' in dir) return dir;
  if (dir.node?.type !== 'dir') return { error: dir.node ? 'ENOTDIR' : 'ENOENT', path: dir.path };
  const place = joinPath(dir.path, baseName(to));
  if (place === source.path) return root;
  if (namesOf(source.path).length === 0 || place.startsWith(source.path + '/')) return { error: 'ENOTDIR', path: place };
  const { node } = source;
  const copiedUp = node.type === 'file' && node.inode && lower && inodesOf(lower).has(node.inode);
  return put(remove(root, source.path), place, copiedUp ? withoutInode(node) : node);
}

/** Root with other metadata on the node at a path; all names of an inode get it. Contents and entries stay. */
export function changeMeta(root: DirNode, path: string, meta: Partial<Meta>, lower?: DirNode): DirNode {
  if (get(root, path)?.type === 'file') return updateFile(root, path, (node) => withMeta(node, meta), lower);
  return update(root, path, (node: Node | undefined) => node && withMeta(node, meta));
}
