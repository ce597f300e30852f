/**
 * The log: the only thing that has to be kept of a workspace. It is a tree of actions and a pointer. Undo, redo and rewinding move
 * the pointer; an action that is taken somewhere else than at a tip begins a branch, and no branch is ever lost. Both sides of the
 * worker hold a log and change it with these functions, so that the page can replay it into a new worker at any time.
 */
import type { Action } from './action.ts';

/** Place of an action in `nodes`: it stays the same for good. `rootNode` is where the log begins, before any action. */
export type NodeId = number;

export const rootNode: NodeId = -1;

export interface LogNode {
  readonly action: Action;
  /** What it was done after: an earlier node, or `rootNode`. */
  readonly parent: NodeId;
}

export interface Log {
  /** Slug of the scenario it starts from. */
  readonly scenario: string;
  /** In the order in which they were first done: only added to, but that the newest may become longer (see `merges`). */
  readonly nodes: readonly LogNode[];
  /** Where the workspace is now. */
  readonly at: NodeId;
  /** Where redo leads to in the end: `at`, or something that was done after it. */
  readonly tip: NodeId;
}

export function emptyLog(scenario: string): Log {
  return { scenario, nodes: [], at: rootNode, tip: rootNode };
}

/** The log with one more action. Typing in one file is one action, so that undo takes it back as a whole. */
export function record(log: Log, action: Action): Log {
  const { at, nodes } = log;
  if (mergesInto(log, action)) return { ...log, nodes: [...nodes.slice(0, -1), { action, parent: nodes[at]!.parent }] };
  return { ...log, nodes: [...nodes, { action, parent: at }], at: nodes.length, tip: nodes.length };
}

/** Whether an action would take the place of the one that the pointer is at: only the newest can change, the others are history. */
export function mergesInto({ nodes, at }: Log, action: Action): boolean {
  const last = nodes[at];
  return last !== undefined && at === nodes.length - 1 && merges(last.action, action);
}

/** Whether the second action takes the place of the first instead of standing after it. */
export function merges(last: Action, next: Action): boolean {
  if (last.type === 'options' && next.type === 'options') return true;
  if (isInterrupted(next)) return sameRun(last, next);
  return last.type === 'write' && next.type === 'write' && last.path === next.path;
}

/** Ctrl-C comes while a run plays that was recorded whole: what takes its place is the same run with its end. */
const isInterrupted = (action: Action): boolean => (action.type === 'command' ? action.interrupted : action.type === 'build' ? action.extras?.interrupted : undefined) !== undefined;

function sameRun(last: Action, next: Action): boolean {
  if (isInterrupted(last)) return false;
  if (last.type === 'command' && next.type === 'command') return last.line === next.line;
  if (last.type !== 'build' || next.type !== 'build') return false;
  const { interrupted: _, ...extras } = next.extras ?? {};
  return JSON.stringify(extras) === JSON.stringify(last.extras ?? {});
}

export function undo(log: Log): Log {
  const last = log.nodes[log.at];
  return last ? { ...log, at: last.parent } : log;
}

/** One step towards the tip of the branch that was last taken. */
export function redo(log: Log): Log {
  const next = redoes(log);
  return next === undefined ? log : { ...log, at: next };
}

/** The node that redo leads to. */
export function redoes({ nodes, at, tip }: Log): NodeId | undefined {
  if (tip === at) return undefined;
  let next = tip;
  for (let parent = nodes[next]?.parent; parent !== undefined && parent !== at; parent = nodes[next]?.parent) next = parent;
  return nodes[next] && next;
}

/** The log with its pointer at any node; redo goes on to the tip where that lies behind it, else to the newest end of that branch. */
export function rewind(log: Log, node: NodeId): Log {
  if (node !== rootNode && !log.nodes[node]) return log;
  return { ...log, at: node, tip: pathTo(log, log.tip).includes(node) || node === rootNode ? log.tip : newestEnd(log, node) };
}

function newestEnd({ nodes }: Log, node: NodeId): NodeId {
  const newest = new Map<NodeId, NodeId>();
  nodes.forEach(({ parent }, id) => newest.set(parent, id));
  let end = node;
  for (let next = newest.get(end); next !== undefined; next = newest.get(end)) end = next;
  return end;
}

/** The nodes from the beginning to one of them, that one included. */
export function pathTo({ nodes }: Pick<Log, 'nodes'>, node: NodeId): readonly NodeId[] {
  const path: NodeId[] = [];
  for (let id = node, at = nodes[id]; at; id = at.parent, at = nodes[id]) path.push(id);
  return path.reverse();
}

/** What was done on the way to where the pointer is, oldest first. */
export function actionsOf(log: Log): readonly Action[] {
  return pathTo(log, log.at).map((id) => log.nodes[id]!.action);
}
