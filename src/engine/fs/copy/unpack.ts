/** ADD of a local archive: moby `go-archive.Unpack`, run in a root of its own, the destination directory. */
import { bytesOf } from '../content.ts';
import { NO_ENTRIES } from '../entries.ts';
import { joinName, nodeOfEntry } from '../layer/apply.ts';
import { decompress } from '../layer/decompress.ts';
import type { LayerEntry } from '../layer/entry.ts';
import { readTar } from '../layer/tar-read.ts';
import type { DirNode, Node } from '../node.ts';
import { baseName, cleanPath, dirName, get, joinPath, namesOf, put, remove, resolvePath } from '../paths.ts';
import { ActionError, Destination, rootPath } from './destination.ts';
import type { Owner } from './owner.ts';

/** Described contents are not archives; larger files than this are not looked at. */
const MAX_ARCHIVE = 256 << 20;

/** Entries of an archive, and the error that ends it; undefined where a file is not one. */
function archiveIn(node: Node | undefined): { readonly entries: readonly LayerEntry[]; readonly error?: string } | undefined {
  if (node?.type !== 'file' || node.content.kind !== 'bytes' || node.content.bytes.length > MAX_ARCHIVE) return undefined;
  const plain = decompress(bytesOf(node.content));
  if ('error' in plain) return undefined;
  const contents = readTar(plain.bytes);
  return contents.entries.length > 0 ? contents : undefined;
}

function place(to: Destination, path: string): string {
  const parent = resolvePath(to.root, dirName(path));
  if ('error' in parent && parent.error !== 'ENOENT') throw new ActionError(`mkdir ${parent.path}: not a directory`);
  const dir = 'error' in parent || !parent.node ? rootPath(to.root, dirName(path)) : parent.path;
  to.mkdirAll(dir, { mode: 0o755 });
  return joinPath(dir, baseName(path));
}

function extract(to: Destination, entry: LayerEntry, owner: Owner | undefined): string | undefined {
  const path = cleanPath(entry.path);
  const old = get(to.root, path);
  if (path === '/') return undefined;
  const target = place(to, path);
  const there = get(to.root, target);
  const node = nodeOfEntry(entry);
  if (there && (there.type !== 'dir' || entry.type !== 'dir')) to.root = remove(to.root, target);
  if (!node) {
    const linked = joinName(to.root, entry.linkname ?? '', target);
    if (!linked) throw new ActionError(`link ${cleanPath(entry.linkname ?? '')} ${target}: no such file or directory`);
    to.root = linked;
    return undefined;
  }
  const kept = node.type === 'dir' && there?.type === 'dir' ? there.entries : NO_ENTRIES;
  const made: Node = { ...node, ...owner, mtime: Math.max(node.mtime, 0), ...(to.origin && { origin: to.origin }) };
  to.set(target, made.type === 'dir' ? { ...made, entries: kept } : made);
  return made.type === 'dir' || old === undefined ? target : undefined;
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
  if (namesOf(target).length === 0) to.root = inside.root;
  else to.root = put(to.root, target, inside.root);
  return true;
}
