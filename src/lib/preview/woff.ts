/** A font as pages load it (WOFF 1.0) → as programs read it: the same tables, each of them unpacked. W3C “WOFF File Format 1.0”, sections 3 to 5. */
import { unzlibSync } from 'fflate';

const headerLength = 44;
const entryLength = 20;

export function fontOf(woff: Uint8Array): Uint8Array {
  const from = new DataView(woff.buffer, woff.byteOffset, woff.byteLength);
  if (from.getUint32(0) !== 0x774f4646) throw new Error('this is no WOFF');
  const count = from.getUint16(12);
  const tables = Array.from({ length: count }, (_, at) => {
    const entry = headerLength + at * entryLength;
    const [tag, offset, packed, length, sum] = [0, 4, 8, 12, 16].map((field) => from.getUint32(entry + field)) as [number, number, number, number, number];
    const bytes = woff.subarray(offset, offset + packed);
    return { tag, sum, bytes: packed < length ? unzlibSync(bytes, { out: new Uint8Array(length) }) : bytes };
  });
  const padded = (length: number) => (length + 3) & ~3;
  const font = new Uint8Array(12 + 16 * count + tables.reduce((sum, { bytes }) => sum + padded(bytes.length), 0));
  const to = new DataView(font.buffer);
  const power = 2 ** Math.floor(Math.log2(count));
  to.setUint32(0, from.getUint32(4));
  to.setUint16(4, count);
  to.setUint16(6, power * 16);
  to.setUint16(8, Math.log2(power));
  to.setUint16(10, (count - power) * 16);
  let place = 12 + 16 * count;
  tables.forEach(({ tag, sum, bytes }, at) => {
    [tag, sum, place, bytes.length].forEach((value, field) => to.setUint32(12 + at * 16 + 4 * field, value));
    font.set(bytes, place);
    place += padded(bytes.length);
  });
  return font;
}
