/** A duel as it is kept and shared: its setup and its outcome, checked on the way in, because anything can come with a link. */
import * as v from 'valibot';
import { mostRounds, type DuelSetup } from '#engine/workspace/duel/setup.ts';
import type { DuelOutcome } from '#engine/workspace/duel/outcome.ts';
import { options, path } from '#lib/state/kept-options.ts';

export interface KeptDuel {
  readonly setup: DuelSetup;
  readonly outcome?: DuelOutcome;
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const size = v.pipe(v.number(), v.finite(), v.minValue(0));

const file = v.object({
  text: v.optional(v.pipe(v.string(), v.maxLength(1_000_000))),
  size: v.optional(count),
  seed: v.optional(v.string()),
  target: v.optional(path),
  mode: v.optional(count),
});

const side = v.object({ files: v.record(path, v.nullable(file)), options: v.optional(options) });
const rounds = v.pipe(count, v.maxValue(mostRounds));

/** What two sides are, and the edits they go through. */
export const setup = v.object({
  left: side,
  right: side,
  series: v.variant('kind', [
    v.object({ kind: v.literal('scene'), rounds }),
    v.object({ kind: v.literal('log') }),
    v.object({ kind: v.literal('files'), rounds, files: v.pipe(v.array(v.object({ path, weight: size })), v.maxLength(100)) }),
  ]),
});

const lines = v.object({ first: count, last: count });

const step = v.object({
  id: v.string(),
  stage: count,
  text: v.string(),
  state: v.picklist(['cached', 'rebuilt', 'failed', 'not-needed', 'stopped']),
  lines,
  start: v.optional(size),
  duration: v.optional(size),
  modelled: v.optional(v.boolean()),
});

const run = v.object({ ok: v.boolean(), duration: size, steps: v.array(step), cached: count, rebuilt: count, imageBytes: size, newBytes: size, error: v.optional(v.string()) });
const name = v.picklist(['left', 'right']);

const round = v.object({
  number: count,
  label: v.optional(v.string()),
  paths: v.array(path),
  left: v.optional(run),
  right: v.optional(run),
  faster: v.optional(v.picklist(['left', 'right', 'neither'])),
  sameFiles: v.optional(v.boolean()),
});

const totals = v.object({ rounds: count, milliseconds: size, perCommit: size, rebuilt: count, newBytes: size, won: count, modelled: v.boolean() });

const outcome = v.object({
  version: v.literal(1),
  first: v.object({ left: run, right: run }),
  rounds: v.pipe(v.array(round), v.maxLength(mostRounds)),
  totals: v.object({ left: totals, right: totals }),
  files: v.optional(v.object({ left: count, right: count, changed: count, paths: v.array(path) })),
  verdict: v.variant('kind', [
    v.object({ kind: v.literal('ahead'), side: name, milliseconds: size, perCommit: size }),
    v.object({ kind: v.picklist(['tie', 'both-failed', 'no-edits']) }),
    v.object({ kind: v.literal('failed'), side: name, round: count }),
  ]),
});

const kept = v.object({ setup, outcome: v.optional(outcome) });

/** A value from outside → the duel, or undefined where it is none. */
export function readDuel(value: unknown): KeptDuel | undefined {
  const parsed = v.safeParse(kept, value);
  return parsed.success ? (parsed.output as KeptDuel) : undefined;
}
