import { describe, expect, it } from 'vitest';
import type { Action } from '#engine/workspace/action.ts';
import { emptyLog, record, redo, undo, type Log } from '#engine/workspace/log.ts';
import { asideKey, currentKey, restore } from './autosave.ts';
import { withParcels, type ParcelStore } from './parcels.ts';

/** A store that copies as IndexedDB does, and counts what is written to each key. */
class Shelf implements ParcelStore {
  readonly values = new Map<string, unknown>();
  readonly written: string[] = [];
  async get(key: string) {
    return structuredClone(this.values.get(key));
  }
  async set(key: string, value: unknown) {
    this.written.push(key);
    this.values.set(key, structuredClone(value));
  }
  async delete(key: string) {
    this.values.delete(key);
  }
}

const opened: Action = { type: 'import', name: 'my-app', files: [{ path: 'a', text: 'content' }] };
const saved = (log: Log) => ({ version: 2, log });
const typing = (log: Log, text: string) => record(log, { type: 'write', path: 'a', text });

function desk() {
  const shelf = new Shelf();
  let id = 0;
  return { shelf, store: withParcels(shelf, currentKey, () => `${++id}`) };
}

describe('what was opened', () => {
  it('comes back with the log that names it', async () => {
    const { shelf, store } = desk();
    const log = typing(record(emptyLog('x'), opened), 'edited');
    await store.set(currentKey, saved(log));
    expect(await restore(withParcels(shelf, currentKey))).toEqual({ kind: 'saved', saved: saved(log) });
  });

  it('is written once, however often the log is', async () => {
    const { shelf, store } = desk();
    let log = record(emptyLog('x'), opened);
    for (const text of ['1', '2', '3']) await store.set(currentKey, saved((log = typing(log, text))));
    expect(shelf.written).toEqual(['layerscope/import/1', currentKey, currentKey, currentKey]);
    expect(JSON.stringify(shelf.values.get(currentKey))).not.toContain('content');
    const later = withParcels(shelf, currentKey);
    const again = await restore(later);
    if (again.kind === 'saved') await later.set(currentKey, saved(typing(again.saved.log, '4')));
    expect(shelf.written.filter((key) => key !== currentKey)).toEqual(['layerscope/import/1']);
  });

  it('is kept on a branch that was left: every branch can be gone back to', async () => {
    const { shelf, store } = desk();
    const log = record(emptyLog('x'), opened);
    await store.set(currentKey, saved(log));
    await store.set(currentKey, saved(undo(log)));
    expect(shelf.values.has('layerscope/import/1')).toBe(true);
    await store.set(currentKey, saved(redo(undo(log))));
    await store.set(currentKey, saved(typing(undo(log), 'another way')));
    expect(shelf.values.has('layerscope/import/1')).toBe(true);
  });

  it('comes back from a log that an earlier version stored', async () => {
    const { shelf, store } = desk();
    shelf.values.set('layerscope/import/7', opened);
    shelf.values.set(currentKey, { version: 1, log: { scenario: 'x', actions: [{ type: 'import', parcel: 'layerscope/import/7' }], undone: [] } });
    expect(await restore(store)).toEqual({ kind: 'saved', saved: saved(record(emptyLog('x'), opened)) });
  });

  it('that is lost sets the log aside instead of losing it too', async () => {
    const { shelf, store } = desk();
    await store.set(currentKey, saved(record(emptyLog('x'), opened)));
    shelf.values.delete('layerscope/import/1');
    expect(await restore(withParcels(shelf, currentKey))).toMatchObject({ kind: 'aside' });
    expect(shelf.values.has(asideKey)).toBe(true);
  });

  it.each([[[{ path: 'a' }]], [[{ path: 'a', text: 1 }]], [[{ path: 'a', size: -1 }]], ['a'], [undefined]])('is not taken back with %j for its files', async (files) => {
    const { store } = desk();
    await store.set(currentKey, saved(record(emptyLog('x'), { ...opened, files } as never)));
    expect(await restore(store)).toMatchObject({ kind: 'aside', problem: expect.stringContaining('not the files of a folder') });
  });

  it.each([undefined, null, 7, {}, { log: null }, { log: { nodes: 3 } }, { log: { nodes: [null, 1] } }])('leaves %j as it is', async (value) => {
    const { store } = desk();
    await store.set(currentKey, value);
    expect(await store.get(currentKey)).toEqual(value);
  });
});
