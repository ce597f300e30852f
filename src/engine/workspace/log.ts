/**
 * The log: the only thing that has to be kept of a workspace. Both sides of the worker hold one and change it with these
 * functions, so that the page can replay it into a new worker at any time.
 */
import type { Action } from './action.ts';

export interface Log {
  /** Slug of the scenario it starts from. */
  readonly scenario: string;
  readonly actions: readonly Action[];
  /** What was undone, latest last; emptied by the next action. */
  readonly undone: readonly Action[];
}

export function emptyLog(scenario: string): Log {
  return { scenario, actions: [], undone: [] };
}

/** The log with one more action. Typing in one file is one action, so that undo takes it back as a whole. */
export function record(log: Log, action: Action): Log {
  const last = log.actions.at(-1);
  const kept = last && merges(last, action) ? log.actions.slice(0, -1) : log.actions;
  return { ...log, actions: [...kept, action], undone: [] };
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
  const last = log.actions.at(-1);
  return last ? { ...log, actions: log.actions.slice(0, -1), undone: [...log.undone, last] } : log;
}

export function redo(log: Log): Log {
  const next = log.undone.at(-1);
  return next ? { ...log, actions: [...log.actions, next], undone: log.undone.slice(0, -1) } : log;
}
