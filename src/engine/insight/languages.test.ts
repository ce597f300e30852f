import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { english, languageOf, sentence, speak, type LanguageName } from '../../messages/index.ts';
import { emptyDir, file, put, symlink } from '../fs/index.ts';
import type { DirNode } from '../fs/node.ts';
import type { BuildOptions } from '../graph/plan.ts';
import type { ResolveImage } from '../image/base.ts';
import { resolveImage } from '../registry/index.ts';
import { build } from '../solver/build.ts';
import { emptyStore } from '../solver/cache-store.ts';
import type { Message } from '../source/message.ts';
import { explain } from './explain.ts';
import type { Cause, Explanation } from './explanation.ts';

const dockerfile = `FROM busybox AS build
COPY src ./src
RUN cat src/* > /built
RUN head -c 4 src/main > /out

FROM busybox AS check
RUN sleep 2 && echo checked > /checked

FROM busybox
ARG VERSION=1
ENV DEBUG=0
COPY --from=build /out /out
COPY --from=check /checked /checked
RUN echo $VERSION $DEBUG > /version
`;

type Edit = (root: DirNode) => DirNode;

const write = (path: string, text: string, mode = 0o644): Edit => (root) => put(root, path, file(text, { mode, mtime: 1000 }));
const edited = (from: string, to: string): Edit => write('Dockerfile', dockerfile.replace(from, to));
const base = [write('Dockerfile', dockerfile), write('src/main', 'main program\n'), write('src/run.sh', 'echo\n')].reduce((root, edit) => edit(root), emptyDir());

/** The same tags, which lead to other images. */
const moved: ResolveImage = (ref, platform) => {
  const image = resolveImage(ref, platform);
  return 'error' in image ? image : { ...image, digest: `sha256:${'1'.repeat(64)}`, chainId: `sha256:${'2'.repeat(64)}` };
};

interface Second {
  readonly edits?: readonly Edit[];
  readonly options?: BuildOptions;
  readonly resolve?: ResolveImage;
  readonly pruned?: boolean;
}

/** What can happen between two builds, so that every cause there is comes about. */
const seconds: Readonly<Record<string, Second>> = {
  nothing: {},
  'a file edited': { edits: [write('src/main', 'main edited\n')] },
  'two files edited': { edits: [write('src/main', 'edited\n'), write('src/run.sh', 'edited\n')] },
  'an edit behind what is copied': { edits: [write('src/zz', 'z')] },
  'a mode': { edits: [write('src/run.sh', 'echo\n', 0o755)] },
  'a file removed': { edits: [(root) => put(root, 'src', put(emptyDir(), 'main', file('main program\n', { mode: 0o644 })))] },
  'a link': { edits: [(root) => put(root, 'src/run.sh', symlink('main'))] },
  'a command': { edits: [edited('head -c 4', 'head -c 5')] },
  'an instruction': { edits: [edited('/checked /checked', '/checked /done')] },
  'a line taken out': { edits: [edited('RUN cat src/* > /built\n', '')] },
  'a variable': { edits: [edited('DEBUG=0', 'DEBUG=1 MORE=2')] },
  'an argument': { options: { buildArgs: { VERSION: '2' } } },
  'a platform': { options: { platforms: ['linux/arm64'] } },
  'no cache': { options: { noCache: true } },
  'another target': { options: { target: 'check' } },
  'tags that moved': { resolve: moved },
  'an empty cache': { pruned: true },
  'a failure': { edits: [edited('head -c 4 src/main > /out', 'exit 3')] },
};

function explanations({ edits = [], options = {}, resolve = resolveImage, pruned = false }: Second, predicted: boolean): readonly Explanation[] {
  const common = { dockerfilePath: 'Dockerfile', predicted: false };
  const first = build({ ...common, number: 1, options: {}, context: base, resolve: resolveImage, store: emptyStore, now: 1_000_000 });
  const context = edits.reduce((root, edit) => edit(root), base);
  const second = build({ ...common, number: 2, options, context, resolve, store: pruned ? emptyStore : first.store, now: 2_000_000, predicted });
  return [...second.record.steps.map(({ id }) => explain([first], second, id)!), ...first.record.steps.map(({ id }) => explain([], first, id)!)];
}

const messagesOf = ({ place, simple, precise, also, chain, ingredients, modelled }: Explanation): readonly Message[] => [
  place, simple, precise, ...also,
  ...chain.map((link) => link.sentence),
  ...ingredients.flatMap(({ label, after }) => [label, ...(typeof after === 'object' ? [after] : [])]),
  ...(modelled ? [modelled] : []),
];

const all = Object.entries(seconds).flatMap(([name, second]) => [true, false].flatMap((predicted) => explanations(second, predicted).map((explanation) => ({ name, explanation }))));

const causes: readonly Cause[] = [
  'file-content', 'file-mode', 'file-added', 'file-removed', 'file-type', 'parent', 'instruction', 'argument', 'environment', 'base',
  'same-content', 'same-key', 'never-built', 'no-cache', 'not-needed', 'failed', 'stopped',
];

const figures = /\d[\d.,]*\u202f(?:s|B|kB|MB|min)/g;

describe('explanations', () => {
  it('are given for every cause, of what will happen and of what did', () => {
    for (const predicted of [true, false]) {
      expect([...new Set(all.flatMap(({ explanation }) => (explanation.predicted === predicted ? [explanation.cause] : [])))].sort()).toEqual([...causes].sort());
    }
  });
});

describe.each<LanguageName>(['en', 'de', 'pseudo'])('explanations in %s', (name) => {
  beforeAll(async () => speak(await languageOf(name)));
  afterAll(() => speak(english));

  it('are whole sentences: no message is missing its words or a value', () => {
    for (const { name: what, explanation } of all) {
      for (const message of messagesOf(explanation)) {
        const phrases = sentence(message);
        expect(phrases.map(({ text }) => text).join(''), `${what}: ${message.id}`).not.toMatch(/\bwhy\.|[{}]|undefined/);
        const letters = phrases.filter(({ kind }) => kind === 'words').map(({ text }) => text.replace(figures, '')).join('');
        if (name === 'pseudo') expect(letters, `${what}: ${message.id}`).not.toMatch(/[aceinosuy]/i);
      }
    }
  });
});
