import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reach } from '#engine/insight/radius.ts';
import type { RadiusMatrix } from '#engine/insight/radius-matrix.ts';
import type { FileEntry } from '#engine/workspace/snapshot.ts';
import { moved } from './grid-keys.ts';
import { commonFolder, rowsOf, type RowsOf } from './rows.ts';

const entry = (path: string, more: Partial<FileEntry> = {}): FileEntry => ({ path, type: 'file', size: path.length, mode: 0o644, change: 'none', text: true, rebuilds: [], ...more });
const outcome = (time: number, ...reach: readonly Reach[]) => ({ reach, time, bytes: 0 });

const matrix: RadiusMatrix = {
  steps: ['0.1', '0.2'],
  outcomes: [outcome(5000, 'reads', 'follows'), outcome(0, 'untouched', 'untouched'), outcome(4000, 'untouched', 'reads')],
  files: { 'src/a.ts': 0, 'src/lib/b.ts': 0, 'README.md': 1, 'z.json': 2 },
  args: { VERSION: 2 },
  tries: 4,
};
const files = [entry('README.md'), entry('bin', { type: 'dir', ignored: { file: '.dockerignore', line: 2, pattern: 'bin' } }), entry('bin/x', { ignored: { file: '.dockerignore', line: 2, pattern: 'bin' } }), entry('src/a.ts'), entry('src/lib/b.ts'), entry('unknown.txt'), entry('z.json')];
const asked: RowsOf = { matrix, files, edits: new Map([['src/a.ts', 3], ['z.json', 1]]), edited: new Set(['README.md']), sort: 'path', descending: false, filter: 'all', fold: false, opened: new Set() };
const names = (more: Partial<RowsOf>) => rowsOf({ ...asked, ...more }).map(({ name }) => name);

describe('the rows of the blast radius', () => {
  it('are the files that are sent, then arguments, then what is kept out with its folder for all below it', () => {
    expect(names({})).toEqual(['README.md', 'src/a.ts', 'src/lib/b.ts', 'unknown.txt', 'z.json', 'VERSION', 'bin/']);
  });

  it('say of a file that nothing was tried for that it is not known', () => {
    expect(rowsOf(asked).find(({ name }) => name === 'unknown.txt')).toMatchObject({ radius: undefined, cost: undefined });
  });

  it('are sorted by what is asked, and by path where that is the same', () => {
    expect(names({ sort: 'cost', descending: true, filter: 'read' })).toEqual(['src/a.ts', 'src/lib/b.ts', 'z.json']);
    expect(names({ sort: 'total', descending: true, filter: 'read' })).toEqual(['src/a.ts', 'z.json', 'src/lib/b.ts']);
  });

  it('are filtered', () => {
    expect(names({ filter: 'ignored' })).toEqual(['bin/']);
    expect(names({ filter: 'edited' })).toEqual(['README.md', 'src/a.ts', 'z.json']);
  });

  it('fold files that behave alike, with their sums, and open again', () => {
    const folded = rowsOf({ ...asked, fold: true, filter: 'read' });
    expect(folded.map(({ name, kind, paths, edits, total }) => [name, kind, paths.length, edits, total])).toEqual([
      ['src/', 'group', 2, 3, 15_000],
      ['z.json', 'file', 1, 1, 4000],
    ]);
    expect(names({ fold: true, filter: 'read', opened: new Set([folded[0]!.id]) })).toEqual(['src/', 'src/a.ts', 'src/lib/b.ts', 'z.json']);
  });

  it('name the folder that all paths have in common', () => {
    expect(commonFolder(['a/b/c.ts', 'a/b/d/e.ts'])).toBe('a/b/');
    expect(commonFolder(['a/b', 'ab/c'])).toBe('');
  });
});

describe('the keys of the grid', () => {
  it('never lead out of it', () => {
    const keys = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 12 }), fc.array(fc.tuple(keys, fc.boolean()), { maxLength: 40 }), (rows, columns, presses) => {
        let spot = { row: 0, column: 0 };
        for (const [key, ctrlKey] of presses) spot = moved(spot, { key, ctrlKey }, rows, columns)!;
        expect(spot.row >= -1 && spot.row < rows && spot.column >= 0 && spot.column < columns).toBe(true);
      }),
      { seed: 1 },
    );
    expect(moved({ row: 0, column: 0 }, { key: 'x', ctrlKey: false }, 1, 1)).toBeUndefined();
  });
});
