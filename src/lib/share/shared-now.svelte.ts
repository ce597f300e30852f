/** What the link of a workbench would hold now, as its reader chooses: what it opens with, what it shows, in which looks. */
import { Contest } from '#lib/views/duel/contest.svelte.ts';
import { recorderOf } from '#lib/views/narrate/recorder.svelte.ts';
import type { ViewContext } from '#lib/workbench/view.ts';
import { sceneOf } from './narration-of.ts';
import { presentationQuery } from './presentation.ts';
import { sharedActions, writeLink, type SharedScene } from './scene-link.ts';
import type { Looking } from './scene.ts';

/** What a link opens with. */
export type Opening = 'scene' | 'question' | 'narration' | 'duel';

export class SharedNow {
  opening: Opening = $state('scene');
  /** It shows what is looked at. */
  looking = $state(true);
  focus = $state(false);
  locked = $state(false);
  theme: 'reader' | 'light' | 'dark' = $state('reader');

  readonly #context: ViewContext;

  constructor(context: ViewContext) {
    this.#context = context;
    if (context.view === 'duel') this.opening = 'duel';
    else if (this.asking) this.opening = 'question';
  }

  /** Of a lesson, whose questions and comparisons have places of their own. */
  readonly inLesson = $derived.by(() => this.slug.startsWith('learn/'));
  readonly slug = $derived.by(() => this.#context.bench.snapshot.scenario.slug);
  /** The next build is a question at this moment. */
  readonly asking = $derived.by(() => this.#context.prediction.predict.phase === 'guessing');
  readonly canAsk = $derived.by(() => this.#context.bench.snapshot.prediction !== undefined);
  readonly stops = $derived.by(() => (this.inLesson ? [] : recorderOf(this.#context).narration.stops));
  readonly duel = $derived.by(() => (this.inLesson ? undefined : Contest.of(this.#context.bench).setup));

  readonly actions = $derived.by(() => (this.#context.bench.log ? sharedActions(this.#context.bench.log) : []));

  readonly look: Looking = $derived.by(() => {
    const { bench, view } = this.#context;
    return { view, ...(bench.selected !== undefined && { step: bench.selected }), ...(bench.open !== undefined && { file: bench.open }), ...(bench.shown !== 'next' && { build: bench.shown }) };
  });

  readonly scene: SharedScene = $derived.by(() => {
    const begun = { scenario: this.slug, actions: this.actions };
    if (this.opening === 'narration') return sceneOf(recorderOf(this.#context).narration);
    if (this.opening === 'question') return { ...begun, ...(this.looking && this.look.file !== undefined && { file: this.look.file }), asks: true };
    if (this.opening === 'duel' && this.duel) return { ...begun, duel: this.duel };
    return { ...begun, ...(this.looking && this.look) };
  });

  readonly fragment = $derived.by(() => writeLink(this.scene));

  /** How the page is presented: nothing of what is shared stands in it. */
  readonly query = $derived.by(() => presentationQuery({ ...(this.theme !== 'reader' && { theme: this.theme }), ...(this.focus && { ui: 'focus' as const }), ...(this.locked && { readonly: true as const }) }));
}
