/** Predictions in the engine's worker: loaded with the first of them. */
import { deck, scorePrediction, type Marks, type Verdict } from '#engine/insight/misconceptions/index.ts';
import { earlierBuilds } from '#engine/workspace/earlier-builds.ts';
import { predictionProject } from '#engine/workspace/prediction-project.ts';
import type { State } from '#engine/workspace/state.ts';

/** What a build of the history says to what was said of it. */
export function verdicts(state: State, build: number, marks: Marks): readonly Verdict[] {
  const built = state.builds[build - 1];
  return built ? scorePrediction(earlierBuilds(state, build), built, marks, predictionProject(state, build)) : [];
}

/** By misconception, the scene that its demonstration happens in. */
export function demoScenes(): Readonly<Record<string, string>> {
  return Object.fromEntries(deck.map(({ id, demo }) => [id, demo.scene]));
}
