/** The score in this browser: kept after every build, the same in all tabs. */
import type { Outcome } from './predict.svelte.ts';
import { emptyTally, mergeTallies, readTally, sessionOf, type Session, type Tally } from '#lib/progress/tally.ts';

export const tallyKey = 'layerscope:predictions';

export class TallyStore {
  current: Tally = $state.raw(emptyTally);
  /** Whether the browser took what was to be kept. */
  kept = $state(true);

  /** Reads what is stored, and follows other tabs; gives what ends that. */
  open(): () => void {
    const follow = (event: StorageEvent) => {
      if (event.key === tallyKey) this.current = mergeTallies(this.current, readTally(event.newValue));
    };
    this.current = mergeTallies(this.current, this.#read());
    addEventListener('storage', follow);
    return () => removeEventListener('storage', follow);
  }

  /** Adds what a build of a scene said. */
  keep(outcome: Outcome, scene: string): void {
    this.add(sessionOf(outcome, { id: newId(), at: Date.now(), scene }));
  }

  add(session: Session): void {
    this.#write({ ...this.current, sessions: [...this.current.sessions, session] });
  }

  /** Throws all sessions away; gives what brings them back. */
  reset(now: number): () => void {
    const before = this.current;
    this.#write({ version: 1, resetAt: now, sessions: [] });
    // Under new names and after the reset, so that no tab takes them for those that it threw away.
    return () => this.#write({ ...this.current, sessions: before.sessions.map((session, at) => ({ ...session, id: `${session.id.slice(0, 40)}~${now}`, at: now + 1 + at })) });
  }

  /** Another tab may have written since: what it wrote stays. */
  #write(next: Tally): void {
    this.current = mergeTallies(next, this.#read());
    try {
      localStorage.setItem(tallyKey, JSON.stringify(this.current));
      this.kept = true;
    } catch {
      this.kept = false;
    }
  }

  #read(): Tally {
    try {
      return readTally(localStorage.getItem(tallyKey));
    } catch {
      return emptyTally;
    }
  }
}

/** Different in every tab; also where a page is not served safely, which has no `randomUUID`. */
const newId = (): string => Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join('-');
