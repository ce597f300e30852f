/** Exercises and lessons in the engine's worker: loaded with the first of them. */
import { againActions } from '#engine/exercise/again.ts';
import { editActions, happen } from '#engine/exercise/edits.ts';
import type { WorldEdit } from '#engine/exercise/world-edit.ts';
import type { BuildOptions } from '#engine/graph/plan.ts';
import type { Action } from '#engine/workspace/action.ts';
import { currentState, type Workspace } from '#engine/workspace/workspace.ts';

export { judge } from '#engine/exercise/judge.ts';

/** What an edit of a lesson is as actions of this workspace, other than those before it would have been; nothing where it takes more than that. */
export function worldActions(workspace: Workspace, edit: WorldEdit, other: BuildOptions = {}): readonly Action[] | undefined {
  const state = currentState(workspace);
  return edit.build ? againActions(state, other) : editActions(edit, state, workspace.log.nodes.length + 1);
}

export { happen };
