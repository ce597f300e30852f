import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Session } from '#lib/progress/tally.ts';
import { emptyProgress } from '#lib/progress/progress.ts';
import { progressKey } from '#lib/progress/storage.ts';
import { ProgressStore } from '#lib/progress/store.svelte.ts';
import { TallyStore } from './tally.svelte.ts';

const session = (id: string, at: number): Session => ({ id, at, scene: 'go', right: 1, of: 1, beliefs: {} });
const ids = (store: TallyStore) => store.current.sessions.map(({ id }) => id);
const open = () => {
  const store = new TallyStore(new ProgressStore());
  closing.push(store.open());
  return store;
};
let closing: (() => void)[] = [];

beforeEach(() => localStorage.clear());
afterEach(() => {
  for (const close of closing) close();
  closing = [];
  vi.restoreAllMocks();
});

describe('the score in this browser', () => {
  it('is there again for the next page, and keeps what another tab wrote in between', () => {
    const [one, other] = [open(), open()];
    one.add(session('a', 1));
    other.add(session('b', 2));
    expect(ids(open())).toEqual(['a', 'b']);
  });

  it('gives each build a name of its own', () => {
    const store = open();
    const outcome = { build: 2, verdicts: [], right: 1, of: 1 };
    store.keep(outcome, 'go');
    store.keep(outcome, 'go');
    expect(new Set(ids(open())).size).toBe(2);
  });

  it('hears another tab', () => {
    const store = open();
    dispatchEvent(new StorageEvent('storage', { key: progressKey, newValue: JSON.stringify({ ...emptyProgress, beliefs: { version: 1, resetAt: 0, sessions: [session('a', 1)] } }) }));
    expect(ids(store)).toEqual(['a']);
  });

  it('is thrown away for good, unless that is taken back', () => {
    const [one, other] = [open(), open()];
    one.add(session('a', 1));
    const back = one.reset(10);
    other.add(session('b', 20));
    expect(ids(open())).toEqual(['b']);
    back();
    expect(ids(open()).length).toBe(2);
  });

  it('goes on where the browser keeps nothing, and says so', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('full');
    });
    const store = open();
    store.add(session('a', 1));
    expect([ids(store), store.kept]).toEqual([['a'], false]);
  });
});
