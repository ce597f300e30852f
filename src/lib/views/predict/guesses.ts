/** What can be said of a step, with its key, its sign and its word; and the steps by their stages. */
import type { StepState } from '#engine/solver/record.ts';
import type { AskedStep, Guess } from '#lib/state/predict.svelte.ts';
import type { SignName } from '#lib/ui/signs/sign.ts';
import type { MessageId } from '#messages/index.ts';

export interface Choice {
  readonly guess: Guess;
  readonly key: string;
  readonly sign: SignName;
  readonly word: MessageId;
}

export const choices: readonly Choice[] = [
  { guess: 'hit', key: 'h', sign: 'cached', word: 'predict.hit' },
  { guess: 'miss', key: 'm', sign: 'rebuilt', word: 'predict.miss' },
  { guess: 'not-needed', key: 'n', sign: 'not-needed', word: 'predict.not-needed' },
];

export const choiceOf = (guess: Guess): Choice => choices.find((choice) => choice.guess === guess) ?? choices[0]!;

export function guessOfKey(key: string): Guess | undefined {
  return choices.find((choice) => choice.key === key.toLowerCase())?.guess;
}

/** The word for what became of a step. */
export const stateWords: Readonly<Record<StepState, MessageId>> = {
  cached: 'widgets.cached',
  rebuilt: 'widgets.rebuilt',
  failed: 'widgets.failed',
  'not-needed': 'widgets.not-needed',
  stopped: 'widgets.stopped',
};

export interface AskedStage {
  readonly name: string;
  readonly steps: readonly AskedStep[];
}

/** Stages in the order of their first step. */
export function byStage(asked: readonly AskedStep[]): readonly AskedStage[] {
  const names = [...new Set(asked.map(({ stage }) => stage))];
  return names.map((name) => ({ name, steps: asked.filter(({ stage }) => stage === name) }));
}

/** The instruction on one line. */
export function instruction({ keyword, text }: AskedStep): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.toUpperCase().startsWith(`${keyword} `) ? line : `${keyword} ${line}`;
}
