/** A workspace: a scenario, its log, and every state on the way, which cost little because they share all that did not change. */
import type { ResolveImage } from '../image/base.ts';
import type { Action } from './action.ts';
import type { Execute } from './execute.ts';
import { emptyLog, merges, record, redo, undo, type Log } from './log.ts';
import type { Scenario } from './scenario.ts';
import { reduce } from './reduce.ts';
import { initialState, type State } from './state.ts';
import type { World } from './world.ts';

export interface Workspace extends World {
  readonly log: Log;
  /** `states[0]` is where the log begins; `states[n]` is after its n-th action. */
  readonly states: readonly State[];
}

export type Dispatched = { readonly ok: true; readonly workspace: Workspace } | { readonly ok: false; readonly message: string };

/** A scenario as it begins: its prologue has happened, its log is empty. */
export function openWorkspace(scenario: Scenario, resolve: ResolveImage, execute?: Execute): Workspace {
  const world: World = { scenario, resolve, ...(execute && { execute }) };
  const start = (scenario.prologue ?? []).reduce((state, action) => {
    const reduced = reduce(state, action, world);
    return reduced.ok ? reduced.state : state;
  }, initialState(scenario));
  return { ...world, log: emptyLog(scenario.slug), states: [start] };
}

export function currentState(workspace: Workspace): State {
  return workspace.states.at(-1) ?? initialState(workspace.scenario);
}

/** One more action; the workspace is unchanged where it cannot be done, and the message says why. */
export function dispatch(workspace: Workspace, action: Action): Dispatched {
  const { log, states, scenario } = workspace;
  const last = log.actions.at(-1);
  const kept = last && merges(last, action) ? states.slice(0, -1) : states;
  const from = kept.at(-1) ?? initialState(scenario);
  const reduced = reduce(from, action, workspace);
  if (!reduced.ok) return reduced;
  return { ok: true, workspace: { ...workspace, log: record(log, action), states: [...kept, reduced.state] } };
}

export function undoLast(workspace: Workspace): Workspace {
  if (workspace.log.actions.length === 0) return workspace;
  return { ...workspace, log: undo(workspace.log), states: workspace.states.slice(0, -1) };
}

export function redoLast(workspace: Workspace): Workspace {
  const next = workspace.log.undone.at(-1);
  if (!next) return workspace;
  const reduced = reduce(currentState(workspace), next, workspace);
  return reduced.ok ? { ...workspace, log: redo(workspace.log), states: [...workspace.states, reduced.state] } : workspace;
}

export interface Replayed {
  readonly workspace: Workspace;
  /** Actions of the log that could not be done and were left out. */
  readonly refused: readonly { readonly index: number; readonly message: string }[];
}

/** The same log gives the same workspace, to the last digest. */
export function replay(scenario: Scenario, resolve: ResolveImage, log: Log, execute?: Execute): Replayed {
  const refused: { index: number; message: string }[] = [];
  let workspace = openWorkspace(scenario, resolve, execute);
  log.actions.forEach((action, index) => {
    const done = dispatch(workspace, action);
    if (done.ok) workspace = done.workspace;
    else refused.push({ index, message: done.message });
  });
  return { workspace: { ...workspace, log: { ...workspace.log, undone: log.undone } }, refused };
}
