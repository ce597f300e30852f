/** questions.yaml: predictions and quizzes. */
import * as v from 'valibot';
import { proof } from './check.ts';
import { choice } from './choice.ts';
import { questionScene } from './scene.ts';
import { id, maybe, said, shape, some, words } from './shape.ts';
import { worldEdit } from './world-edit.ts';

const belief = maybe('Id of the misconception that choosing it shows.', id);

export const prediction = shape({
  predict: said('Its id: progress is kept under it.', id),
  says: said('What happens, as a question begins: `You edit README.md and build again.`', words),
  scene: maybe('Where it starts from another project than the lesson’s; `over: true` lays it over that.', questionScene),
  given: maybe('Done before the question.', v.array(worldEdit)),
  edits: said('What happens; a build follows.', v.array(worldEdit)),
  steps: said('By words of a step: what becomes of it. The tests prove it.', v.record(words, v.picklist(['hit', 'miss', 'not-needed']))),
  beliefs: maybe('By words of a step: the misconception that a wrong guess about it shows.', v.record(words, id)),
  because: maybe('Said with the answer; Markdown.', words),
});

const option = shape({
  text: said('The answer; Markdown.', words),
  right: maybe('It is one of the right ones.', v.boolean()),
  says: maybe('Said when it was chosen; Markdown.', words),
  belief,
});

export const quiz = shape({
  quiz: said('Its id: progress is kept under it.', id),
  question: said('Markdown.', words),
  scene: maybe('Where its proof starts from another project than the lesson’s.', questionScene),
  options: said('Two answers at least, one of them right.', v.pipe(v.array(option), v.minLength(2, 'wants two answers at least'))),
  proof: said('Checks that hold over the scene: what is claimed is what the engine does.', some(proof)),
});

/** All of the file. */
export const questions = v.array(choice([prediction, quiz], 'a question begins with `predict: its-id` or with `quiz: its-id`'));

export type PredictionSource = v.InferOutput<typeof prediction>;
export type QuizSource = v.InferOutput<typeof quiz>;
