/** A narration as it is shown: at which stop, over an engine of its own. What the reader did stands as it was when it ends. */
import type { ViewContext } from '#lib/workbench/view.ts';
import { narrationLimits, type Narration, type Stop } from './narration.ts';

export class Replay {
  readonly narration: Narration;
  at = $state(0);
  /** A stop is being gone to. */
  busy = $state(false);
  readonly stop: Stop | undefined = $derived.by(() => this.narration.stops[this.at]);
  readonly #context: ViewContext;
  #back: (() => Promise<void>) | undefined;
  #view: string;

  constructor(narration: Narration, context: ViewContext) {
    this.narration = narration;
    this.#context = context;
    this.#view = context.view;
  }

  /** False where the engine is not there, or another narration is shown. */
  async begin(at = 0): Promise<boolean> {
    this.#back = await this.#context.bench.beside({ ...this.narration.log, at: -1, tip: -1 });
    if (!this.#back) return false;
    await this.go(at);
    return true;
  }

  async go(to: number): Promise<void> {
    const stop = this.narration.stops[to];
    if (!stop || this.busy) return;
    const { bench, go } = this.#context;
    const before = this.narration.stops[this.at];
    this.busy = true;
    await bench.rewind(stop.node);
    if (stop.file !== undefined && bench.files.some(({ path }) => path === stop.file)) await bench.openFile(stop.file);
    const build = stop.build !== undefined && stop.build <= bench.snapshot.builds.length ? stop.build : undefined;
    if (build !== undefined) bench.look(build);
    if (stop.step !== undefined) bench.select(stop.step);
    if (stop.view !== undefined) go(stop.view);
    // In its turn: what is looked at is there when the playback begins.
    if (build !== undefined) await bench.ask('record', { build });
    if (build !== undefined && to === this.at + 1 && (before?.build !== stop.build || before?.node !== stop.node)) bench.played++;
    this.at = to;
    this.busy = false;
  }

  next = (): Promise<void> => this.go(this.at + 1);
  previous = (): Promise<void> => this.go(this.at - 1);

  /** Back to the reader's own work, and to the view where it stood. */
  async end(): Promise<void> {
    const back = this.#back;
    this.#back = undefined;
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
