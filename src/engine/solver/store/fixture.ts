/** One small project for the tests of this folder, and a builder for it. */
import { chainId } from '../../image/index.ts';
import type { BaseImage } from '../../image/base.ts';
import { described, dirOf, file, put, sha256 } from '../../fs/index.ts';
import type { DirNode } from '../../fs/index.ts';
import { build } from '../build.ts';
import type { BuildResult } from '../build.ts';
import { emptyStore } from '../cache-store.ts';
import type { CacheStore } from '../cache-store.ts';
import type { BuildRecord } from '../record.ts';
import type { CacheBundle } from './bundle.ts';

const diffId = sha256('base');

/** An image with a shell. */
export const base: BaseImage = {
  ref: 'docker.io/library/base:1',
  platform: 'linux/amd64',
  digest: sha256('index'),
  manifestDigest: sha256('manifest'),
  config: { architecture: 'amd64', os: 'linux', config: { Env: ['PATH=/bin'] }, rootfs: { type: 'layers', diff_ids: [diffId] }, history: [{ created_by: 'base' }] },
  layers: [{ diffId, digest: sha256('blob'), size: 2_000_000 }],
  chainId: chainId([diffId]),
  root: dirOf([['bin', dirOf(['sh', 'cat', 'cp', 'sleep'].map((name) => [name, described(800_000, name, { mode: 0o755 })]))]]),
  fidelity: 'exact',
};

/** Two stages; only a file of the first gets into the image. */
export const dockerfile = 'FROM base:1 AS build\nCOPY src /src\nRUN cat /src/* > /made\nFROM base:1\nCOPY --from=build /made /made\nRUN echo done > /done\n';

let written = 0;

/** A context with these files in `src`, written later than every other one: only what has another time is sent. */
export function project(files: Readonly<Record<string, string>>, text = dockerfile): DirNode {
  const mtime = ++written * 1000;
  const src = dirOf(Object.entries(files).map(([name, content]) => [name, file(content, { mtime })] as const));
  return put(dirOf([['src', src]]), 'Dockerfile', file(text, { mtime }));
}

/** When the first build begins. */
export const begins = Date.UTC(2026, 8, 1);

/** What a build can be given beside its context. */
export interface Given {
  readonly store?: CacheStore;
  readonly imports?: readonly CacheBundle[];
  readonly now?: number;
  readonly number?: number;
}

/** One build, on an empty builder where no store is given. */
export function run(context: DirNode, { store = emptyStore, imports, now = begins, number = 1 }: Given = {}): BuildResult {
  return build({
    number,
    options: { sourceDateEpoch: '0' },
    context,
    dockerfilePath: 'Dockerfile',
    resolve: (ref) => (ref.includes('base') ? base : { error: `${ref}: not found` }),
    store,
    now,
    rewriteTimestamp: true,
    ...(imports && { imports }),
  });
}

/** What became of the steps, in order. */
export const states = (record: BuildRecord) => record.steps.map(({ state }) => state);

/** Six times cached, where nothing has to be done. */
export const allCached = Array<string>(6).fill('cached');
