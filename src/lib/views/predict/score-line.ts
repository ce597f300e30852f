/** A prediction's outcome in a sentence, and the sentences of its verdicts. */
import type { Message, Sentence } from '#engine/source/message.ts';
import type { AskedStep, Outcome, Verdict } from '#lib/state/predict.svelte.ts';
import { english, sentence, t } from '#messages/index.ts';

/** “7 of 8 right; step 8 stayed cached.” The step is named where it alone was wrong, by its place in the whole Dockerfile. */
export function scoreLine({ verdicts, right, of }: Outcome, asked: readonly AskedStep[]): string {
  if (of === 0) return t('predict.score-none');
  const wrong = verdicts.filter((verdict) => verdict.right === false);
  const [only] = wrong;
  if (!only || wrong.length > 1) return t('predict.score', { right, of });
  return t('predict.score-one', { right, of, step: asked.findIndex(({ id }) => id === only.step) + 1, state: only.state });
}

/** A step with its verdict and its place in the whole Dockerfile. */
export interface Revealed {
  readonly step: AskedStep;
  readonly verdict: Verdict;
  readonly number: number;
}

/** What was scored, wrong guesses first, otherwise in the order of the Dockerfile. */
export function revealed({ verdicts }: Outcome, asked: readonly AskedStep[]): readonly Revealed[] {
  const rows = asked.flatMap((step, at) => verdicts.filter((verdict) => verdict.step === step.id).map((verdict) => ({ step, verdict, number: at + 1 })));
  const isWrong = ({ verdict }: Revealed) => verdict.right === false;
  return [...rows.filter(isWrong), ...rows.filter((row) => !isWrong(row))];
}

/** Why the step came out as it did. */
export function reasonOf({ reason }: Verdict): Sentence {
  return sentence(reason);
}

export const beliefOf = (id: string): Message => ({ id: `predict.belief-${id}` });
export const truthOf = (id: string): Message => ({ id: `predict.truth-${id}` });

/** Whether the deck has it: an imported or older score may name others. */
export const isKnown = (id: string): boolean => beliefOf(id).id in english.messages;
