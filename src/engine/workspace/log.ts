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
  return last.type === 'write' && next.type === 'write' && last.path === next.path;
}

export function undo(log: Log): Log {
  const last = log.actions.at(-1);
  return last ? { ...log, actions: log.actions.slice(0, -1), undone: [...log.undone, last] } : log;
}

export function redo(log: Log): Log {
  const next = log.undone.at(-1);
  return next ? { ...log, actions: [...log.actions, next], undone: log.undone.slice(0, -1) } : log;
}
