import { describe, expect, it } from 'vitest';
import type { Action } from '#engine/workspace/action.ts';
import { emptyLog, record } from '#engine/workspace/log.ts';
import { asideKey, Autosave, currentKey, restore, type Store } from './autosave.ts';
import type { Saved } from './saved.ts';

function memory(initial: Record<string, unknown> = {}): Store & { readonly held: Map<string, unknown> } {
  const held = new Map(Object.entries(initial));
  return { held, get: async (key) => held.get(key), set: async (key, value) => void held.set(key, value) };
}

const typed: Action = { type: 'write', path: 'a b"c.txt', text: 'x' };
const work: Saved = { version: 2, log: record(record(emptyLog('go-two-stages'), typed), { type: 'build' }) };

describe('autosave', () => {
  it('gives back what was saved', async () => {
    const store = memory();
    const states: string[] = [];
    new Autosave(store, (state) => states.push(state)).save(work);
    await new Promise((resolve) => setTimeout(resolve));
    expect(await restore(store)).toEqual({ kind: 'saved', saved: work });
    expect(states).toEqual(['saving', 'saved']);
  });

  it('finds nothing in an empty store', async () => {
    expect(await restore(memory())).toEqual({ kind: 'none' });
  });

  it.each([
    ['text', 'garbage'],
    ['another version', { version: 3, log: work.log }],
    ['an unknown action', { version: 2, log: record(emptyLog('x'), { type: 'explode', path: 'x' } as never) }],
    ['a path that is no text', { version: 2, log: record(emptyLog('x'), { type: 'touch', path: 7 } as never) }],
    ['a pointer to nothing', { version: 2, log: { ...work.log, at: 7 } }],
    ['a node that comes before its parent', { version: 2, log: { ...work.log, nodes: work.log.nodes.toReversed() } }],
    ['null', null],
  ])('sets %s aside, says what is wrong, and starts clean', async (_, value) => {
    const store = memory({ [currentKey]: value });
    const restored = await restore(store);
    expect(restored.kind).toBe('aside');
    expect(store.held.get(asideKey)).toMatchObject({ value });
    expect(await restore(store)).toEqual({ kind: 'none' });
  });

  it('writes only the newest value while a write is under way, and says when the store refuses', async () => {
    const written: unknown[] = [];
    let release: () => void = () => {};
    const slow: Store = {
      get: async () => undefined,
      set: (_, value) => new Promise((resolve) => { written.push(value); release = resolve; }),
    };
    const autosave = new Autosave(slow, () => {});
    const versions = [1, 2, 3].map((n): Saved => ({ ...work, open: `file${n}` }));
    for (const version of versions) autosave.save(version);
    release();
    await new Promise((resolve) => setTimeout(resolve));
    expect(written).toEqual([versions[0], versions[2]]);

    const states: string[] = [];
    const refusing: Store = { get: async () => undefined, set: () => Promise.reject(new Error('full')) };
    new Autosave(refusing, (state) => states.push(state)).save(work);
    await new Promise((resolve) => setTimeout(resolve));
    expect(states.at(-1)).toBe('failed');
  });

  it('says so where the browser keeps nothing', async () => {
    const closed: Store = { get: () => Promise.reject(new Error('denied')), set: () => Promise.reject(new Error('denied')) };
    expect(await restore(closed)).toEqual({ kind: 'unavailable', problem: 'denied' });
  });
});
