/** A project to begin with, as a lesson's files write it. */
import * as v from 'valibot';
import { choice } from './choice.ts';
import { maybe, octal, path, said, shape, size, some, words } from './shape.ts';
import { buildOptions, worldEdit } from './world-edit.ts';

const mode = maybe('Octal text: `"755"`; `"644"` where absent.', octal);

export const file = choice(
  [
    v.string(),
    shape({ text: said('All of its text.', v.string()), mode }),
    shape({ size: said('Bytes that nobody reads: `50 MB`.', size), seed: maybe('Files of one seed and size have the same bytes; the path where absent.', words), mode }),
    shape({ link: said('A symbolic link’s text.', words) }),
  ],
  'a file is its text, or one of `{ text, mode }`, `{ size, mode }` and `{ link }`',
);

const files = v.record(path, file);
/** Laid over other files: null takes one away. */
export const overFiles = v.record(path, v.nullable(file));

const permission = v.picklist(['pull', 'push', 'delete']);
const tags = choice([v.boolean(), v.array(words)], 'wants true, or a list of tags');

const account = shape({
  username: said('Its name.', words),
  secret: said('Password or token: an invented one.', words),
  scopes: maybe('What its token may do; all where absent.', v.array(permission)),
  namespaces: maybe('Namespaces that it belongs to, beside its own name.', v.array(words)),
});

const repository = shape({
  name: said('`me/app`.', words),
  visibility: maybe('As new repositories of this registry are, where absent.', v.picklist(['public', 'private'])),
  immutableTags: maybe('All tags, or those of these patterns, can be set once only.', tags),
  untaggedDays: maybe('Manifests without a tag go after this many days.', v.number()),
  locked: maybe('Locked against writing: all of it, or these tags.', tags),
});

const registry = shape({
  host: said('`ghcr.io`.', words),
  accounts: maybe('Who can log in.', v.array(account)),
  repositories: maybe('Repositories with rules.', v.array(repository)),
  quota: maybe('Bytes that may lie in it.', v.number()),
  anonymousPulls: maybe('Pulls that somebody without login may do in six hours.', v.number()),
});

const builder = shape({
  strategy: v.optional(v.picklist(['buildkit', 'classic'])),
  driver: v.optional(v.picklist(['docker', 'container'])),
  imageStore: v.optional(v.picklist(['containerd', 'overlay2'])),
});

const machine = shape({
  name: said('Short: `laptop`, `ci`.', words),
  kind: maybe('`laptop` where absent.', v.picklist(['laptop', 'server', 'runner'])),
  ephemeral: maybe('Every job gets a new one; true for runners where absent.', v.boolean()),
  umask: maybe('Octal text: `"002"`; `"022"` where absent.', octal),
  builder: maybe('What differs from a new installation of Docker.', builder),
  disk: maybe('Bytes of its disk.', v.number()),
});

const move = shape({
  tag: said('As in a Dockerfile: `node:latest`.', words),
  day: said('From this day on: `2026-10-28`.', v.pipe(v.string(), v.isoDate('a day is written as `2026-10-28`'))),
  to: maybe('The image it leads to from then on; absent where the same version was built anew.', words),
  relabelled: maybe('Without `to`: only a label is another.', v.boolean()),
});

const milliseconds = v.pipe(v.number(), v.minValue(0, 'wants 0 or more'));

const model = shape({
  pattern: said('Matched against the command with its arguments; `*` is any text.', words),
  duration: maybe('Virtual milliseconds.', milliseconds),
  exitCode: maybe('0 where absent.', v.number()),
  output: maybe('What it prints.', v.string()),
  reads: maybe('Paths that the written files depend on.', v.array(words)),
  writes: maybe('Files that it makes.', v.array(shape({ path: words, size: v.number(), mode: v.optional(octal) }))),
});

const rest = {
  title: maybe('What the bench calls it; the lesson’s title where absent.', words),
  dockerfile: maybe('Path of the Dockerfile; `Dockerfile` where absent.', path),
  options: maybe('What builds are asked for.', buildOptions),
  begins: maybe('The day it begins on: `2026-09-01`.', v.pipe(v.string(), v.isoDate('a day is written as `2026-09-01`'))),
  prologue: maybe('What has happened when it begins; one build where absent.', v.array(worldEdit)),
  machines: maybe('Who builds; a laptop and a CI runner where absent.', some(machine)),
  registries: maybe('Registries with accounts, repositories and rules.', v.array(registry)),
  secrets: maybe('Secrets that builds may mount, by id: invented ones.', v.record(v.string(), v.string())),
  moves: maybe('Base image tags that lead elsewhere from a day on.', v.array(move)),
  models: maybe('Commands that no model knows: how long they take and what they write.', v.array(model)),
};

const filesAbout = 'By path: a text, or `{ text, mode }`, `{ size: 50 MB }`, `{ link: path }`.';

/** scene.yaml. */
export const scene = shape({ ...rest, files: said(filesAbout, files) });

/** Where an exercise starts: laid over the lesson's scene unless it is alone. */
export const start = shape({ alone: maybe('A project of its own, with nothing of the lesson’s scene.', v.boolean()), ...rest, files: maybe(`${filesAbout} null: not there.`, overFiles) });

/** Where a question starts: a project of its own unless it is laid over the lesson's. */
export const questionScene = shape({ over: maybe('Laid over the lesson’s scene.', v.boolean()), ...rest, files: maybe(`${filesAbout} null: not there.`, overFiles) });

export type FileSource = v.InferOutput<typeof file>;
/** What all three come to. */
export type SceneSource = Omit<v.InferOutput<typeof start>, 'alone'>;
