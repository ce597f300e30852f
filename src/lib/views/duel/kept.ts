/** What a duel begins with, as it stands in a link: checked on the way in, because anything can come with one. Its outcome is made anew. */
import * as v from 'valibot';
import { mostRounds } from '#engine/workspace/duel/setup.ts';
import { options, path } from '#lib/state/kept-options.ts';

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
