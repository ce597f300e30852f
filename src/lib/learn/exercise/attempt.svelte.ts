/** An exercise under way: what its checks say of the reader's work and the hints taken. */
import { untrack } from 'svelte';
import type { Answer, Exercise } from '#engine/exercise/exercise.ts';
import type { CheckResult, Judgement } from '#engine/exercise/judgement.ts';
import { rootNode } from '#engine/workspace/log.ts';
import { progress } from '#lib/progress/store.svelte.ts';
import type { Session } from '../state/session.svelte.ts';
import { act } from '../state/world.ts';
import { beginNow, begunAt } from './begun.ts';
import { solutionActions } from './solution.ts';

/** Milliseconds for which changes of the workspace are gathered before they are judged. */
const PAUSE = 120;

/** How long the way was; without a time where nobody knows when it began. */
export interface Score {
  readonly moves: number;
  readonly seconds?: number;
}

export class Attempt {
  readonly lesson: string;
  readonly exercise: Exercise;
  readonly session: Session;
  judgement: Judgement | undefined = $state.raw();
  /** Rungs that were taken, by ladder. */
  rungs: Readonly<Record<string, number>> = $state.raw({});
  /** How long the way to the first answer that passed was: it stays until the reader starts over. */
  #score: Score | undefined = $state.raw();
  /** All checks hold of what is there now, by an answer of this visit. */
  readonly won: Score | undefined = $derived.by(() => (this.judgement?.passed ? this.#score : undefined));
  /** The count of golf so far. */
  readonly moves: number = $derived.by(() => this.#score?.moves ?? this.judgement?.moves ?? 0);

  /** Files were edited since the build that was judged. */
  readonly stale = $derived.by(() => !this.session.trial.tried && this.session.bench.edited.size > 0);

  /** When work on it began; unknown where that was before what the browser keeps. */
  #begun: number | undefined = Date.now();
  #judged: { readonly builds: number; readonly lines: number } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly #onjudged: (judgement: Judgement) => void;

  /** `onjudged`: called after every judging of something that the reader did. */
  constructor(lesson: string, exercise: Exercise, session: Session, onjudged: (judgement: Judgement) => void) {
    this.lesson = lesson;
    this.#onjudged = onjudged;
    this.exercise = exercise;
    this.session = session;
  }

  /** Judges after every build, every line and every step through time. Called while the component that shows it is made. */
  follow(): void {
    $effect(() => {
      const { ready, snapshot } = this.session.bench;
      const [builds, lines] = [snapshot.builds.length, snapshot.terminal.entries];
      // What is tried is not the reader's: nobody judges it.
      if (!ready || this.session.trial.tried) return clearTimeout(this.#timer);
      const moved = untrack(() => this.#judged?.builds !== builds || this.#judged.lines !== lines);
      if (!moved && untrack(() => this.stale)) return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#judge(builds, lines), PAUSE);
    });
    $effect(() => () => {
      clearTimeout(this.#timer);
      void this.session.trial.end();
    });
  }

  resultOf(check: string): CheckResult | undefined {
    return this.judgement?.checks.find(({ id }) => id === check);
  }

  /** Everything as it was at the start; it can be redone. */
  async restart(): Promise<void> {
    await this.session.trial.end();
    await this.session.bench.rewind(rootNode);
    this.#score = undefined;
    this.#begun = beginNow(this.#place);
  }

  /** Puts a solution on the bench, over the start; every step of it can be undone. */
  async put(solution: Answer): Promise<void> {
    const { bench } = this.session;
    await this.session.trial.end();
    await bench.rewind(rootNode);
    const { options } = bench.snapshot;
    await act(bench, solutionActions(solution, { type: 'options', options }), 'played');
    this.session.view = solution.commands ? 'terminal' : 'graph';
  }

  takeHint(ladder: string): void {
    this.rungs = { ...this.rungs, [ladder]: (this.rungs[ladder] ?? 0) + 1 };
    progress.hinted(this.lesson, this.exercise.id, Math.max(...Object.values(this.rungs)));
  }

  async #judge(builds: number, lines: number): Promise<void> {
    const before = this.#judged;
    this.#judged = { builds, lines };
    const judgement = await this.session.bench.ask('judge', { exercise: this.exercise });
    if (!judgement) return;
    this.judgement = judgement;
    if (!before) {
      this.#begun = this.session.bench.snapshot.canUndo ? begunAt(this.#place) : beginNow(this.#place);
      return;
    }
    if (builds === before.builds && lines === before.lines) return;
    if (builds < before.builds || lines < before.lines) return;
    // Somebody else began it.
    if (!this.session.arrived) this.#count(judgement);
  }

  #count(judgement: Judgement): void {
    const { checks, passed, moves } = judgement;
    if (passed) this.#score ??= { moves, ...(this.#begun !== undefined && { seconds: Math.round((Date.now() - this.#begun) / 1000) }) };
    const { seconds } = this.#score ?? {};
    progress.tried(this.lesson, this.exercise.id, {
      checks: checks.filter(({ state }) => state === 'passed').map(({ id }) => id),
      passed,
      moves: this.moves,
      ...(seconds !== undefined && { seconds }),
    });
    this.#onjudged(judgement);
  }

  get #place(): string {
    return `${this.lesson}/${this.exercise.id}`;
  }
}
