/** A workspace: a scenario, its log, and states on the way, which cost little because they share all that did not change. */
import type { ResolveImage } from '../image/base.ts';
import type { Message } from '../source/message.ts';
import type { Action } from './action.ts';
import type { Execute } from './execute.ts';
import { emptyLog, mergesInto, pathTo, record, redo, rewind, rootNode, undo, type Log, type NodeId } from './log.ts';
import type { Scenario } from './scenario.ts';
import { reduce } from './reduce.ts';
import { initialState, type State } from './state.ts';
import { remember, type KnownStates } from './known-states.ts';
import type { World } from './world.ts';

export interface Workspace extends World {
  readonly log: Log;
  /** Of nodes of the log, those that need no replay; `rootNode` and the one that the pointer is at are always there. */
  readonly states: KnownStates;
}

export type Dispatched = { readonly ok: true; readonly workspace: Workspace } | { readonly ok: false; readonly message: Message };

/** A scenario as it begins: its prologue has happened, its log is empty. */
export function openWorkspace(scenario: Scenario, resolve: ResolveImage, execute?: Execute): Workspace {
  const world: World = { scenario, resolve, ...(execute && { execute }) };
  const start = (scenario.prologue ?? []).reduce((state, action) => {
    const reduced = reduce(state, action, world);
    return reduced.ok ? reduced.state : state;
  }, initialState(scenario));
  return { ...world, log: emptyLog(scenario.slug), states: new Map([[rootNode, start]]) };
}

export function currentState(workspace: Workspace): State {
  return stateAt(workspace, workspace.log.at);
}

/** The state after a node: as it was kept, or replayed from the nearest one that was. */
export function stateAt(workspace: Workspace, node: NodeId): State {
  return walked(workspace, node).at(-1)?.[1] ?? workspace.states.get(node) ?? initialState(workspace.scenario);
}

/** One more action; the workspace is unchanged where it cannot be done, and the message says why. */
export function dispatch(workspace: Workspace, action: Action): Dispatched {
  const { log } = workspace;
  const from = mergesInto(log, action) ? log.nodes[log.at]!.parent : log.at;
  const reduced = reduce(stateAt(workspace, from), action, workspace);
  if (!reduced.ok) return reduced;
  const next = record(log, action);
  return { ok: true, workspace: { ...workspace, log: next, states: remember(workspace.states, [[next.at, reduced.state]]) } };
}

export function undoLast(workspace: Workspace): Workspace {
  return moved(workspace, undo(workspace.log));
}

export function redoLast(workspace: Workspace): Workspace {
  return moved(workspace, redo(workspace.log));
}

/** Back, forward or across to any node of the log: everything is as it was there. */
export function rewindTo(workspace: Workspace, node: NodeId): Workspace {
  return moved(workspace, rewind(workspace.log, node));
}

function moved(workspace: Workspace, log: Log): Workspace {
  if (log.at === workspace.log.at) return { ...workspace, log };
  const known = workspace.states.get(log.at);
  return { ...workspace, log, states: remember(workspace.states, known ? [[log.at, known]] : walked(workspace, log.at)) };
}

export interface Replayed {
  readonly workspace: Workspace;
  /** Actions on the way to the pointer that could not be done again: they are in the log and change nothing. */
  readonly refused: readonly { readonly node: NodeId; readonly message: Message }[];
}

/** The same log gives the same workspace, to the last digest. */
export function replay(scenario: Scenario, resolve: ResolveImage, log: Log, execute?: Execute): Replayed {
  const refused: { node: NodeId; message: Message }[] = [];
  const opened = { ...openWorkspace(scenario, resolve, execute), log: { ...log, scenario: scenario.slug } };
  const states = walked(opened, log.at, (node, message) => refused.push({ node, message }));
  return { workspace: { ...opened, states: remember(opened.states, states) }, refused };
}

/** The states from the nearest known one (left out) to a node; an action that cannot be done leaves everything as it was. */
function walked(workspace: Workspace, node: NodeId, onrefused?: (node: NodeId, message: Message) => void): readonly (readonly [NodeId, State])[] {
  const { log, states } = workspace;
  const path = pathTo(log, node);
  const known = path.findLastIndex((id) => states.has(id));
  let state = states.get(path[known] ?? rootNode) ?? initialState(workspace.scenario);
  return path.slice(known + 1).map((id) => {
    const reduced = reduce(state, log.nodes[id]!.action, workspace);
    if (reduced.ok) state = reduced.state;
    else onrefused?.(id, reduced.message);
    return [id, state] as const;
  });
}
