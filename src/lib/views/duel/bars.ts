/** The rounds of a duel as pairs of bars, their heights in the same scale. */
import type { DuelOutcome, DuelRound } from '#engine/workspace/duel/index.ts';
import type { Place } from './film.ts';

export interface RoundBars {
  readonly round: DuelRound;
  /** Shares of the tallest bar, 0 to 1; absent where the side has no build in this round. */
  readonly left?: number;
  readonly right?: number;
  readonly shown: 'over' | 'running' | 'hidden';
}

/** From so many rounds on the bars have no figures: they would not fit. */
export const figuresUpTo = 14;

/** The bars of the round that runs grow with its clock; those of rounds to come are not shown. */
export function barsOf({ rounds }: DuelOutcome, { done, time }: Place): readonly RoundBars[] {
  const tallest = Math.max(1, ...rounds.flatMap(({ left, right }) => [left?.duration ?? 0, right?.duration ?? 0]));
  return rounds.map((round, at) => {
    const running = at === done && time !== undefined;
    const share = (duration: number) => Math.max(0, running ? Math.min(time, duration) : duration) / tallest;
    return {
      round,
      ...(round.left && { left: share(round.left.duration) }),
      ...(round.right && { right: share(round.right.duration) }),
      shown: at < done ? 'over' : running ? 'running' : 'hidden',
    };
  });
}
