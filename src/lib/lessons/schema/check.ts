/** What is asserted of the builds to come, as a lesson's files write it. */
import * as v from 'valibot';
import { choice } from './choice.ts';
import { id, maybe, octal, said, shape, size, some, words } from './shape.ts';
import { worldEdit } from './world-edit.ts';

const texts = some(words);
const byPath = v.record(v.string(), v.string());
const count = v.pipe(v.number(), v.integer('wants a whole number'), v.minValue(0, 'wants 0 or more'));

const registry = shape({
  repository: said('`ghcr.io/me/app`.', words),
  tag: said('The tag, or `semver`: any full version.', words),
  is: maybe('Where it leads: the last good build (where absent), `tag:1.4.0`, `name:ghcr.io/me/app:1.4.0`, `start`, `start:stable`, `none`.', words),
});

const plain = {
  builds: maybe('The build succeeds (true) or fails (false).', v.boolean()),
  cached: maybe('All of these steps stay cached: words of a step, `build: go mod download`, `npm ci | npm install`.', words),
  reruns: maybe('One of these steps at least runs again.', words),
  quiet: maybe('No step runs.', v.literal(true)),
  fails: maybe('The build fails in one of these steps.', words),
  'seconds-below': maybe('The virtual time of the builds together is below this, in seconds.', v.number()),
  'size-below': maybe('Unpacked bytes of the image’s layers, those of the base with them: `20 MB`.', size),
  'added-below': maybe('Unpacked bytes of the layers on top of the base.', size),
  has: maybe('Paths or globs that are in the final files.', texts),
  lacks: maybe('Globs that match nothing in the final files.', texts),
  mode: maybe('By path: permission bits of a file of the image, as octal text.', v.record(v.string(), octal)),
  owner: maybe('By path: `1000:1000`.', byPath),
  contains: maybe('By path: a text that the file of the image contains.', byPath),
  'no-ghost': maybe('Globs: no layer holds bytes of such a file that the final files do not have.', texts),
  'layers-lack': maybe('None of these texts stands in a file of a layer, also where a later layer hides the file.', texts),
  'layers-at-most': maybe('At most this many layers on top of the base.', count),
  'same-files': maybe('The final files are those of the start, apart from what these globs match.', choice([v.literal(true), v.array(words)], 'wants true, or a list of globs that may differ')),
  config: maybe('`entrypoint`, `cmd`, `user`, `workdir`, `env.NAME`, `label.NAME`; null: it has none.', v.record(v.string(), v.nullable(v.string()))),
  'history-lacks': maybe('None of these texts stands in the image’s history.', texts),
  'env-lacks': maybe('None of these texts stands in the image’s environment.', texts),
  'context-below': maybe('Bytes of the files that the builder may read.', size),
  'context-has': maybe('Globs that match a file that the builder may read.', texts),
  'context-lacks': maybe('Globs that match no file that the builder may read.', texts),
  lint: maybe('Build checks that report nothing: `SecretsUsedInArgOrEnv`.', texts),
  registry: maybe('A registry has a tag that leads to an image.', choice([registry, some(registry)], 'wants `{ repository, tag, is }`, or a list of these')),
  'sent-below': maybe('Bytes that the last command sent to registries.', size),
  'received-below': maybe('Bytes that the last command received from registries.', size),
  'ran-since-build': maybe('The same, but only lines count that were typed since the last build.', words),
  ran: maybe('A regular expression that a line of the terminal matched whose command succeeded.', words),
  'images-below': maybe('Bytes that all images of the machine take on its disk, those without a name too.', size),
  disk: maybe('Bytes that these images of the machine take together, each layer counted once.', shape({ images: said('Their names.', texts), below: said('`200 MB`.', size) })),
  platforms: maybe('The image is for exactly these platforms.', texts),
  differs: maybe('Paths that are another file in the image of each platform.', texts),
  native: maybe('No step ran under emulation.', v.literal(true)),
  'runs-at-most': maybe('How many times these steps ran in the build.', shape({ step: said('Words of a step.', words), times: said('At most so often.', count) })),
};

/** The vocabulary of checks: all that are there must hold. With a new one, `vitest --update src/lib/lessons/schema` draws the schemas of editors anew. */
export const assertions = { ...plain, not: maybe('These do not all hold.', shape(plain)) };

const what = {
  after: maybe('What happens before it is judged; a build follows where it is about one.', v.array(worldEdit)),
  commits: maybe('Commits with a build after each, instead of `after`.', v.array(v.array(worldEdit))),
  ...assertions,
};

/** A check of an exercise. */
export const check = shape({ id: said('Stable: progress is kept under it.', id), says: said('What must hold, in a sentence.', words), ...what });

/** A probe, or what proves a quiz: nobody reads it, so it needs no sentence; a quiz's needs no id. */
export const probe = shape({ id: said('What hints name it by.', id), says: maybe('What it looks for.', words), ...what });
export const proof = shape({ id: maybe('A name for it.', id), says: maybe('What it shows.', words), ...what });

export type CheckSource = v.InferOutput<typeof proof>;
