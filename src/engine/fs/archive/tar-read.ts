/** Reads tars of any maker (V7, USTAR, PAX, GNU long names), trusting nothing in them. Error texts are those of Go's `archive/tar`. */
import { decodeUtf8 } from '../../source/utf8.ts';
import type { LayerEntry } from '../layer/entry.ts';

export interface TarLimits {
  /** More entries than this are an error; 200,000 where not given. */
  readonly maxEntries?: number;
}

/** What was read, up to the error where there is one. */
export interface TarContents {
  readonly entries: readonly LayerEntry[];
  readonly error?: string;
}

const BLOCK = 512;
const INVALID = 'archive/tar: invalid tar header';
const CUT_OFF = 'unexpected EOF';
const MAX_ENTRIES = 200_000;
/** PAX and GNU headers may not be larger, as in Go. */
const MAX_SPECIAL = 1 << 20;
const TYPES: Readonly<Record<string, LayerEntry['type']>> = {
  '0': 'file', '\0': 'file', '7': 'file', '1': 'link', '2': 'symlink', '3': 'char', '4': 'block', '5': 'dir', '6': 'fifo',
};

function text(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return decodeUtf8(end < 0 ? bytes : bytes.subarray(0, end));
}

/** A number field: octal text, or base 256 where the first bit is set; undefined where it is neither. */
function numberField(bytes: Uint8Array): number | undefined {
  if (bytes[0]! & 0x80) {
    const negative = (bytes[0]! & 0x40) !== 0;
    let value = negative ? (bytes[0]! | 0xffffff00) : bytes[0]! & 0x7f;
    for (const byte of bytes.subarray(1)) value = value * 256 + byte;
    return Number.isSafeInteger(value) ? value : undefined;
  }
  const digits = text(bytes).replace(/^[ \0]+|[ \0]+$/g, '');
  if (digits === '') return 0;
  return /^[0-7]+$/.test(digits) ? parseInt(digits, 8) : undefined;
}

function hasChecksum(block: Uint8Array): boolean {
  const given = numberField(block.subarray(148, 156));
  let unsigned = 0;
  let signed = 0;
  for (let i = 0; i < BLOCK; i++) {
    const byte = i >= 148 && i < 156 ? 0x20 : block[i]!;
    unsigned += byte;
    signed += byte > 127 ? byte - 256 : byte;
  }
  return given === unsigned || given === signed;
}

/** Records of a PAX header; undefined where it is malformed. */
function parsePax(bytes: Uint8Array): Map<string, Uint8Array> | undefined {
  const records = new Map<string, Uint8Array>();
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(0x20, at);
    const size = space < 0 ? '' : text(bytes.subarray(at, space));
    if (!/^\d+$/.test(size)) return undefined;
    const end = at + Number(size);
    const equals = bytes.indexOf(0x3d, space);
    if (end > bytes.length || end <= space + 1 || equals < 0 || equals >= end || bytes[end - 1] !== 0x0a) return undefined;
    records.set(decodeUtf8(bytes.subarray(space + 1, equals)), bytes.subarray(equals + 1, end - 1));
    at = end;
  }
  return records;
}

class Reader {
  readonly entries: LayerEntry[] = [];
  private readonly bytes: Uint8Array;
  private at = 0;
  private pax = new Map<string, Uint8Array>();
  private longName: string | undefined;
  private longLink: string | undefined;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** Reads one header with what belongs to it. True: go on; false: the end; a text: an error. */
  next(): boolean | string {
    if (this.at >= this.bytes.length) return false;
    const block = this.bytes.subarray(this.at, this.at + BLOCK);
    if (block.length < BLOCK) return CUT_OFF;
    this.at += BLOCK;
    if (block.every((byte) => byte === 0)) {
      const second = this.bytes.subarray(this.at, this.at + BLOCK);
      return second.every((byte) => byte === 0) ? false : INVALID;
    }
    if (!hasChecksum(block)) return INVALID;
    const flag = String.fromCharCode(block[156]!);
    const size = numberField(block.subarray(124, 136));
    if (size === undefined || size < 0) return INVALID;
    return 'xgLK'.includes(flag) ? this.special(flag, size) : this.entry(block, flag, size);
  }

  private take(size: number): Uint8Array | undefined {
    if (this.at + size > this.bytes.length) return undefined;
    const data = this.bytes.subarray(this.at, this.at + size);
    this.at += Math.ceil(size / BLOCK) * BLOCK;
    return data;
  }

  private special(flag: string, size: number): true | string {
    if (size > MAX_SPECIAL) return 'archive/tar: header field too long';
    const data = this.take(size);
    if (!data) return CUT_OFF;
    if (flag === 'L') this.longName = text(data);
    else if (flag === 'K') this.longLink = text(data);
    else if (flag === 'x') {
      const records = parsePax(data);
      if (!records) return INVALID;
      this.pax = records;
    }
    return true;
  }

  private paxNumber(key: string, other: number | undefined): number | undefined {
    const value = this.pax.get(key);
    if (!value) return other;
    const number = Number(decodeUtf8(value));
    return Number.isFinite(number) ? number : undefined;
  }

  private paxText(key: string): string | undefined {
    const value = this.pax.get(key);
    return value && value.length > 0 ? decodeUtf8(value) : undefined;
  }

  private entry(block: Uint8Array, flag: string, headerSize: number): true | string {
    const field = (from: number, length: number) => numberField(block.subarray(from, from + length));
    const ustar = text(block.subarray(257, 263)) === 'ustar';
    const prefix = ustar ? text(block.subarray(345, 500)) : '';
    const short = text(block.subarray(0, 100));
    const path = this.paxText('path') ?? this.longName ?? (prefix === '' ? short : `${prefix}/${short}`);
    const linkname = this.paxText('linkpath') ?? this.longLink ?? text(block.subarray(157, 257));
    const numbers = [field(100, 8), this.paxNumber('uid', field(108, 8)), this.paxNumber('gid', field(116, 8)), this.paxNumber('size', headerSize), this.paxNumber('mtime', field(136, 12))];
    if (numbers.some((number) => number === undefined) || path.includes('\0')) return INVALID;
    const [mode, uid, gid, size, mtime] = numbers as number[];
    const type = (flag === '0' || flag === '\0') && path.endsWith('/') ? 'dir' : TYPES[flag];
    const xattrs = new Map([...this.pax].filter(([key]) => key.startsWith('SCHILY.xattr.')).map(([key, value]) => [key.slice(13), value]));
    this.pax = new Map();
    this.longName = this.longLink = undefined;
    const hasData = type === 'file' || type === undefined;
    const data = this.take(hasData ? size! : 0);
    if (!data) return CUT_OFF;
    if (type === undefined) return `unhandled tar header type ${flag.charCodeAt(0)}`;
    this.entries.push({
      path: type === 'dir' && !path.endsWith('/') ? `${path}/` : path,
      type,
      mode: mode! & 0o7777,
      uid: uid!,
      gid: gid!,
      size: type === 'file' ? size! : 0,
      mtime: mtime!,
      ...(linkname !== '' && (type === 'link' || type === 'symlink') && { linkname }),
      ...((type === 'char' || type === 'block') && { major: field(329, 8) ?? 0, minor: field(337, 8) ?? 0 }),
      ...(type === 'file' && { content: { kind: 'bytes' as const, bytes: data } }),
      ...(xattrs.size > 0 && { xattrs }),
    });
    return true;
  }
}

/** The entries of a tar, with contents that are views into `bytes`. */
export function readTar(bytes: Uint8Array, limits: TarLimits = {}): TarContents {
  const reader = new Reader(bytes);
  const { maxEntries = MAX_ENTRIES } = limits;
  for (;;) {
    const more = reader.next();
    if (more === false) return { entries: reader.entries };
    if (typeof more === 'string') return { entries: reader.entries, error: more };
    if (reader.entries.length > maxEntries) return { entries: reader.entries, error: `more than ${maxEntries} entries` };
  }
}
