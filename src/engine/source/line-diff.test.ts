import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedPart, lineDiff } from './line-diff.ts';

const shown = (before: string, after: string) => lineDiff([...before], [...after]).map((hunk) => `${before.slice(hunk.oldFrom, hunk.oldTo)}→${after.slice(hunk.newFrom, hunk.newTo)}`);

describe('lines that differ', () => {
  it('are only those that were edited', () => {
    expect(shown('abc', 'abc')).toEqual([]);
    expect(shown('abc', 'aXc')).toEqual(['b→X']);
    expect(shown('abcdef', 'aXcdeYYf')).toEqual(['b→X', '→YY']);
    expect(shown('abc', '')).toEqual(['abc→']);
  });

  it('make the new text of the old, for any two texts, with the fewest lines', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const hunks = lineDiff(before, after);
        const made: string[] = [];
        let at = 0;
        for (const hunk of hunks) {
          made.push(...before.slice(at, hunk.oldFrom), ...after.slice(hunk.newFrom, hunk.newTo));
          expect(hunk.oldFrom).toBeGreaterThanOrEqual(at);
          at = hunk.oldTo;
        }
        expect([...made, ...before.slice(at)]).toEqual(after);
        const changed = hunks.reduce((sum, hunk) => sum + hunk.oldTo - hunk.oldFrom + hunk.newTo - hunk.newFrom, 0);
        expect(changed).toBe(before.length + after.length - 2 * common(before, after));
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it('are all of them where too many differ', () => {
    const many = (letter: string) => Array.from({ length: 1000 }, (_, i) => `${letter}${i}`);
    expect(lineDiff(many('a'), many('b'))).toEqual([{ oldFrom: 0, oldTo: 1000, newFrom: 0, newTo: 1000 }]);
  });
});

/** Length of the longest common subsequence. */
function common(a: readonly string[], b: readonly string[]): number {
  let row = Array<number>(b.length + 1).fill(0);
  for (const x of a) {
    const next = [0];
    b.forEach((y, j) => next.push(x === y ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!)));
    row = next;
  }
  return row[b.length]!;
}

describe('the part of a line that changed', () => {
  it.each([
    ['log.Println("listening on :8080")', 'log.Println("greeter listening on :8080")', 'greeter '],
    ['port 8080', 'port 8090', '8090'],
    ['a b c', 'a c', ''],
    ['same', 'same', ''],
    ['', 'new', 'new'],
  ])('%j → %j', (before, after, part) => {
    const { from, to } = changedPart(before, after);
    expect(after.slice(from, to)).toBe(part);
  });
});
