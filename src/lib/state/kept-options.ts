/** The shape of build options wherever they are kept: in saved work, in duels. */
import * as v from 'valibot';

/** A context path. */
export const path = v.pipe(v.string(), v.maxLength(4096));

const texts = v.record(v.string(), v.string());

/** What a build is asked for. */
export const options = v.object({
  target: v.optional(v.string()),
  platforms: v.optional(v.array(v.string())),
  buildArgs: v.optional(texts),
  labels: v.optional(texts),
  noCache: v.optional(v.union([v.boolean(), v.array(v.string())])),
  pull: v.optional(v.boolean()),
  tags: v.optional(v.array(v.string())),
  file: v.optional(path),
  contexts: v.optional(texts),
  sourceDateEpoch: v.optional(v.string()),
  attrs: v.optional(texts),
});
