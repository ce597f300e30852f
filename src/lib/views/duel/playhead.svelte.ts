/** Where a race stands, and its play, pause and steps. It asks for animation frames only while it plays. */
import type { DuelOutcome } from '#engine/workspace/duel/index.ts';
import { after, nextMoment, type Place } from './film.ts';

export const SPEEDS = [0.5, 1, 2, 4] as const;
export type Speed = (typeof SPEEDS)[number];

export class Playhead {
  place: Place = $state.raw({ done: 0 });
  playing = $state(false);
  speed: Speed = $state(1);
  /** Grows with every race that came to its end. */
  finished = $state(0);

  #outcome: DuelOutcome | undefined;
  #frame = 0;
  #last = 0;

  /** Takes a race; it rests at its end, where the totals are. */
  load(outcome: DuelOutcome): void {
    this.pause();
    this.#outcome = outcome;
    this.place = { done: outcome.rounds.length };
  }

  get #rounds(): number {
    return this.#outcome?.rounds.length ?? 0;
  }

  get atEnd(): boolean {
    return this.place.done >= this.#rounds;
  }

  /** Plays on, from the start where it stands at the end, or stops. `still` (reduced motion): goes one event on instead. */
  toggle(still: boolean): void {
    if (this.playing) return this.pause();
    if (this.#rounds === 0) return;
    if (this.atEnd) this.place = { done: 0 };
    if (still) return this.nextEvent();
    this.playing = true;
    this.#last = 0;
    this.#frame = requestAnimationFrame(this.#tick);
  }

  pause(): void {
    this.playing = false;
    cancelAnimationFrame(this.#frame);
  }

  /** To the next thing that begins or ends on either side; from the end to the start. */
  nextEvent(): void {
    this.pause();
    const outcome = this.#outcome;
    if (!outcome) return;
    this.#go(this.atEnd ? { done: 0 } : nextMoment(outcome, this.place));
  }

  /** Shows the result of one round more. */
  nextRound(): void {
    this.pause();
    this.#go({ done: this.atEnd ? this.#rounds : this.place.done + 1 });
  }

  /** Hides the result of the round in view. */
  earlierRound(): void {
    this.pause();
    const { done, time } = this.place;
    this.place = { done: time === undefined ? Math.max(0, done - 1) : done };
  }

  /** Shows the race as it stood after so many rounds. */
  show(done: number): void {
    this.pause();
    this.place = { done };
  }

  #go(place: Place): void {
    const before = this.atEnd;
    this.place = place;
    if (this.atEnd && !before) this.finished++;
  }

  #tick = (now: number): void => {
    const outcome = this.#outcome;
    if (!this.playing || !outcome) return;
    const passed = this.#last === 0 ? 0 : Math.min(now - this.#last, 200) * this.speed;
    this.#last = now;
    this.#go(after(outcome, this.place, passed));
    if (this.atEnd) this.playing = false;
    else this.#frame = requestAnimationFrame(this.#tick);
  };
}
