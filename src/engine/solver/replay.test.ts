import { afterEach, describe, expect, it, vi } from 'vitest';
import { emptyDir, file, put } from '../fs/index.ts';
import { resolveImage } from '../registry/index.ts';
import { build } from './build.ts';
import type { BuildRequest, BuildResult } from './build.ts';
import { emptyStore } from './cache-store.ts';
import { Scheduler } from './schedule/scheduler.ts';
import { prune } from './store/prune.ts';

const files = (name: string) =>
  Object.entries({
    Dockerfile: `# ${name}\nFROM alpine:3.20 AS one\nCOPY read /read\nRUN cat /read > /copy\nFROM alpine:3.20\nCOPY --from=one /copy /copy\n`,
    read: 'read',
    unread: 'unread',
  }).reduce((tree, [path, text]) => put(tree, path, file(text, { mtime: 1000 })), emptyDir());

/** The request after a cold and a warm build of a Dockerfile that no other test has. */
function warm(name: string): BuildRequest {
  const cold: BuildRequest = { number: 1, options: {}, context: files(name), dockerfilePath: 'Dockerfile', resolve: resolveImage, store: emptyStore, now: 0 };
  const second = { ...cold, number: 2, store: build(cold).store, now: 60_000 };
  return { ...second, number: 3, store: build(second).store, now: 120_000 };
}

/** How often a build had to be scheduled: 0 or 1. */
function scheduled(request: BuildRequest): { readonly times: number; readonly result: BuildResult } {
  const solve = vi.spyOn(Scheduler.prototype, 'solve');
  const result = build(request);
  return { times: solve.mock.calls.length, result };
}

const written = (request: BuildRequest, path: string): BuildRequest => ({ ...request, context: put(request.context, path, file('edited', { mtime: 5000 })) });

describe('a build that finds what the one before found', () => {
  afterEach(() => vi.restoreAllMocks());

  it('is not scheduled again where nothing changed, nor where nothing that is read did', () => {
    const request = warm('nothing read');
    expect(scheduled(request).times).toBe(0);
    expect(scheduled(written(request, 'unread')).times).toBe(0);
  });

  it('sends what changed all the same, and uses the records that it found', () => {
    const request = warm('uses');
    const { result } = scheduled(written(request, 'unread'));
    expect(result.store.sources.get('context')?.received.bytes).toBe(result.record.context?.transferred);
    const used = [...result.store.records.values()].filter(({ lastUsed }) => lastUsed === 120_000);
    expect(used.map(({ type, usageCount }) => [type, usageCount])).toEqual([['source.local', 3], ['regular', 3]]);
  });

  it.each<readonly [string, (request: BuildRequest) => BuildRequest]>([
    ['a file that is read changed', (request) => written(request, 'read')],
    ['the cache was pruned', (request) => ({ ...request, store: pruned(request) })],
    ['caches from elsewhere are looked up too', (request) => ({ ...request, imports: [{ name: 'elsewhere', error: 'not found' }] })],
    ['it may be stopped', (request) => ({ ...request, stopAt: 1_000_000 })],
    ['the options ignore the cache', (request) => ({ ...request, options: { noCache: true } })],
  ])('is scheduled where %s', (name, change) => {
    expect(scheduled(change(warm(name))).times).toBe(1);
  });
});

function pruned({ store }: BuildRequest): BuildRequest['store'] {
  const done = prune(store, {}, 200_000);
  if ('error' in done) throw new Error(done.error);
  return done.store;
}
