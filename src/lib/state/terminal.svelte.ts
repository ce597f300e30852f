/** The terminal of the page: what was typed and printed, and how far a push or a pull has played. Builds play with the graph. */
import { stillness } from '#lib/ui/motion.svelte.ts';
import type { TerminalEntry } from '#engine/workspace/execute.ts';

/** Nothing plays longer, milliseconds on screen. */
const LONGEST = 3_000;

export class Terminal {
  entries: readonly TerminalEntry[] = $state.raw([]);
  /** Virtual milliseconds of the last entry that have played; undefined at its end. */
  time: number | undefined = $state();

  #frame = 0;
  #patience: ReturnType<typeof setTimeout> | undefined;

  get last(): TerminalEntry | undefined {
    return this.entries.at(-1);
  }

  /** Keeps what still holds after a change of the log, and adds what came. */
  keep(count: number, added: readonly TerminalEntry[] = []): void {
    this.entries = [...this.entries.slice(0, count - added.length), ...added];
  }

  /** Holds the output of a build back until the graph plays it; where it does not, it is all there after a moment. */
  hold(): void {
    this.stop();
    if (stillness.current) return;
    this.time = 0;
    this.#patience = setTimeout(() => this.stop(), 800);
  }

  /** Plays the output of the last entry, where it takes time and is no build. */
  play(): void {
    const entry = this.last;
    this.stop();
    if (!entry || entry.build !== undefined || entry.duration < 400 || entry.output.length < 2 || stillness.current) return;
    const length = Math.min(entry.duration, LONGEST);
    let begun = 0;
    this.time = 0;
    const tick = (now: number): void => {
      begun ||= now;
      const share = (now - begun) / length;
      if (share >= 1) return this.stop();
      this.time = share * entry.duration;
      this.#frame = requestAnimationFrame(tick);
    };
    this.#frame = requestAnimationFrame(tick);
  }

  /** Goes to the end. */
  stop(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#patience);
    this.time = undefined;
  }
}
