/** The rounds of a duel as pairs of bars, their heights in the same scale. */
import type { DuelOutcome, DuelRound } from '#engine/workspace/duel/index.ts';
import type { Place } from './film.ts';

export interface RoundBars {
  readonly round: DuelRound;
  /** Shares of the tallest bar, 0 to 1; absent where the side has no build in this round. */
  readonly left?: number;
  readonly right?: number;
  /** Its result may be seen. */
  readonly shown: boolean;
}

/** From so many rounds on the bars have no figures: they would not fit. */
export const figuresUpTo = 14;

/** Bars of rounds that are not over yet are not shown. */
export function barsOf({ rounds }: DuelOutcome, { done }: Place): readonly RoundBars[] {
  const tallest = Math.max(1, ...rounds.flatMap(({ left, right }) => [left?.duration ?? 0, right?.duration ?? 0]));
  return rounds.map((round, at) => ({
    round,
    ...(round.left && { left: round.left.duration / tallest }),
    ...(round.right && { right: round.right.duration / tallest }),
    shown: at < done,
  }));
}
