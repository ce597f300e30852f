/** What autosave keeps: the log, and where the reader was. Validated on the way in, because a store can hold anything. */
import * as v from 'valibot';
import { pathTo, rootNode, type Log } from '#engine/workspace/log.ts';
import { action } from './kept-action.ts';
import { path } from './kept-options.ts';
import { inFormOfToday } from './older-saves.ts';

const nodeId = v.pipe(v.number(), v.integer(), v.minValue(rootNode));

const forward = (nodes: readonly { readonly parent: number }[]): boolean => nodes.every(({ parent }, id) => parent < id);

/** A log from anywhere. */
export const logSchema = v.pipe(
  v.object({ scenario: v.string(), nodes: v.array(v.object({ action, parent: nodeId })), at: nodeId, tip: nodeId }),
  v.check(({ nodes }) => forward(nodes), 'an action is older than the one before it'),
  // All checks are made, whatever the others found: in a log that goes in circles no path has an end.
  v.check(({ nodes, at, tip }) => !forward(nodes) || (at < nodes.length && tip < nodes.length && (at === rootNode || pathTo({ nodes: nodes as Log['nodes'] }, tip).includes(at))), 'it points to nothing'),
);

const savedSchema = v.object({
  version: v.literal(2),
  log: logSchema,
  /** The file that was open beside the Dockerfile. */
  open: v.optional(path),
});

export interface Saved {
  readonly version: 2;
  readonly log: Log;
  readonly open?: string;
}

export type Read = { readonly ok: true; readonly saved: Saved } | { readonly ok: false; readonly problem: string };

/** A stored value of any version → what was saved, or what is wrong with it. */
export function readSaved(value: unknown): Read {
  const parsed = v.safeParse(savedSchema, inFormOfToday(value));
  if (parsed.success) return { ok: true, saved: parsed.output as Saved };
  const [issue] = parsed.issues;
  const where = v.getDotPath(issue);
  return { ok: false, problem: `${where ? `${where}: ` : ''}${issue.message}` };
}
