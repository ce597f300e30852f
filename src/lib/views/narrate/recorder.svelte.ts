/** The narration of a scene while it is recorded: every change is kept in the browser, and the last deletion can be taken back. */
import { actionsOf } from '#engine/workspace/log.ts';
import type { Workbench } from '#lib/state/workbench.svelte.ts';
import type { ViewContext } from '#lib/workbench/view.ts';
import { emptyNarration, narrationLimits, record, reworded, withStops, type Narration, type Scene } from './narration.ts';
import { draftOf, keepDraft, setAside } from './store.ts';

export class Recorder {
  /** What is being written for the next stop. */
  words = $state('');
  narration: Narration = $state.raw()!;
  kept: 'kept' | 'failed' | undefined = $state();
  /** Why what was kept could not be read. */
  problem: string | undefined = $state();
  /** As it was before the last deletion. */
  before: Narration | undefined = $state.raw();
  readonly #context: ViewContext;

  constructor(context: ViewContext) {
    this.#context = context;
    const { slug, title } = context.bench.snapshot.scenario;
    this.narration = emptyNarration(slug, title.slice(0, narrationLimits.title));
  }

  async restore(): Promise<void> {
    const { scenario } = this.narration;
    const read = await draftOf(scenario);
    if (read?.ok) this.narration = read.narration;
    if (!read || read.ok) return;
    this.problem = read.problem;
    await setAside(scenario).catch(() => undefined);
  }

  get full(): boolean {
    return this.narration.stops.length >= narrationLimits.stops;
  }

  /** Records what is looked at, with its text; `inPlaceOf` a stop, whose text stays. */
  record(text: string, inPlaceOf?: number): void {
    const scene = this.#scene();
    if (scene) this.#change(record(this.narration, scene, text.slice(0, narrationLimits.text), inPlaceOf));
  }

  title(title: string): void {
    this.#change({ ...this.narration, title: title.slice(0, narrationLimits.title) });
  }

  text(at: number, text: string): void {
    this.#change(reworded(this.narration, at, text));
  }

  move(from: number, to: number): void {
    const { stops } = this.narration;
    const stop = stops[from];
    if (stop && to >= 0 && to < stops.length) this.#change(withStops(this.narration, stops.toSpliced(from, 1).toSpliced(to, 0, stop)));
  }

  delete(at: number): void {
    this.before = this.narration;
    this.#change(withStops(this.narration, this.narration.stops.toSpliced(at, 1)));
  }

  undelete(): void {
    if (this.before) this.#change(this.before);
    this.before = undefined;
  }

  /** What is looked at now; undefined before the engine is there. */
  #scene(): Scene | undefined {
    const { bench, view } = this.#context;
    if (!bench.log) return undefined;
    return {
      actions: actionsOf(bench.log),
      view,
      ...(bench.shown !== 'next' && { build: bench.shown }),
      ...(bench.selected !== undefined && { step: bench.selected }),
      ...(bench.open !== undefined && { file: bench.open }),
    };
  }

  #change(narration: Narration): void {
    this.narration = narration;
    void keepDraft(narration).then((kept) => (this.kept = kept ? 'kept' : 'failed'));
  }
}

const recorders = new WeakMap<Workbench, Recorder>();

/** The recorder of a workbench: the same one as long as the page lives, whatever tab was looked at between. */
export function recorderOf(context: ViewContext): Recorder {
  const known = recorders.get(context.bench);
  if (known) return known;
  const recorder = new Recorder(context);
  recorders.set(context.bench, recorder);
  void recorder.restore();
  return recorder;
}
