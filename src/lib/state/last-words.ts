/**
 * The last moment before a page goes: what was typed and not stored yet is written where writing is synchronous, and put behind
 * what the store holds when the page comes back.
 */
import { record, type Log, type LogNode, type NodeId } from '#engine/workspace/log.ts';
import type { Action } from '#engine/workspace/action.ts';
import { inFormOfToday } from './older-saves.ts';

export interface LastWords {
  /** How many of the stored nodes still count. */
  readonly after: number;
  /** What follows them. */
  readonly nodes: readonly LogNode[];
  readonly at: NodeId;
  readonly tip: NodeId;
}

/**
 * What the store may not have: `stored` has surely arrived, `unheard` actions have not even reached the log. The last stored node is
 * said again, because typing changes it in place. undefined where nothing could be lost.
 */
export function lastWords(log: Log, stored: Log | undefined, unheard: readonly Action[]): LastWords | undefined {
  const { nodes, at, tip } = unheard.reduce(record, log);
  if (stored === log && unheard.length === 0) return undefined;
  const after = Math.max(0, Math.min(stored?.nodes.length ?? 0, log.nodes.length) - 1);
  return { after, nodes: nodes.slice(after), at, tip };
}

/** A stored value with the last words behind it; as it is where they do not fit it. */
export function withLastWords(value: unknown, words: unknown, scenario: string): unknown {
  if (!isWords(words)) return value;
  const today = inFormOfToday(value);
  const saved = isSaved(today) ? today : { version: 2, log: { scenario, nodes: [] } };
  const { log } = saved;
  if (words.after > log.nodes.length) return value;
  return { ...saved, log: { ...log, nodes: [...log.nodes.slice(0, words.after), ...words.nodes], at: words.at, tip: words.tip } };
}

function isWords(value: unknown): value is { readonly [Part in keyof LastWords]: Part extends 'after' ? number : Part extends 'nodes' ? readonly unknown[] : unknown } {
  return typeof value === 'object' && value !== null && 'after' in value && Number.isInteger(value.after) && 'nodes' in value && Array.isArray(value.nodes) && 'at' in value && 'tip' in value;
}

function isSaved(value: unknown): value is { readonly log: { readonly nodes: readonly unknown[] } } {
  return typeof value === 'object' && value !== null && 'log' in value && typeof value.log === 'object' && value.log !== null && 'nodes' in value.log && Array.isArray(value.log.nodes);
}
