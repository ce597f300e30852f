/** An image for tests: a base, a layer with a deleted secret, the layer that deletes it. */
import type { ImageReport } from '#engine/insight/image/image-report.ts';
import type { FileContents, LayerFile } from '#engine/insight/image/layer-files.ts';
import type { ImageChoice } from '#engine/workspace/image-choices.ts';

const row = { count: 1, packed: 0, files: 0, wasted: 0, deletes: [], fidelity: 'exact', known: true, blocks: [] } as const;

export const report: ImageReport = {
  platform: 'linux/amd64',
  manifest: `sha256:${'a'.repeat(64)}`,
  layers: [
    { ...row, index: 0, digest: `sha256:${'1'.repeat(64)}`, label: 'FROM python:3.13-slim', count: 4, size: 121_000_000, packed: 40_000_000, files: 4000, fidelity: 'modelled', blocks: [{ path: 'usr', bytes: 121_000_000, files: 4000 }] },
    { ...row, index: 1, digest: `sha256:${'2'.repeat(64)}`, label: 'COPY . .', size: 18_400_006, packed: 9_000_000, files: 3, wasted: 6, blocks: [{ path: 'app/data.csv', bytes: 18_400_000, files: 1 }, { path: 'app/.env', bytes: 6, files: 1, waste: 'ghost' }] },
    { ...row, index: 2, digest: `sha256:${'3'.repeat(64)}`, label: 'RUN rm .env', size: 0, deletes: ['app/.env'] },
  ],
  size: 139_400_006,
  packed: 49_000_000,
  wasted: 6,
  efficiency: 0.99,
  ghosts: [{ path: 'app/.env', bytes: 6, layers: [1], by: 2, secret: true }],
  twice: [],
  config: [{ name: 'WorkingDir', value: '/app' }],
  sentence: 'Deleting `app/.env` hid it and freed nothing: it can still be read from layer 2.',
};

const file = (path: string, part: Partial<LayerFile> = {}): LayerFile => ({ name: path.split('/').at(-1)!, path, type: 'file', change: 'added', size: 6, files: 0, mode: 0o644, uid: 0, gid: 0, ...part });

const folders: Readonly<Record<string, readonly LayerFile[]>> = {
  '1 ': [file('app', { type: 'dir', change: 'kept', size: 18_400_007, files: 3 }), file('bin.dat', { size: 2 })],
  '1 app': [file('app/.env'), file('app/data.csv', { size: 18_400_000 })],
  '2 ': [file('app', { type: 'dir', change: 'kept', size: 0 })],
  '2 app': [file('app/.env', { change: 'removed' })],
  '0 ': [file('usr', { type: 'dir', change: 'added', size: 121_000_000 })],
};

export const folder = (layer: number, path: string) => Promise.resolve(folders[`${layer} ${path}`] ?? []);

const contents: Readonly<Record<string, FileContents>> = {
  '1 app/.env': { kind: 'text', text: 'KEY=1\n', size: 6, cut: false },
  '1 app/data.csv': { kind: 'described', size: 18_400_000 },
  '1 bin.dat': { kind: 'bytes', bytes: new Uint8Array([0, 65]), size: 2 },
};

export const contentsOf = (layer: number, path: string) => Promise.resolve(contents[`${layer} ${path}`]);

export const choices: readonly ImageChoice[] = [
  { id: 'build 2', label: 'Build 2: app:1', from: 'build', build: 2, digest: 'sha256:2' },
  { id: 'build 1', label: 'Build 1: app:1', from: 'build', build: 1, digest: 'sha256:1' },
];
