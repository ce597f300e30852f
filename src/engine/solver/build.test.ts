import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainId } from '../image/index.ts';
import type { BaseImage } from '../image/base.ts';
import { described, dirOf, file, get, put, sha256, textOf, walk, withMeta } from '../fs/index.ts';
import type { DirNode, Node } from '../fs/index.ts';
import { build } from './build.ts';
import type { BuildResult } from './build.ts';
import { emptyStore } from './cache-store.ts';
import type { CacheStore } from './cache-store.ts';
import type { BuildRecord } from './record.ts';

const diffId = sha256('base');
const base: BaseImage = {
  ref: 'docker.io/library/base:1',
  platform: 'linux/amd64',
  digest: sha256('index'),
  manifestDigest: sha256('manifest'),
  config: { architecture: 'amd64', os: 'linux', config: {}, rootfs: { type: 'layers', diff_ids: [diffId] }, history: [{ created_by: 'base' }] },
  layers: [{ diffId, digest: sha256('blob'), size: 2_000_000 }],
  chainId: chainId([diffId]),
  root: dirOf([['bin', dirOf(['sh', 'cat', 'sleep'].map((name) => [name, described(800_000, name, { mode: 0o755 })]))], ['etc', dirOf([['passwd', file('root:x:0:0::/root:/bin/sh\n')]])]]),
  fidelity: 'exact',
};

/** Another image of the same layers. */
const sameLayers: BaseImage = { ...base, ref: 'docker.io/library/other:1', digest: sha256('other index') };

const begins = Date.UTC(2026, 8, 1);
let builds = 0;

/** Builds a context whose Dockerfile is given. */
function run(context: DirNode, dockerfile: string, store: CacheStore = emptyStore, change: { readonly predicted?: boolean } = {}): BuildResult {
  builds++;
  return build({
    number: builds,
    options: { sourceDateEpoch: '0' },
    context: put(context, 'Dockerfile', file(dockerfile)),
    dockerfilePath: 'Dockerfile',
    resolve: (ref) => (ref.includes('base') ? base : ref.includes('other') ? sameLayers : { error: `${ref}: not found` }),
    store,
    now: begins + builds * 1000,
    rewriteTimestamp: true,
    ...change,
  });
}

const states = (record: BuildRecord) => record.steps.map(({ state }) => state);
const twoStages = 'FROM base:1 AS build\nCOPY src /src\nRUN echo made > /made\nFROM base:1\nCOPY --from=build /made /made\nRUN echo done > /done\n';
const context = dirOf([['src', dirOf([['a.txt', file('a', { mtime: 1000 })]])]]);

describe('a build', () => {
  it('runs every step once and gives an image', () => {
    const { record } = run(context, twoStages);
    expect(record.error).toBeUndefined();
    expect(states(record)).toEqual(['rebuilt', 'rebuilt', 'rebuilt', 'rebuilt', 'rebuilt', 'rebuilt']);
    expect(record.images[0]?.layers).toHaveLength(3);
  });

  it('counts the layers of each stage, and names the step of each layer', () => {
    const { record } = run(context, twoStages);
    expect(record.stages.map(({ layers }) => layers)).toEqual([0, 3]);
    expect(record.images[0]?.layers.map(({ step }) => step)).toEqual([undefined, '1.2', '1.3']);
    expect(record.images[0]?.layers.map(({ createdBy }) => createdBy?.split(' ')[0])).toEqual(['base', 'COPY', 'RUN']);
  });

  it('looks up only the last step when nothing changed', () => {
    const first = run(context, twoStages);
    const second = run(context, twoStages, first.store);
    expect(states(second.record)).toEqual(Array(6).fill('cached'));
    expect(second.record.steps.map(({ hit }) => hit?.via)).toEqual(['below', 'below', 'below', 'below', 'below', 'definition']);
    expect(second.record.images).toEqual(first.record.images);
  });

  it('finds COPY --from by its content though the stage above ran again', () => {
    const { store } = run(context, twoStages);
    const edited = put(context, 'src/a.txt', file('changed', { mtime: 2000 }));
    const { record } = run(edited, twoStages, store);
    expect(states(record)).toEqual(['cached', 'rebuilt', 'rebuilt', 'cached', 'cached', 'cached']);
    expect(record.steps[4]?.hit).toMatchObject({ via: 'content' });
  });

  it('gives back the store it was given when it only predicts', () => {
    const { store } = run(context, twoStages);
    const edited = put(context, 'src/a.txt', file('changed', { mtime: 2000 }));
    const prediction = run(edited, twoStages, store, { predicted: true });
    expect(prediction.store).toBe(store);
    expect(states(prediction.record)).toEqual(states(run(edited, twoStages, store).record));
  });

  it('shows the file system after each step', () => {
    const { record, trees } = run(context, twoStages);
    const tree = trees.get(record.steps[4]!.vertex!);
    expect([get(tree!, 'made')?.type, get(tree!, 'done')]).toEqual(['file', undefined]);
  });

  it('says where a failed command stands, and stops what stands on it', () => {
    const { record } = run(context, 'FROM base:1\nRUN exit 3\nRUN echo never\n');
    expect(record.error?.message).toBe('process "/bin/sh -c exit 3" did not complete successfully: exit code: 3');
    expect(record.error?.diagnostic.lines).toEqual([{ first: 2, last: 2 }]);
    expect(states(record)).toEqual(['rebuilt', 'failed', 'stopped']);
  });

  it('makes once what two stages make alike on images that are alike', () => {
    const dockerfile = 'FROM base:1 AS a\nRUN echo same > /same\nFROM other:1\nRUN echo same > /same\nCOPY --from=a /same /copy\n';
    const { record } = run(context, dockerfile);
    // One of the two stages does the work for both.
    expect(states(record).sort()).toEqual(['cached', 'cached', 'rebuilt', 'rebuilt', 'rebuilt']);
  });

  it('names the image as asked, or as dockerd does where nobody asked', () => {
    const named = (tags?: readonly string[]) =>
      build({
        number: 1, options: tags ? { tags } : {}, context: put(context, 'Dockerfile', file('FROM base:1\nWORKDIR /w\n')),
        dockerfilePath: 'Dockerfile', resolve: () => base, store: emptyStore, now: begins,
      }).record;
    const statuses = (record: BuildRecord) => record.events.flatMap((event) => (event.type === 'status' && /^naming/.test(event.id) && event.completed ? event.id : []));
    expect(statuses(named(['app', 'ghcr.io/me/app:2']))).toEqual(['naming to docker.io/library/app:latest', 'naming to ghcr.io/me/app:2']);
    const dangling = named();
    expect(statuses(dangling)).toEqual([`naming to moby-dangling@${dangling.images[0]!.manifestDigest}`]);
    expect(dangling.images[0]!.names).toEqual([]);
  });

  it('is a record that JSON keeps as it is', () => {
    const { record } = run(context, twoStages);
    expect(JSON.parse(JSON.stringify(record))).toEqual(record);
  });

  it('tells a step that runs beside a failing one that it was stopped', () => {
    const dockerfile = 'FROM base:1 AS a\nRUN sleep 5\nFROM base:1\nRUN exit 1\nCOPY --from=a /x /x\n';
    expect(states(run(context, dockerfile).record)).toEqual(['rebuilt', 'stopped', 'rebuilt', 'failed', 'stopped']);
  });

  it('begins a cache mount with what the last build left in it', () => {
    const dockerfile = (text: string) => `FROM base:1\nRUN --mount=type=cache,target=/c echo ${text} >> /c/log && cat /c/log > /seen\n`;
    const first = run(context, dockerfile('one'));
    const { record, trees } = run(context, dockerfile('two'), first.store);
    const seen = get(trees.get(record.steps.at(-1)!.vertex!)!, 'seen');
    expect(seen?.type === 'file' && textOf(seen)).toBe('one\ntwo\n');
  });

  it('reports what the frontend reports when the Dockerfile is missing', () => {
    const { record } = build({
      number: 1, options: {}, context, dockerfilePath: 'Other', resolve: () => base, store: emptyStore, now: begins,
    });
    expect(record.error?.message).toBe('failed to read dockerfile: open Other: no such file or directory');
  });
});

const contents = fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), fc.string({ maxLength: 8 }), { minKeys: 1, maxKeys: 5 });
const tree = (files: Readonly<Record<string, string>>, mtime: number): DirNode =>
  dirOf([['src', dirOf(Object.entries(files).map(([name, text]): [string, Node] => [name, file(text, { mtime })]))]]);

describe('laws of the cache', () => {
  it('gives the same image with a warm cache as with a cold one', () => {
    fc.assert(
      fc.property(fc.array(contents, { minLength: 1, maxLength: 4 }), (edits) => {
        let store = emptyStore;
        edits.forEach((files, i) => {
          const warm = run(tree(files, i + 1), twoStages, store);
          store = warm.store;
          expect(warm.record.images).toEqual(run(tree(files, i + 1), twoStages).record.images);
        });
      }),
      { seed: 1, numRuns: 25 },
    );
  });

  it('never misses because of modification times', () => {
    fc.assert(
      fc.property(contents, fc.integer({ min: 2, max: 1_000_000 }), (files, mtime) => {
        const { store } = run(tree(files, 1), twoStages);
        expect(states(run(tree(files, mtime), twoStages, store).record)).toEqual(Array(6).fill('cached'));
      }),
      { seed: 2, numRuns: 25 },
    );
  });

  it('gives the same record for the same request', () => {
    fc.assert(
      fc.property(contents, (files) => {
        const request = {
          number: 1, options: {}, context: put(tree(files, 1), 'Dockerfile', file(twoStages)), dockerfilePath: 'Dockerfile',
          resolve: () => base, store: emptyStore, now: begins,
        };
        expect(JSON.stringify(build(request).record)).toBe(JSON.stringify(build(request).record));
      }),
      { seed: 3, numRuns: 10 },
    );
  });

  it('takes no notice of who owns the files of the context', () => {
    const { store } = run(context, twoStages);
    let owned = context;
    for (const [path, node] of walk(context)) owned = put(owned, path, withMeta(node, { uid: 1000, gid: 1000 }));
    expect(states(run(owned, twoStages, store).record)).toEqual(Array(6).fill('cached'));
  });
});
