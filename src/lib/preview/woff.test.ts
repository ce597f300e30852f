import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { fontOf } from './woff.ts';

const woff = new Uint8Array(readFileSync(createRequire(import.meta.url).resolve('@fontsource/inter/files/inter-latin-400-normal.woff')));

/** Sum of big-endian words, as the OpenType specification reckons the check sum of a table. */
const sumOf = (bytes: Uint8Array) => {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + (((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0))) >>> 0;
  return sum;
};

it('unpacks every table of a font, with the check sums that it names', () => {
  const font = fontOf(woff);
  const view = new DataView(font.buffer);
  const tables = Array.from({ length: view.getUint16(4) }, (_, at) => [0, 4, 8, 12].map((field) => view.getUint32(12 + at * 16 + field)) as [number, number, number, number]);
  const names = tables.map(([tag]) => String.fromCharCode(tag >>> 24, (tag >>> 16) & 255, (tag >>> 8) & 255, tag & 255));
  expect(names).toEqual(expect.arrayContaining(['cmap', 'glyf', 'head', 'hmtx', 'name']));
  for (const [at, [, sum, offset, length]] of tables.entries()) if (names[at] !== 'head') expect(sumOf(font.subarray(offset, offset + length)), names[at]).toBe(sum);
  expect(() => fontOf(new Uint8Array(64))).toThrow('no WOFF');
});
