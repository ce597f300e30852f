/** A prediction of a lesson under way: a workspace made for it, steps to say something of, and what the build said to it. */
import type { Guess } from '#engine/insight/misconceptions/index.ts';
import { progress } from '#lib/progress/store.svelte.ts';
import type { Prediction } from '#lib/lessons/lesson.ts';
import type { Session } from '../state/session.svelte.ts';
import { beforeTheBuild, happen } from '../state/world.ts';
import { answersOf, beliefsOf, rowsOf, type Answer, type Row } from './answers.ts';

export class Question {
  readonly lesson: string;
  readonly prediction: Prediction;
  readonly session: Session;
  /** The scene is being made ready. */
  preparing = $state(true);
  /** Why it could not be. */
  problem: string | undefined = $state();
  rows: readonly Row[] = $state.raw([]);
  answers: readonly Answer[] | undefined = $state.raw();

  readonly phase = $derived.by(() => this.session.parts.prediction.predict.phase);
  readonly left = $derived.by(() => this.rows.filter(({ words }) => this.guessOf(words) === undefined).length);
  readonly right = $derived.by(() => this.answers?.filter(({ right }) => right).length ?? 0);

  constructor(lesson: string, prediction: Prediction, session: Session) {
    this.lesson = lesson;
    this.prediction = prediction;
    this.session = session;
  }

  /** Makes the story's beginning happen, and hides what comes of it. */
  async begin(): Promise<void> {
    const { given = [], edits } = this.prediction;
    const { bench, parts } = this.session;
    await this.session.ready();
    this.problem = (await happen(bench, given, 'quiet')) ?? (await happen(bench, beforeTheBuild(edits).before, 'quiet', given));
    const record = bench.snapshot.prediction;
    if (this.problem === undefined && record) {
      this.rows = rowsOf(record, Object.keys(this.prediction.steps));
      parts.prediction.start(this.rows.flatMap(({ steps }) => steps.map(({ id }) => id)));
    }
    this.preparing = false;
  }

  guessOf(words: string): Guess | undefined {
    const [first] = this.rows.find((row) => row.words === words)?.steps ?? [];
    return first && this.session.parts.prediction.predict.marks.get(first.id);
  }

  mark(words: string, guess: Guess): void {
    for (const { id } of this.rows.find((row) => row.words === words)?.steps ?? []) this.session.parts.prediction.predict.mark(id, guess);
  }

  /** Builds; the first answer is kept. Nothing happens while a step is unmarked. */
  async reveal(): Promise<void> {
    if (this.phase !== 'guessing' || this.left > 0) return;
    const { bench, parts } = this.session;
    const { given = [], edits } = this.prediction;
    const { before, build } = beforeTheBuild(edits);
    const guesses: Record<string, Guess> = {};
    for (const { words } of this.rows) {
      const guess = this.guessOf(words);
      if (guess !== undefined) guesses[words] = guess;
    }
    await parts.prediction.build(async () => void (await happen(bench, [build], 'played', [...given, ...before])));
    const verdicts = parts.prediction.predict.outcome?.verdicts;
    if (!verdicts) return;
    const { beliefs } = this.prediction;
    this.answers = answersOf(this.rows, guesses, verdicts, beliefs);
    progress.answered(this.lesson, this.prediction.id, { right: this.right, of: this.rows.length, answers: guesses, beliefs: beliefsOf(this.answers, beliefs) });
  }
}
