import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { narrow, wellFormed, widen } from './bytes.ts';
import { goLower, goUpper } from './case.ts';
import { csvFields } from './csv.ts';
import { parseDuration } from './duration.ts';
import { jsonObjectString, parseStringArray } from './json.ts';
import { parseBool, parseByteSize, parseInt32, parseUint } from './number.ts';
import { goQuote } from './quote.ts';
import { isSpace, trimSpace } from './space.ts';

describe('white space', () => {
  it.each([
    ['  a b \t', 'a b'],
    ['\u0085\u00a0a\u3000', 'a'],
    ['\ufeffa', '\ufeffa'],
    ['\r\n\v\f', ''],
  ])('%j trims to %j', (text, expected) => expect(trimSpace(text)).toBe(expected));

  it('is what JavaScript calls white space, with U+0085 and without U+FEFF', () => {
    for (let unit = 0; unit < 0x10000; unit++) {
      const expected = unit === 0x85 || (unit !== 0xfeff && /\s/.test(String.fromCharCode(unit)));
      if (isSpace(unit) !== expected) expect(unit.toString(16)).toBe('white space');
    }
    expect(isSpace(0x20)).toBe(true);
  });
});

describe('bytes', () => {
  it.each([
    ['é', 'Ã©'],
    ['a€', 'aâ\x82¬'],
    ['😀', 'ð\x9f\x98\x80'],
  ])('%j widens to %j', (text, expected) => expect(widen(text)).toBe(expected));

  it.each([
    ['Ã', '\udcc3'],
    ['\xa0b', '\udca0b'],
    ['\xe2\x82', '\udce2\udc82'],
    ['\xc0\x80', '\udcc0\udc80'],
    ['\xed\xa0\x80', '\udced\udca0\udc80'],
  ])('%j keeps its stray bytes', (bytes, expected) => expect(narrow(bytes)).toBe(expected));

  it('comes back the same, for any well-formed text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(narrow(widen(text))).toBe(wellFormed(text));
      }),
      { seed: 1 },
    );
  });
});

describe('quoting', () => {
  it.each([
    ['plain', '"plain"'],
    ['a"b\\c', '"a\\"b\\\\c"'],
    ['\t\n\x07\x1b\x7f', '"\\t\\n\\a\\x1b\\x7f"'],
    ['é☃', '"é☃"'],
    ['\u00a0\ufeff\u{e0001}', '"\\u00a0\\ufeff\\U000e0001"'],
    ['\udcc3', '"\\xc3"'],
  ])('%j is written %s', (text, expected) => expect(goQuote(text)).toBe(expected));
});

describe('letter case', () => {
  it.each([
    ['RUN', 'run'],
    ['ΑΣ', 'ασ'],
    ['İ', 'i'],
    ['\u212a', 'k'],
  ])('%s lowers to %s', (text, expected) => expect(goLower(text)).toBe(expected));

  it.each([
    ['run', 'RUN'],
    ['ß', 'ß'],
    ['é', 'É'],
    ['a\udcc3', 'A\ufffd'],
  ])('%s raises to %s', (text, expected) => expect(goUpper(text)).toBe(expected));
});

describe('lists of strings in JSON', () => {
  it.each([
    ['["a", "b"]', ['a', 'b']],
    ['[ ]', []],
    ['["\\u0041\\n"]', ['A\n']],
    ['["\\ud800"]', ['\ufffd']],
    ['["a", 1]', 'not-strings'],
    ['[null]', 'not-strings'],
    ['[["a"]]', 'not-strings'],
    ["['a']", undefined],
    ['["a"] b', undefined],
    ['["a",]', undefined],
    ['["a\tb"]', undefined],
    ['[1e999]', undefined],
  ])('%s → %j', (text, expected) => expect(parseStringArray(text)).toEqual(expected));

  it('are none where something is nested deeper than Go allows', () => {
    expect(parseStringArray('['.repeat(10000) + ']'.repeat(10000))).toBe('not-strings');
    expect(parseStringArray('['.repeat(10001) + ']'.repeat(10001))).toBeUndefined();
  });

  it('finds a string in an object', () => {
    expect(jsonObjectString(' {"syntax": "a b"}', 'syntax')).toBe('a b');
    expect(jsonObjectString('{"syntax": 1}', 'syntax')).toBeUndefined();
    expect(jsonObjectString('{"a": "b"}', 'toString')).toBeUndefined();
    expect(jsonObjectString('FROM a', 'syntax')).toBeUndefined();
  });
});

describe('CSV', () => {
  it.each([
    ['a,b', ['a', 'b']],
    ['a,', ['a', '']],
    ['"a,b",c', ['a,b', 'c']],
    ['"a""b"', ['a"b']],
    ['""', ['']],
  ])('%s', (text, fields) => expect(csvFields(text)).toEqual({ ok: true, fields }));

  it.each([
    ['', 'EOF'],
    ['a"b', 'parse error on line 1, column 2: bare " in non-quoted-field'],
    ['"a"b', 'parse error on line 1, column 3: extraneous or missing " in quoted-field'],
    ['x,"a', 'parse error on line 1, column 4: extraneous or missing " in quoted-field'],
  ])('%s is refused', (text, message) => expect(csvFields(text)).toEqual({ ok: false, message }));
});

describe('numbers', () => {
  it.each([
    ['100', 100],
    ['1k', 1024],
    ['1.5 GiB', 1610612736],
    ['2MB', 2097152],
    ['3b', 3],
    ['0x10', undefined],
    ['-1', undefined],
    ['1kk', undefined],
    ['1e', undefined],
    ['', undefined],
  ])('%s is %s bytes', (text, expected) => expect(parseByteSize(text)).toBe(expected));

  it('reads only Go’s spellings', () => {
    expect([parseBool('T'), parseBool('0'), parseBool('yes'), parseBool('tRUE')]).toEqual([true, false, undefined, undefined]);
    expect([parseUint('755', 8), parseUint('8', 8), parseUint('+1', 10), parseUint('4294967296', 10)]).toEqual([493, undefined, undefined, undefined]);
    expect(parseInt32('-5')).toEqual({ value: -5 });
    expect(parseInt32('1.5')).toEqual({ error: 'invalid syntax' });
    expect(parseInt32('2147483648')).toEqual({ error: 'value out of range' });
    expect(parseInt32('9999999999x')).toEqual({ error: 'value out of range' });
    expect(parseInt32('+')).toEqual({ error: 'invalid syntax' });
  });
});

describe('durations', () => {
  it.each([
    ['0', 0],
    ['1h2m3s', 3723e9],
    ['1.5s', 15e8],
    ['.5ms', 5e5],
    ['-1s', -1e9],
    ['+2us', 2000],
    ['100ns', 100],
  ])('%s is %d nanoseconds', (text, nanoseconds) => expect(parseDuration(text)).toEqual({ ok: true, nanoseconds }));

  it.each([
    ['', 'time: invalid duration ""'],
    ['1', 'time: missing unit in duration "1"'],
    ['1x', 'time: unknown unit "x" in duration "1x"'],
    ['.s', 'time: invalid duration ".s"'],
    ['9999999999h', 'time: invalid duration "9999999999h"'],
    ['1é', 'time: unknown unit "\\xc3\\xa9" in duration "1\\xc3\\xa9"'],
  ])('%j is refused', (text, message) => expect(parseDuration(text)).toEqual({ ok: false, message }));
});
