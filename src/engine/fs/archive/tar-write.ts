/** The tar that Go's `archive/tar` writes for a layer: USTAR, with a PAX header before what does not fit into it. */
import { encodeUtf8, utf8Length } from '../../source/utf8.ts';
import { contentChunks } from '../content.ts';
import { compareNames } from '../entries.ts';
import type { LayerEntry } from '../layer/entry.ts';

const BLOCK = 512;
const TYPE_FLAGS: Readonly<Record<LayerEntry['type'], string>> = { file: '0', link: '1', symlink: '2', char: '3', block: '4', dir: '5', fifo: '6' };
const ZEROS = new Uint8Array(2 * BLOCK);

const isAscii = (text: string) => /^[\x01-\x7f]*$/.test(text);

function toAscii(text: string): string {
  return isAscii(text) ? text : Array.from(text).filter((char) => char > '\0' && char < '\x80').join('');
}

function putString(block: Uint8Array, at: number, length: number, text: string): void {
  for (let i = 0; i < Math.min(length, text.length); i++) block[at + i] = text.charCodeAt(i);
  // A cut name must not look like a directory.
  if (text.length > length && text[length - 1] === '/') block[at + text.slice(0, length - 1).replace(/\/+$/, '').length] = 0;
}

const fitsOctal = (length: number, value: number) => value >= 0 && value < 8 ** (length - 1);

function putOctal(block: Uint8Array, at: number, length: number, value: number): void {
  let rest = fitsOctal(length, value) ? value : 0;
  for (let i = at + length - 2; i >= at; i--) {
    block[i] = 0x30 + (rest % 8);
    rest = Math.floor(rest / 8);
  }
}

function seal(block: Uint8Array): void {
  putString(block, 257, 8, 'ustar\x0000');
  block.fill(0x20, 148, 156);
  let sum = 0;
  for (let i = 0; i < BLOCK; i++) sum += block[i]!;
  putOctal(block, 148, 7, sum);
  block[154] = 0;
}

/** Cuts a long name at a slash into prefix and name; undefined where that is not possible. */
function splitName(name: string): readonly [prefix: string, rest: string] | undefined {
  if (name.length <= 100 || !isAscii(name)) return undefined;
  const length = name.length > 156 ? 156 : name.endsWith('/') ? name.length - 1 : name.length;
  const cut = name.lastIndexOf('/', length - 1);
  const rest = name.length - cut - 1;
  return cut <= 0 || rest > 100 || rest === 0 || cut > 155 ? undefined : [name.slice(0, cut), name.slice(cut + 1)];
}

function paxRecord(key: string, value: Uint8Array): Uint8Array {
  const rest = utf8Length(key) + value.length + 3;
  let size = rest + String(rest).length;
  size = rest + String(size).length;
  const head = encodeUtf8(`${size} ${key}=`);
  const record = new Uint8Array(size);
  record.set(head);
  record.set(value, head.length);
  record[size - 1] = 0x0a;
  return record;
}

/** Values that the fixed fields cannot hold, by PAX key. */
function paxRecords(entry: LayerEntry): readonly (readonly [string, Uint8Array])[] {
  const records: [string, Uint8Array][] = [];
  const tooLong = (text: string, length: number) => !isAscii(text) || text.length > length;
  if (tooLong(entry.path, 100)) records.push(['path', encodeUtf8(entry.path)]);
  if (entry.linkname !== undefined && tooLong(entry.linkname, 100)) records.push(['linkpath', encodeUtf8(entry.linkname)]);
  const numbers = [['uid', 8, entry.uid], ['gid', 8, entry.gid], ['size', 12, entry.size], ['mtime', 12, entry.mtime]] as const;
  for (const [key, length, value] of numbers) if (!fitsOctal(length, value)) records.push([key, encodeUtf8(String(value))]);
  for (const [key, value] of entry.xattrs ?? []) records.push([`SCHILY.xattr.${key}`, value]);
  const onlyPath = records.length === 1 && records[0]![0] === 'path';
  return onlyPath && splitName(entry.path) ? [] : records.sort(([a], [b]) => compareNames(a, b));
}

function paxBlocks(entry: LayerEntry, records: readonly (readonly [string, Uint8Array])[]): Uint8Array[] {
  const parts = records.map(([key, value]) => paxRecord(key, value));
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  const bare = entry.path.endsWith('/') ? entry.path : entry.path.slice(entry.path.lastIndexOf('/') + 1);
  const dir = entry.path.endsWith('/') ? bare : entry.path.slice(0, entry.path.length - bare.length);
  const name = toAscii(`${dir}PaxHeaders.0/${entry.path.endsWith('/') ? '' : bare}`).replace(/\/+/g, '/').slice(0, 100).replace(/\/+$/, '');
  const header = new Uint8Array(BLOCK);
  header[156] = 'x'.charCodeAt(0);
  putString(header, 0, 100, name);
  putOctal(header, 124, 12, size);
  seal(header);
  const body = new Uint8Array(Math.ceil(size / BLOCK) * BLOCK);
  let at = 0;
  for (const part of parts) {
    body.set(part, at);
    at += part.length;
  }
  return [header, body];
}

function headerBlock(entry: LayerEntry, pax: boolean): Uint8Array {
  const block = new Uint8Array(BLOCK);
  const split = pax ? undefined : splitName(entry.path);
  putString(block, 0, 100, toAscii(split ? split[1] : entry.path));
  if (split) putString(block, 345, 155, split[0]);
  putString(block, 157, 100, toAscii(entry.linkname ?? ''));
  putOctal(block, 100, 8, entry.mode);
  putOctal(block, 108, 8, entry.uid);
  putOctal(block, 116, 8, entry.gid);
  putOctal(block, 124, 12, entry.size);
  putOctal(block, 136, 12, entry.mtime);
  block[156] = TYPE_FLAGS[entry.type].charCodeAt(0);
  putOctal(block, 329, 8, entry.major ?? 0);
  putOctal(block, 337, 8, entry.minor ?? 0);
  seal(block);
  return block;
}

/** The bytes of a tar of these entries, chunk by chunk; a chunk is only valid until the next one is asked for. */
export function* tarChunks(entries: Iterable<LayerEntry>): Generator<Uint8Array> {
  for (const entry of entries) {
    const records = paxRecords(entry);
    if (records.length > 0) yield* paxBlocks(entry, records);
    yield headerBlock(entry, records.length > 0);
    if (entry.content && entry.size > 0) {
      yield* contentChunks(entry.content, 0, entry.size);
      const padding = (BLOCK - (entry.size % BLOCK)) % BLOCK;
      if (padding > 0) yield ZEROS.subarray(0, padding);
    }
  }
  yield ZEROS;
}

/** A whole tar in one piece. */
export function writeTar(entries: Iterable<LayerEntry>): Uint8Array {
  const parts = Array.from(tarChunks(entries), (chunk) => chunk.slice());
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

