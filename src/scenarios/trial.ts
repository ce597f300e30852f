/** A gallery scene tried out: what its tests ask of a version's first build and of the builds after its commits. */
import { get, sizeOf } from '#engine/fs/index.ts';
import type { DirNode, Node } from '#engine/fs/node.ts';
import { resolveImage } from '#engine/registry/index.ts';
import type { Action } from '#engine/workspace/action.ts';
import type { Scenario } from '#engine/workspace/scenario.ts';
import { commit } from '#engine/workspace/series.ts';
import type { Built } from '#engine/workspace/state.ts';
import { inVersion, type VersionName } from '#engine/workspace/versions.ts';
import { currentState, dispatch, openWorkspace, type Workspace } from '#engine/workspace/workspace.ts';

/** The version as the page opens it: built once. */
export function opened(scenario: Scenario, version: VersionName): Workspace {
  return openWorkspace(inVersion(scenario, version), resolveImage);
}

export function lastBuild(workspace: Workspace): Built {
  return currentState(workspace).builds.at(-1)!;
}

/** The first build of a version. */
export function firstBuild(scenario: Scenario, version: VersionName): Built {
  return lastBuild(opened(scenario, version));
}

/** Steps that ran in a build, as `stage: RUN …`; without the stage where it has no name. */
export function ranIn({ record }: Built): string[] {
  return record.steps.filter(({ state }) => state === 'rebuilt').map(({ name }) => name.replace(/^\[(?:(\S+) )?(?:stage-\d+ )?\s*\d+\/\d+\] /, (_, stage?: string) => (stage === undefined || stage.startsWith('stage-') ? '' : `${stage}: `)));
}

/** Steps that run again after a commit of that kind, in a project that was built before. */
export function rerunBy(scenario: Scenario, version: VersionName, label: string): string[] {
  const edit = scenario.edits?.find((one) => one.label === label);
  if (!edit) throw new Error(`no edit ${label}`);
  return ranIn(lastBuild(commit(opened(scenario, version), edit, 7)));
}

/** The workspace after these actions and a build. */
export function after(workspace: Workspace, ...actions: readonly Action[]): Workspace {
  return [...actions, { type: 'build' } as const].reduce((at, action) => {
    const done = dispatch(at, action);
    if (!done.ok) throw new Error(done.message.id);
    return done.workspace;
  }, workspace);
}

/** The final files of the image that a build made. */
export function filesOf({ record, trees }: Built): DirNode {
  const target = record.stages.find((stage) => stage.target)!;
  const last = [...record.steps].reverse().find((step) => target.steps.includes(step.id) && step.vertex !== undefined);
  const tree = last && trees.get(last.vertex!);
  if (!tree) throw new Error('no files');
  return tree;
}

/** What is at a path of the image. */
export function fileIn(built: Built, path: string): Node | undefined {
  return get(filesOf(built), path);
}

/** Unpacked megabytes of the final files. */
export function megabytes(built: Built): number {
  return Math.round(sizeOf(filesOf(built)) / 1e6);
}

/** Steps of a build that were not simulated. */
export function notSimulated({ record }: Built): string[] {
  return record.steps.filter(({ fidelity }) => fidelity === 'not-simulated').map(({ name }) => name);
}
