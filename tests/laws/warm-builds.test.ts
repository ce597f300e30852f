import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dirOf, emptyDir, file, put, walk } from '#engine/fs/index.ts';
import type { DirNode } from '#engine/fs/index.ts';
import type { BuildOptions } from '#engine/graph/plan.ts';
import type { ResolveImage } from '#engine/image/base.ts';
import { resolveImage } from '#engine/registry/index.ts';
import { build, type BuildResult } from '#engine/solver/build.ts';
import { emptyStore, type CacheStore } from '#engine/solver/cache-store.ts';
import { prune, type PruneOptions } from '#engine/solver/store/prune.ts';

/** What may happen between two builds. */
type Change =
  | { readonly type: 'write'; readonly path: string; readonly text: string }
  | { readonly type: 'options'; readonly options: BuildOptions }
  | { readonly type: 'wait'; readonly days: number }
  | { readonly type: 'prune'; readonly options: PruneOptions }
  | { readonly type: 'machine'; readonly machine: number }
  | { readonly type: 'nothing' };

const dockerfiles = {
  'stages that read each other': `FROM alpine:3.20 AS one
ARG WORD=hello
COPY a /a
RUN cat /a/x.txt > /x && echo $WORD > /word
FROM one AS two
COPY b /b
RUN --mount=type=cache,target=/kept cat /b/* > /all; date +%s >> /kept/times
FROM alpine:3.20 AS three
COPY a b /both/
RUN ls /both > /names
FROM alpine:3.20
COPY --from=two /all /all
COPY --from=three /names /names
COPY --link --from=one /word /word
RUN cat /all /names /word > /end
`,
  'equal steps in two stages, and a step that fails on a word': `FROM alpine:3.20 AS one
COPY a/x.txt /x.txt
RUN cp /x.txt /copy
FROM alpine:3.20 AS two
COPY a/x.txt /x.txt
RUN cp /x.txt /copy
FROM scratch
COPY --from=one /copy /one
COPY --from=two /copy /two
FROM alpine:3.20
COPY b /b
RUN --mount=type=bind,source=a,target=/a cat /a/y.txt /b/z.txt > /sum
RUN if grep -q stop /sum; then exit 3; fi
COPY --from=2 / /results
`,
};

const path = fc.constantFrom('a/x.txt', 'a/y.txt', 'b/z.txt', 'b/new.txt', 'unread.md');
const options = fc.constantFrom<BuildOptions>({}, { buildArgs: { WORD: 'other' } }, { noCache: ['one'] }, { noCache: true }, { target: 'one' }, { platforms: ['linux/amd64', 'linux/arm64'] }, { tags: ['app'] });
const pruned = fc.constantFrom<PruneOptions>({}, { all: true }, { filters: ['type==exec.cachemount'] }, { filters: ['type==source.local'] }, { keepDuration: 3_600_000 });
const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('write' as const), path, text: fc.constantFrom('one\n', 'two\n', 'stop\n', '') }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('options' as const), options }) },
  { weight: 1, arbitrary: fc.constant({ type: 'nothing' as const }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('wait' as const), days: fc.constantFrom(1, 70) }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('prune' as const), options: pruned }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('machine' as const), machine: fc.constantFrom(0, 1) }) },
);

/** One builder on two machines, from build to build. */
class Builder {
  readonly #resolve: ResolveImage;
  readonly #each: (context: DirNode) => DirNode;
  readonly #stores: CacheStore[] = [emptyStore, emptyStore];
  #machine = 0;
  #number = 0;
  #days = 0;

  constructor(resolve: ResolveImage, each: (context: DirNode) => DirNode) {
    this.#resolve = resolve;
    this.#each = each;
  }

  /** What happens to the builder itself. */
  take(change: Change): void {
    if (change.type === 'wait') this.#days += change.days;
    if (change.type === 'machine') this.#machine = change.machine;
    if (change.type !== 'prune') return;
    const done = prune(this.#stores[this.#machine]!, change.options, this.#now);
    if ('error' in done) throw new Error(done.error);
    this.#stores[this.#machine] = done.store;
  }

  get #now(): number {
    return Date.UTC(2026, 0, 2 + this.#days) + this.#number * 60_000;
  }

  build(context: DirNode, asked: BuildOptions, predicted: boolean): BuildResult {
    const store = this.#stores[this.#machine]!;
    const request = { number: this.#number + 1, options: asked, context: this.#each(context), dockerfilePath: 'Dockerfile', resolve: this.#resolve, store, now: this.#now + 60_000, predicted };
    const result = build(request);
    if (!predicted) {
      this.#stores[this.#machine] = result.store;
      this.#number++;
    }
    return result;
  }
}

/** An image that looks like another one: no plan made with the one is kept for the other. */
const anew: ResolveImage = (ref, platform) => {
  const image = resolveImage(ref, platform);
  return 'error' in image ? image : { ...image };
};

/** The same tree of nodes of which nothing is known. */
const copied = (root: DirNode): DirNode =>
  [...walk(root)].reduce((tree, [at, node]) => put(tree, at, node.type === 'dir' ? dirOf([], node) : node.type === 'file' ? { ...node, content: { ...node.content } } : node), emptyDir(root));

const storeText = ({ records, results, links, mounts, sources, serial }: CacheStore): string =>
  JSON.stringify([[...records.values()].map(({ snapshot: _, ...record }) => record), [...results], [...links].map(([key, to]) => [key, [...to]]), [...mounts], [...sources.keys()], serial]);

describe('a builder that keeps what it worked out', () => {
  it.each(Object.entries(dockerfiles))('says what one says that works out everything anew: %s', (_, dockerfile) => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 2, maxLength: 8 }), (changes) => {
        const keeping = new Builder(resolveImage, (context) => context);
        const forgetful = new Builder(anew, copied);
        let context = Object.entries({ Dockerfile: dockerfile, 'a/x.txt': 'x\n', 'a/y.txt': 'y\n', 'b/z.txt': 'z\n', 'unread.md': '' })
          .reduce((tree, [at, text]) => put(tree, at, file(text, { mtime: 1000 })), emptyDir());
        let asked: BuildOptions = {};
        for (const [at, each] of ([{ type: 'nothing' }, ...changes] satisfies readonly Change[]).entries()) {
          if (each.type === 'write') context = put(context, each.path, file(each.text, { mtime: 2000 + at }));
          if (each.type === 'options') asked = each.options;
          for (const builder of [keeping, forgetful]) builder.take(each);
          for (const predicted of [true, false, true]) {
            const [kept, fresh] = [keeping, forgetful].map((builder) => builder.build(context, asked, predicted)) as [BuildResult, BuildResult];
            expect(JSON.stringify(kept.record)).toBe(JSON.stringify(fresh.record));
            expect(storeText(kept.store)).toBe(storeText(fresh.store));
          }
        }
      }),
      { seed: 4, numRuns: 15 },
    );
  });
});
