import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { file, get, sizeOf } from '../../fs/index.ts';
import { resolveImage } from '../../registry/index.ts';
import type { Scenario, ScenarioFile } from '../../workspace/scenario.ts';
import { currentMachine } from '../../workspace/state.ts';
import { currentState, dispatch, openWorkspace } from '../../workspace/workspace.ts';
import { compareFile, compareImages, compareSides } from './compare-images.ts';
import { fileDifference } from './file-difference.ts';
import { imageReport } from './image-report.ts';
import { layerFile, layerFolder } from './layer-files.ts';
import { entriesOf, takeApart, type TakenApart } from './image-layers.ts';
import { wholeFolder } from './whole-tree.ts';

/** The image that a Dockerfile gives, taken apart. */
function image(dockerfile: string, files: Readonly<Record<string, ScenarioFile>> = {}): TakenApart {
  const scenario: Scenario = { slug: 'a', title: 'A', about: '', files: { Dockerfile: { text: dockerfile }, ...files }, dockerfile: 'Dockerfile', options: { tags: ['app'] }, begins: 1_000_000_000_000 };
  const done = dispatch(openWorkspace(scenario, resolveImage), { type: 'build' });
  if (!done.ok) throw new Error(JSON.stringify(done.message));
  const state = currentState(done.workspace);
  expect(state.builds[0]!.record.error?.message).toBeUndefined();
  const { images } = currentMachine(state);
  return takeApart(images, images.images.get('docker.io/library/app:latest')!.target.digest)!;
}

const leak = image('FROM alpine\nWORKDIR /app\nCOPY . .\nRUN rm .env && chown -R 1000 data.bin\n', { '.env': { text: 'KEY=1\n' }, 'data.bin': { size: 5_000_000 }, 'main.py': { text: 'print(1)\n' } });

describe('an image that was taken apart', () => {
  it('has the base as one layer, then a layer for each step that changes files, as lines of the Dockerfile', () => {
    expect(leak.layers.map(({ label }) => label)).toEqual([expect.stringMatching(/^ADD|the base image/), 'WORKDIR /app', 'COPY . .', 'RUN rm .env && chown -R 1000 data.bin']);
    expect(leak.platform).toBe('linux/amd64');
  });

  it('lays what was copied with --link on what is below it', () => {
    const linked = image('FROM alpine\nCOPY a /app/\nCOPY --link b /app/\n', { a: { text: 'a\n' }, b: { text: 'b\n' } });
    const last = linked.layers.at(-1)!;
    expect(sizeOf(last.upper!)).toBe(sizeOf(last.lower) + 2);
    expect(wholeFolder(linked, last.index, 'app').map(({ name, layer }) => [name, layer])).toEqual([['a', last.index - 1], ['b', last.index]]);
    expect(entriesOf(last).map(({ path }) => path)).toEqual(['app/', 'app/b']);
  });

  it('lays a layer that an earlier build made over other files on what is below it in this image', () => {
    const text = 'FROM alpine\nCOPY a /a\nFROM alpine\nCOPY b /b\nCOPY --from=0 /a /a\n';
    const scenario: Scenario = { slug: 'a', title: 'A', about: '', files: { Dockerfile: { text }, a: { text: 'a' }, b: { text: 'old' } }, dockerfile: 'Dockerfile', options: { tags: ['app'] }, begins: 1_000_000_000_000, prologue: [{ type: 'build' }] };
    const actions = [{ type: 'write', path: 'b', text: 'newer' }, { type: 'build' }] as const;
    const workspace = actions.reduce((at, action) => {
      const done = dispatch(at, action);
      return done.ok ? done.workspace : at;
    }, openWorkspace(scenario, resolveImage));
    const { images } = currentMachine(currentState(workspace));
    const { layers } = takeApart(images, images.images.get('docker.io/library/app:latest')!.target.digest)!;
    expect(layers.map(({ label }) => label).slice(1)).toEqual(['COPY b /b', 'COPY /a /a']);
    expect(get(layers.at(-1)!.upper!, 'b')).toMatchObject({ content: file('newer').content });
    expect(entriesOf(layers.at(-1)!).map(({ path }) => path)).toEqual(['a']);
  });

  it('says what a tar holds only where the difference to what is below does not', () => {
    expect(leak.layers.filter(({ held }) => held)).toEqual([]);
  });

  const report = imageReport(leak);

  it('knows what was deleted and is still there, secrets first', () => {
    expect(report.ghosts[0]).toMatchObject({ path: 'app/.env', bytes: 6, layers: [2], by: 3, secret: true });
    expect(report.sentence).toEqual({ id: 'image.secret', values: { path: 'app/.env', layer: 3 } });
  });

  it('knows what is stored twice, and counts both as waste of the layer that holds them', () => {
    expect(report.twice).toEqual([{ path: 'app/data.bin', bytes: 5_000_000 }]);
    expect(report.wasted).toBe(5_000_006);
    expect(report.layers[2]!.wasted).toBe(5_000_006);
    expect(report.efficiency).toBeLessThan(0.8);
    expect(report.layers[3]!.deletes).toEqual(['app/.env']);
  });

  it('draws each layer as its largest parts, which together are all of its bytes', () => {
    for (const [at, layer] of report.layers.entries()) {
      const entries = leak.layers[at]!;
      const files = layerFolder(entries, '').reduce((sum, row) => sum + row.size, 0);
      expect(layer.blocks.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(files);
    }
    expect(report.layers[2]!.blocks.find(({ path }) => path === 'app/data.bin')).toMatchObject({ waste: 'twice' });
  });

  it('lists the config', () => {
    expect(report.config).toContainEqual({ name: 'WorkingDir', value: '/app' });
    expect(report.config).toContainEqual({ name: 'User', value: 'root' });
  });
});

describe('the files of a layer', () => {
  const [, , copied, removed] = leak.layers as [TakenApart['layers'][0], TakenApart['layers'][0], TakenApart['layers'][0], TakenApart['layers'][0]];

  it('stand folder by folder with what happened to them', () => {
    expect(layerFolder(copied, '').map(({ name, change, files }) => [name, change, files])).toEqual([['app', 'kept', 4]]);
    expect(layerFolder(copied, 'app').map(({ name, change }) => [name, change])).toEqual([['.env', 'added'], ['Dockerfile', 'added'], ['data.bin', 'added'], ['main.py', 'added']]);
    expect(layerFolder(removed, 'app').map(({ name, change }) => [name, change])).toEqual([['.env', 'removed'], ['data.bin', 'changed']]);
  });

  it('say where they came from', () => {
    const [made] = image('FROM alpine\nRUN echo hi > /greeting\n').layers.slice(-1);
    expect(layerFolder(made!, '').find(({ name }) => name === 'greeting')!.origin).toMatchObject({ command: expect.stringContaining('echo') });
  });

  it('can be read, also what a later layer deleted', () => {
    expect(layerFile(copied, 'app/.env')).toEqual({ kind: 'text', text: 'KEY=1\n', size: 6, cut: false });
    expect(layerFile(copied, 'app/data.bin')).toEqual({ kind: 'described', size: 5_000_000 });
    expect(layerFile(removed, 'app/.env')).toBeUndefined();
  });
});

describe('two images', () => {
  const clean = image('FROM alpine\nWORKDIR /app\nENV MODE=prod\nCOPY main.py .\n', { '.env': { text: 'KEY=1\n' }, 'data.bin': { size: 5_000_000 }, 'main.py': { text: 'print(22)\n' } });

  it('differ in files and config, the largest first', () => {
    const found = compareImages(leak, clean);
    expect(found.shared).toBe(2);
    expect([found.added, found.changed, found.removed]).toEqual([0, 1, 2]);
    expect(found.files.map(({ path, kind, before, after }) => [path, kind, before, after])).toEqual([
      ['app/data.bin', 'delete', 5_000_000, 0],
      ['app/Dockerfile', 'delete', expect.any(Number), 0],
      ['app/main.py', 'modify', 9, 10],
    ]);
    expect(found.config).toEqual([{ name: 'Env MODE', before: '', after: 'MODE=prod' }]);
  });

  it('are the same as themselves', () => {
    expect(compareImages(leak, leak)).toMatchObject({ files: [], config: [], shared: 4 });
  });
});

describe('the whole file system as of a layer', () => {
  const [base, , copied, removed] = leak.layers.map(({ index }) => index) as [number, number, number, number];
  const rows = (layer: number, folder: string) => wholeFolder(leak, layer, folder).map(({ name, change, layer: from }) => [name, change, from]);

  it('has what all layers up to it have, each file with its own', () => {
    expect(rows(copied, 'app')).toEqual([['.env', 'added', copied], ['Dockerfile', 'added', copied], ['data.bin', 'added', copied], ['main.py', 'added', copied]]);
    expect(rows(removed, 'app')).toEqual([['.env', 'removed', undefined], ['Dockerfile', 'unchanged', copied], ['data.bin', 'changed', removed], ['main.py', 'unchanged', copied]]);
    expect(wholeFolder(leak, removed, 'etc').find(({ name }) => name === 'passwd')).toMatchObject({ change: 'unchanged', layer: base });
  });

  it('adds up folder by folder to all that is there', () => {
    const below = (layer: number) => wholeFolder(leak, layer, '').reduce((sum, { size, change }) => sum + (change === 'removed' ? 0 : size), 0);
    expect(below(removed)).toBe(sizeOf(leak.layers[removed]!.upper!));
  });

  it('is nothing where there is no such folder or layer', () => {
    expect([wholeFolder(leak, removed, 'nothing'), wholeFolder(leak, 9, ''), wholeFolder(leak, removed, 'app/main.py')]).toEqual([[], [], []]);
  });
});

describe('two layers', () => {
  it('are compared as all that is there up to them, or as what they hold themselves', () => {
    const upTo = compareSides({ image: leak, layer: 2 }, { image: leak, layer: 3 });
    expect(upTo.files.map(({ path, kind }) => [path, kind])).toEqual([['app/data.bin', 'modify'], ['app/.env', 'delete']]);
    expect(upTo.shared).toBe(3);
    const own = compareSides({ image: leak, layer: 2, own: true }, { image: leak, layer: 3, own: true });
    expect(own.files.map(({ path, kind }) => [path, kind])).toEqual([['app/data.bin', 'modify'], ['app/Dockerfile', 'delete'], ['app/main.py', 'delete'], ['app/.env', 'delete'], ['app/.wh..env', 'add']]);
    expect(own.sizes).toEqual([leak.layers[2]!.size, leak.layers[3]!.size]);
  });

  it('differ in nothing from themselves, whichever', () => {
    for (const { index } of leak.layers) for (const own of [true, false]) expect(compareSides({ image: leak, layer: index, own }, { image: leak, layer: index, own })).toMatchObject({ files: [], times: 0 });
  });
});

describe('a file on both sides', () => {
  const other = image('FROM alpine\nWORKDIR /app\nCOPY . .\nRUN ln -s main.py link\n', { 'data.bin': { size: 4 }, 'main.py': { text: 'import os\nprint(1)\n' }, 'bytes.bin': { text: 'a\0b' } });
  const compared = (path: string) => compareFile({ image: leak }, { image: other }, path);

  it('is compared line by line where both are text', () => {
    expect(compared('app/main.py').difference).toEqual({ kind: 'text', added: 1, removed: 0, cut: false, end: false, hunks: [[{ kind: 'added', now: 1, text: 'import os' }, { kind: 'same', old: 1, now: 2, text: 'print(1)' }]] });
  });

  it('is told by sizes and the first byte that differs where it is none, and by less where nobody has the bytes', () => {
    expect(compareFile({ image: other, layer: 0 }, { image: other }, 'app/bytes.bin')).toMatchObject({ after: { size: 3 }, difference: { kind: 'bytes', first: 0 } });
    expect(compared('app/data.bin')).toMatchObject({ before: { size: 5_000_000 }, after: { size: 4 }, difference: { kind: 'described' } });
    expect(compared('app/link')).toMatchObject({ after: { type: 'symlink', target: 'main.py' }, difference: { kind: 'other' } });
    expect(compared('etc/passwd').difference).toEqual({ kind: 'same' });
  });
});

describe('a text diff', () => {
  const node = (text: string) => file(text);
  const difference = (before: string, after: string) => fileDifference('a', node(before), node(after)).difference;

  it('leads from the one text to the other, whatever they are', () => {
    const texts = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 30 }).map((lines) => lines.map((line) => `${line}\n`).join(''));
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const found = difference(before, after);
        if (found.kind !== 'text') {
          expect(before).toBe(after);
          return;
        }
        const old = before.split('\n').slice(0, -1);
        const shown = new Map(found.hunks.flat().flatMap((line) => (line.now === undefined ? [] : [[line.now, line.text]])));
        const dropped = new Set(found.hunks.flat().flatMap(({ kind, old: at }) => (kind === 'removed' ? [at] : [])));
        for (const line of found.hunks.flat()) if (line.old !== undefined) expect(old[line.old - 1]).toBe(line.text);
        const kept = old.filter((_, at) => !dropped.has(at + 1));
        const built: string[] = [];
        const added = new Set(found.hunks.flat().flatMap(({ kind, now }) => (kind === 'added' ? [now] : [])));
        for (let at = 1; kept.length > 0 || added.has(at); at++) built.push(added.has(at) ? shown.get(at)! : kept.shift()!);
        expect(built.map((line) => `${line}\n`).join('')).toBe(after);
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  it('shows three lines around a change, joins those that are near, and cuts what is very long', () => {
    const lines = Array.from({ length: 40 }, (_, at) => `line ${at}\n`);
    const changed = difference(lines.join(''), lines.map((line, at) => (at === 5 || at === 11 || at === 30 ? `new ${line}` : line)).join(''));
    expect(changed.kind === 'text' && changed.hunks.map((hunk) => hunk.length)).toEqual([15, 8]);
    const long = difference('', 'x\n'.repeat(5000));
    expect(long).toMatchObject({ kind: 'text', added: 5000, cut: true });
    expect(long.kind === 'text' && long.hunks.flat().length).toBe(2000);
  });

  it('says where only the newline at the end is another', () => {
    expect(difference('a', 'a\n')).toMatchObject({ kind: 'text', end: true, hunks: [] });
  });
});
