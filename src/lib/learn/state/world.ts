/** What a lesson says happens in the world, done at a workbench. */
import { builds } from '#engine/exercise/edits.ts';
import type { WorldEdit } from '#engine/exercise/world-edit.ts';
import type { Action } from '#engine/workspace/action.ts';
import type { Workbench } from '#lib/state/workbench.svelte.ts';

/** Does the edits one after the other; a sentence where one cannot be done. */
export async function happen(bench: Workbench, edits: readonly WorldEdit[]): Promise<string | undefined> {
  for (const edit of edits) {
    const actions = await bench.ask('worldActions', { edit });
    const problem = actions ? await act(bench, actions) : await bench.around(edit);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Does actions one after the other; a sentence where one cannot be done. */
export async function act(bench: Workbench, actions: readonly Action[]): Promise<string | undefined> {
  for (const action of actions) {
    const problem = action.type === 'command' ? await bench.command(action.line, action.interrupted) : await bench.do(action);
    if (typeof problem === 'string') return problem;
  }
  return undefined;
}

/** The edits up to a build at their end, and that build: what happens before somebody is asked about it, and what answers. */
export function beforeTheBuild(edits: readonly WorldEdit[]): { readonly before: readonly WorldEdit[]; readonly build: WorldEdit | undefined } {
  const last = edits.at(-1);
  return last && builds(last) ? { before: edits.slice(0, -1), build: last } : { before: edits, build: undefined };
}

/** The file that an edit is about. */
export function fileOf({ edit, replace, write, add, rename, chmod, touch }: WorldEdit): string | undefined {
  return edit ?? replace?.path ?? write?.path ?? add ?? rename?.to ?? chmod?.path ?? (touch === '*' ? undefined : touch);
}
