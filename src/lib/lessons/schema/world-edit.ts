/** What may happen in the world, as a lesson's files write it: `{ edit: main.go }`. */
import * as v from 'valibot';
import { choice } from './choice.ts';
import { maybe, octal, path, said, shape, words } from './shape.ts';

const tagMap = v.record(v.string(), v.string());

/** Options of a build, in the words of `docker build`. */
export const buildOptions = shape({
  target: maybe('The stage that is built: `--target`.', words),
  platforms: maybe('`linux/amd64`; several make an index.', v.array(words)),
  buildArgs: maybe('`--build-arg`, by name.', tagMap),
  labels: maybe('`--label`, by name.', tagMap),
  noCache: maybe('`true`: `--no-cache`; a list: `--no-cache-filter` with these stages.', choice([v.boolean(), v.array(words)], 'wants true, or a list of stages')),
  pull: maybe('`--pull`.', v.boolean()),
  tags: maybe('Names for the image, as typed after `-t`.', v.array(words)),
  file: maybe('Path of the Dockerfile in the context.', path),
  contexts: maybe('`--build-context`, by name.', tagMap),
  sourceDateEpoch: maybe('Seconds since 1970, as text.', words),
  attrs: maybe('Every other option of the frontend under BuildKit’s own name.', tagMap),
});

/** One thing that happens. That exactly one key is there is asked for where it is read. */
export const worldEdit = shape({
  edit: maybe('A line more in this text file, one that its readers see.', path),
  replace: maybe('A text replaced in a file; every other text stays.', shape({ path: said('The file.', path), from: said('What stands there now.', words), to: said('What stands there then.', v.string()) })),
  write: maybe('A file written anew.', shape({ path: said('The file.', path), text: said('All of its text.', v.string()) })),
  add: maybe('A file that was not there.', path),
  remove: maybe('A file or a folder taken away.', path),
  rename: maybe('Another name for a file.', shape({ path: said('Its name now.', path), to: said('Its name then.', path) })),
  touch: maybe('Another modification time and nothing else; `*` means every file.', path),
  chmod: maybe('Other permission bits.', shape({ path: said('The file.', path), mode: said('Octal text: `"755"`.', octal) })),
  args: maybe('Build arguments with these values, beside those of the last build.', tagMap),
  options: maybe('Other options for the builds to come, beside those of the last build.', buildOptions),
  secret: maybe('Another value of a secret that the scene has.', shape({ id: said('The secret.', words), value: said('Its value then.', v.string()) })),
  days: maybe('Days that go by.', v.pipe(v.number(), v.minValue(0, 'days are 0 or more'), v.maxValue(3650, 'ten years at most'))),
  upstream: maybe('A base image’s tag leads to the same files under other digests, from tomorrow on; a day goes by.', words),
  relabelled: maybe('The same, but only a label is another: the layers are the same.', words),
  machine: maybe('Sits down at another machine.', words),
  prune: maybe('Forgets every cached result.', v.literal(true)),
  command: maybe('A line typed into the terminal.', words),
  build: maybe('A build as the last one was asked for.', v.literal(true)),
});

export const worldEdits = v.array(worldEdit);

export type WorldEditSource = v.InferOutput<typeof worldEdit>;
