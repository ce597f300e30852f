import { describe, expect, it } from 'vitest';
import { defaultScenario } from '#scenarios/index.ts';
import { chainId } from '../../image/index.ts';
import type { BaseImage } from '../../image/base.ts';
import { described, dirOf, file, get, put, remove, sha256, textOf, update, withMeta } from '../../fs/index.ts';
import type { DirNode, FileNode } from '../../fs/index.ts';
import type { BuildOptions } from '../../graph/plan.ts';
import { resolveImage } from '../../registry/index.ts';
import { currentState, openWorkspace } from '../../workspace/workspace.ts';
import { build } from '../build.ts';
import { emptyStore } from '../cache-store.ts';
import { classicLog } from '../progress/classic.ts';
import type { BuildRecord } from '../record.ts';
import { buildClassic, emptyClassicStore } from './index.ts';

const begins = Date.UTC(2026, 8, 1);
const minute = 60_000;

/** Builds one context after another, with each builder keeping what it keeps. */
function builders(options: BuildOptions = {}, resolve = resolveImage) {
  let store = emptyClassicStore;
  let cache = emptyStore;
  let number = 0;
  return {
    classic(context: DirNode, more: BuildOptions = {}): BuildRecord {
      number++;
      const result = buildClassic({ number, options: { ...options, ...more }, context, dockerfilePath: 'Dockerfile', resolve, store, now: begins + number * minute });
      store = result.store;
      return result.record;
    },
    buildKit(context: DirNode, more: BuildOptions = {}): BuildRecord {
      number++;
      const result = build({ number, options: { ...options, ...more }, context, dockerfilePath: 'Dockerfile', resolve, store: cache, now: begins + number * minute });
      cache = result.store;
      return result.record;
    },
  };
}

const scene = currentState(openWorkspace(defaultScenario, resolveImage)).context;
const dockerfileOf = (context: DirNode): string => textOf(get(context, 'Dockerfile') as FileNode);
const withDockerfile = (context: DirNode, text: string): DirNode => put(context, 'Dockerfile', file(text));
const states = (record: BuildRecord): Readonly<Record<string, string>> => Object.fromEntries(record.steps.map(({ text, state }) => [text, state]));

const diffId = sha256('base');
const base: BaseImage = {
  ref: 'docker.io/library/base:1', platform: 'linux/amd64', digest: sha256('index'), manifestDigest: sha256('manifest'),
  config: { architecture: 'amd64', os: 'linux', config: {}, rootfs: { type: 'layers', diff_ids: [diffId] }, history: [{ created_by: 'base' }] },
  layers: [{ diffId, digest: sha256('blob'), size: 2_000_000 }],
  chainId: chainId([diffId]),
  root: dirOf([['bin', dirOf(['sh', 'cat', 'sleep', 'ls'].map((name) => [name, described(800_000, name, { mode: 0o755 })]))]]),
  fidelity: 'exact',
};
const small = (options?: BuildOptions) => builders(options, (ref) => (ref.includes('base') ? base : { error: 'not found' }));
const folder = (dockerfile: string, files: Readonly<Record<string, string>> = {}): DirNode =>
  withDockerfile(dirOf(Object.entries(files).map(([name, text]) => [name, file(text)])), dockerfile);

describe('the classic builder on the first scene', () => {
  it('runs one step at a time, and BuildKit several', () => {
    const overlaps = (record: BuildRecord): boolean =>
      record.steps.some((a, i) => record.steps.some((b, j) => i < j && a.started! < b.completed! && b.started! < a.completed!));
    const each = builders();
    expect(overlaps(each.classic(scene))).toBe(false);
    expect(overlaps(each.buildKit(scene))).toBe(true);
  });

  it('makes a step and an image of every instruction, of config too', () => {
    const each = builders();
    expect(each.classic(scene).steps).toHaveLength(9);
    expect(each.buildKit(scene).steps).toHaveLength(8);
  });

  it('lets the final COPY --from stay cached after an edit of README.md, as BuildKit does: both look at the copied files', () => {
    const each = builders();
    const edited = put(scene, 'README.md', file('# other\n'));
    each.classic(scene);
    each.buildKit(scene);
    const copy = 'COPY --from=build /app /app';
    const [classic, buildKit] = [each.classic(edited), each.buildKit(edited)];
    expect(states(classic)).toMatchObject({ 'COPY . .': 'rebuilt', 'RUN CGO_ENABLED=0 go build -o /app': 'rebuilt', [copy]: 'cached', 'ENTRYPOINT ["/app"]': 'cached' });
    expect(states(buildKit)).toMatchObject({ 'COPY . .': 'rebuilt', [copy]: 'cached' });
  });

  it('sends the whole context every time, where BuildKit sends what changed', () => {
    const each = builders();
    const sizes = [each.classic(scene), each.classic(scene)].map(({ context }) => context!.transferred);
    expect(sizes[1]).toBe(sizes[0]);
    const sent = [each.buildKit(scene), each.buildKit(scene)].map(({ context }) => context!.transferred);
    expect(sent[1]).toBeLessThan(sent[0]!);
  });

  it('builds a stage that nothing reads, unless it comes after the target', () => {
    const [first = '', second = ''] = dockerfileOf(scene).split('\n\n');
    const context = withDockerfile(scene, `${first}\n\nFROM build AS test\nRUN go vet ./...\n\n${second}`);
    const each = builders();
    expect(states(each.classic(context))['RUN go vet ./...']).toBe('rebuilt');
    expect(states(each.buildKit(context))['RUN go vet ./...']).toBe('not-needed');
    const target = each.classic(context, { target: 'build' });
    expect(target.stages.map(({ needed }) => needed)).toEqual([true, false, false]);
    expect(target.steps).toHaveLength(6);
  });

  it('loses every step after a changed ENV, where a COPY under BuildKit stays cached', () => {
    const before = withDockerfile(scene, dockerfileOf(scene).replace('COPY go.*', 'ENV A=1\nCOPY go.*'));
    const after = withDockerfile(scene, dockerfileOf(scene).replace('COPY go.*', 'ENV A=2\nCOPY go.*'));
    const each = builders();
    each.classic(before);
    each.buildKit(before);
    expect(states(each.classic(after))['COPY go.* ./']).toBe('rebuilt');
    expect(states(each.buildKit(after))['COPY go.* ./']).toBe('cached');
  });

  it('gives an image with the same layers as BuildKit, and its stages their share', () => {
    const each = builders();
    const [classic, buildKit] = [each.classic(scene), each.buildKit(scene)];
    expect(classic.images[0]!.layers).toHaveLength(buildKit.images[0]!.layers.length);
    expect(classic.stages.map(({ layers }) => layers)).toEqual([0, 1]);
    expect(classic.images[0]!.config.config.Entrypoint).toEqual(['/app']);
    expect(classic.images[0]!.config.history!.at(-1)).toMatchObject({ created_by: '/bin/sh -c #(nop)  ENTRYPOINT ["/app"]', empty_layer: true });
  });
});

describe('the cache of the classic builder', () => {
  it('does not look at times, but at content, names and modes', () => {
    const each = small();
    const context = folder('FROM base\nCOPY . /src/\n', { a: 'a' });
    each.classic(context);
    const copy = 'COPY . /src/';
    expect(states(each.classic(update(context, 'a', (node) => withMeta(node!, { mtime: 5_000 }))))[copy]).toBe('cached');
    expect(states(each.classic(update(context, 'a', (node) => withMeta(node!, { mode: 0o755 }))))[copy]).toBe('rebuilt');
    expect(states(each.classic(put(remove(context, 'a'), 'b', get(context, 'a')!)))[copy]).toBe('rebuilt');
    expect(states(each.classic(context))[copy]).toBe('cached');
  });

  it('has the declared build arguments in every RUN after ARG, and never the value of a proxy', () => {
    const each = small();
    const context = folder('FROM base\nRUN echo before\nARG V\nRUN echo after\n');
    const run = (buildArgs: Readonly<Record<string, string>>) => each.classic(context, { buildArgs });
    run({ V: '1', HTTP_PROXY: 'a' });
    expect(states(run({ V: '1', HTTP_PROXY: 'b' }))).toMatchObject({ 'RUN echo before': 'cached', 'RUN echo after': 'cached' });
    expect(states(run({ V: '2', HTTP_PROXY: 'b' }))).toMatchObject({ 'RUN echo before': 'cached', 'ARG V': 'cached', 'RUN echo after': 'rebuilt' });
    expect(states(run({ V: '1', HTTP_PROXY: 'a', OTHER: '1' }))['RUN echo after']).toBe('cached');
  });

  it('begins anew in each stage after a miss', () => {
    const each = small();
    const text = (word: string) => folder(`FROM base AS a\nRUN echo ${word}\nFROM base\nRUN echo same\n`);
    each.classic(text('one'));
    expect(states(each.classic(text('two')))).toMatchObject({ 'RUN echo two': 'rebuilt', 'RUN echo same': 'cached' });
  });

  it('is not asked with --no-cache, and a dry run keeps nothing', () => {
    const each = small();
    const context = folder('FROM base\nRUN echo a\n');
    each.classic(context);
    expect(states(each.classic(context, { noCache: true }))['RUN echo a']).toBe('rebuilt');
    const request = { number: 1, options: {}, context, dockerfilePath: 'Dockerfile', resolve: () => base, store: emptyClassicStore, now: begins, predicted: true };
    expect(buildClassic(request).store).toBe(emptyClassicStore);
  });

  it('notices a moved tag only with --pull', () => {
    let current = base;
    const each = builders({}, () => current);
    const context = folder('FROM base\nRUN echo a\n');
    each.classic(context);
    current = { ...base, manifestDigest: sha256('moved'), digest: sha256('moved index'), config: { ...base.config, created: '2026-01-01T00:00:00Z' } };
    expect(states(each.classic(context))['RUN echo a']).toBe('cached');
    expect(states(each.classic(context, { pull: true }))['RUN echo a']).toBe('rebuilt');
  });
});

describe('the log of the classic builder', () => {
  /** Ids are not known in advance. */
  const tidy = (text: string): string => text.replace(/\b[0-9a-f]{12}\b/g, '<id>').replace(/sha256:[0-9a-f]{64}/g, '<digest>');

  it('prints steps, containers, images and the names of the image', () => {
    const each = small({ tags: ['app'] });
    const context = folder('ARG X=1\nFROM base:1\nENV A=b\nCOPY a /a\nRUN echo hi\n', { a: 'a' });
    expect(tidy(classicLog(each.classic(context)))).toBe(
      [
        'Sending build context to Docker daemon  3.072kB', 'Step 1/5 : ARG X=1', 'Step 2/5 : FROM base:1', '1: Pulling from library/base', '<id>: Pull complete',
        'Digest: <digest>', 'Status: Downloaded newer image for base:1', ' ---> <id>', 'Step 3/5 : ENV A=b', ' ---> Running in <id>',
        ' ---> Removed intermediate container <id>', ' ---> <id>', 'Step 4/5 : COPY a /a', ' ---> <id>', 'Step 5/5 : RUN echo hi', ' ---> Running in <id>', 'hi',
        ' ---> Removed intermediate container <id>', ' ---> <id>', 'Successfully built <id>', 'Successfully tagged app:latest', '',
      ].join('\n'),
    );
    expect(tidy(classicLog(each.classic(context)))).toContain('Step 5/5 : RUN echo hi\n ---> Using cache\n ---> <id>\nSuccessfully built <id>\n');
  });

  it('pads the size of the context to eight columns, and leaves out what is ignored', () => {
    const each = small();
    const context = put(folder('FROM base\n', { big: 'x'.repeat(2500) }), '.dockerignore', file('big\n'));
    expect(classicLog(each.classic(context))).toContain('Sending build context to Docker daemon  3.072kB\n');
    expect(classicLog(each.classic(remove(context, '.dockerignore')))).toContain('Sending build context to Docker daemon   5.12kB\n');
  });

  it('ends with the daemon’s words where a step fails, and stops what comes after', () => {
    const each = small();
    const failed = each.classic(folder('FROM base\nRUN exit 3\nRUN echo never\n'));
    expect(classicLog(failed)).toMatch(/ ---> Running in \w{12}\nThe command '\/bin\/sh -c exit 3' returned a non-zero code: 3\n$/);
    expect(failed.steps.map(({ state }) => state)).toEqual(['rebuilt', 'failed', 'stopped']);
    expect(failed.error?.diagnostic.lines).toEqual([{ first: 2, last: 2 }]);
    const missing = each.classic(folder('FROM base\nCOPY none /\n'));
    expect(missing.error?.message).toBe('COPY failed: file not found in build context or excluded by .dockerignore: stat none: file does not exist');
  });

  it('says what only BuildKit can do, and which build arguments nothing uses', () => {
    const each = small();
    const message = (line: string) => each.classic(folder(`FROM base\n${line}\n`, { a: '' })).error?.message;
    const refer = 'Refer to https://docs.docker.com/go/buildkit/ to learn how to build images with BuildKit enabled';
    expect(message('RUN --mount=type=cache,target=/c true')).toBe(`the --mount option requires BuildKit. ${refer}`);
    expect(message('COPY --chmod=755 a /a')).toBe(`the --chmod option requires BuildKit. ${refer}`);
    expect(message('COPY <<EOF /a\nhi\nEOF')).toBe('COPY failed: no source files were specified');
    expect(classicLog(each.classic(folder('FROM base\nARG A\n'), { buildArgs: { A: '1', Z: '1' } }))).toContain('[Warning] One or more build-args [Z] were not consumed\nSuccessfully built');
  });

  it('refuses stage names that are taken, numbers out of reach, targets by number and platforms that are none', () => {
    const each = small();
    const message = (text: string, options: BuildOptions = {}) => each.classic(folder(text), options).error?.message;
    expect(message('FROM base AS a\nFROM base AS A\n')).toBe('a stage name already used');
    expect(message('FROM base\nCOPY --from=1 /x /y\n')).toBe('invalid from flag value 1: index out of bounds');
    expect(message('FROM base\nCOPY --from=0 /x /y\n')).toBe('invalid from flag value 0: refers to current build stage');
    expect(message('FROM base\n', { target: '0' })).toBe('failed to reach build target 0 in Dockerfile');
    expect(message('FROM --platform=$BUILDPLATFORM base\n')).toMatch(/^failed to parse platform : "" is an invalid .*component of ""/);
  });

  it('takes any Dockerfile without an exception', () => {
    const each = small();
    const texts = ['', 'FROM', 'RUN x', 'FROM ${', 'FROM base\nCOPY [ /', 'FROM nowhere', 'FROM base\nCOPY --from=9 a /b', 'FROM scratch\nRUN x', 'FROM base\nWORKDIR\n', 'FROM base\nEXPOSE $', 'FROM base\nADD http://a/b /c', 'FROM base\nONBUILD RUN x'];
    for (const text of texts) expect(() => classicLog(each.classic(folder(text, { a: 'a' })))).not.toThrow();
  });
});
