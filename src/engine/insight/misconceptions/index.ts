/** Misconceptions about builds: named from wrong guesses, each with two builds that refute it. */
export { deck, misconceptionOf } from './deck.ts';
export type { Demo, DemoAction, Guess, Misconception } from './misconception.ts';
export { isRight, nameMisconceptions, scorePrediction, type Marks, type Verdict } from './name-misconceptions.ts';
export type { Project } from './world-changes.ts';
