/** Folders and files as browsers give them: handles where there are any, entries of a drop elsewhere, or the flat list of a file input. */
import { t } from '#messages/index.ts';
import { isJunk, shown } from './archive-names.ts';
import { FileTree } from './file-tree.ts';
import { Unreadable } from './imported.ts';
import type { FileItem, FolderItem, Item, Source } from './item.ts';
import type { DirectoryHandle, FileHandle, Picked } from './picked.ts';

const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer());

function fileItem(file: File): FileItem {
  return { kind: 'file', name: file.name, size: () => file.size, read: () => bytesOf(file) };
}

/** A file that is only asked for its size or its content when it is known to be needed. */
function lateFile(name: string, open: () => Promise<File>): FileItem {
  let opened: Promise<File> | undefined;
  const once = () => (opened ??= open());
  return { kind: 'file', name, size: async () => (await once()).size, read: async () => bytesOf(await once()) };
}

function handleItem(handle: DirectoryHandle | FileHandle): Item {
  if (handle.kind === 'file') return lateFile(handle.name, () => handle.getFile());
  return {
    kind: 'folder',
    name: handle.name,
    listed: false,
    async *list() {
      for await (const below of handle.values()) yield handleItem(below);
    },
  };
}

function entryItem(entry: FileSystemEntry): Item {
  if (!isFolder(entry)) return lateFile(entry.name, () => new Promise((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)));
  return {
    kind: 'folder',
    name: entry.name,
    listed: false,
    async *list() {
      const reader = entry.createReader();
      // A reader gives its entries in portions, and none at the end.
      for (;;) {
        const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
        if (some.length === 0) return;
        for (const below of some) yield entryItem(below);
      }
    },
  };
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** A thing that was picked, with nothing of it read. */
export function itemOf(picked: Picked): Item {
  if (picked.kind === 'handle') return handleItem(picked.handle);
  if (picked.kind === 'entry') return entryItem(picked.entry);
  return picked.kind === 'file' ? fileItem(picked.file) : sourceOfList(picked.files).root;
}

/** The folder of several things that were dropped together. */
export function sourceOfItems(items: readonly Item[]): Source {
  const [only] = items;
  if (items.length === 1 && only?.kind === 'folder') return { name: only.name, root: only };
  const twice = items.find((item, i) => items.findIndex((other) => other.name === item.name) < i);
  if (twice) throw new Unreadable('import.twice', { name: shown(twice.name) });
  const root: FolderItem = { kind: 'folder', name: '', listed: false, list: () => items };
  return { name: only && items.length === 1 ? only.name : t('import.dropped-files'), root };
}

/** The folder of a file input with `webkitdirectory`: every file has a path that begins with the folder's name. */
export function sourceOfList(files: Iterable<File>): Source {
  const tree = new FileTree();
  let name: string | undefined;
  for (const file of files) {
    const [top = '', ...names] = (file.webkitRelativePath || file.name).split('/');
    if (names.length === 0) names.push(top);
    else name ??= top;
    if (!isJunk(names)) tree.add(names, fileItem(file));
  }
  if (name === undefined) throw new Unreadable('import.empty');
  return { name, root: tree.root(name) };
}
