/** The directory at the end of a zip (APPNOTE.TXT 4.3): what it holds, without reading any of it. */
import { Unreadable } from './imported.ts';
import { LISTED_ENTRIES } from './file-tree.ts';
import type { Windowed } from './windowed.ts';
import { decodeName } from './zip-name.ts';

export interface ZipEntry {
  readonly path: string;
  /** 0 stored, 8 deflated; others are not read. */
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  /** Bytes that it says to unpack to. */
  readonly size: number;
  /** File type and permission bits, where a Unix made it; 0 where nothing is known. */
  readonly unixMode: number;
  readonly folder: boolean;
  /** Where its local header begins in the file. */
  readonly at: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const MAX_COMMENT = 0xffff;
/** A directory larger than this is nobody's project. */
const MAX_DIRECTORY = 64_000_000;

export const damaged = () => new Unreadable('import.zip-damaged');

/** Bytes of a part of a file, as a view with numbers. */
export async function viewOf(file: Windowed, from: number, to: number): Promise<DataView<ArrayBuffer>> {
  const view = await file.view(from, to);
  if (!view) throw damaged();
  return view;
}

function u64(view: DataView, at: number): number {
  const value = view.getBigUint64(at, true);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw damaged();
  return Number(value);
}

interface End {
  readonly entries: number;
  readonly size: number;
  readonly offset: number;
  /** Where the directory ends in the file. */
  readonly at: number;
}

async function findEnd(file: Windowed): Promise<End> {
  const from = Math.max(0, file.size - END_SIZE - MAX_COMMENT);
  const tail = await viewOf(file, from, file.size);
  for (let at = tail.byteLength - END_SIZE; at >= 0; at--) {
    if (tail.getUint32(at, true) !== END || at + END_SIZE + tail.getUint16(at + 20, true) > tail.byteLength) continue;
    const end = { entries: tail.getUint16(at + 10, true), size: tail.getUint32(at + 12, true), offset: tail.getUint32(at + 16, true), at: from + at };
    const large = end.entries === 0xffff || end.size === 0xffffffff || end.offset === 0xffffffff;
    return large ? ((await findEnd64(file, end.at)) ?? end) : end;
  }
  throw damaged();
}

async function findEnd64(file: Windowed, end: number): Promise<End | undefined> {
  if (end < 20) return undefined;
  const locator = await viewOf(file, end - 20, end);
  if (locator.getUint32(0, true) !== LOCATOR_64) return undefined;
  const at = u64(locator, 8);
  const view = await viewOf(file, at, at + 56);
  if (view.getUint32(0, true) !== END_64) throw damaged();
  return { entries: u64(view, 32), size: u64(view, 40), offset: u64(view, 48), at };
}

/** All entries of a zip in the order of its directory. */
export async function zipDirectory(file: Windowed): Promise<ZipEntry[]> {
  const end = await findEnd(file);
  if (end.entries > LISTED_ENTRIES) throw new Unreadable('import.too-many', { n: LISTED_ENTRIES });
  if (end.size > MAX_DIRECTORY) throw damaged();
  const begins = end.at - end.size;
  // What stands in front of the zip, as in a program that unpacks itself, shifts all offsets.
  const shift = begins - end.offset;
  if (shift < 0) throw damaged();
  const view = await viewOf(file, begins, end.at);
  const entries: ZipEntry[] = [];
  for (let at = 0; entries.length < end.entries; ) {
    if (at + ENTRY_SIZE > view.byteLength || view.getUint32(at, true) !== ENTRY) throw damaged();
    const length = ENTRY_SIZE + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (at + length > view.byteLength) throw damaged();
    entries.push(entryAt(new DataView(view.buffer, view.byteOffset + at, length), shift));
    at += length;
  }
  return entries;
}

function entryAt(view: DataView<ArrayBuffer>, shift: number): ZipEntry {
  const host = view.getUint16(4, true) >> 8;
  const flags = view.getUint16(8, true);
  const nameLength = view.getUint16(28, true);
  const attributes = view.getUint32(38, true);
  const name = new Uint8Array(view.buffer, view.byteOffset + ENTRY_SIZE, nameLength);
  const extra = new DataView(view.buffer, view.byteOffset + ENTRY_SIZE + nameLength, view.getUint16(30, true));
  let [size, packed, at] = [view.getUint32(24, true), view.getUint32(20, true), view.getUint32(42, true)];
  const large = zip64Fields(extra);
  if (size === 0xffffffff) size = large();
  if (packed === 0xffffffff) packed = large();
  if (at === 0xffffffff) at = large();
  const path = decodeName(name, (flags & 0x800) !== 0, host);
  const unixMode = host === 3 || host === 19 ? attributes >>> 16 : 0;
  const folder = path.endsWith('/') || (unixMode & 0o170000) === 0o040000;
  return { path, method: view.getUint16(10, true), encrypted: (flags & 1) !== 0, crc: view.getUint32(16, true), packed, size, unixMode, folder, at: at + shift };
}

/** The 64-bit numbers of an entry, one after the other, from extra field 1. */
function zip64Fields(extra: DataView): () => number {
  let next = 0;
  let ends = 0;
  for (let at = 0; at + 4 <= extra.byteLength; at += 4 + extra.getUint16(at + 2, true)) {
    if (extra.getUint16(at, true) !== 1) continue;
    next = at + 4;
    ends = Math.min(extra.byteLength, next + extra.getUint16(at + 2, true));
    break;
  }
  return () => {
    if (next + 8 > ends) throw damaged();
    next += 8;
    return u64(extra, next - 8);
  };
}
