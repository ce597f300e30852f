import { describe, expect, it } from 'vitest';
import { emptyDir, file, put, withMeta } from '../fs/index.ts';
import type { DirNode, FileNode } from '../fs/node.ts';
import type { BuildOptions } from '../graph/plan.ts';
import { resolveImage } from '../registry/index.ts';
import { build, type BuildResult } from '../solver/build.ts';
import { emptyStore } from '../solver/cache-store.ts';
import { exportCache } from '../solver/store/index.ts';
import { explain } from './explain.ts';
import { text } from '../../messages/index.ts';

const dockerfile = `FROM busybox AS build
WORKDIR /src
COPY lib ./lib
RUN cat lib/a > /built
COPY . .
RUN head -c 4 main > /out

FROM busybox
ARG VERSION=1
COPY --from=build /out /out
RUN echo $VERSION > /version
`;

type Files = Readonly<Record<string, string>>;

const files: Files = { Dockerfile: dockerfile, 'lib/a': 'library\n', main: 'main program\n', 'run.sh': 'echo run\n' };

function context(list: Files, mtime = 0): DirNode {
  return Object.entries(list).reduce((root, [path, text]) => put(root, path, file(text, { mtime })), emptyDir());
}

/** Builds one context after the other with one cache; the last may be a dry run. */
function builds(contexts: readonly DirNode[], options: BuildOptions = {}, predicted = false): readonly BuildResult[] {
  const results: BuildResult[] = [];
  contexts.forEach((root, index) => {
    const last = index === contexts.length - 1;
    results.push(
      build({
        number: index + 1,
        options: last ? options : {},
        context: root,
        dockerfilePath: 'Dockerfile',
        resolve: resolveImage,
        store: results.at(-1)?.store ?? emptyStore,
        now: (index + 1) * 1_000_000,
        predicted: last && predicted,
      }),
    );
  });
  return results;
}

/** What is said about the step that holds these words, in the last of the builds. */
function why(results: readonly BuildResult[], words: string) {
  const last = results.at(-1)!;
  expect(last.record.error?.message).toBeUndefined();
  const step = last.record.steps.find((candidate) => candidate.text.includes(words));
  const explanation = explain(results.slice(0, -1), last, step?.id ?? 'none');
  expect(explanation, words).toBeDefined();
  return explanation!;
}

const spoken = (words: string) => words.replace(/\u202f/g, ' ');
const edited = (change: Files, more: BuildOptions = {}, predicted = false) => builds([context(files), context({ ...files, ...change }, 1000)], more, predicted);

describe('why a step came out as it did', () => {
  it.each<[string, Files, string, string, string]>([
    ['a file was edited', { main: 'main program, edited\n' }, 'COPY . .', 'file-content', 'COPY . . rebuilt because main changed.'],
    ['two files were edited', { main: 'm', 'lib/a': 'l' }, 'COPY . .', 'file-content', 'COPY . . rebuilt because lib/a and one more file changed.'],
    ['a file is new', { notes: 'new\n' }, 'COPY . .', 'file-added', 'COPY . . rebuilt because notes is new in the context.'],
    ['its parent ran', { main: 'edited main\n' }, 'RUN head', 'parent', 'RUN head -c 4 main > /out rebuilt because the step before it ran.'],
    ['its command is another', { Dockerfile: dockerfile.replace('head -c 4', 'head -c 5') }, 'RUN head', 'instruction', 'RUN head -c 5 main > /out rebuilt because its command changed.'],
    ['the source ran and gave the same', { 'run.sh': 'echo other\n' }, '--from=build', 'same-content', 'COPY --from=build /out /out stayed cached: /out came out byte for byte the same.'],
    ['nothing that it reads changed', { main: 'edited main\n' }, 'COPY lib', 'same-key', 'COPY lib ./lib stayed cached because lib and the step before it are the same.'],
    ['the base is the same', { main: 'edited main\n' }, 'FROM', 'same-key', 'FROM busybox stayed cached because the tag leads to the same image.'],
  ])('%s', (_, change, words, cause, sentence) => {
    const explanation = why(edited(change), words);
    expect(explanation.cause).toBe(cause);
    expect(text(explanation.simple)).toBe(sentence);
  });

  it('a build argument is another', () => {
    const explanation = why(edited({}, { buildArgs: { VERSION: '2' } }), 'RUN echo');
    expect(explanation.cause).toBe('argument');
    expect(text(explanation.simple)).toMatch(/rebuilt because VERSION is now 2\.$/);
    expect(text(explanation.precise)).toContain('VERSION');
  });

  it('it was found in a cache from elsewhere', () => {
    const [first] = builds([context(files)]);
    const imported = exportCache(first!.store, first!, { kind: 'registry', mode: 'max', name: 'example.com/app:cache' });
    const there = build({
      number: 1, options: {}, context: context(files), dockerfilePath: 'Dockerfile', resolve: resolveImage, store: emptyStore, imports: [imported], now: 9_000_000,
    });
    const explanation = why([there], 'RUN echo');
    expect(explanation.cause).toBe('same-key');
    expect(text(explanation.precise)).toMatch(/the same as in the imported cache example\.com\/app:cache\.$/);
  });

  it('a mode is another, and a time alone is nothing', () => {
    const root = context(files);
    const script = Object.entries({ 'run.sh': 0o755 }).reduce((tree, [path, mode]) => put(tree, path, withMeta(file(files[path]!) as FileNode, { mode, mtime: 5000 })), root);
    expect(text(why(builds([root, script]), 'COPY . .').simple)).toBe('COPY . . rebuilt because run.sh became executable.');
    const touched = why(builds([root, context(files, 9000)]), 'COPY . .');
    expect(touched.cause).toBe('same-key');
    expect(touched.chain).toEqual([]);
  });

  it('a file is gone', () => {
    const { 'run.sh': _, ...rest } = files;
    expect(text(why(builds([context(files), context(rest)]), 'COPY . .').simple)).toBe('COPY . . rebuilt because run.sh is gone from the context.');
  });

  it('a first build, and one with an empty cache, remember nothing', () => {
    const first = builds([context(files)]);
    expect(text(why(first, 'RUN head').simple)).toBe('RUN head -c 4 main > /out ran because this builder has never run it.');
    const again = build({ number: 2, options: {}, context: context(files), dockerfilePath: 'Dockerfile', resolve: resolveImage, store: emptyStore, now: 5_000_000 });
    expect(text(why([...first, again], 'RUN head').simple)).toBe('RUN head -c 4 main > /out ran because the cache no longer has it.');
  });

  it('the cache was not to be asked, or the stage is not needed', () => {
    expect(why(edited({}, { noCache: true }), 'RUN head').cause).toBe('no-cache');
    const needless = why(edited({}, { target: 'build' }), 'RUN echo');
    expect(needless.cause).toBe('not-needed');
    expect(text(needless.simple)).toBe('Stage stage-1 was not needed: nothing on the way to the target reads it.');
  });

  it('a step that ran on another builder is not one that the cache has lost', () => {
    const elsewhere = builds([context(files)]).map((made) => ({ ...made, elsewhere: true }));
    const here = build({ number: 2, options: {}, context: context(files), dockerfilePath: 'Dockerfile', resolve: resolveImage, store: emptyStore, now: 5_000_000 });
    expect(text(why([...elsewhere, here], 'RUN head').simple)).toBe('RUN head -c 4 main > /out ran because this builder has never run it.');
  });

  it('a step that stands on another one than before says so', () => {
    const lines = ['FROM busybox', 'RUN echo 1 > /one', 'COPY main /main', ''];
    const without = lines.filter((line) => !line.startsWith('RUN'));
    const explanation = why(builds([lines, without].map((text) => context({ ...files, Dockerfile: text.join('\n') }))), 'COPY main');
    expect([explanation.cause, text(explanation.simple)]).toEqual(['parent', 'COPY main /main rebuilt because the step before it is another one now.']);
    expect(text(explanation.precise)).toContain('FROM busybox instead of RUN echo 1 > /one');
    expect(explanation.chain.map(({ sentence }) => text(sentence))).toEqual(['COPY main /main stands on another step']);
  });

  it('two kinds of variables that changed are told apart, and none twice', () => {
    const text1 = dockerfile.replace('ARG VERSION=1\n', 'ARG VERSION=1\nENV DEBUG=0\n');
    const results = builds([context({ ...files, Dockerfile: text1 }), context({ ...files, Dockerfile: text1.replace('VERSION=1', 'VERSION=2').replace('DEBUG=0', 'DEBUG=1') })]);
    const { simple, also } = why(results, 'RUN echo');
    expect([simple, ...also].map((message) => text(message))).toEqual(['RUN echo 2 > /version rebuilt because VERSION is now 2.', 'Also DEBUG is now 1.']);
  });

  it('another platform is a platform, not a command', () => {
    const explanation = why(edited({}, { platforms: ['linux/arm64'] }), 'RUN head');
    expect(text(explanation.simple)).toBe('RUN head -c 4 main > /out rebuilt because its platform is now linux/arm64.');
  });

  it('speaks of the next build in the future', () => {
    const results = edited({ main: 'edited main\n' }, {}, true);
    expect(text(why(results, 'COPY . .').simple)).toBe('COPY . . will rebuild because main changed.');
    expect(text(why(results, 'COPY . .').place)).toBe('Next build, step 5 of 6 in build');
  });

  it('names the changed file with its size and its digest before and after', () => {
    const explanation = why(edited({ main: 'main program, edited\n' }), 'COPY . .');
    expect(explanation.files).toMatchObject([{ path: 'main', kind: 'content', before: { size: 13 }, after: { size: 21 } }]);
    const [change] = explanation.files;
    expect(change!.before!.digest).not.toBe(change!.after!.digest);
    expect(spoken(text(explanation.precise))).toContain(`main, 13 B, now 21 B, digest ${change!.before!.digest.slice(7, 19)} now ${change!.after!.digest.slice(7, 19)}`);
    expect(explanation.ingredients.filter((ingredient) => !ingredient.same).map((ingredient) => text(ingredient.label))).toEqual(['content of /']);
  });

  it('follows the wave from the file to where it stops', () => {
    const chain = why(edited({ 'run.sh': 'echo other\n' }), 'COPY . .').chain;
    expect(chain.map((link) => [link.state, text(link.sentence)])).toEqual([
      ['changed', 'run.sh edited'],
      ['changed', 'COPY . . reads it'],
      ['changed', 'RUN head -c 4 main > /out starts from it'],
      ['same', '/out is the same'],
      ['same', 'COPY --from=build /out /out stayed cached'],
    ]);
  });

  it('tells a failure by how the command ended', () => {
    const results = edited({ Dockerfile: dockerfile.replace('RUN echo $VERSION > /version', 'RUN exit 3') });
    const last = results.at(-1)!;
    const step = last.record.steps.find((candidate) => candidate.state === 'failed')!;
    expect(text(explain(results.slice(0, -1), last, step.id)!.simple)).toBe('RUN exit 3 ended with code 3. Its stage keeps the files it had before; nothing after it ran.');
  });
});
