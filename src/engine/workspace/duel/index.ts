/** Two Dockerfiles over one project and one series of edits. */
export { duel, type Duel } from './duel.ts';
export type { DuelOutcome, DuelRound, DuelRun, DuelStep, DuelTotals, FileDifference, Verdict } from './outcome.ts';
export { mostRounds, type DuelSeries, type DuelSetup, type DuelSide, type SideName } from './setup.ts';
export { duelStarts, type DuelStart, type DuelStarts } from './starts.ts';
