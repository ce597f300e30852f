import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeUtf8, encodeUtf8, utf8Length } from './utf8.ts';

describe('UTF-8', () => {
  it('writes and counts the bytes that the platform writes, for any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const expected = new TextEncoder().encode(text);
        expect(encodeUtf8(text)).toEqual(expected);
        expect(utf8Length(text)).toBe(expected.length);
      }),
      { seed: 1 },
    );
  });

  it('writes a replacement character for a lone surrogate', () => {
    expect(encodeUtf8('a\ud800b')).toEqual(new TextEncoder().encode('a\ufffdb'));
  });

  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(decodeUtf8(encodeUtf8(text))).toBe(text.toWellFormed());
      }),
      { seed: 2 },
    );
  });

  it('never throws on bytes that are not UTF-8, and keeps what is', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        expect(typeof decodeUtf8(bytes)).toBe('string');
      }),
      { seed: 3 },
    );
    expect(decodeUtf8(new Uint8Array([0x61, 0xff, 0x62]))).toBe('a\ufffdb');
  });
});
