/** questions.yaml → predictions and quizzes. */
import { deck } from '#engine/insight/misconceptions/index.ts';
import type { Scenario } from '#engine/workspace/scenario.ts';
import type { Prediction, Quiz } from '../lesson.ts';
import type { PredictionSource, QuizSource } from '../schema/questions.ts';
import { check } from './checks.ts';
import { htmlOfBlocks, htmlOfText } from './markdown.ts';
import { scenario, type SceneName } from './scene.ts';
import { noSuch, unique } from './unique.ts';
import { worldEdits } from './world-edits.ts';
import type { YamlPath, YamlSource } from './yaml-source.ts';

export interface Questions {
  readonly predictions: readonly Prediction[];
  readonly quizzes: readonly Quiz[];
}

/** Where questions start from, and what their scenes are called after. */
export interface Around {
  readonly source: YamlSource;
  readonly name: SceneName;
  readonly lessonScene: Scenario;
}

export function questions(all: readonly (PredictionSource | QuizSource)[], around: Around): Questions {
  unique(all.map((one, index) => ('predict' in one ? { id: one.predict, path: [index, 'predict'] } : { id: one.quiz, path: [index, 'quiz'] })), 'question', around.source);
  return {
    predictions: all.flatMap((one, index) => ('predict' in one ? [prediction(one, index, around)] : [])),
    quizzes: all.flatMap((one, index) => ('quiz' in one ? [quiz(one, index, around)] : [])),
  };
}

function prediction(read: PredictionSource, index: number, around: Around): Prediction {
  const { source } = around;
  const { predict: id, says, given, edits, steps, beliefs, because } = read;
  if (Object.keys(steps).length === 0) source.problem([index, 'steps'], 'a prediction asks about one step at least');
  for (const [step, belief] of Object.entries(beliefs ?? {})) {
    if (!Object.hasOwn(steps, step)) source.problem([index, 'beliefs', step], noSuch('step', step, Object.keys(steps)), 'key');
    knownBelief(belief, [index, 'beliefs', step], around);
  }
  const start = startOf(read.scene, id, index, around);
  return {
    id,
    says,
    ...(start && { start }),
    ...(given && { given: worldEdits(given, [index, 'given'], source) }),
    edits: worldEdits(edits, [index, 'edits'], source),
    steps,
    ...(beliefs && { beliefs }),
    ...(because !== undefined && { because: htmlOfBlocks(because, (_, message) => source.problem([index, 'because'], message)) }),
  };
}

function quiz(read: QuizSource, index: number, around: Around): Quiz {
  const { source } = around;
  const { quiz: id, question, options, proof } = read;
  if (!options.some(({ right }) => right)) source.problem([index, 'options'], 'one answer at least has `right: true`');
  if (options.every(({ right }) => right)) source.problem([index, 'options'], 'one answer at least is wrong');
  const start = startOf(read.scene, id, index, around);
  const checks = proof.map((one, number) => check(one, [index, 'proof', number], source, `${id}-${String(number + 1)}`));
  return {
    id,
    question: html(question, [index, 'question'], around),
    options: options.map(({ text, right = false, says, belief }, number) => {
      const at: YamlPath = [index, 'options', number];
      if (belief !== undefined) knownBelief(belief, [...at, 'belief'], around);
      return { html: html(text, [...at, 'text'], around), right, ...(says !== undefined && { says: html(says, [...at, 'says'], around) }), ...(belief !== undefined && { belief }) };
    }),
    proof: { ...(start && { start }), checks },
  };
}

function startOf(scene: PredictionSource['scene'], id: string, index: number, { source, name, lessonScene }: Around): Scenario | undefined {
  if (!scene) return undefined;
  const { over = false, ...rest } = scene;
  return scenario(rest, [index, 'scene'], source, { ...name, slug: `${name.slug}/${id}` }, over ? lessonScene : undefined);
}

const beliefIds = deck.map(({ id }) => id);

function knownBelief(id: string, path: YamlPath, { source }: Around): void {
  if (!beliefIds.includes(id)) source.problem(path, noSuch('misconception', id, beliefIds));
}

function html(text: string, path: YamlPath, { source }: Around): string {
  return htmlOfText(text, (_, message) => source.problem(path, message));
}
