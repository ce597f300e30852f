/** Predict, then reveal: what somebody says of the steps of the next build, hidden outcomes, and what the build said to it. */
import type { Guess, Verdict } from '#engine/insight/misconceptions/index.ts';
import type { BuildRecord } from '#engine/solver/record.ts';
import { askedSteps, keptMarks, marksOf, noMarks, withMark, type AskedStep, type MarkMap, type PredictionSet } from './prediction-set.ts';

export type { AskedStep, Guess, PredictionSet, Verdict };

/**
 * `guessing`: outcomes are hidden. `building`: the build runs and plays, its verdicts are still hidden. `revealed`: all is in
 * sight until the next prediction begins.
 */
export type Phase = 'off' | 'guessing' | 'building' | 'revealed';

export interface Outcome {
  readonly build: number;
  readonly verdicts: readonly Verdict[];
  readonly right: number;
  /** Steps that were marked and came to an end. */
  readonly of: number;
}

export class Predict {
  phase: Phase = $state('off');
  asked: readonly AskedStep[] = $state.raw([]);
  marks: MarkMap = $state.raw(noMarks);
  outcome: Outcome | undefined = $state.raw();

  /** Nothing that tells an outcome may be shown. */
  readonly veiled = $derived(this.phase === 'guessing' || this.phase === 'building');
  /** How many of the asked steps have no mark. */
  readonly left = $derived(this.asked.filter(({ id }) => !this.marks.has(id)).length);

  /** Ids of the steps that alone are asked for; all where absent. */
  #only: readonly string[] | undefined;

  /** Begins with the steps of a build that is still to come, or with some of them. */
  start(record: BuildRecord, only?: readonly string[]): void {
    this.#only = only;
    this.asked = this.#askedOf(record);
    this.marks = noMarks;
    this.outcome = undefined;
    this.phase = 'guessing';
  }

  /** The project changed meanwhile: marks stay on steps that are as they were. */
  follow(record: BuildRecord): void {
    if (this.phase !== 'guessing') return;
    const before = this.asked;
    this.asked = this.#askedOf(record);
    this.marks = keptMarks(this.marks, before, this.asked);
  }

  /** Says something of a step; undefined takes it back. */
  mark(step: string, guess: Guess | undefined): void {
    if (this.phase !== 'guessing' || !this.asked.some(({ id }) => id === step)) return;
    this.marks = withMark(this.marks, step, guess);
  }

  /** Says the same of all steps that have no mark. */
  markRest(guess: Guess): void {
    for (const { id } of this.asked) if (!this.marks.has(id)) this.mark(id, guess);
  }

  clear(): void {
    if (this.phase === 'guessing') this.marks = noMarks;
  }

  /** The build was started: what was said can no longer be changed. */
  commit(): void {
    if (this.phase === 'guessing') this.phase = 'building';
  }

  /** The build could not be made: the marks are open again. */
  reopen(): void {
    if (this.phase === 'building') this.phase = 'guessing';
  }

  /** Shows what the build said. */
  reveal(build: number, verdicts: readonly Verdict[]): Outcome {
    const scored = verdicts.filter(({ right }) => right !== undefined);
    this.outcome = { build, verdicts, right: scored.filter(({ right }) => right).length, of: scored.length };
    this.phase = 'revealed';
    return this.outcome;
  }

  stop(): void {
    this.phase = 'off';
    this.asked = [];
    this.marks = noMarks;
    this.outcome = undefined;
  }

  #askedOf(record: BuildRecord): readonly AskedStep[] {
    return askedSteps(record).filter(({ id }) => this.#only?.includes(id) ?? true);
  }

  /** What was asked and said, as a value. */
  get set(): PredictionSet {
    return { version: 1, asked: this.asked.map(({ id }) => id), marks: Object.fromEntries(this.marks) };
  }

  /** Asks for the steps of a set alone, with what it says of them. */
  take(set: PredictionSet): void {
    this.asked = this.asked.filter(({ id }) => set.asked.includes(id));
    this.marks = marksOf(set);
  }
}
