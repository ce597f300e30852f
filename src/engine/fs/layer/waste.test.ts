import { describe, expect, it } from 'vitest';
import { dirOf, emptyDir, file } from '../make.ts';
import type { DirNode } from '../node.ts';
import { put, remove } from '../paths.ts';
import { layerEntries } from './layer.ts';
import { wasted } from './waste.ts';

/** The layers of a series of trees, the first from nothing. */
const layersOf = (...trees: DirNode[]) => trees.map((tree, i) => layerEntries(trees[i - 1] ?? emptyDir(), tree));
const base = dirOf([['big', file('x'.repeat(100))], ['dir', dirOf([['a', file('y'.repeat(40))], ['b', file('z'.repeat(10))]])]]);

describe('waste', () => {
  it('is nothing where nothing is stored twice', () => {
    expect(wasted(layersOf(base, put(base, 'more', file('m'))))).toEqual({ efficiency: 1, bytes: 0, files: [] });
    expect(wasted([])).toEqual({ efficiency: 1, bytes: 0, files: [] });
  });

  it('is what a later layer replaces, by the smallest copy for the score', () => {
    const { efficiency, bytes, files } = wasted(layersOf(base, put(base, 'big', file('x'.repeat(50)))));
    expect(bytes).toBe(100);
    expect(files).toEqual([{ path: 'big', bytes: 100, layers: [0], by: 1, deleted: false }]);
    expect(efficiency).toBeCloseTo((50 + 50) / (150 + 50));
  });

  it('is what a later layer deletes, all that is in a directory included', () => {
    expect(wasted(layersOf(base, remove(base, 'big'))).files).toEqual([{ path: 'big', bytes: 100, layers: [0], by: 1, deleted: true }]);
    const { files, bytes } = wasted(layersOf(base, remove(base, 'dir')));
    expect(bytes).toBe(50);
    expect(files.map(({ path }) => path)).toEqual(['dir/a', 'dir/b']);
  });

  it('counts each copy of a file that is written again and again', () => {
    const trees = [1, 2, 3].map((n) => put(base, 'big', file(String(n).repeat(100))));
    expect(wasted(layersOf(...trees)).files).toEqual([{ path: 'big', bytes: 200, layers: [0, 1], by: 2, deleted: false }]);
  });
});
