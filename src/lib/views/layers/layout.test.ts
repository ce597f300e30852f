import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, LayerRow } from '#engine/insight/image/image-report.ts';
import type { LayerFile } from '#engine/insight/image/layer-files.ts';
import { layoutColumn } from './column.ts';
import { hexLines } from './hex.ts';
import { foldersAbove, mostRows, rowsOf, signOf } from './rows.ts';
import { layoutTreemap } from './treemap.ts';

const row = (index: number, part: Partial<LayerRow> = {}): LayerRow => ({ index, digest: `sha256:${index}`, label: `RUN ${index}`, count: 1, size: 0, packed: 0, files: 0, wasted: 0, deletes: [], fidelity: 'exact', known: true, blocks: [], ...part });
const block = (path: string, bytes: number, waste?: Block['waste']): Block => ({ path, bytes, files: 1, ...(waste && { waste }) });
const file = (path: string, part: Partial<LayerFile> = {}): LayerFile => ({ name: path.split('/').at(-1)!, path, type: 'file', change: 'added', size: 1, files: 0, mode: 0o644, uid: 0, gid: 0, ...part });

const layers = fc.array(
  fc.array(fc.integer({ min: 0, max: 1e9 }), { maxLength: 14 }).map((sizes) => sizes.map((bytes, at) => block(`f${at}`, bytes, at % 3 === 1 ? 'ghost' : undefined))),
  { maxLength: 30 },
).map((all) => all.map((blocks, at) => row(at, { blocks, size: blocks.reduce((sum, { bytes }) => sum + bytes, 0) })));

describe('the treemap', () => {
  it('stays inside its size and overlaps nowhere, whatever the image', () => {
    fc.assert(
      fc.property(layers, fc.integer({ min: 1, max: 1500 }), fc.integer({ min: 1, max: 1500 }), (image, width, height) => {
        const areas = layoutTreemap(image, width, height);
        for (const { x, y, width: w, height: h, blocks } of areas) {
          expect(x >= 0 && y >= 0 && x + w <= width + 1 && y + h <= height + 1).toBe(true);
          for (const inner of blocks) expect(inner.width >= 0 && inner.height >= 0).toBe(true);
        }
        for (const [at, a] of areas.entries()) for (const b of areas.slice(at + 1)) expect(a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y || a.width * a.height * b.width * b.height === 0).toBe(true);
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  it('gives twice the bytes about twice the area', () => {
    const [first, second] = layoutTreemap([row(0, { blocks: [block('a', 200), block('b', 100)], size: 300 })], 900, 900)[0]!.blocks;
    expect((first!.width * first!.height) / (second!.width * second!.height)).toBeCloseTo(2, 0);
    expect(first!.block.path).toBe('a');
  });

  it('has a layer whose files nobody knows as one area, and no layer without bytes', () => {
    const areas = layoutTreemap([row(0, { size: 10, known: false }), row(1)], 300, 300);
    expect(areas.map(({ layer, blocks }) => [layer.index, blocks.map((one) => one.block.bytes)])).toEqual([[0, [10]]]);
  });

  it('leaves ghosts out when asked to', () => {
    const image = [row(0, { size: 30, blocks: [block('a', 10), block('b', 20, 'ghost')] }), row(1, { size: 5, blocks: [block('c', 5, 'ghost')] })];
    expect(layoutTreemap(image, 300, 300, false).flatMap(({ blocks }) => blocks.map((one) => one.block.path))).toEqual(['a']);
  });
});

describe('the column of layers', () => {
  it('fills its height where there is room, the thickest layer being the largest', () => {
    const strata = layoutColumn([row(0, { size: 90 }), row(1), row(2, { size: 10, wasted: 5, deletes: ['a'] })], 700);
    expect(strata.reduce((sum, { height }) => sum + height, 0) + 6).toBeGreaterThan(695);
    expect(strata[0]!.height).toBeGreaterThan(strata[2]!.height);
    expect(strata[2]).toMatchObject({ wasted: 0.5, notes: ['facts', 'hides', 'wasted'] });
  });

  it('never takes room from the words: it grows instead', () => {
    fc.assert(
      fc.property(layers, fc.integer({ min: 0, max: 900 }), (image, height) => {
        for (const stratum of layoutColumn(image, height)) expect(stratum.height).toBeGreaterThanOrEqual(34 + stratum.notes.length * 18);
      }),
      { seed: 7, numRuns: 60 },
    );
  });
});

describe('the rows of a layer', () => {
  const ghosts = [{ path: 'app/.env', bytes: 6, layers: [2], by: 3, secret: true }];
  const folders = new Map([['', [file('app', { type: 'dir', change: 'kept', size: 6 })]], ['app', [file('app/.env', { size: 6 })]]]);

  it('are the opened folders with what is in them', () => {
    expect(rowsOf(folders, new Set(), 2, ghosts).rows.map(({ file: { path }, level }) => [path, level])).toEqual([['app', 1]]);
    expect(rowsOf(folders, new Set(['app']), 2, ghosts).rows.map(({ file: { path }, level }) => [path, level])).toEqual([['app', 1], ['app/.env', 2]]);
  });

  it('mark what a later layer deletes, in the layer that holds it and in no other', () => {
    expect(signOf(file('app/.env'), 2, ghosts)).toBe('ghost');
    expect(signOf(file('app', { type: 'dir', change: 'added', size: 6 }), 2, ghosts)).toBe('ghost');
    expect(signOf(file('app', { type: 'dir', change: 'added', size: 7 }), 2, ghosts)).toBe('added');
    expect(signOf(file('app/.env'), 1, ghosts)).toBe('added');
    expect(signOf(file('app/.env', { change: 'removed' }), 3, ghosts)).toBe('removed');
  });

  it('end where a folder has more than can be shown, and say how many are left', () => {
    const many = Array.from({ length: mostRows + 7 }, (_, at) => file(`f${at}`));
    const { rows, cut } = rowsOf(new Map([['', many]]), new Set(), 0, []);
    expect(rows).toHaveLength(mostRows);
    expect(cut.get('')).toBe(7);
  });

  it('know the folders above a path', () => {
    expect(foldersAbove('a/b/c')).toEqual(['a', 'a/b']);
    expect(foldersAbove('a')).toEqual([]);
  });
});

describe('a hex dump', () => {
  it('has sixteen bytes a line, and dots for what cannot be printed', () => {
    expect(hexLines(Uint8Array.from({ length: 18 }, (_, at) => 60 + at))[1]).toEqual({ offset: '000010', bytes: '4c 4d', text: 'LM' });
    expect(hexLines(new Uint8Array([0, 65, 255]))).toEqual([{ offset: '000000', bytes: '00 41 ff', text: '.A.' }]);
  });
});
