import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readToml, tableAt, tablesAt } from './toml.ts';

const value = (text: string) => {
  const read = readToml(text);
  if ('error' in read) throw new Error(`${read.line}: ${read.error}`);
  return JSON.parse(JSON.stringify(read.value)) as unknown;
};

describe('TOML', () => {
  it.each([
    ['a = 1\nb = "two" # three\n', { a: 1, b: 'two' }],
    ['[project]\nname = "api"\ndependencies = [\n  "fastapi>=0.115", # web\n  "uvicorn[standard]",\n]\n', { project: { name: 'api', dependencies: ['fastapi>=0.115', 'uvicorn[standard]'] } }],
    ['[[package]]\nname = "a"\n[package.metadata]\nx = true\n[[package]]\nname = "b"\n', { package: [{ name: 'a', metadata: { x: true } }, { name: 'b' }] }],
    ['a.b."c.d" = { e = 1, f = [1, 2] }\n', { a: { b: { 'c.d': { e: 1, f: [1, 2] } } } }],
    ["path = 'C:\\new'\ntext = \"\"\"\none \\\n  two\n\"\"\"\n", { path: 'C:\\new', text: 'one two\n' }],
    ['mark = "\\u00e9"\nbig = 1_000\nday = 2026-09-01\n', { mark: 'é', big: 1000, day: '2026-09-01' }],
    ['', {}],
  ])('reads %j', (text, expected) => {
    expect(value(text)).toEqual(expected);
  });

  it.each([
    ['a = 1\nb =\n', 2],
    ['a = 1\na = 2\n', 2],
    ['[a\n', 1],
    ['a = "open\n', 1],
    ['a = [1, 2\n', 2],
    ['a = 1 b = 2\n', 1],
    ['a = 1\n[a.b]\n', 2],
  ])('says in which line %j is wrong', (text, line) => {
    expect(readToml(text)).toMatchObject({ line });
  });

  it('finds tables where they are, and empty ones where they are not', () => {
    const read = readToml('[tool.poetry]\nname = "x"\n[[package]]\nname = "y"\n');
    if ('error' in read) throw new Error(read.error);
    expect({ ...tableAt(read.value, 'tool', 'poetry') }).toEqual({ name: 'x' });
    expect(tableAt(read.value, 'tool', 'uv')).toEqual({});
    expect(tablesAt(read.value, 'package').map((one) => one['name'])).toEqual(['y']);
  });

  it('takes a key called __proto__ for a key', () => {
    const read = readToml('[__proto__]\npolluted = true\n');
    expect('value' in read && Object.keys(read.value)).toEqual(['__proto__']);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('never throws, whatever it is given', () => {
    const bit = fc.constantFrom('[', ']', '[[', ']]', '{', '}', '"', "'", '"""', '=', '.', ',', '\n', ' ', '#', '\\', 'a', '1', '-');
    fc.assert(fc.property(fc.array(bit, { maxLength: 40 }), (bits) => {
      const read = readToml(bits.join(''));
      expect('value' in read || read.line >= 1).toBe(true);
    }), { seed: 7, numRuns: 500 });
  });
});
