/** Zips: listed by their directory, each file unpacked when it is asked for and never to more than it declares. */
import { Inflate } from 'fflate';
import { isJunk, namesIn, shown, withoutEnding, withoutWrapper } from './archive-names.ts';
import { crc32 } from './crc32.ts';
import { FileTree } from './file-tree.ts';
import { Unreadable } from './imported.ts';
import type { FileItem, Source } from './item.ts';
import { Windowed } from './windowed.ts';
import { damaged, viewOf, zipDirectory, type ZipEntry } from './zip-directory.ts';

const LOCAL = 0x04034b50;
const LOCAL_SIZE = 30;
/** Packed bytes go in by this much at a time: what comes out of one piece of a bomb is at most a thousand times as much. */
const STEP = 16 << 10;
const MAX_TARGET = 4096;

const S_IFMT = 0o170000;
const S_IFREG = 0o100000;
const S_IFLNK = 0o120000;

/** The project in a zip. Fails with an `Unreadable`. */
export async function openZip(file: File): Promise<Source> {
  const tree = new FileTree();
  const bytes = new Windowed(file);
  for (const entry of await zipDirectory(bytes)) {
    const names = namesIn(entry.path);
    const name = names.at(-1);
    if (name === undefined || isJunk(names)) continue;
    const type = entry.unixMode & S_IFMT;
    const mode = entry.unixMode === 0 ? {} : { mode: entry.unixMode & 0o7777 };
    if (entry.folder) tree.addFolder(names, mode.mode);
    else if (type === S_IFLNK) tree.add(names, { kind: 'link', name, target: async () => targetOf(bytes, entry) });
    else if (type === 0 || type === S_IFREG) tree.add(names, { kind: 'file', name, ...mode, size: () => entry.size, read: () => unpacked(bytes, entry) } satisfies FileItem);
  }
  const name = withoutEnding(file.name);
  return withoutWrapper(name, tree.root(name));
}

async function targetOf(file: Windowed, entry: ZipEntry): Promise<string> {
  if (entry.size > MAX_TARGET) throw new Unreadable('import.link-too-long', { path: shown(entry.path) });
  return new TextDecoder().decode(await unpacked(file, entry));
}

async function unpacked(file: Windowed, entry: ZipEntry): Promise<Uint8Array> {
  if (entry.encrypted) throw new Unreadable('import.encrypted', { path: shown(entry.path) });
  if (entry.method !== 0 && entry.method !== 8) throw new Unreadable('import.packed-otherwise', { path: shown(entry.path), method: String(entry.method) });
  const header = await viewOf(file, entry.at, entry.at + LOCAL_SIZE);
  if (header.getUint32(0, true) !== LOCAL) throw damaged();
  const from = entry.at + LOCAL_SIZE + header.getUint16(26, true) + header.getUint16(28, true);
  const view = await viewOf(file, from, from + entry.packed);
  const packed = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  const bytes = entry.method === 0 ? packed : inflated(packed, entry);
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) throw new Unreadable('import.file-damaged', { path: shown(entry.path) });
  return bytes;
}

function inflated(packed: Uint8Array, entry: ZipEntry): Uint8Array {
  const bytes = new Uint8Array(entry.size);
  let size = 0;
  const inflate = new Inflate((part) => {
    if (size + part.length > bytes.length) throw new Unreadable('import.larger-than-declared', { path: shown(entry.path), size: { exactBytes: entry.size } });
    bytes.set(part, size);
    size += part.length;
  });
  try {
    for (let at = 0; at < packed.length; at += STEP) inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw damaged();
  }
  return bytes.subarray(0, size);
}
