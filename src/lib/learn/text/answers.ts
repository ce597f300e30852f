/** A prediction of a lesson as values: its rows, what was said of them, and what the build said to that. */
import { stepsOf } from '#engine/exercise/steps.ts';
import type { Guess, Verdict } from '#engine/insight/misconceptions/index.ts';
import type { BuildRecord } from '#engine/solver/record.ts';
import { askedSteps, type AskedStep } from '#lib/state/prediction-set.ts';

/** One line of the question: words of a step, and the steps that they mean. */
export interface Row {
  readonly words: string;
  readonly steps: readonly AskedStep[];
}

/** What came of a row. */
export interface Answer {
  readonly words: string;
  readonly guess: Guess | undefined;
  readonly right: boolean;
  readonly verdict: Verdict | undefined;
  /** The misconception that a wrong guess shows. */
  readonly belief?: string | undefined;
}

/** The rows of a question about the next build; steps that its words do not mean are not asked for. */
export function rowsOf(record: BuildRecord, words: readonly string[]): readonly Row[] {
  const all = askedSteps(record);
  return words.map((each) => {
    const meant = new Set(stepsOf(record, each).map(({ id }) => id));
    return { words: each, steps: all.filter(({ id }) => meant.has(id)) };
  });
}

/** What a build said to every row. */
export function answersOf(rows: readonly Row[], guesses: Readonly<Record<string, Guess>>, verdicts: readonly Verdict[], beliefs: Readonly<Record<string, string>> = {}): readonly Answer[] {
  return rows.map(({ words, steps }) => answerOf(words, guesses[words], verdicts.filter(({ step }) => steps.some(({ id }) => id === step)), beliefs[words]));
}

/** What a build said to one row; a row without a guess is not right. */
function answerOf(words: string, guess: Guess | undefined, verdicts: readonly Verdict[], belief: string | undefined): Answer {
  const wrong = verdicts.find(({ right }) => right !== true);
  const right = guess !== undefined && verdicts.length > 0 && !wrong;
  return { words, guess, right, verdict: wrong ?? verdicts[0], ...(!right && guess !== undefined && { belief: belief ?? wrong?.misconceptions[0] }) };
}

/** By misconception: how many rows could have shown it, and how many did. */
export function beliefsOf(answers: readonly Answer[], known: Readonly<Record<string, string>> = {}): Readonly<Record<string, { readonly met: number; readonly wrong: number }>> {
  const met: Record<string, { met: number; wrong: number }> = {};
  for (const { words, right, verdict, belief, guess } of answers) {
    const id = belief ?? known[words] ?? verdict?.misconceptions[0];
    if (id === undefined || guess === undefined) continue;
    const before = met[id] ?? { met: 0, wrong: 0 };
    met[id] = { met: before.met + 1, wrong: before.wrong + (right ? 0 : 1) };
  }
  return met;
}
