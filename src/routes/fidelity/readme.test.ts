import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listItems, runs, tableRows } from './readme.ts';

describe('what is read of a README', () => {
  it('tells code from words', () => {
    expect(runs('the `plain` text')).toEqual([{ text: 'the ', code: false }, { text: 'plain', code: true }, { text: ' text', code: false }]);
  });

  it('reads the rows of one table and the items of one list, continued lines included', () => {
    const text = 'x\n| a | b |\n| --- | --- |\n| `1` | one |\n| 2 | two |\n\nLeft out:\n\n- first\n  and on\n- second\n\n- other';
    expect(tableRows(text, '| a | b |')).toEqual([['`1`', 'one'], ['2', 'two']]);
    expect(listItems(text, 'Left out:')).toEqual(['first and on', 'second']);
    expect([tableRows(text, 'none'), listItems(text, 'none')]).toEqual([[], []]);
  });

  it('finds in the README of the conformance folder what the page shows', () => {
    const readme = readFileSync('tests/conformance/README.md', 'utf8');
    expect(tableRows(readme, '| metric | agreement means |').length).toBeGreaterThan(4);
    expect(listItems(readme, 'Left out of every comparison:').length).toBeGreaterThan(4);
  });
});
