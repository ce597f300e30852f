import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withUmask } from '../../context/index.ts';
import type { BuildResult } from '../build.ts';
import { emptyStore } from '../cache-store.ts';
import { plainProgress } from '../progress/plain.ts';
import { allCached, begins, dockerfile, project, run, states } from './fixture.ts';
import { bundleJson, exportCache, importCache, readBundle, transferSize } from './index.ts';
import type { BundleMode, CacheBundle } from './index.ts';

const context = project({ 'a.txt': 'a' });

function exported(from: BuildResult, mode: BundleMode): CacheBundle {
  return exportCache(from.store, from, { kind: 'registry', mode, name: 'example.com/app:cache' });
}

function throughText(bundle: CacheBundle): CacheBundle {
  const read = readBundle(bundleJson(bundle));
  if ('error' in read) throw new Error(read.error);
  return read;
}

const later = begins + 86_400_000;

describe('a cache on another machine', () => {
  const laptop = run(context);
  const [min, max] = [exported(laptop, 'min'), exported(laptop, 'max')];

  it('makes every step of the same files CACHED, with either mode', () => {
    for (const bundle of [min, max]) {
      const { record } = run(context, { imports: [bundle], now: later });
      expect(states(record)).toEqual(allCached);
      expect(record.images).toEqual(laptop.record.images);
    }
  });

  it('says in the log where it looks, and in the record whose results those are', () => {
    const { record } = run(context, { imports: [max], now: later });
    const names = record.vertices.map(({ name }) => name);
    expect(names).toContain('importing cache manifest from example.com/app:cache');
    expect(record.steps.at(-1)?.hit).toMatchObject({ imported: 'example.com/app:cache' });
  });

  it('holds results of the image alone with min, and of every step with max', () => {
    const keyed = (bundle: CacheBundle) => bundle.keys.flatMap(({ results }) => results.map((at) => bundle.results[at]!.description)).sort();
    expect(keyed(min)).toEqual(['[stage-1 2/3] COPY --from=build /made /made', 'mount / from exec /bin/sh -c echo done > /done']);
    expect(keyed(max)).toHaveLength(4);
    expect(max.keys).toHaveLength(min.keys.length);
  });

  it('runs the whole first stage again where min has only its keys and its last step changed', () => {
    const edited = project({ 'a.txt': 'a' }, dockerfile.replace('cat /src/*', 'cat  /src/*'));
    expect(states(run(edited, { imports: [min], now: later }).record)).toEqual(['rebuilt', 'rebuilt', 'rebuilt', 'rebuilt', 'cached', 'cached']);
    expect(states(run(edited, { imports: [max], now: later }).record)).toEqual(['cached', 'cached', 'rebuilt', 'cached', 'cached', 'cached']);
  });

  it('keeps what it used with the time at which it was made, so that the next build needs no import', () => {
    const ci = run(context, { imports: [max], now: later });
    const again = run(context, { store: ci.store, now: later + 1000, number: 2 });
    expect(states(again.record)).toEqual(allCached);
    const made = [...laptop.store.records.values()].find(({ id }) => id === laptop.kept?.images[0])!.created;
    expect([...ci.store.records.values()].filter(({ imported }) => imported !== undefined).map(({ created }) => created)).toContain(made);
  });

  it('brings the layers of what it found when something reads them, and only once', () => {
    const edited = project({ 'a.txt': 'a' }, dockerfile.replace('echo done', 'echo new'));
    const ci = run(edited, { imports: [max], now: later });
    expect(states(ci.record)).toEqual(['cached', 'cached', 'cached', 'cached', 'cached', 'rebuilt']);
    const copy = ci.record.steps[4]!;
    expect(copy.pulled).toBeGreaterThan(2_000_000);
    expect(plainProgress(ci.record)).toMatch(/COPY --from=build \/made \/made\n#\d+ sha256:[0-9a-f]+ [^\n]*done[^]*CACHED\n/);
    const again = run(project({ 'a.txt': 'a' }, dockerfile.replace('echo done', 'echo newer')), { store: ci.store, now: later + 1000, number: 2 });
    expect(again.record.steps.map(({ pulled }) => pulled)).toEqual(Array(6).fill(undefined));
  });

  it('keeps nothing of what it did not use', () => {
    const other = project({ 'a.txt': 'a' }, 'FROM base:1\nRUN echo other > /other\n');
    const ci = run(other, { imports: [max], now: later });
    expect([...ci.store.records.values()].filter(({ imported }) => imported !== undefined)).toEqual([]);
  });

  it('never has folders of a client, sources or mounts in it', () => {
    expect(max.keys.filter(({ digest }) => digest.startsWith('random:'))).toEqual([]);
    expect(max.keys.filter(({ links, results }) => links.length === 0 && results.length > 0)).toEqual([]);
    expect(max.results.map(({ description }) => description).filter((text) => text.startsWith('local source'))).toEqual([]);
  });

  it('is always min when it is inline', () => {
    expect(exportCache(laptop.store, laptop, { kind: 'inline', mode: 'max' }).mode).toBe('min');
  });

  it('costs less to bring with min than with max', () => {
    expect(transferSize(min)).toBeGreaterThan(2_000_000);
    expect(transferSize(max)).toBeGreaterThan(transferSize(min));
  });

  it('misses a COPY of files whose modes another umask made, and all that stands on it', () => {
    const ci = withUmask(context, 0o002);
    expect(states(run(ci, { imports: [max], now: later }).record)).toEqual(['rebuilt', 'rebuilt', 'rebuilt', 'rebuilt', 'cached', 'cached']);
  });

  it('goes on from builder to builder', () => {
    const ci = run(context, { imports: [max], now: later });
    const third = run(context, { imports: [exported(ci, 'max')], now: later + 1000 });
    expect(states(third.record)).toEqual(allCached);
  });

  it('can be taken into a store as a whole', () => {
    const store = importCache(emptyStore, max);
    expect(states(run(context, { store, now: later }).record)).toEqual(allCached);
    expect(importCache(store, max)).toEqual(store);
  });

  it('takes the newer of two results, wherever it was made', () => {
    const edited = project({ 'a.txt': 'a' }, 'FROM base:1\nRUN echo made > /made\n');
    const old = run(edited);
    const fresh = run(edited, { now: later });
    const { record } = run(edited, { store: old.store, imports: [exported(fresh, 'max')], now: later + 1000, number: 2 });
    expect(record.steps.at(-1)?.hit).toMatchObject({ imported: 'example.com/app:cache' });
  });
});

const files = fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), fc.string({ maxLength: 8 }), { minKeys: 1, maxKeys: 4 });
const anyMode = fc.constantFrom<BundleMode>('min', 'max');

describe('laws of travelling caches', () => {
  it('gives all CACHED and the same image for the same files, after a walk through text', () => {
    fc.assert(
      fc.property(files, anyMode, (contents, mode) => {
        const first = run(project(contents));
        const { record } = run(project(contents), { imports: [throughText(exported(first, mode))], now: later });
        expect(states(record)).toEqual(allCached);
        expect(record.images).toEqual(first.record.images);
      }),
      { seed: 1, numRuns: 20 },
    );
  });

  it('gives the image of a cold build whatever was imported', () => {
    fc.assert(
      fc.property(files, files, anyMode, (before, now, mode) => {
        const bundle = exported(run(project(before)), mode);
        expect(run(project(now), { imports: [bundle], now: later }).record.images).toEqual(run(project(now)).record.images);
      }),
      { seed: 2, numRuns: 20 },
    );
  });

  it('does not change what a local hit returns', () => {
    fc.assert(
      fc.property(files, files, anyMode, (mine, theirs, mode) => {
        const local = run(project(mine));
        const bundle = exported(run(project(theirs), { now: later }), mode);
        const [without, withImport] = [undefined, [bundle]].map((imports) => run(project(mine), { store: local.store, now: later + 1, number: 2, ...(imports && { imports }) }));
        expect(states(withImport!.record)).toEqual(states(without!.record));
        expect(withImport!.record.images).toEqual(without!.record.images);
      }),
      { seed: 3, numRuns: 20 },
    );
  });

  it('reads what it writes', () => {
    fc.assert(
      fc.property(files, anyMode, (contents, mode) => {
        const text = bundleJson(exported(run(project(contents)), mode));
        const read = readBundle(text);
        expect('error' in read ? read.error : JSON.parse(bundleJson(read))).toEqual(JSON.parse(text));
      }),
      { seed: 4, numRuns: 20 },
    );
  });
});

/** All the places in a value that are numbers, texts, lists or objects, as ways to replace one of them. */
function* replaced(value: unknown, by: unknown): Generator {
  yield by;
  if (Array.isArray(value)) for (const i of value.keys()) for (const part of replaced(value[i], by)) yield value.with(i, part);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, each] of Object.entries(value)) for (const part of replaced(each, by)) yield { ...value, [name]: part };
  }
}

describe('a bundle that nobody wrote', () => {
  const bundle = exported(run(context), 'max');
  const good = JSON.parse(bundleJson(bundle)) as Record<string, unknown>;
  const errorOf = (value: unknown): string | undefined => {
    const read = readBundle(JSON.stringify(value));
    return 'error' in read ? read.error : undefined;
  };

  it('is refused with a sentence where it is not one at all', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => { expect(readBundle(text)).toHaveProperty('error'); }), { seed: 5, numRuns: 200 });
  });

  it('is refused, or is still sound enough to build with, when any one piece is another', () => {
    let sound = 0;
    for (const by of [null, -1, 8e15, 1e300, 'x', [], {}, true]) {
      for (const value of replaced(good, by)) {
        const read = readBundle(JSON.stringify(value));
        if ('error' in read) continue;
        sound++;
        expect(() => run(context, { imports: [read], now: later })).not.toThrow();
      }
    }
    expect(sound).toBeGreaterThan(0);
  });

  it('is refused where a key leads to itself or to a later one', () => {
    const keys = bundle.keys.map((key, at) => ({ ...key, links: key.links.map((link) => ({ ...link, from: at })) }));
    expect(errorOf({ ...good, keys })).toBe('cannot read the cache: a link is out of range');
  });

  it('is refused where a folder is in itself', () => {
    const dirs = [{ meta: [0o755, 0, 0, 0], entries: [['self', { dir: 0 }]] }];
    expect(errorOf({ ...good, dirs })).toBe('cannot read the cache: a folder in a folder is out of range');
  });

  it('is refused where few folders stand for more names than anybody could walk', () => {
    const meta = [0o755, 0, 0, 0];
    const dirs = Array.from({ length: 60 }, (_, i) => ({ meta, entries: i === 0 ? [] : [['a', { dir: i - 1 }], ['b', { dir: i - 1 }]] }));
    expect(errorOf({ ...good, dirs })).toBe('cannot read the cache: a tree is too large');
  });

  it('is refused where lists are nested deeper than anybody can read', () => {
    expect(readBundle('['.repeat(1_000_000))).toHaveProperty('error');
  });

  it('is refused where names lead out of their folder', () => {
    for (const name of ['..', '', 'a/b', 'a\0']) {
      expect(errorOf({ ...good, dirs: [{ meta: [0o755, 0, 0, 0], entries: [[name, { dir: 0 }]] }] })).toMatch(/name that is none/);
    }
  });

  it('is refused where a file is larger than any disk', () => {
    expect(errorOf({ ...good, contents: [{ size: 1e18, seed: 'x' }] })).toBe('cannot read the cache: a size is out of range');
  });
});
