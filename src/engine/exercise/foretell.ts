/** A prediction, played: what happens before the question, what happens with it, and the build that answers. */
import type { Message } from '../source/message.ts';
import type { Built } from '../workspace/state.ts';
import { currentState, type Workspace } from '../workspace/workspace.ts';
import { happen } from './edits.ts';
import { isBuild, type WorldEdit } from './world-edit.ts';

export interface Question {
  readonly given?: readonly WorldEdit[];
  readonly edits: readonly WorldEdit[];
}

export type Foretold = { readonly ok: true; readonly workspace: Workspace; readonly built: Built } | { readonly ok: false; readonly because: Message };

/** The build that a question is about; one is made where its edits end without. */
export function foretell(workspace: Workspace, { given = [], edits }: Question): Foretold {
  const before = happen(workspace, given);
  if (!before.ok) return before;
  const last = edits.at(-1);
  const after = happen(before.workspace, last && isBuild(last) ? edits : [...edits, { build: true }], before.other);
  if (!after.ok) return after;
  const built = currentState(after.workspace).builds.at(-1);
  return built ? { ok: true, workspace: after.workspace, built } : { ok: false, because: { id: 'exercise.not-built' } };
}
