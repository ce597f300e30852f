/** ADD of a local archive: moby `go-archive.Unpack`, run in a root of its own, the destination directory. */
import { decompress } from '../archive/decompress.ts';
import { readTar } from '../archive/tar-read.ts';
import { joinName, nodeOfEntry } from '../layer/apply.ts';
import type { LayerEntry } from '../layer/entry.ts';
import type { DirNode, Node } from '../node.ts';
import { baseName, cleanPath, dirName, get, joinPath, put, remove } from '../paths.ts';
import { ActionError, Destination, rootPath } from './destination.ts';
import type { Owner } from './owner.ts';

/** Described contents are not archives; larger files than this are not looked at. */
const MAX_ARCHIVE = 256 << 20;

/** Entries of an archive, and the error that ends it; undefined where a file is not one. */
function archiveIn(node: Node | undefined): { readonly entries: readonly LayerEntry[]; readonly error?: string } | undefined {
  if (node?.type !== 'file' || node.content.kind !== 'bytes' || node.content.bytes.length > MAX_ARCHIVE) return undefined;
  const plain = decompress(node.content.bytes);
  const { entries, error = plain.error } = readTar(plain.bytes);
  return entries.length > 0 ? { entries, ...(error !== undefined && { error }) } : undefined;
}

/** Makes one entry; gives where it was made, links in its directories followed. */
function extract(to: Destination, entry: LayerEntry, owner: Owner | undefined): string | undefined {
  const path = cleanPath(entry.path);
  if (path === '/') return undefined;
  const dir = rootPath(to.root, dirName(path));
  to.mkdirAll(dir, { mode: 0o755 });
  const target = joinPath(dir, baseName(path));
  const there = get(to.root, target);
  const merges = there?.type === 'dir' && entry.type === 'dir';
  if (there && !merges) to.root = remove(to.root, target);
  const node = nodeOfEntry(entry);
  if (!node) {
    const linked = joinName(to.root, entry.linkname ?? '', target);
    if (!linked) throw new ActionError(`link ${cleanPath(entry.linkname ?? '')} ${target}: no such file or directory`);
    to.root = linked;
    return target;
  }
  const made: Node = { ...node, ...owner, mtime: Math.max(node.mtime, 0), ...(to.origin && { origin: to.origin }) };
  to.set(target, made.type === 'dir' && merges ? { ...made, entries: there.entries } : made);
  return target;
}

/** Unpacks `src` into the directory `dest` where it is an archive; false where it is not, and nothing is done then. */
export function unpack(to: Destination, source: DirNode, src: string, dest: string, owner: Owner | undefined, mtime: number | undefined): boolean {
  const archive = archiveIn(get(source, rootPath(source, src)));
  if (!archive) return false;
  const target = rootPath(to.root, dest);
  to.mkdirAll(target, { mode: 0o755, ...owner, ...(mtime !== undefined && { mtime }) });
  const dir = get(to.root, target);
  if (dir?.type !== 'dir') return false;
  const inside = new Destination(dir, to.now, to.origin);
  const times = new Map<string, number>();
  for (const entry of archive.entries) {
    const made = extract(inside, entry, owner);
    if (made !== undefined && entry.type === 'dir') times.set(made, Math.max(entry.mtime, 0) * 1000);
  }
  if (archive.error !== undefined) throw new ActionError(archive.error);
  for (const [path, time] of times) {
    const node = get(inside.root, path);
    if (node?.type === 'dir') inside.root = put(inside.root, path, { ...node, mtime: time });
  }
  to.root = put(to.root, target, inside.root);
  return true;
}
