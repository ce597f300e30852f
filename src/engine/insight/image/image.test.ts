import { describe, expect, it } from 'vitest';
import { resolveImage } from '../../registry/index.ts';
import type { Scenario, ScenarioFile } from '../../workspace/scenario.ts';
import { currentMachine } from '../../workspace/state.ts';
import { currentState, dispatch, openWorkspace } from '../../workspace/workspace.ts';
import { compareImages } from './compare-images.ts';
import { imageReport } from './image-report.ts';
import { layerFile, layerFolder } from './layer-files.ts';
import { takeApart, type TakenApart } from './image-layers.ts';

/** The image that a Dockerfile gives, taken apart. */
function image(dockerfile: string, files: Readonly<Record<string, ScenarioFile>> = {}): TakenApart {
  const scenario: Scenario = { slug: 'a', title: 'A', about: '', files: { Dockerfile: { text: dockerfile }, ...files }, dockerfile: 'Dockerfile', options: { tags: ['app'] }, begins: 1_000_000_000_000 };
  const done = dispatch(openWorkspace(scenario, resolveImage), { type: 'build' });
  if (!done.ok) throw new Error(done.message);
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

  const report = imageReport(leak);

  it('knows what was deleted and is still there, secrets first', () => {
    expect(report.ghosts[0]).toMatchObject({ path: 'app/.env', bytes: 6, layers: [2], by: 3, secret: true });
    expect(report.sentence).toBe('Deleting `app/.env` hid it and freed nothing: it can still be read from layer 3.');
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
