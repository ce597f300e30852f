/** Every recorded scenario, built on one machine and then on another that has nothing but the first one's exported cache. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { build } from '#engine/solver/build.ts';
import type { BuildResult } from '#engine/solver/build.ts';
import { emptyStore } from '#engine/solver/cache-store.ts';
import { bundleJson, exportCache, prune, readBundle } from '#engine/solver/store/index.ts';
import type { BundleMode, CacheBundle } from '#engine/solver/store/index.ts';
import { readRecordings } from '../conformance/recorded.ts';
import { scenarioRequests } from '../conformance/scenario.ts';

const recordings = readRecordings(fileURLToPath(new URL('../conformance/recorded', import.meta.url)));
const later = 3_600_000;
/** Hundreds of builds in one test, milliseconds. */
const patience = 60_000;

/** The first build of each scenario that comes to an image and looks into the cache. */
const firsts = recordings.flatMap((recording) => {
  const request = scenarioRequests(recording).find(({ options }) => options.noCache === undefined);
  const built = request && build({ ...request, store: emptyStore });
  return request && built?.record.ok ? [{ name: recording.name, request, built }] : [];
});

/** Sources do not travel, so that FROM alone is asked for anew. */
const states = ({ record }: BuildResult) => record.steps.filter(({ keyword }) => keyword !== 'FROM').map(({ id, state }) => `${id} ${state}`);
const digests = ({ record }: BuildResult) => record.images.map(({ layers }) => layers.map(({ diffId }) => diffId));

function travelled(built: BuildResult, mode: BundleMode): CacheBundle {
  const read = readBundle(bundleJson(exportCache(built.store, built, { kind: 'registry', mode })));
  if ('error' in read) throw new Error(read.error);
  return read;
}

describe('a cache that travels', () => {
  it('has enough scenarios to say something', () => {
    expect(firsts.length).toBeGreaterThan(150);
  });

  it('finds with max what a second build on the same machine finds', () => {
    const different = firsts.flatMap(({ name, request, built }) => {
      const again = { ...request, number: 2, now: request.now + later };
      const here = build({ ...again, store: built.store });
      const there = build({ ...again, store: emptyStore, imports: [travelled(built, 'max')] });
      const [a, b] = [here, there].map((result) => JSON.stringify([states(result), digests(result)]));
      return a === b ? [] : [`${name}\n${a}\n${b}`];
    });
    expect(different).toEqual([]);
  }, patience);

  it('gives the same image with min, and after everything was pruned', () => {
    const different = firsts.flatMap(({ name, request, built }) => {
      const again = { ...request, number: 2, now: request.now + later };
      const pruned = prune(built.store, { all: true }, again.now);
      if ('error' in pruned) return [name];
      const results = [build({ ...again, store: emptyStore, imports: [travelled(built, 'min')] }), build({ ...again, store: pruned.store })];
      return results.every((result) => JSON.stringify(digests(result)) === JSON.stringify(digests(built))) ? [] : [name];
    });
    expect(different).toEqual([]);
  }, patience);
});
