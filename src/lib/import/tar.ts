/** Tars, plain or packed with gzip, bzip2, xz or zstd: unpacked as a whole, up to a limit, then listed. */
import { decompress, readTar } from '#engine/fs/index.ts';
import type { LayerEntry } from '#engine/fs/index.ts';
import { withParts } from '#engine/source/part.ts';
import { isJunk, namesIn, shown, withoutEnding, withoutWrapper } from './archive-names.ts';
import { FileTree, LISTED_ENTRIES } from './file-tree.ts';
import { Unreadable } from './imported.ts';
import type { FileItem, Source } from './item.ts';

/** Bytes of a tar without its compression; what an ignore file in it keeps out counts here too. */
const MAX_TAR = 256_000_000;

/** The project in a tar. Fails with an `Unreadable`. */
export async function openTar(file: File): Promise<Source> {
  const tooLarge = () => new Unreadable('import.tar-too-large', { size: { bytes: MAX_TAR } });
  if (file.size > MAX_TAR) throw tooLarge();
  const packed = new Uint8Array(await file.arrayBuffer());
  const plain = await withParts(() => decompress(packed, MAX_TAR));
  if (plain.error !== undefined) throw plain.error.startsWith('larger') ? tooLarge() : new Unreadable('import.archive-damaged', { problem: plain.error });
  const { entries, error } = readTar(plain.bytes, { maxEntries: LISTED_ENTRIES });
  if (error !== undefined) throw entries.length === 0 ? new Unreadable('import.no-tar') : new Unreadable('import.tar-damaged', { problem: error });
  const tree = new FileTree();
  for (const entry of entries) add(tree, entry);
  const name = withoutEnding(file.name);
  return withoutWrapper(name, tree.root(name));
}

function add(tree: FileTree, entry: LayerEntry): void {
  const names = namesIn(entry.path);
  const name = names.at(-1);
  if (name === undefined || isJunk(names)) return;
  if (entry.type === 'dir') tree.addFolder(names, entry.mode);
  else if (entry.type === 'symlink') tree.add(names, { kind: 'link', name, target: () => entry.linkname ?? '' });
  else if (entry.type === 'file') tree.add(names, fileOf(name, entry));
  else if (entry.type === 'link') tree.add(names, linked(tree, name, entry));
}

function fileOf(name: string, { mode, size, content }: LayerEntry): FileItem {
  const bytes = content?.kind === 'bytes' ? content.bytes : new Uint8Array(0);
  return { kind: 'file', name, mode, size: () => size, read: async () => bytes };
}

/** A second name of a file that came before; the context has two files of one content. */
function linked(tree: FileTree, name: string, { path, linkname = '' }: LayerEntry) {
  const first = tree.find(namesIn(linkname));
  if (!first) throw new Unreadable('import.link-before-file', { path: shown(path), target: shown(linkname) });
  return { ...first, name };
}
