/** What autosave keeps: the log, and where the reader was. Validated on the way in, because a store can hold anything. */
import * as v from 'valibot';
import { importLimits, type ImportedFile } from '#engine/workspace/import.ts';
import type { Log } from '#engine/workspace/log.ts';

const path = v.pipe(v.string(), v.maxLength(4096));

const options = v.object({
  target: v.optional(v.string()),
  platforms: v.optional(v.array(v.string())),
  buildArgs: v.optional(v.record(v.string(), v.string())),
  noCache: v.optional(v.union([v.boolean(), v.array(v.string())])),
  tags: v.optional(v.array(v.string())),
  file: v.optional(path),
});

const mode = v.pipe(v.number(), v.integer());

const importedFile = v.union([
  v.object({ path, text: v.string(), mode: v.optional(mode) }),
  v.object({ path, base64: v.string(), mode: v.optional(mode) }),
  v.object({ path, size: v.pipe(v.number(), v.safeInteger(), v.minValue(0)), mode: v.optional(mode) }),
  v.object({ path, target: v.string() }),
  v.object({ path, dir: v.literal(true), mode: v.optional(mode) }),
]);

/** Checked as they are and not copied: there can be 20,000 of them, and who keeps them knows them by this very array. */
const importedFiles = v.custom<readonly ImportedFile[]>((files) => v.is(v.pipe(v.array(importedFile), v.maxLength(importLimits.entries)), files), 'not the files of a folder');

const action = v.variant('type', [
  v.object({ type: v.literal('write'), path, text: v.string() }),
  v.object({ type: v.literal('mkdir'), path }),
  v.object({ type: v.literal('symlink'), path, target: v.string() }),
  v.object({ type: v.literal('delete'), path }),
  v.object({ type: v.literal('rename'), path, to: path }),
  v.object({ type: v.literal('chmod'), path, mode }),
  v.object({ type: v.literal('touch'), path }),
  v.object({ type: v.literal('import'), name: v.string(), files: importedFiles }),
  v.object({ type: v.literal('version'), name: v.picklist(['bad', 'good']) }),
  v.object({ type: v.literal('commit'), edit: v.string(), n: v.pipe(v.number(), v.safeInteger()) }),
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
