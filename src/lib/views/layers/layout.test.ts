import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '#engine/insight/image/blocks.ts';
import type { LayerRow } from '#engine/insight/image/image-report.ts';
import type { LayerFile } from '#engine/insight/image/layer-files.ts';
import { layoutColumn } from './column.ts';
import { hexLines } from './hex.ts';
import { instructionsOf } from './instructions.ts';
import { record } from './layers.fixture.ts';
import { foldersAbove, mostRows, rowsOf, signOf } from './rows.ts';
import { layersSvg } from './svg.ts';
import { layoutTreemap } from './treemap.ts';

const row = (index: number, part: Partial<LayerRow> = {}): LayerRow => ({ index, digest: `sha256:${index}`, label: `RUN ${index}`, count: 1, size: 0, packed: 0, files: 0, wasted: 0, deletes: [], fidelity: 'exact', known: true, base: false, blocks: [], ...part });
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
    expect(rowsOf(folders, new Set(), new Map(), 2, ghosts).map(({ key, level }) => [key, level])).toEqual([['app', 1]]);
    expect(rowsOf(folders, new Set(['app']), new Map(), 2, ghosts).map(({ key, level }) => [key, level])).toEqual([['app', 1], ['app/.env', 2]]);
  });

  it('mark what a later layer deletes, in the layer that holds it and in no other', () => {
    expect(signOf(file('app/.env'), 2, ghosts)).toBe('ghost');
    expect(signOf(file('app', { type: 'dir', change: 'added', size: 6 }), 2, ghosts)).toBe('ghost');
    expect(signOf(file('app', { type: 'dir', change: 'added', size: 7 }), 2, ghosts)).toBe('added');
    expect(signOf(file('app/.env'), 1, ghosts)).toBe('added');
    expect(signOf(file('app/.env', { change: 'removed' }), 3, ghosts)).toBe('removed');
    expect(signOf(file('app/.env', { change: 'unchanged', layer: 2 }), 2, ghosts)).toBe('ghost');
  });

  it('end where a folder has very many with a row that shows more of them', () => {
    const many = new Map([['', Array.from({ length: 10_000 }, (_, at) => file(`f${at}`))]]);
    const first = rowsOf(many, new Set(), new Map(), 0, []);
    expect(first).toHaveLength(mostRows + 1);
    expect(first.at(-1)).toMatchObject({ kind: 'more', folder: '', left: 10_000 - mostRows, at: mostRows + 1, of: mostRows + 1 });
    const all = rowsOf(many, new Set(), new Map([['', 10_400]]), 0, []);
    expect([all.length, all.at(-1)?.kind]).toEqual([10_000, 'file']);
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

describe('the picture of the layers without a page', () => {
  const plain = { id: 'layers', title: 'Layers', description: 'Of an image.', theme: 'page' } as const;
  const image = [row(0, { label: 'FROM a<b', base: true, size: 90, files: 1, blocks: [block('usr', 90)] }), row(1, { label: 'COPY . .', size: 60, files: 2, wasted: 6, blocks: [block('.env', 36, 'ghost'), block('app', 24)] })];

  it('has every layer and every area that is large enough to be named, as the view has them', () => {
    const svg = layersSvg(image, { ...plain, width: 800, height: 500 });
    expect(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg"')).toBe(true);
    for (const words of ['FROM a&lt;b', 'COPY . .', '>usr<', '>.env<']) expect(svg).toContain(words);
    expect(svg.match(/class="stratum"/g)).toHaveLength(2);
    expect(svg.match(/class="block ghost"/g)).toHaveLength(1);
  });

  it('is well formed and inside its size, whatever the image', () => {
    fc.assert(
      fc.property(layers, (any) => {
        const svg = layersSvg(any, { ...plain, width: 600, height: 400 });
        expect(svg.match(/<(?:svg|g|text|title|defs|pattern|style)\b/g)?.length).toBe(svg.match(/<\/(?:svg|g|text|title|defs|pattern|style)>/g)?.length);
        expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      }),
      { seed: 5, numRuns: 40 },
    );
  });

  it('has rows of one line where there are many layers', () => {
    const many = Array.from({ length: 100 }, (_, at) => row(at, { label: `RUN ${at}`, size: 10, files: 1 }));
    expect(Number(/height="(\d+)"/.exec(layersSvg(many, { ...plain, width: 600, height: 400 }))![1])).toBeLessThan(100 * 24);
  });

  it('is a sentence where there are no layers', () => {
    expect(layersSvg([], { ...plain, width: 600, height: 400 })).toContain('This image has no layers');
  });
});

describe('the lines of a Dockerfile', () => {
  it('are its instructions in order: those that make steps, and those that only change the config', () => {
    expect(instructionsOf(record).map(({ keyword, lines, step }) => [keyword, lines.first, step])).toEqual([['FROM', 1, '0.1'], ['WORKDIR', 2, '0.2'], ['COPY', 3, '0.3'], ['RUN', 4, '0.4'], ['CMD', 5, undefined]]);
  });
});
