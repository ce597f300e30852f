import { describe, expect, it } from 'vitest';
import { emptyDir, sha256 } from '../../fs/index.ts';
import { emptyStore } from '../cache-store.ts';
import type { CacheRecord, CacheStore } from '../cache-store.ts';
import { keyOfId, newKey, rootKey } from './cache-key.ts';
import { StoreDraft } from './store-draft.ts';

const record = (id: string): CacheRecord => ({
  id, type: 'regular', description: '', snapshot: { tree: emptyDir(), layers: [], fidelity: 'exact', notes: [] },
  parents: [], inputs: [], build: 1, size: 0, created: 0, lastUsed: 0, usageCount: 1,
});

const received = { root: emptyDir(), hashed: emptyDir(), sent: emptyDir(), bytes: 0 };

function storeWith(write: (draft: StoreDraft) => void, base: CacheStore = emptyStore): CacheStore {
  const draft = new StoreDraft(base);
  write(draft);
  return draft.commit();
}

describe('the store while a build writes to it', () => {
  const filled = storeWith((draft) => {
    draft.save(rootKey(sha256('base'), 0), record('r1'));
    draft.save(newKey(sha256('run'), 0, [[{ key: rootKey(sha256('base'), 0), link: 'a link' }]]), record('r2'));
    draft.putSource('context', { received, record: 'r1' });
    draft.putMount('cache', 'r2');
  });

  it('is what it was where nothing is written, down to the object', () => {
    const { records, results, links, sources, blobs, unpacked, mounts } = storeWith(() => undefined, filled);
    for (const [kept, was] of [[records, filled.records], [results, filled.results], [links, filled.links], [sources, filled.sources], [blobs, filled.blobs], [unpacked, filled.unpacked], [mounts, filled.mounts]]) {
      expect(kept).toBe(was);
    }
  });

  it('leaves the store that it began with unchanged', () => {
    const before = JSON.stringify([[...filled.records], [...filled.results], [...filled.sources.keys()]]);
    storeWith((draft) => draft.save(rootKey(sha256('base'), 0), record('r3')), filled);
    expect(JSON.stringify([[...filled.records], [...filled.results], [...filled.sources.keys()]])).toBe(before);
  });

  it('follows a link to what was saved in an earlier build', () => {
    const [found] = new StoreDraft(filled).query([{ key: rootKey(sha256('base'), 0), link: 'a link' }], sha256('run'), 0);
    expect(new StoreDraft(filled).recordsOf(found ?? keyOfId('', 0, '')).map(({ id }) => id)).toEqual(['r2']);
  });

  it('lets go of a folder for good, though it was there before the build', () => {
    expect(storeWith((draft) => draft.forgetSource('r1'), filled).sources.has('context')).toBe(false);
  });

  it('keeps nothing under a key of one session', () => {
    const after = storeWith((draft) => draft.save(rootKey('random:1', 0), record('r4')), filled);
    expect([...after.results.keys()].filter((key) => key.startsWith('random:'))).toEqual([]);
    expect(after.records.has('r4')).toBe(true);
  });
});
