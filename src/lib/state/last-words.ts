/**
 * The last moment before a page goes: what was typed and not stored yet is written where writing is synchronous, and put behind
 * what the store holds when the page comes back.
 */
import { record, type Log } from '#engine/workspace/log.ts';
import type { Action } from '#engine/workspace/action.ts';

export interface LastWords {
  /** How many of the stored actions still count. */
  readonly after: number;
  /** What follows them. */
  readonly actions: readonly Action[];
}

/**
 * What the store may not have: `stored` actions have surely arrived, `unheard` ones have not even reached the log. The last stored
 * one is said again, because typing changes it in place. undefined where nothing could be lost.
 */
export function lastWords(log: Log, stored: number, unheard: readonly Action[]): LastWords | undefined {
  const whole = unheard.reduce(record, log);
  const after = Math.max(0, Math.min(stored, log.actions.length) - 1);
  if (unheard.length === 0 && stored === log.actions.length) return undefined;
  return { after, actions: whole.actions.slice(after) };
}

/** A stored value with the last words behind it; as it is where they do not fit it. */
export function withLastWords(value: unknown, words: unknown, scenario: string): unknown {
  if (!isWords(words)) return value;
  const saved = isSaved(value) ? value : { version: 1, log: { scenario, actions: [], undone: [] } };
  const { log } = saved;
  if (words.after > log.actions.length) return value;
  return { ...saved, log: { ...log, actions: [...log.actions.slice(0, words.after), ...words.actions], undone: [] } };
}

function isWords(value: unknown): value is { readonly after: number; readonly actions: readonly unknown[] } {
  return typeof value === 'object' && value !== null && 'after' in value && Number.isInteger(value.after) && 'actions' in value && Array.isArray(value.actions);
}

function isSaved(value: unknown): value is { readonly log: { readonly actions: readonly unknown[] } } {
  return typeof value === 'object' && value !== null && 'log' in value && typeof value.log === 'object' && value.log !== null && 'actions' in value.log && Array.isArray(value.log.actions);
}
