/** A narration from a file or from the browser's store, checked whole: it can hold anything. */
import * as v from 'valibot';
import { rootNode } from '#engine/workspace/log.ts';
import { logSchema } from '#lib/state/saved.ts';
import { narrationLimits as limits, type Narration } from './narration.ts';

const stop = v.object({
  node: v.pipe(v.number(), v.integer(), v.minValue(rootNode)),
  text: v.pipe(v.string(), v.maxLength(limits.text)),
  view: v.optional(v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,30}$/))),
  build: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  step: v.optional(v.pipe(v.string(), v.maxLength(200))),
  file: v.optional(v.pipe(v.string(), v.maxLength(4_096))),
});

const narration = v.pipe(
  v.object({
    version: v.literal(1),
    title: v.pipe(v.string(), v.maxLength(limits.title)),
    scenario: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,80}$/)),
    log: logSchema,
    stops: v.pipe(v.array(stop), v.maxLength(limits.stops)),
  }),
  v.check(({ log }) => log.nodes.length <= limits.nodes, `more than ${limits.nodes} actions`),
  v.check(({ log, stops }) => stops.every(({ node }) => node < log.nodes.length), 'a stop is at a place that is not there'),
  v.check(({ log, scenario }) => log.scenario === scenario, 'the log is of another scene'),
);

export type ReadNarration = { readonly ok: true; readonly narration: Narration } | { readonly ok: false; readonly problem: string };

/** A value from the store. */
export function checkNarration(value: unknown): ReadNarration {
  const parsed = v.safeParse(narration, value);
  if (parsed.success) return { ok: true, narration: parsed.output as Narration };
  const [issue] = parsed.issues;
  const where = v.getDotPath(issue);
  return { ok: false, problem: `${where ? `${where}: ` : ''}${issue.message}` };
}

/** The text of a file. */
export function readNarration(text: string): ReadNarration {
  if (text.length > limits.file) return { ok: false, problem: `more than ${limits.file / 1e6} MB` };
  try {
    return checkNarration(JSON.parse(text));
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) };
  }
}
