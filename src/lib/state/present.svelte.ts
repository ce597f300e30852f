/** A talk as it stands: at which stop, what the class said, what is shown. It changes nothing of the work that it is about. */
import type { BuildRecord } from '#engine/solver/record.ts';
import type { Explanation } from '#engine/insight/explanation.ts';
import { rehearsalOf } from '#engine/workspace/rehearsal.ts';
import type { TerminalEntry } from '#engine/workspace/execute.ts';
import type { Beat } from '#engine/workspace/talk.ts';
import type { GuessMark } from '#lib/views/graph/guess.ts';
import type { Marks, Screen } from '#lib/views/present/screen.ts';
import { keepNotes, readNotes, type TalkNotes } from './talk-notes.ts';
import type { Workbench } from './workbench.svelte.ts';

/** What a stop shows, read when it is gone to. */
interface Shown {
  readonly record?: BuildRecord | undefined;
  readonly before?: BuildRecord | undefined;
  readonly explanation?: Explanation | undefined;
  readonly entry?: TerminalEntry | undefined;
}

export class Present {
  /** Absent until it was put together. */
  beats: readonly Beat[] | undefined = $state.raw();
  at = $state(0);
  blank = $state(false);
  notes: TalkNotes = $state.raw({});
  /** By the number of the build. */
  #marks: Readonly<Record<number, Marks>> = $state.raw({});
  #shown: Shown = $state.raw({});
  readonly #bench: Workbench;

  constructor(bench: Workbench) {
    this.#bench = bench;
    this.notes = readNotes(this.#scene);
  }

  get #scene(): string {
    return this.#bench.snapshot.scenario.slug;
  }

  readonly beat: Beat | undefined = $derived(this.beats?.[this.at]);
  readonly following: Beat | undefined = $derived(this.beats?.[this.at + 1]);
  readonly marks: Marks = $derived(this.#marks[this.beat?.build ?? 0] ?? {});

  /** What the class sees. */
  readonly screen: Screen | undefined = $derived.by(() => {
    const { beat } = this;
    if (!beat || !this.beats) return undefined;
    const { record, before, explanation, entry } = this.#shown;
    const { snapshot, files } = this.#bench;
    const summary = beat.build === undefined ? undefined : snapshot.builds[beat.build - 1];
    return {
      kind: beat.kind,
      heading: beat.kind === 'why' && explanation ? explanation.simple : beat.heading,
      ...(beat.kind === 'reveal' && { question: this.beats.find(({ id }) => id === `ask-${beat.build}`)?.heading ?? { id: 'present.first-asked' } }),
      ...(beat.kind === 'title' && snapshot.scenario.point !== undefined && { point: snapshot.scenario.point }),
      at: this.at,
      of: this.beats.length,
      ...(record && { record }),
      ...(before && { before }),
      ...(summary?.sameImageAs !== undefined && { sameImageAs: summary.sameImageAs }),
      files,
      edited: beat.kind === 'title' ? [] : (summary?.edited ?? []),
      marks: this.marks,
      ...(beat.step !== undefined && { step: beat.step }),
      ...(entry && { entry }),
      blank: this.blank,
    } satisfies Screen as Screen;
  });

  /** Puts the talk together from the log, and goes to its beginning. */
  async open(): Promise<void> {
    this.beats = (await this.#bench.ask('talk', {})) ?? [];
    await this.go(0);
  }

  /** Does what the scene has to show, so that there is something to walk through. */
  async rehearse(): Promise<void> {
    for (const action of rehearsalOf(this.#bench.snapshot.scenario, this.#bench.snapshot.revision + 1)) await this.#bench.do(action);
    await this.open();
  }

  get canRehearse(): boolean {
    return rehearsalOf(this.#bench.snapshot.scenario, 0).length > 0;
  }

  /** To a stop; false where there is none. */
  async go(to: number): Promise<boolean> {
    const beat = this.beats?.[to];
    if (!beat) return false;
    const { build, step, entry } = beat;
    const shown: Shown = {
      ...(build !== undefined && { record: await this.#bench.ask('record', { build }), before: build < 2 ? undefined : await this.#bench.ask('record', { build: build - 1 }) }),
      ...(build !== undefined && step !== undefined && { explanation: await this.#bench.ask('explain', { build, step }) }),
      ...(entry !== undefined && { entry: (await this.#bench.ask('terminal', { from: entry }))?.[0] }),
    };
    this.#shown = shown;
    this.at = to;
    this.blank = false;
    return true;
  }

  next = (): Promise<boolean> => this.go(this.at + 1);
  previous = (): Promise<boolean> => this.go(this.at - 1);

  /** What the class says of a step; said again, it is taken back. */
  mark(step: string, mark: GuessMark): void {
    const { build } = this.beat ?? {};
    if (build === undefined) return;
    const { [step]: said, ...others } = this.marks;
    this.#marks = { ...this.#marks, [build]: said === mark ? others : { ...others, [step]: mark } };
  }

  note(text: string): void {
    if (!this.beat) return;
    this.notes = { ...this.notes, [this.beat.id]: text };
    keepNotes(this.#scene, this.notes);
  }
}
