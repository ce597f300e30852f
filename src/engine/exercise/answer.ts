/** An answer on file, given: its files are laid over the project, its lines are typed, and it is built. */
import type { Action } from '../workspace/action.ts';
import { nodeOf } from '../workspace/state.ts';
import { put, remove } from '../fs/index.ts';
import { currentState, dispatch, type Workspace } from '../workspace/workspace.ts';
import type { Message } from '../source/message.ts';
import type { Answer } from './exercise.ts';

export type Answered = { readonly ok: true; readonly workspace: Workspace } | { readonly ok: false; readonly because: Message };

/** The workspace after the answer; why not where an action cannot be done. A line that fails is no reason: it is part of the answer. */
export function answered(workspace: Workspace, { files = {}, options, commands = [] }: Answer): Answered {
  const laid = laidOver(workspace, files);
  let at = laid;
  const builds = () => currentState(at).builds.length;
  const before = builds();
  const actions: readonly Action[] = [...(options ? [{ type: 'options', options } as const] : []), ...commands.map((line): Action => ({ type: 'command', line }))];
  for (const action of actions) {
    const done = dispatch(at, action);
    if (!done.ok) return { ok: false, because: done.message };
    at = done.workspace;
  }
  if (builds() > before || (commands.length > 0 && Object.keys(files).length === 0 && !options)) return { ok: true, workspace: at };
  const built = dispatch(at, { type: 'build' });
  return built.ok ? { ok: true, workspace: built.workspace } : { ok: false, because: built.message };
}

/** The files of an answer as actions, where they are texts: what the page does to show it. */
export function answerActions({ files = {}, options }: Answer, workspace: Workspace): readonly Action[] {
  const { context } = currentState(workspace);
  const edits = Object.entries(files).flatMap(([path, spec]): readonly Action[] => {
    if (spec === null) return remove(context, path) === context ? [] : [{ type: 'delete', path }];
    if (spec.target !== undefined) return [{ type: 'symlink', path, target: spec.target }];
    const write: Action = { type: 'write', path, text: spec.text ?? '' };
    return spec.mode === undefined ? [write] : [write, { type: 'chmod', path, mode: spec.mode }];
  });
  return [...edits, ...(options ? [{ type: 'options', options } as const] : [])];
}

function laidOver(workspace: Workspace, files: NonNullable<Answer['files']>): Workspace {
  const { log, states } = workspace;
  const state = currentState(workspace);
  const now = state.now + 1_000;
  const context = Object.entries(files).reduce((root, [path, spec]) => (spec === null ? remove(root, path) : put(root, path, nodeOf(path, spec, now))), state.context);
  return { ...workspace, states: new Map(states).set(log.at, { ...state, context, now }) };
}
