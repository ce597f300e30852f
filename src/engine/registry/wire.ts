/** Requests on the virtual clock: when each leaves, when its answer is whole, and how bodies share the link. */
import type { RegistryMessage } from './message.ts';
import { downloadRate, localRate, localRoundTrip, roundTrip, uploadRate } from './rates.ts';

/** A message without its times. */
export type Exchange = Omit<RegistryMessage, 'time' | 'duration' | 'sent' | 'received'> & { readonly sent?: number; readonly received?: number };

/** All that one push or pull says. Bodies go over the link one after the other, in the order in which they were asked for. */
export class Wire {
  readonly #said: RegistryMessage[] = [];
  #upFree = 0;
  #downFree = 0;

  /** Says something at a time; gives the time when its answer is whole. */
  say(time: number, { sent = 0, received = 0, ...rest }: Exchange): number {
    const near = isNear(rest.host);
    const wait = (near ? localRoundTrip : roundTrip) / 2;
    const gone = sent === 0 ? time : (this.#upFree = Math.max(time, this.#upFree) + sent / (near ? localRate : uploadRate));
    const come = received === 0 ? gone + wait : (this.#downFree = Math.max(gone + wait, this.#downFree) + received / (near ? localRate : downloadRate));
    const end = come + wait;
    this.#said.push({ time, duration: end - time, ...rest, sent, received });
    return end;
  }

  /** In the order of time; equal times in the order of saying. */
  messages(): readonly RegistryMessage[] {
    return this.#said.toSorted((a, b) => a.time - b.time);
  }
}

/** Whether a registry is on the same machine. */
function isNear(host: string): boolean {
  return /^(?:localhost|127\.0\.0\.1)(?::|$)/.test(host);
}

/** Workers that take one job after the other: the next job starts when the first of them is free. */
export function inParallel<T>(jobs: readonly T[], workers: number, start: number, run: (job: T, time: number) => number): number {
  const free = Array.from({ length: Math.max(1, workers) }, () => start);
  let end = start;
  for (const job of jobs) {
    const at = free.indexOf(Math.min(...free));
    const done = run(job, free[at] ?? start);
    free[at] = done;
    end = Math.max(end, done);
  }
  return end;
}
