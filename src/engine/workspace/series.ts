/** A scene's series of commits, built one after the other: what each of them costs, in each of the scene's versions. */
import type { ResolveImage } from '../image/base.ts';
import type { BuildRecord } from '../solver/record.ts';
import type { Scenario, SeriesEdit } from './scenario.ts';
import { commitActions } from './versions.ts';
import { currentState, dispatch, openWorkspace, type Workspace } from './workspace.ts';

/** One commit with its build. */
export interface Commit {
  readonly edit: SeriesEdit;
  readonly record: BuildRecord;
}

/**
 * Which kinds of edit the first `count` commits are: as near to the weights as whole commits can be, at every point of the
 * series, and always the same.
 */
export function commitPlan(edits: readonly SeriesEdit[], count: number): readonly SeriesEdit[] {
  const total = edits.reduce((sum, { weight }) => sum + weight, 0);
  const made = edits.map(() => 0);
  const plan: SeriesEdit[] = [];
  while (plan.length < count && total > 0) {
    const due = edits.map(({ weight }, at) => (weight / total) * (plan.length + 1) - (made[at] ?? 0));
    const next = due.indexOf(Math.max(...due));
    made[next] = (made[next] ?? 0) + 1;
    plan.push(edits[next]!);
  }
  return plan;
}

/** The workspace after a commit of this kind and a build; `n` makes its texts differ from those of other commits. */
export function commit(workspace: Workspace, edit: SeriesEdit, n: number): Workspace {
  return [...commitActions(edit, n), { type: 'build' } as const].reduce((before, action) => {
    const done = dispatch(before, action);
    return done.ok ? done.workspace : before;
  }, workspace);
}

/** The builds of a series of commits on a scene as it begins. */
export function runSeries(scenario: Scenario, resolve: ResolveImage, plan: readonly SeriesEdit[]): readonly Commit[] {
  let workspace = openWorkspace(scenario, resolve);
  return plan.map((edit, at) => {
    workspace = commit(workspace, edit, at + 1);
    return { edit, record: currentState(workspace).builds.at(-1)!.record };
  });
}
