/** Thirty learners of the hub lesson as codes: who passed what, and what they answered first, by a fixed pattern. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { encodeResult } from '../../src/lib/teach/code/encode.ts';
import type { ExerciseIds, LessonResult, QuestionResult } from '../../src/lib/teach/code/result.ts';

const folder = join(import.meta.dirname, '../../src/lessons/images-and-registries');

interface PredictionText {
  readonly predict: string;
  readonly steps: Readonly<Record<string, 'hit' | 'miss' | 'not-needed'>>;
}

/** The lesson's exercises, as far as codes name them. */
export const exercises: readonly ExerciseIds[] = readdirSync(join(folder, 'exercises'))
  .sort()
  .map((file) => ({ id: file.replace(/\.yaml$/, ''), checks: (parse(readFileSync(join(folder, 'exercises', file), 'utf8')) as { readonly checks: readonly { readonly id: string }[] }).checks }));

const asked = parse(readFileSync(join(folder, 'questions.yaml'), 'utf8')) as readonly (PredictionText | { readonly quiz: string })[];
const predictions = asked.flatMap((question) => ('predict' in question ? [question] : []));
/** In the order of a lesson's card. */
const questions = [...predictions.map(({ predict }) => ({ id: predict })), ...asked.flatMap((question) => ('quiz' in question ? [{ id: question.quiz }] : []))];

/** The step that most of the class gets wrong, and the prediction that asks for it. */
export const trap = { prediction: 'edit-readme', step: 'final: COPY --from=build' } as const;

export const classSize = 30;

/** Passed: 24, 18, 12 and 6 of 30, exercise by exercise. Twelve say of the trap's step that it runs, and all else is right. */
export function codeOf(learner: number): string {
  const result: LessonResult = {
    slug: 'images-and-registries',
    learner,
    exercises: exercises.slice(0, 4).map(({ id, checks }, at) => {
      const passed = learner % 5 >= at + 1;
      return { id, checks: Object.fromEntries(checks.map((check, nth) => [check.id, passed || nth === 0])), passed, hints: passed ? 0 : 2, shown: false, ...(passed && { moves: 1 + (learner % 3) }) };
    }),
    questions: predictions.map(({ predict, steps }): QuestionResult => ({ id: predict, kind: 'predict', guesses: { ...steps, ...(predict === trap.prediction && learner < 12 && { [trap.step]: 'miss' as const }) } })),
  };
  return encodeResult(result, { exercises, questions });
}

/** What the chat of the class looks like. */
export const chat = Array.from({ length: classSize }, (_, learner) => `Learner ${learner}: here is mine: ${learner % 2 === 0 ? codeOf(learner) : codeOf(learner).toLowerCase()}, done!`).join('\n');
