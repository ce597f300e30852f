/** A scene's series of commits, made and built one after the other. */
import type { SeriesEdit } from './scenario.ts';
import { commitActions } from './versions.ts';
import { dispatch, type Workspace } from './workspace.ts';

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
