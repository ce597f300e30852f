/** Keeps the log in the browser. A store that cannot be read is set aside and reported, never overwritten and never fatal. */
import type { Log } from '#engine/workspace/log.ts';
import { readSaved, type Saved } from './saved.ts';

/** A key-value store; IndexedDB in the browser, a map in tests. */
export interface Store {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
}

export const currentKey = 'layerscope/work';
export const asideKey = 'layerscope/set-aside';

export type Restored =
  | { readonly kind: 'none' }
  | { readonly kind: 'saved'; readonly saved: Saved }
  /** Something was there and could not be read; it is kept under another key. */
  | { readonly kind: 'aside'; readonly problem: string }
  /** The browser lets nothing be kept. */
  | { readonly kind: 'unavailable'; readonly problem: string };

/** Reads what was kept; `complete` may add to it what only the page that went away knew. */
export async function restore(store: Store, complete: (value: unknown) => unknown = (value) => value): Promise<Restored> {
  try {
    const value = complete(await store.get(currentKey));
    if (value === undefined) return { kind: 'none' };
    const read = readSaved(value);
    if (read.ok) return { kind: 'saved', saved: read.saved };
    await store.set(asideKey, { problem: read.problem, value });
    await store.set(currentKey, undefined);
    return { kind: 'aside', problem: read.problem };
  } catch (error) {
    return { kind: 'unavailable', problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Writes the newest value; while one write is under way, only the latest of the following is kept. */
export class Autosave {
  #store: Store;
  #onstate: (state: 'saving' | 'saved' | 'failed') => void;
  #next: Saved | undefined;
  #busy = false;
  /** The log that has surely arrived. */
  stored: Log | undefined;

  constructor(store: Store, onstate: (state: 'saving' | 'saved' | 'failed') => void) {
    this.#store = store;
    this.#onstate = onstate;
  }

  save(value: Saved): void {
    this.#next = value;
    if (!this.#busy) void this.#drain();
  }

  async #drain(): Promise<void> {
    this.#busy = true;
    this.#onstate('saving');
    let failed = false;
    while (this.#next) {
      const value = this.#next;
      this.#next = undefined;
      try {
        await this.#store.set(currentKey, value);
        this.stored = value.log;
        failed = false;
      } catch {
        failed = true;
      }
    }
    this.#busy = false;
    this.#onstate(failed ? 'failed' : 'saved');
  }
}
