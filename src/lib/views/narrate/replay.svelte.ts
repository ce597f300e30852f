/**
 * A narration as it is shown: at which stop, over an engine of its own, or over the workspace that it came with. What the reader did
 * stands as it was when it ends; what they do on the way is a branch, and takes nothing from the stops.
 */
import { untrack } from 'svelte';
import { stillness } from '#lib/ui/motion.svelte.ts';
import type { ViewContext } from '#lib/workbench/view.ts';
import { narrationLimits, type Narration, type Stop } from './narration.ts';

export interface Manner {
  /** `this`: the workspace that is worked on is the narration's own, with its log. An engine beside it where absent. */
  readonly over?: 'this';
  /** It goes on by itself from stop to stop, unless the reader asks for little motion. */
  readonly plays?: boolean;
}

/** Milliseconds that a stop stays: to look up, and for each letter of what is said. */
const LOOK = 2_500;
const LETTER = 55;

export class Replay {
  readonly narration: Narration;
  at = $state(0);
  /** A stop is being gone to. */
  busy = $state(false);
  /** It goes on by itself. */
  playing = $state(false);
  readonly stop: Stop | undefined = $derived.by(() => this.narration.stops[this.at]);
  readonly #context: ViewContext;
  readonly #manner: Manner;
  #back: (() => Promise<void>) | undefined;
  #view: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Actions that were done on the way. */
  #done = 0;

  constructor(narration: Narration, context: ViewContext, manner: Manner = {}) {
    this.narration = narration;
    this.#context = context;
    this.#manner = manner;
    this.#view = context.view;
  }

  /** False where the engine is not there, or another narration is shown. */
  async begin(at = 0): Promise<boolean> {
    const { bench } = this.#context;
    this.#back = this.#manner.over === 'this' ? () => bench.rewind(this.narration.log.at) : await bench.beside({ ...this.narration.log, at: -1, tip: -1 });
    if (!this.#back) return false;
    await this.go(at);
    if (this.#manner.plays && !stillness.current) this.play();
    return true;
  }

  play(): void {
    this.playing = true;
    this.#wait();
  }

  pause(): void {
    this.playing = false;
    clearTimeout(this.#timer);
  }

  /** Waits where somebody works in it: nothing is taken from under their hands. Called while the component that shows it is made. */
  follow(): void {
    void this.#context.bench.snapshot;
    const done = this.#context.bench.log?.nodes.length ?? 0;
    if (done > this.#done && !untrack(() => this.busy)) untrack(() => this.pause());
    this.#done = done;
  }

  /** The reader has left the way of the narration. */
  get left(): boolean {
    return (this.#context.bench.log?.nodes.length ?? 0) > this.narration.log.nodes.length;
  }

  /** Goes on when what is said could be read, and what plays has played. */
  #wait(): void {
    clearTimeout(this.#timer);
    if (!this.playing) return;
    if (this.at + 1 >= this.narration.stops.length) return this.pause();
    this.#timer = setTimeout(() => this.#go(), LOOK + LETTER * (this.stop?.text.length ?? 0));
  }

  #go(): void {
    const { playback } = this.#context;
    if (playback?.playing) this.#timer = setTimeout(() => this.#go(), 250);
    else void this.next();
  }

  async go(to: number): Promise<void> {
    const stop = this.narration.stops[to];
    if (!stop || this.busy) return;
    const { bench, go } = this.#context;
    const before = this.narration.stops[this.at];
    this.busy = true;
    await bench.rewind(stop.node);
    if (stop.file !== undefined && bench.files.some(({ path }) => path === stop.file)) await bench.openFile(stop.file);
    // The last one, where there are fewer.
    const build = stop.build === undefined ? undefined : Math.min(stop.build, bench.snapshot.builds.length) || undefined;
    if (build !== undefined) bench.look(build);
    if (stop.step !== undefined) bench.select(stop.step);
    if (stop.view !== undefined) go(stop.view);
    // In its turn: what is looked at is there when the playback begins.
    if (build !== undefined) await bench.ask('record', { build });
    if (build !== undefined && to === this.at + 1 && (before?.build !== stop.build || before?.node !== stop.node)) bench.played++;
    this.at = to;
    this.busy = false;
    this.#done = bench.log?.nodes.length ?? 0;
    this.#wait();
  }

  next = (): Promise<void> => this.go(this.at + 1);
  previous = (): Promise<void> => this.go(this.at - 1);

  /** Back to the reader's own work, and to the view where it stood. */
  async end(): Promise<void> {
    const back = this.#back;
    this.#back = undefined;
    this.pause();
    // Who has left the way stays where they are.
    if (this.#manner.over === 'this' && this.left) return;
    await back?.();
    if (back) this.#context.go(this.#view);
  }
}

/** The paragraphs of a stop's text. */
export const paragraphs = (text: string): readonly string[] =>
  text
    .slice(0, narrationLimits.text)
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
