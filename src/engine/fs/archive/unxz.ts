/** xz, undone: the container around LZMA2 chunks. Checksums are not verified; filters other than LZMA2 are refused. Throws on broken data. */
import { Lzma } from './lzma.ts';

function variableInt(bytes: Uint8Array, at: { value: number }): number {
  let number = 0;
  for (let shift = 0; shift < 63; shift += 7) {
    const byte = bytes[at.value++];
    if (byte === undefined) throw new Error('xz: unexpected end');
    number += (byte & 127) * 2 ** shift;
    if (byte < 128) return number;
  }
  throw new Error('xz: bad number');
}

const CHECK_SIZES = [0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64];
const LZMA2 = 0x21;

/** Checks a block's header; gives the dictionary size. */
function dictionaryOf(bytes: Uint8Array, at: number): number {
  const flags = bytes[at + 1]!;
  const place = { value: at + 2 };
  if ((flags & 3) !== 0) throw new Error('xz: unsupported filters');
  if (flags & 0x40) variableInt(bytes, place);
  if (flags & 0x80) variableInt(bytes, place);
  if (variableInt(bytes, place) !== LZMA2 || variableInt(bytes, place) !== 1) throw new Error('xz: unsupported filter');
  const bits = bytes[place.value]! & 63;
  return bits >= 40 ? 2 ** 32 - 1 : (2 | (bits & 1)) * 2 ** (Math.floor(bits / 2) + 11);
}

/** LZMA2 chunks up to the end marker; gives the place behind it. */
function readChunks(bytes: Uint8Array, start: number, lzma: Lzma): number {
  let at = start;
  for (;;) {
    const control = bytes[at++];
    if (control === undefined) throw new Error('xz: unexpected end');
    if (control === 0) return at;
    if (control === 1 || !lzma.started) lzma.resetDictionary();
    if (control < 3) {
      const size = (bytes[at]! << 8) + bytes[at + 1]! + 1;
      lzma.copy(bytes.subarray(at + 2, at + 2 + size));
      at += 2 + size;
      continue;
    }
    if (control < 0x80) throw new Error('xz: bad chunk');
    const plain = ((control & 31) << 16) + (bytes[at]! << 8) + bytes[at + 1]! + 1;
    const packed = (bytes[at + 2]! << 8) + bytes[at + 3]! + 1;
    at += 4;
    if (control >= 0xe0) lzma.resetDictionary();
    if (control >= 0xc0) lzma.setProperties(bytes[at++]!);
    else if (control >= 0xa0) lzma.resetState();
    lzma.decode(bytes.subarray(at, at + packed), plain);
    at += packed;
  }
}

/** Plain bytes of xz data, several streams after one another included, handed to `push` in pieces. */
export function unxz(bytes: Uint8Array, push: (part: Uint8Array) => void): void {
  const magic = [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00];
  for (let at = 0; at < bytes.length; ) {
    if (bytes[at] === 0) {
      at += 4;
      continue;
    }
    if (magic.some((byte, i) => bytes[at + i] !== byte)) throw new Error('xz: bad magic');
    const check = CHECK_SIZES[bytes[at + 7]! & 15]!;
    at += 12;
    while (bytes[at] !== 0) {
      if (bytes[at] === undefined) throw new Error('xz: unexpected end');
      const lzma = new Lzma(dictionaryOf(bytes, at), push);
      const end = readChunks(bytes, at + (bytes[at]! + 1) * 4, lzma);
      lzma.flush();
      at += Math.ceil((end - at) / 4) * 4 + check;
    }
    const index = at;
    const place = { value: at + 1 };
    const records = variableInt(bytes, place);
    for (let i = 0; i < records * 2; i++) variableInt(bytes, place);
    at = index + Math.ceil((place.value - index) / 4) * 4 + 4 + 12;
  }
}
