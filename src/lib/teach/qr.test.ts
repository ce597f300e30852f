import encodeQr from 'qr';
import decodeQr from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { findCodes } from './code/index.ts';
import { hubCode } from './code/result.fixture.ts';
import { qrPages } from './qr-pages.ts';

/** A picture as a camera would have it, `scale` pixels a module. */
function pixels(text: string, scale: number) {
  const rows = encodeQr(text, 'raw', { ecc: 'low', border: 4 });
  const side = rows.length * scale;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let at = 0; at < side * side; at++) if (rows[Math.floor(at / side / scale)]![Math.floor((at % side) / scale)]) data.fill(0, at * 4, at * 4 + 3);
  return { width: side, height: side, data };
}

describe('QR pictures of result codes', () => {
  it('have every code once, in order, and few letters each', () => {
    const codes = Array.from({ length: 15 }, (_, at) => `${hubCode}${at}`);
    const pages = qrPages(codes);
    expect(pages.join(' ').split(' ')).toEqual(codes);
    expect(Math.max(...pages.map((page) => page.length))).toBeLessThanOrEqual(300);
    expect(pages.length).toBeLessThanOrEqual(5);
    expect(qrPages([])).toEqual([]);
  });

  it('are read again, several codes in one picture', () => {
    const read = decodeQr(pixels(`${hubCode} ${hubCode}`, 4));
    expect(findCodes(read).map(({ ok }) => ok)).toEqual([true, true]);
  });
});
