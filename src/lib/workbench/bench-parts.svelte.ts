/** What stands around one workbench on a page, whatever the page looks like: the parts that arrive later, and what views are given of it all. */
import { untrack } from 'svelte';
import type * as EditorPart from '#lib/editor/index.ts';
import { Images } from '#lib/state/images.svelte.ts';
import type * as LogPart from '#lib/state/log-text.ts';
import { Opener } from '#lib/state/opener.svelte.ts';
import { PredictionMode } from '#lib/state/prediction-mode.svelte.ts';
import { hitsAndMisses, idsOf, withoutNeeds } from '#lib/state/prediction-set.ts';
import type { Workbench } from '#lib/state/workbench.svelte.ts';
import type * as GraphPart from '#lib/views/graph/index.ts';
import type { Playback } from '#lib/views/graph/index.ts';
import type { ViewContext } from './view.ts';

export class BenchParts {
  readonly bench: Workbench;
  readonly images: Images;
  readonly opener: Opener;
  readonly prediction: PredictionMode;
  readonly context: ViewContext;

  editor: typeof EditorPart | undefined = $state.raw();
  graph: typeof GraphPart | undefined = $state.raw();
  playback: Playback | undefined = $state.raw();
  /** A view to go to; a new object with every going. */
  lookAt: { readonly view: string } | undefined = $state.raw();
  /** The view that is looked at, by its id: the graph, or what stands in its place. */
  view = $state('graph');
  #log: typeof LogPart | undefined = $state.raw();

  readonly time = $derived.by(() => this.playback?.time);
  readonly record = $derived.by(() => this.bench.record ?? this.bench.lastGood);
  readonly summary = $derived.by(() => (this.bench.shown === 'next' ? undefined : this.bench.snapshot.builds[this.bench.shown - 1]));
  /** Nothing that tells an outcome may be shown: the next build is a question. */
  readonly veiled = $derived.by(() => this.prediction.predict.veiled);
  readonly files = $derived.by(() => (this.veiled ? this.bench.files.map((entry) => ({ ...entry, rebuilds: [] })) : this.bench.files));
  readonly failure = $derived.by(() => (this.#log && this.bench.record?.error ? this.#log.errorText(this.bench.record) : undefined));
  /** Lines of the selected step. */
  readonly picked = $derived.by(() => this.bench.record?.steps.find((step) => step.id === this.bench.selected)?.lines);
  /** The build to guess, until it plays. */
  readonly asked = $derived.by(() => (this.prediction.predict.phase === 'guessing' && this.bench.snapshot.prediction ? withoutNeeds(this.bench.snapshot.prediction) : undefined));
  readonly guess = $derived.by(() => this.asked && { marks: hitsAndMisses(this.prediction.predict.marks), asked: idsOf(this.prediction.predict.asked), onmark: (step: string, mark: 'hit' | 'miss') => this.prediction.predict.mark(step, mark) });

  constructor(bench: Workbench) {
    this.bench = bench;
    this.images = new Images(bench);
    this.opener = new Opener(bench, (file) => this.#openImage(file));
    this.prediction = new PredictionMode(bench, { playback: () => this.playback, go: this.go });
    this.context = contextOf(this);
  }

  readonly go = (view: string): void => {
    this.lookAt = { view };
  };

  /** What the last build printed, as far as it has played; what was printed before the page came alive, until it is. */
  log(printed: string): string {
    const { logged, snapshot, shown } = this.bench;
    if (this.#log && logged) return this.#log.logText(logged, shown === logged.number ? this.time : undefined);
    return snapshot.builds.length === 0 ? '' : printed;
  }

  /** Loads what arrives after the first paint; gives what ends it. Called when the page is there. */
  load(): () => void {
    void import('#lib/views/graph/index.ts').then((loaded) => {
      this.playback = new loaded.Playback();
      this.graph = loaded;
    });
    void Promise.all([import('#lib/editor/index.ts'), import('#messages/rest.ts')]).then(([loaded]) => (this.editor = loaded));
    void import('#lib/state/log-text.ts').then((loaded) => (this.#log = loaded));
    return this.prediction.open();
  }

  /** Keeps playhead, terminal and prediction together. Called while the component that shows them is made. */
  follow(): void {
    // From here on the playhead says how far the terminal is.
    $effect(() => {
      if (this.playback?.playing) this.bench.terminal.stop();
    });
    $effect(() => {
      if (this.bench.played > 0) queueMicrotask(() => this.playback?.replay());
    });
    $effect(() => {
      void this.bench.snapshot;
      untrack(() => this.prediction.follow());
    });
  }

  /** Opens an archive of images beside the project and goes to it; a sentence where it cannot be read. */
  async #openImage(file: File): Promise<string | undefined> {
    const problem = await this.images.open(file);
    if (problem === undefined) this.go('layers');
    return problem;
  }
}

/** The same for views, which see no more of it than they need. */
function contextOf(parts: BenchParts): ViewContext {
  const { bench, images, opener, prediction, go } = parts;
  return {
    bench,
    images,
    opener,
    prediction,
    get record() {
      return parts.record;
    },
    get playback() {
      return parts.playback;
    },
    get time() {
      return parts.time;
    },
    get view() {
      return parts.view;
    },
    go,
  };
}
