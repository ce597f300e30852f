import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CacheStore } from '../cache-store.ts';
import { emptyStore } from '../cache-store.ts';
import { allCached, base, begins, project, run, states } from './fixture.ts';
import { defaultGcPolicy, diskUsage, gc, prune, readFilterFlags } from './index.ts';
import type { DiskUsage, Pruned, PruneOptions } from './index.ts';

const day = 86_400_000;
const context = project({ 'a.txt': 'a' });

function ok<T extends object>(value: T | { readonly error: string }): T {
  if ('error' in value) throw new Error(value.error);
  return value;
}

const used = (store: CacheStore, ...filters: string[]): DiskUsage => ok(diskUsage(store, { filters }));
const pruned = (store: CacheStore, options: PruneOptions, now = begins + day): Pruned => ok(prune(store, options, now));

describe('docker buildx du', () => {
  const built = run(context);

  it('lists each record with what it adds, smallest first, and their sum', () => {
    const { records, total, reclaimable } = used(built.store);
    expect(records.map(({ type }) => type).sort()).toEqual(['regular', 'regular', 'regular', 'regular', 'regular', 'source.local']);
    expect(records.map(({ size }) => size)).toEqual(records.map(({ size }) => size).sort((a, b) => a - b));
    expect([total, reclaimable]).toEqual([records.reduce((sum, { size }) => sum + size, 0), total]);
    expect(records.at(-1)).toMatchObject({ description: expect.stringMatching(/^pulled from /) as string, usageCount: 1, mutable: false });
  });

  it('filters as BuildKit does', () => {
    expect(used(built.store, 'type==source.local').records.map(({ description }) => description)).toEqual(['local source for context']);
    expect(used(built.store, 'type!=source.local,description~=^mount.*done$').records).toHaveLength(1);
    expect(used(built.store, 'mutable').records).toEqual(used(built.store, 'type==source.local').records);
    expect(used(built.store, 'type==exec.cachemount', 'type==source.local').records).toHaveLength(1);
    expect(used(built.store, 'unheard').records).toEqual([]);
    expect(diskUsage(built.store, { filters: ['type=='] })).toMatchObject({ records: [] });
    expect(diskUsage(built.store, { filters: ['=x'] })).toHaveProperty('error');
    expect(diskUsage(built.store, { filters: ['description~=(a+)+$'] })).toHaveProperty('error');
  });

  it('counts as shared what the image store holds too', () => {
    const { shared, private: own, total } = ok(diskUsage(built.store, { images: built.kept!.images }));
    expect(shared).toBeGreaterThan(2_000_000);
    expect(shared + own).toBe(total);
  });
});

describe('what is typed after --filter', () => {
  it('becomes a filter of the builder and a duration', () => {
    expect(readFilterFlags(['until=24h', 'type=regular', 'id=abc', 'description~=x'])).toEqual({ until: day, filters: ['type==regular,id~=abc,description~=x'] });
    expect(readFilterFlags(['until=1h30m'])).toEqual({ until: 5_400_000, filters: [] });
  });

  it('is refused in the words of buildx', () => {
    expect(readFilterFlags(['until=foo'])).toEqual({ error: `"until" filter expects a duration (e.g., '24h'): time: invalid duration "foo"` });
    expect(readFilterFlags(['shared'])).toEqual({ error: 'invalid argument "shared" for "--filter" flag: bad format of filter (expected name=value)' });
    expect(readFilterFlags(['until=1h', 'unused-for=2h'])).toEqual({ error: 'conflicting filters "until" and "unused-for"' });
    expect(readFilterFlags(['type=a', 'type=b'])).toEqual({ error: '"type" filter expects only one value' });
  });
});

describe('docker buildx prune', () => {
  const built = run(context);
  const { images } = built.kept!;

  it('leaves nothing with all, not even keys and blobs', () => {
    const { store, reclaimed } = pruned(built.store, { all: true, images });
    expect({ ...store, serial: 1 }).toEqual(emptyStore);
    expect(reclaimed).toBe(used(built.store).total);
    expect(states(run(context, { store, now: begins + day, number: 2 }).record)).toEqual(Array(6).fill('rebuilt'));
  });

  it('leaves without all what images share, so that the image is still found', () => {
    const { store, removed } = pruned(built.store, { images });
    expect(removed.map(({ description }) => description)).not.toContain('mount / from exec /bin/sh -c echo done > /done');
    expect(removed).toHaveLength(3);
    const { record } = run(context, { store, now: begins + day, number: 2 });
    expect(states(record)).toEqual(allCached);
  });

  it('keeps what was used lately, and what that stands on', () => {
    const second = run(project({ 'a.txt': 'changed' }), { store: built.store, now: begins + day, number: 2 });
    const { store, removed } = pruned(second.store, { all: true, keepDuration: day / 2 }, begins + day + 60_000);
    expect(removed.length).toBeGreaterThan(0);
    expect(states(run(project({ 'a.txt': 'changed' }), { store, now: begins + day + 1000, number: 3 }).record)).toEqual(allCached);
    expect(pruned(second.store, { all: true, keepDuration: 2 * day }, begins + day + 60_000).store).toBe(second.store);
  });

  it('takes an id, a type, and nothing that others stand on', () => {
    const [last] = images;
    expect(pruned(built.store, { all: true, filters: [`id==${last}`] }).removed.map(({ id }) => id)).toEqual([last]);
    expect(pruned(built.store, { all: true, filters: ['type==source.local'] }).removed).toHaveLength(1);
    expect(pruned(built.store, { all: true, filters: ['description~=^pulled'] }).removed).toEqual([]);
  });

  it('removes one record after the other until so much is left as may stay', () => {
    const { total } = used(built.store);
    const { store, removed } = pruned(built.store, { all: true, reservedSpace: total });
    expect(removed).toHaveLength(1);
    expect(used(store).total).toBeLessThan(total);
    expect(pruned(built.store, { all: true, reservedSpace: total + 1 }).removed).toEqual([]);
  });

  it('forgets where a client’s folder was, so that all of it travels again', () => {
    const { store } = pruned(built.store, { filters: ['type==source.local'] });
    expect([store.sources.size, store.blobs.has(base.layers[0]!.digest)]).toEqual([0, true]);
  });

  it('gives the same image afterwards, whatever was removed', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5), { maxLength: 6 }), fc.boolean(), (places, edit) => {
        const ids = [...built.store.records.keys()];
        const filters = places.map((at) => `id==${ids[at]}`);
        const { store } = filters.length > 0 ? pruned(built.store, { all: true, filters }) : built;
        const next = edit ? project({ 'a.txt': 'b' }) : context;
        expect(run(next, { store, now: begins + day, number: 2 }).record.images).toEqual(run(next).record.images);
      }),
      { seed: 1, numRuns: 40 },
    );
  });
});

describe('garbage collection', () => {
  const disk = 500e9;
  const built = run(context);

  it('has the rules of a builder that nobody configured', () => {
    expect(defaultGcPolicy(disk)).toMatchObject([
      { keepDuration: 2 * day, maxUsedSpace: 512e6 },
      { keepDuration: 60 * day, reservedSpace: 10e9, minFreeSpace: 94e9, maxUsedSpace: 100e9 },
      { reservedSpace: 10e9 },
      { all: true },
    ]);
    expect(defaultGcPolicy(0)[2]).toEqual({ reservedSpace: 2e9, minFreeSpace: 2e9, maxUsedSpace: 2e9 });
  });

  it('does nothing while there is room', () => {
    expect(ok(gc(built.store, defaultGcPolicy(disk), begins + 365 * day, { diskFree: disk / 2 })).removed).toEqual([]);
  });

  it('takes the least used first, in the order of the rules', () => {
    const policy = [{ filters: ['type==source.local'], maxUsedSpace: 1 }, { all: true, maxUsedSpace: 1_000_000 }];
    const { removed, store } = ok(gc(built.store, policy, begins + day));
    expect(removed[0]?.type).toBe('source.local');
    expect(used(store).total).toBeLessThan(1_000_000);
  });
});
