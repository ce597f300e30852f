/** Questions about what was built and what would be: loaded with the first of them. */
import { explain } from '#engine/insight/explain.ts';
import type { Explanation } from '#engine/insight/explanation.ts';
import { stepToTell } from '#engine/insight/step-to-tell.ts';
import { describe, predict } from '#engine/workspace/describe.ts';
import { earlierBuilds } from '#engine/workspace/earlier-builds.ts';
import { actionsOf } from '#engine/workspace/log.ts';
import { talkOf, type Beat } from '#engine/workspace/talk.ts';
import { currentState, type Workspace } from '#engine/workspace/workspace.ts';
import type { BuildRef } from './protocol.ts';

export { compareHistory, history } from '#engine/workspace/history.ts';
export { ignoreReport, withoutRule } from '#engine/workspace/ignore-report.ts';
export { imagesOf } from '#engine/workspace/images.ts';
export { radius } from '#engine/workspace/radius.ts';
export { registryScene } from '#engine/workspace/registry-scene.ts';

/** Why a step of a build is as it is; undefined for a build that is not there. */
export function explained(workspace: Workspace, build: BuildRef, step: string): Explanation | undefined {
  const state = currentState(workspace);
  const result = build === 'next' ? predict(workspace) : state.builds[build - 1];
  return result && explain(earlierBuilds(state, build), result, step);
}

/** The log as a walk of stops. */
export function talk(workspace: Workspace): readonly Beat[] {
  const { builds, scenario } = describe(workspace);
  const { builds: built, terminal } = currentState(workspace);
  return talkOf({ title: scenario.title, builds, terminal, actions: actionsOf(workspace.log) }, (build) => stepToTell(built[build - 1]?.record));
}
