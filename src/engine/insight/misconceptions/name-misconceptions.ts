/** From a guess to the beliefs that explain it, likeliest first. */
import type { BuildResult } from '../../solver/build.ts';
import { explain } from '../explain.ts';
import type { Explanation } from '../explanation.ts';
import type { StepState } from '../../solver/record.ts';
import { deck } from './deck.ts';
import type { Guess, Misconception } from './misconception.ts';
import { wrongGuess } from './wrong-guess.ts';
import { worldChanges, type Project, type WorldChanges } from './world-changes.ts';

/** What was said of steps, by their ids. A plain value: kept in lessons, links and on boards. */
export type Marks = Readonly<Record<string, Guess>>;

/** What a build says to one guess. */
export interface Verdict {
  readonly step: string;
  readonly guess: Guess;
  readonly state: StepState;
  /** undefined where the build ended before it could be told. */
  readonly right: boolean | undefined;
  readonly reason: Explanation['simple'];
  /** Ids of the beliefs that explain the wrong guess; of a right one, those that it did not fall for. Likeliest first. */
  readonly misconceptions: readonly string[];
}

/** Misconceptions that explain a wrong guess, likeliest first; empty where none is known. `earlier`: the builds before, oldest first. */
export function nameMisconceptions(earlier: readonly BuildResult[], build: BuildResult, step: string, guess: Guess, project: Project = {}, world: WorldChanges = worldChanges(earlier.at(-1), build, project)): readonly Misconception[] {
  const wrong = wrongGuess(earlier, build, step, guess, project, world);
  if (!wrong || isRight(guess, wrong.now.step.state) !== false) return [];
  const found = deck.map((misconception) => ({ misconception, weight: misconception.matches?.(wrong) ?? 0 })).filter(({ weight }) => weight > 0);
  return found.sort((a, b) => b.weight - a.weight).map(({ misconception }) => misconception);
}

/** Scores guesses against a build that has ended, in the order of the Dockerfile. Steps that nobody marked are left out. */
export function scorePrediction(earlier: readonly BuildResult[], build: BuildResult, marks: Marks, project: Project = {}): readonly Verdict[] {
  const world = worldChanges(earlier.at(-1), build, project);
  return build.record.steps.flatMap(({ id, state }) => {
    const guess = marks[id];
    const explanation = guess && explain(earlier, build, id);
    if (!guess || !explanation) return [];
    const right = isRight(guess, state);
    const asked = right === true ? opposite(guess, state) : guess;
    const misconceptions = right === undefined ? [] : nameMisconceptions(earlier, build, id, asked, project, world).map((one) => one.id);
    return [{ step: id, guess, state, right, reason: explanation.simple, misconceptions }];
  });
}

/** Whether a guess was right; a step that failed has run. undefined for one that another failure stopped. */
export function isRight(guess: Guess, state: StepState): boolean | undefined {
  if (state === 'stopped') return undefined;
  return guess === { cached: 'hit', rebuilt: 'miss', failed: 'miss', 'not-needed': 'not-needed' }[state];
}

/** The guess that a right one was set against. */
function opposite(guess: Guess, state: StepState): Guess {
  return guess === 'hit' || state === 'not-needed' ? 'miss' : 'hit';
}
