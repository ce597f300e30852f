/** The playhead of one build: plays, steps and scrubs on the virtual clock. It asks for animation frames only while it plays. */
import { stillness } from '#lib/ui/motion.svelte.ts';
import type { Film } from './timeline.ts';

export const SPEEDS = [0.25, 0.5, 1, 2, 4, 8] as const;
export type Speed = (typeof SPEEDS)[number];

export class Playback {
  /** Virtual milliseconds; undefined at the end state, when nothing is being replayed. */
  time = $state<number | undefined>(undefined);
  playing = $state(false);
  speed = $state<Speed>(1);

  #film = $state.raw<Film | undefined>(undefined);
  #of: object | undefined = undefined;
  /** A replay was asked for and its first frame is still to come. */
  #wanted = false;
  #frame = 0;
  #last = 0;

  /** Takes a film. `of` says what it shows: the film of another build rests at its end, that of the same keeps the playhead. */
  load(film: Film | undefined, of: object): void {
    const other = of !== this.#of;
    const wanted = this.#wanted;
    if (other) {
      this.pause();
      this.time = undefined;
    }
    this.#film = film;
    this.#of = of;
    if (other && wanted) this.replay();
  }

  /** Plays the build from its start: this one, or the one whose film arrives before the next frame. Without motion it stays at the end. */
  replay(): void {
    if (stillness.current) return;
    this.pause();
    this.time = undefined;
    this.#wanted = true;
    this.play();
  }

  get film(): Film | undefined {
    return this.#film;
  }

  /** Where the playhead stands, as a number, also at the end. */
  get at(): number {
    return this.time ?? this.#film?.end ?? 0;
  }

  /** Plays on, or from the start when it stands at the end. `still` (reduced motion): goes one event on instead. */
  play(still = false): void {
    const film = this.#film;
    if (film === undefined || film.length === 0 || this.playing) return;
    if (still) return this.next();
    if (this.time === undefined) this.time = 0;
    this.playing = true;
    this.#last = 0;
    this.#frame = requestAnimationFrame(this.#tick);
  }

  pause(): void {
    this.#wanted = false;
    if (!this.playing) return;
    this.playing = false;
    cancelAnimationFrame(this.#frame);
  }

  /** Moves the playhead; at or after the end it rests in the end state. */
  seek(time: number): void {
    this.pause();
    const end = this.#film?.end ?? 0;
    this.time = time >= end ? undefined : Math.max(0, time);
  }

  /** To the next event; after the last one to the end, and from there to the first. */
  next(): void {
    const marks = this.#film?.marks ?? [];
    const from = this.time ?? -1;
    this.seek(marks.find((mark) => mark.at > from + 1e-9)?.at ?? Infinity);
  }

  /** To the event before. */
  previous(): void {
    const marks = this.#film?.marks ?? [];
    const from = this.at;
    this.seek(marks.findLast((mark) => mark.at < from - 1e-9)?.at ?? 0);
  }

  /** `[` and `]` step back and on, `.` goes on. True where the key was one of them. */
  key(key: string): boolean {
    if (key === ']' || key === '.') this.next();
    else if (key === '[') this.previous();
    else return false;
    return true;
  }

  #tick = (now: number): void => {
    const film = this.#film;
    if (!this.playing || film === undefined) return;
    this.#wanted = false;
    const passed = this.#last === 0 ? 0 : (now - this.#last) * this.speed;
    this.#last = now;
    const screen = film.toScreen(this.at) + passed;
    if (screen >= film.length) {
      this.playing = false;
      this.time = undefined;
      return;
    }
    this.time = film.toClock(screen);
    this.#frame = requestAnimationFrame(this.#tick);
  };
}
