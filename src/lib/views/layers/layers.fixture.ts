/** An image for tests: a base, a layer with a deleted secret, the layer that deletes it. */
import type { Ablation } from '#engine/insight/ablation.ts';
import type { FileDifference } from '#engine/insight/image/file-difference.ts';
import type { ImageReport } from '#engine/insight/image/image-report.ts';
import type { FileContents, LayerFile } from '#engine/insight/image/layer-files.ts';
import type { Provenance } from '#engine/insight/provenance.ts';
import type { BuildRecord } from '#engine/solver/record.ts';
import type { LineRange } from '#engine/source/range.ts';
import type { ImageChoice } from '#engine/workspace/image-choices.ts';

const row = { count: 1, packed: 0, files: 0, wasted: 0, deletes: [], fidelity: 'exact', known: true, base: false, blocks: [] } as const;

export const report: ImageReport = {
  platform: 'linux/amd64',
  manifest: `sha256:${'a'.repeat(64)}`,
  layers: [
    { ...row, index: 0, digest: `sha256:${'1'.repeat(64)}`, label: 'FROM python:3.13-slim', base: true, count: 4, size: 121_000_000, packed: 40_000_000, files: 4000, fidelity: 'modelled', blocks: [{ path: 'usr', bytes: 121_000_000, files: 4000 }] },
    { ...row, index: 1, digest: `sha256:${'2'.repeat(64)}`, label: 'COPY . .', step: { id: '0.3', lines: { first: 3, last: 3 }, text: 'COPY . .' }, size: 18_400_006, packed: 9_000_000, files: 3, wasted: 6, blocks: [{ path: 'app/data.csv', bytes: 18_400_000, files: 1 }, { path: 'app/.env', bytes: 6, files: 1, waste: 'ghost' }] },
    { ...row, index: 2, digest: `sha256:${'3'.repeat(64)}`, label: 'RUN rm .env', size: 0, deletes: ['app/.env'] },
  ],
  size: 139_400_006,
  packed: 49_000_000,
  wasted: 6,
  efficiency: 0.99,
  ghosts: [{ path: 'app/.env', bytes: 6, layers: [1], by: 2, secret: true }],
  twice: [],
  config: [{ name: 'WorkingDir', value: '/app' }],
  sentence: { id: 'image.secret', values: { path: 'app/.env', layer: 2 } },
};

const file = (path: string, part: Partial<LayerFile> = {}): LayerFile => ({ name: path.split('/').at(-1)!, path, type: 'file', change: 'added', size: 6, files: 0, mode: 0o644, uid: 0, gid: 0, ...part });

const folders: Readonly<Record<string, readonly LayerFile[]>> = {
  '1  all': [file('app', { type: 'dir', change: 'added', size: 18_400_007, files: 3 }), file('usr', { type: 'dir', change: 'kept', size: 121_000_000, files: 4000 })],
  '1 ': [file('app', { type: 'dir', change: 'kept', size: 18_400_007, files: 3 }), file('bin.dat', { size: 2 })],
  '1 app': [file('app/.env'), file('app/data.csv', { size: 18_400_000 })],
  '2 ': [file('app', { type: 'dir', change: 'kept', size: 0 })],
  '2 app': [file('app/.env', { change: 'removed' })],
  '0 ': [file('usr', { type: 'dir', change: 'added', size: 121_000_000 })],
};

export const folder = (layer: number, path: string, all = false) => Promise.resolve(folders[`${layer} ${path}${all ? ' all' : ''}`] ?? []);

const contents: Readonly<Record<string, FileContents>> = {
  '1 app/.env': { kind: 'text', text: 'KEY=1\n', size: 6, cut: false },
  '1 app/data.csv': { kind: 'described', size: 18_400_000 },
  '1 bin.dat': { kind: 'bytes', bytes: new Uint8Array([0, 65]), size: 2 },
};

export const contentsOf = (layer: number, path: string) => Promise.resolve(contents[`${layer} ${path}`]);

export const choices: readonly ImageChoice[] = [
  { id: 'build 2', name: 'app:1', from: 'build', build: 2, digest: 'sha256:2' },
  { id: 'build 1', name: 'app:1', from: 'build', build: 1, digest: 'sha256:1' },
];

/** What a build's record tells the view: its Dockerfile and which lines are steps. */
export const record = {
  number: 2,
  dockerfile: { path: 'Dockerfile', text: 'FROM python:3.13-slim\nWORKDIR /app\nCOPY . .\nRUN rm .env\nCMD ["python"]\n' },
  stages: [{ steps: ['0.1', '0.2', '0.3', '0.4'], configOnly: [{ keyword: 'CMD', lines: { first: 5, last: 5 } }], needed: true }],
  steps: ['FROM', 'WORKDIR', 'COPY', 'RUN'].map((keyword, at) => ({ id: `0.${at + 1}`, keyword, lines: { first: at + 1, last: at + 1 } })),
} as unknown as BuildRecord;

export const origin = (_: number, path: string): Promise<Provenance> =>
  Promise.resolve({
    path,
    links: [
      { kind: 'step', did: 'copied', step: '0.3', stage: 'stage-0', text: 'COPY . .', lines: { first: 3, last: 3 }, path, reads: [], more: 0 },
      { kind: 'context', path: path.replace('app/', ''), inside: false },
    ],
  });

export const without = (lines: LineRange): Promise<Ablation> =>
  Promise.resolve(
    lines.first === 1
      ? { lines, ok: false, error: 'ERROR: failed to build: failed to solve: no build stage in current context' }
      : { lines, ok: true, added: 0, changed: 0, removed: 1, times: 0, files: [{ path: 'app/data.csv', kind: 'delete', before: 18_400_000, after: 0 }], config: [], sizes: [139_400_006, 121_000_000], layers: [6, 5], durations: [9000, 7000], modelled: true },
  );

export const difference = (path: string): Promise<FileDifference> =>
  Promise.resolve({
    path,
    before: { type: 'file', size: 4, mode: 0o644, uid: 0, gid: 0 },
    after: { type: 'file', size: 8, mode: 0o755, uid: 0, gid: 0 },
    difference: { kind: 'text', added: 1, removed: 0, cut: false, end: false, hunks: [[{ kind: 'same', old: 1, now: 1, text: 'one' }, { kind: 'added', now: 2, text: 'two' }]] },
  });
