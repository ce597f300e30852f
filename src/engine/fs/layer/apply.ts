/** The tree that a layer makes of the one below it: whiteouts delete, opaque markers empty, names of one inode are joined. */
import { emptyDir, withEntries } from '../make.ts';
import { NO_ENTRIES } from '../entries.ts';
import type { DirNode, FileNode, Meta, Node } from '../node.ts';
import { baseName, dirName, get, joinPath, mkdirAll, put, remove, resolvePath } from '../paths.ts';
import { OPAQUE, WHITEOUT } from './entry.ts';
import type { LayerEntry } from './entry.ts';

/** The node of an entry; undefined for a hard link. Bytes are kept as they are. */
export function nodeOfEntry(entry: LayerEntry): Node | undefined {
  const { mode, uid, gid, xattrs, origin } = entry;
  const meta: Meta = { mode, uid, gid, mtime: entry.mtime * 1000, ...(xattrs && { xattrs }), ...(origin && { origin }) };
  switch (entry.type) {
    case 'file':
      return { type: 'file', ...meta, content: entry.content ?? { kind: 'bytes', bytes: new Uint8Array(0) } };
    case 'dir':
      return { type: 'dir', ...meta, entries: NO_ENTRIES };
    case 'symlink':
      return { type: 'symlink', ...meta, mode: 0o777, target: entry.linkname ?? '' };
    case 'link':
      return undefined;
    default:
      return { type: entry.type, ...meta, major: entry.major ?? 0, minor: entry.minor ?? 0 };
  }
}

/** Root where the file at `from` has a second name at `to`; undefined where there is no file. */
export function joinName(root: DirNode, from: string, to: string): DirNode | undefined {
  const source = resolvePath(root, '/' + from, { followLast: false });
  if ('error' in source || source.node?.type !== 'file') return undefined;
  const { node } = source;
  if (node.inode) return put(root, to, node);
  const linked: FileNode = { ...node, inode: {} };
  return put(put(root, source.path, linked), to, linked);
}

/** Longer paths are left out, as Linux would. */
const MAX_PATH = 4095;

/** Applies the entries of a layer. Links in the directories of a path are followed inside the root; what cannot be is left out. */
export function applyLayer(root: DirNode, entries: Iterable<LayerEntry>): DirNode {
  let tree = root;
  const fresh = new Set<string>();
  for (const entry of entries) {
    const name = baseName(entry.path);
    if (name === '' || entry.path.length > MAX_PATH) continue;
    const parent = mkdirAll(tree, dirName(entry.path));
    if ('error' in parent) continue;
    const place = joinPath(parent.path, name);
    if (name === OPAQUE) {
      const dir = get(tree, parent.path);
      let emptied = dir?.type === 'dir' ? withEntries(dir, NO_ENTRIES) : emptyDir();
      if (dir?.type === 'dir') {
        for (const kept of fresh) if (dirName(kept) === parent.path && get(tree, kept)) emptied = put(emptied, baseName(kept), get(tree, kept)!);
      }
      tree = put(tree, parent.path, emptied);
      continue;
    }
    if (name.startsWith(WHITEOUT)) {
      tree = remove(tree, joinPath(parent.path, name.slice(WHITEOUT.length)));
      continue;
    }
    tree = parent.root;
    fresh.add(place);
    const node = nodeOfEntry(entry);
    const old = get(tree, place);
    if (!node) tree = joinName(tree, entry.linkname ?? '', place) ?? tree;
    else if (node.type === 'dir' && old?.type === 'dir') tree = put(tree, place, { ...node, entries: old.entries });
    else tree = put(tree, place, node);
  }
  return tree;
}
