import { describe, expect, it } from 'vitest';
import { chainId } from '../../image/index.ts';
import type { BaseImage } from '../../image/base.ts';
import { children, described, dirOf, file, sha256 } from '../../fs/index.ts';
import type { DirNode } from '../../fs/index.ts';
import { build } from '../build.ts';
import type { BuildResult } from '../build.ts';
import { emptyStore } from '../cache-store.ts';
import type { CacheStore } from '../cache-store.ts';

const diffId = sha256('base');
const base: BaseImage = {
  ref: 'docker.io/library/base:1',
  platform: 'linux/amd64',
  digest: sha256('index'),
  manifestDigest: sha256('manifest'),
  config: { architecture: 'amd64', os: 'linux', config: { Env: ['PATH=/bin'] }, rootfs: { type: 'layers', diff_ids: [diffId] }, history: [{ created_by: 'base' }] },
  layers: [{ diffId, digest: sha256('blob'), size: 2_000_000 }],
  chainId: chainId([diffId]),
  root: dirOf([['bin', dirOf(['sh', 'cat', 'ls', 'sleep', 'touch', 'cp'].map((name) => [name, described(800_000, name, { mode: 0o755 })]))]]),
  fidelity: 'exact',
};

let now = Date.UTC(2026, 8, 1);

function run(text: string, store: CacheStore = emptyStore, noCache = false): BuildResult {
  const context = dirOf([['Dockerfile', file(text)]]);
  const resolve = (): BaseImage => base;
  now += 3_600_000;
  const result = build({ number: 1, options: { noCache }, context, dockerfilePath: 'Dockerfile', resolve, store, now });
  expect(result.record.error).toBeUndefined();
  return result;
}

/** Two stages whose RUNs start at once; both look at what is in the folder, wait two seconds and leave a file. */
const two = (first: string, second = first): string => `FROM base:1 AS a
RUN --mount=type=cache,id=c,target=/c${first} ls /c > /seen-a; sleep 2; touch /c/a
FROM base:1 AS b
RUN --mount=type=cache,id=c,target=/c${second} ls /c > /seen-b; sleep 2; touch /c/b
FROM base:1
COPY --from=a /seen-a /
COPY --from=b /seen-b /
`;

const runs = ({ record }: BuildResult) => record.steps.filter(({ keyword }) => keyword === 'RUN').map(({ completed }) => completed ?? NaN);
/** Times between the ends of the RUNs. */
const apart = (result: BuildResult): number => Math.abs(runs(result)[0]! - runs(result)[1]!);
/** The names of the files in each folder that is kept. */
const folders = ({ store }: BuildResult): readonly (readonly string[])[] =>
  [...store.mounts.values()].map((id) => namesIn(store.records.get(id)!.snapshot.tree));
const namesIn = (dir: DirNode): readonly string[] => [...children(dir)].map(([name]) => name).sort();

describe('cache mounts of RUNs that run at once', () => {
  it('are used by both with sharing=shared, and what both write remains', () => {
    const result = run(two(''));
    expect(apart(result)).toBeLessThan(1000);
    expect(folders(result)).toEqual([['a', 'b']]);
  });

  it('are used by one after the other with sharing=locked', () => {
    const result = run(two(',sharing=locked'));
    expect(apart(result)).toBeGreaterThanOrEqual(2000);
    expect(folders(result)).toEqual([['a', 'b']]);
  });

  it('are two folders with sharing=private', () => {
    const result = run(two(',sharing=private'));
    expect(apart(result)).toBeLessThan(1000);
    expect(folders(result)).toEqual([['a'], ['b']]);
  });

  it('are two folders where one RUN locks and the other shares', () => {
    const result = run(two(',sharing=locked', ',sharing=shared'));
    expect(apart(result)).toBeLessThan(1000);
    expect(folders(result)).toEqual([['a'], ['b']]);
  });

  it('do not keep RUNs from each other when they need the same two in another order', () => {
    const mount = (id: string, target: string) => `--mount=type=cache,sharing=locked,id=${id},target=${target}`;
    const stage = (name: string, first: string, second: string) => `FROM base:1 AS ${name}\nRUN ${mount(first, '/1')} ${mount(second, '/2')} sleep 2; touch /${name}\n`;
    const result = run(`${stage('a', 'x', 'y')}${stage('b', 'y', 'x')}FROM base:1\nCOPY --from=a /a /\nCOPY --from=b /b /\n`);
    expect(apart(result)).toBeGreaterThanOrEqual(2000);
  });
});

describe('cache mounts of RUNs that run one after the other', () => {
  const later = (sharing: string): string => `FROM base:1
RUN --mount=type=cache,id=c,target=/c${sharing} touch /c/a
RUN --mount=type=cache,id=c,target=/c${sharing} touch /c/b
`;

  it.each(['shared', 'locked', 'private'])('are the same folder (sharing: %s)', (sharing) => {
    expect(folders(run(later(`,sharing=${sharing}`)))).toEqual([['a', 'b']]);
  });

  it('are found by the next build, all of them', () => {
    const { store } = run(two(',sharing=private'));
    const next = run(`${two(',sharing=private')}RUN echo again\n`.replaceAll('sleep 2', 'sleep 3'), store);
    expect(runs(next)[0]).toBeGreaterThanOrEqual(3000);
    expect(next.store.mounts).toEqual(store.mounts);
  });

  it('begin empty where the cache is ignored, copies too', () => {
    const { store } = run(two(',sharing=private'));
    const again = run('FROM base:1\nRUN --mount=type=cache,id=c,target=/c touch /c/new\n', store, true);
    expect(folders(again)).toEqual([['new']]);
  });

  it('are other folders where they begin with other files', () => {
    const result = run(`FROM base:1 AS files
RUN touch /f
FROM base:1
RUN --mount=type=cache,id=c,target=/c touch /c/a
RUN --mount=type=cache,id=c,target=/c,from=files touch /c/b
`);
    expect(folders(result).map((names) => names.includes('f'))).toEqual([false, true]);
  });
});
