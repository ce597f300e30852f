/** World edits done to a workspace: most are its own actions, some change what stands around it. */
import { get, textOf, walk } from '../fs/index.ts';
import type { BuildOptions } from '../graph/plan.ts';
import type { DirNode } from '../fs/node.ts';
import type { Message } from '../source/message.ts';
import type { Action } from '../workspace/action.ts';
import { isText, type State } from '../workspace/state.ts';
import { currentState, dispatch, type Workspace } from '../workspace/workspace.ts';
import { lineFor } from './line-for.ts';
import { againActions } from './again.ts';
import type { WorldEdit } from './world-edit.ts';

/** `other`: what the next build is asked for in another way than the last one. */
export type Happened = { readonly ok: true; readonly workspace: Workspace; readonly other: BuildOptions } | { readonly ok: false; readonly because: Message };

const day = 86_400_000;

/** What an edit is as actions of the workspace in this state; undefined where it takes more than that. `n` tells its text from that of other edits. */
export function editActions(edit: WorldEdit, state: State, n = 1): readonly Action[] | undefined {
  const { context } = state;
  if (edit.edit !== undefined) return [{ type: 'write', path: edit.edit, text: longer(context, edit.edit, n) }];
  if (edit.replace) return [{ type: 'write', path: edit.replace.path, text: textAt(context, edit.replace.path).replace(edit.replace.from, () => edit.replace!.to) }];
  if (edit.write) return [{ type: 'write', ...edit.write }];
  if (edit.add !== undefined) return [{ type: 'write', path: edit.add, text: lineFor(edit.add, n) }];
  if (edit.remove !== undefined) return [{ type: 'delete', path: edit.remove }];
  if (edit.rename) return [{ type: 'rename', ...edit.rename }];
  if (edit.touch === '*') return Array.from(walk(context)).flatMap(([path, { type }]): Action[] => (type === 'file' ? [{ type: 'touch', path }] : []));
  if (edit.touch !== undefined) return [{ type: 'touch', path: edit.touch }];
  if (edit.chmod) return [{ type: 'chmod', ...edit.chmod }];
  if (edit.args || edit.options) {
    const [first] = againActions(state, otherwise(edit));
    return first?.type === 'options' ? [first] : undefined;
  }
  if (edit.days !== undefined) return [{ type: 'wait', duration: edit.days * day }];
  if (edit.machine !== undefined) return [{ type: 'machine', name: edit.machine }];
  if (edit.prune) return [{ type: 'prune' }];
  if (edit.command !== undefined) return [{ type: 'command', line: edit.command }];
  if (edit.build) return againActions(state);
  return undefined;
}

/** The workspace after these edits; why not where one cannot be done, as when the file that it is about is gone. */
export function happen(workspace: Workspace, edits: readonly WorldEdit[], begun: BuildOptions = {}): Happened {
  let at = workspace;
  let other = begun;
  for (const [index, edit] of edits.entries()) {
    const state = currentState(at);
    const problem = impossible(edit, state);
    if (problem) return { ok: false, because: problem };
    other = merged(other, otherwise(edit));
    at = surroundingsAfter(at, edit) ?? at;
    const actions = edit.build ? againActions(state, other) : edit.args || edit.options ? [] : (editActions(edit, state, index + 1) ?? []);
    for (const action of actions) {
      const done = dispatch(at, action);
      if (!done.ok) return { ok: false, because: done.message };
      at = done.workspace;
    }
  }
  return { ok: true, workspace: at, other };
}

function otherwise({ args, options }: WorldEdit): BuildOptions {
  return merged(options ?? {}, args ? { buildArgs: args } : {});
}

function merged(a: BuildOptions, b: BuildOptions): BuildOptions {
  return { ...a, ...b, ...((a.buildArgs ?? b.buildArgs) && { buildArgs: { ...a.buildArgs, ...b.buildArgs } }) };
}

/** What happens around the project: another secret, an image that its publisher built anew. */
function surroundingsAfter(workspace: Workspace, edit: WorldEdit): Workspace | undefined {
  const { scenario } = workspace;
  if (edit.secret) return { ...workspace, scenario: { ...scenario, secrets: { ...scenario.secrets, [edit.secret.id]: edit.secret.value } } };
  const tag = edit.upstream ?? edit.relabelled;
  if (tag === undefined) return undefined;
  const waited = dispatch(workspace, { type: 'wait', duration: day });
  const at = waited.ok ? waited.workspace : workspace;
  const today = new Date(currentState(at).now).toISOString().slice(0, 10);
  const move = { tag, day: today, ...(edit.relabelled !== undefined && { relabelled: true }) };
  return { ...at, scenario: { ...scenario, moves: [...(scenario.moves ?? []), move] } };
}

/** Why an edit cannot be made of the files as they are. */
function impossible(edit: WorldEdit, { context }: State): Message | undefined {
  const path = edit.edit ?? edit.replace?.path ?? edit.remove ?? edit.rename?.path ?? edit.chmod?.path ?? (edit.touch === '*' ? undefined : edit.touch);
  if (path === undefined) return undefined;
  const node = get(context, path);
  if (!node) return { id: 'exercise.gone', values: { path } };
  if (edit.replace && !textAt(context, path).includes(edit.replace.from)) return { id: 'exercise.text-gone', values: { path, text: edit.replace.from } };
  return undefined;
}

function longer(context: DirNode, path: string, n: number): string {
  const text = textAt(context, path);
  return `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${lineFor(path, n, text)}`;
}

function textAt(context: DirNode, path: string): string {
  const node = get(context, path);
  return node?.type === 'file' && isText(node) ? textOf(node) : '';
}

/** The edit in a sentence, as a counterexample tells it. */
export function tellEdit(edit: WorldEdit): Message {
  const of = (id: string, values: Message['values'] = {}): Message => ({ id, values });
  if (edit.edit !== undefined) return of('exercise.edit', { path: edit.edit });
  if (edit.replace) return of('exercise.edit', { path: edit.replace.path });
  if (edit.write) return of('exercise.write', { path: edit.write.path });
  if (edit.add !== undefined) return of('exercise.add', { path: edit.add });
  if (edit.remove !== undefined) return of('exercise.remove', { path: edit.remove });
  if (edit.rename) return of('exercise.rename', edit.rename);
  if (edit.touch === '*') return of('exercise.touch-all');
  if (edit.touch !== undefined) return of('exercise.touch', { path: edit.touch });
  if (edit.chmod) return of('exercise.chmod', { path: edit.chmod.path, mode: edit.chmod.mode.toString(8) });
  if (edit.args) return of('exercise.args', { values: Object.entries(edit.args).map(([name, value]) => `${name}=${value}`).join(' ') });
  if (edit.options?.attrs?.['force-network-mode'] === 'none') return of('exercise.no-network');
  if (edit.options) return of('exercise.options', { names: Object.keys(edit.options).join(', ') });
  if (edit.secret) return of('exercise.secret', { id: edit.secret.id });
  if (edit.days !== undefined) return of('exercise.days', { n: edit.days });
  if (edit.upstream !== undefined) return of('exercise.upstream', { tag: edit.upstream });
  if (edit.relabelled !== undefined) return of('exercise.relabelled', { tag: edit.relabelled });
  if (edit.machine !== undefined) return of('exercise.machine', { name: edit.machine });
  if (edit.prune) return of('exercise.prune');
  if (edit.command !== undefined) return of('exercise.command', { line: edit.command });
  return of('exercise.build');
}
