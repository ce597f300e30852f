/** What a lesson says happens in the world, done at a workbench. */
import { isBuild, type WorldEdit } from '#engine/exercise/world-edit.ts';
import type { BuildOptions } from '#engine/graph/plan.ts';
import type { Action } from '#engine/workspace/action.ts';
import type { Workbench } from '#lib/state/workbench.svelte.ts';

/** How a build is made: `played` is looked at, `quiet` has happened when the page goes on. */
export type Manner = 'played' | 'quiet';

/** Does the edits one after the other; a sentence where one cannot be done. `before`: edits that were done already, for what builds are asked for. */
export async function happen(bench: Workbench, edits: readonly WorldEdit[], manner: Manner, before: readonly WorldEdit[] = []): Promise<string | undefined> {
  for (const [at, edit] of edits.entries()) {
    const actions = await bench.ask('worldActions', { edit, ...(edit.build && { other: askedFor([...before, ...edits.slice(0, at)]) }) });
    const problem = actions ? await act(bench, actions, manner) : await bench.around(edit);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Does actions one after the other; a sentence where one cannot be done. */
export async function act(bench: Workbench, actions: readonly Action[], manner: Manner): Promise<string | undefined> {
  for (const action of actions) {
    let problem: string | undefined;
    if (action.type === 'command') await bench.command(action.line, action.interrupted);
    else if (action.type === 'build' && !action.extras && manner === 'played') await bench.build();
    else problem = await bench.do(action);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** What builds are asked for after these edits, in another way than before them. */
export function askedFor(edits: readonly WorldEdit[]): BuildOptions {
  return edits.reduce<BuildOptions>((so, { args, options = {} }) => {
    const buildArgs = { ...so.buildArgs, ...options.buildArgs, ...args };
    return { ...so, ...options, ...(Object.keys(buildArgs).length > 0 && { buildArgs }) };
  }, {});
}

/** The edits up to a build at their end, and that build, which is one as the last where they end without: what happens before somebody is asked, and what answers. */
export function beforeTheBuild(edits: readonly WorldEdit[]): { readonly before: readonly WorldEdit[]; readonly build: WorldEdit } {
  const last = edits.at(-1);
  return last && isBuild(last) ? { before: edits.slice(0, -1), build: last } : { before: edits, build: { build: true } };
}

/** The file that an edit is about. */
export function fileOf({ edit, replace, write, add, rename, chmod, touch }: WorldEdit): string | undefined {
  return edit ?? replace?.path ?? write?.path ?? add ?? rename?.to ?? chmod?.path ?? (touch === '*' ? undefined : touch);
}
