/** exercises/*.yaml. */
import * as v from 'valibot';
import { check, probe } from './check.ts';
import { overFiles, start } from './scene.ts';
import { id, maybe, said, shape, some, words } from './shape.ts';
import { buildOptions } from './world-edit.ts';

const ladder = shape({
  id: said('What wrong answers name it by.', id),
  when: maybe('Whose trouble it is for; absent: everybody’s.', shape({
    fails: maybe('Checks and probes that fail, all of them.', v.array(id)),
    passes: maybe('Checks and probes that hold, all of them.', v.array(id)),
    error: maybe('A part of what the build that failed said.', words),
  })),
  rungs: said('From a nudge to the change itself; Markdown.', some(words)),
});

const answer = {
  name: said('What it does, in a few words.', words),
  files: maybe('Files laid over the start; null takes one away.', overFiles),
  options: maybe('What builds are asked for.', buildOptions),
  commands: maybe('What is typed.', v.array(words)),
};

export const exercise = shape({
  title: said('As the lesson shows it.', words),
  task: said('What is to be done; Markdown.', words),
  start: maybe('Shape of scene.yaml, laid over the lesson’s scene; `alone: true` for a project of its own.', start),
  checks: said('All of them must hold.', some(check)),
  probes: maybe('Checks that only choose hints.', v.array(probe)),
  hints: said('The first ladder whose conditions hold; one without conditions is the last.', some(ladder)),
  solutions: said('Two at least, that differ.', v.pipe(v.array(shape(answer)), v.minLength(2, 'wants two solutions at least'))),
  wrong: said('Answers that many give: each fails these checks and gets this ladder.', some(shape({ ...answer, fails: said('Checks that it fails, no others.', some(id)), hint: said('The ladder that it gets.', id) }))),
});

export type ExerciseSource = v.InferOutput<typeof exercise>;
