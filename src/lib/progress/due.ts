/** Which misconceptions to look at: those that misled the last time they could have. */
import { beliefScores, type BeliefScore, type Tally } from './tally.ts';

/** The last build or question that could have shown it did. The most misleading first. */
export const dueBeliefs = (tally: Tally): readonly BeliefScore[] => beliefScores(tally).filter(({ builds }) => builds.at(-1) === false);
