/** The score in this browser: a part of the reader's progress, the same in all tabs. */
import { sessionOf, type Session, type Tally } from '#lib/progress/tally.ts';
import { newId, progress, type ProgressStore } from '#lib/progress/store.svelte.ts';
import type { Outcome } from './predict.svelte.ts';

export class TallyStore {
  readonly #progress: ProgressStore;

  constructor(store: ProgressStore = progress) {
    this.#progress = store;
  }

  get current(): Tally {
    return this.#progress.current.beliefs;
  }

  /** Whether the browser took what was to be kept. */
  get kept(): boolean {
    return this.#progress.saved !== 'failed';
  }

  /** Reads what is stored, and follows other tabs; gives what ends that. */
  open(): () => void {
    return this.#progress.open();
  }

  /** Adds what a build of a scene said. */
  keep(outcome: Outcome, scene: string): void {
    this.add(sessionOf(outcome, { id: newId(), at: Date.now(), scene }));
  }

  add(session: Session): void {
    this.#progress.believed(session);
  }

  /** Throws all sessions away; gives what brings them back. */
  reset(now: number): () => void {
    return this.#progress.resetBeliefs(now);
  }
}
