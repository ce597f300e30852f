/** What autosave keeps: the log, and where the reader was. Validated on the way in, because a store can hold anything. */
import * as v from 'valibot';
import type { Log } from '#engine/workspace/log.ts';

const path = v.pipe(v.string(), v.maxLength(4096));

const options = v.object({
  target: v.optional(v.string()),
  platforms: v.optional(v.array(v.string())),
  buildArgs: v.optional(v.record(v.string(), v.string())),
  noCache: v.optional(v.union([v.boolean(), v.array(v.string())])),
  tags: v.optional(v.array(v.string())),
});

const action = v.variant('type', [
  v.object({ type: v.literal('write'), path, text: v.string() }),
  v.object({ type: v.literal('mkdir'), path }),
  v.object({ type: v.literal('symlink'), path, target: v.string() }),
  v.object({ type: v.literal('delete'), path }),
  v.object({ type: v.literal('rename'), path, to: path }),
  v.object({ type: v.literal('chmod'), path, mode: v.pipe(v.number(), v.integer()) }),
  v.object({ type: v.literal('touch'), path }),
  v.object({ type: v.literal('options'), options }),
  v.object({ type: v.literal('build') }),
  v.object({ type: v.literal('prune') }),
  v.object({ type: v.literal('wait'), duration: v.pipe(v.number(), v.minValue(0)) }),
]);

const savedSchema = v.object({
  version: v.literal(1),
  log: v.object({ scenario: v.string(), actions: v.array(action), undone: v.array(action) }),
  /** The file that was open beside the Dockerfile. */
  open: v.optional(path),
});

export interface Saved {
  readonly version: 1;
  readonly log: Log;
  readonly open?: string;
}

export type Read = { readonly ok: true; readonly saved: Saved } | { readonly ok: false; readonly problem: string };

/** A stored value → what was saved, or what is wrong with it. */
export function readSaved(value: unknown): Read {
  const parsed = v.safeParse(savedSchema, value);
  if (parsed.success) return { ok: true, saved: parsed.output as Saved };
  const [issue] = parsed.issues;
  const where = v.getDotPath(issue);
  return { ok: false, problem: `${where ? `${where}: ` : ''}${issue.message}` };
}
