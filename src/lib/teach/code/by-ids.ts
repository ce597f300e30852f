/** What a code says, in the ids of the lessons that are known here. */
import type { Message } from '#engine/source/message.ts';
import type { MarkedResult } from './decode.ts';
import { exerciseMark, lessonMark, predictionMark, quizMark, sorted } from './marks.ts';
import { most, type ExerciseResult, type LessonIds, type LessonResult, type QuestionResult } from './result.ts';

export type ResolvedCode =
  /** `unknown`: exercises and questions of the code that the lesson does not have, or has in another form. */
  { readonly ok: true; readonly result: LessonResult; readonly unknown: number } | { readonly ok: false; readonly problem: Message };

/** The result in the lesson's ids; a problem where no lesson, or nothing of the lesson, is what the code is about. */
export function byIds(marked: MarkedResult, lessons: readonly LessonIds[]): ResolvedCode {
  const lesson = lessons.find(({ slug }) => lessonMark(slug) === marked.lesson);
  if (!lesson) return { ok: false, problem: { id: 'teach.code-lesson' } };
  const exercises = lesson.exercises.flatMap((exercise): readonly ExerciseResult[] => {
    const [found, ...others] = marked.exercises.filter(({ mark, checks }) => mark === exerciseMark(exercise) && checks.length === Math.min(exercise.checks.length, most.checks));
    if (!found || others.length > 0) return [];
    const { mark: _, checks, ...rest } = found;
    return [{ ...rest, id: exercise.id, checks: Object.fromEntries(checks.map((held, at) => [exercise.checks[at]!.id, held])) }];
  });
  const questions = lesson.questions.flatMap((question): readonly QuestionResult[] => {
    const same = marked.questions.filter((said) => said.kind === question.kind && said.mark === (question.kind === 'quiz' ? quizMark(question.id) : predictionMark(question.id, question.steps)));
    const [found] = same;
    if (!found || same.length > 1) return [];
    if (found.kind === 'quiz') return [{ id: question.id, kind: 'quiz', chosen: found.chosen }];
    if (question.kind === 'quiz' || question.steps.length !== found.guesses.length) return [];
    return [{ id: question.id, kind: 'predict', guesses: Object.fromEntries(sorted(question.steps).map((step, at) => [step, found.guesses[at]!])) }];
  });
  const unknown = marked.exercises.length + marked.questions.length - exercises.length - questions.length;
  if (exercises.length + questions.length === 0 && unknown > 0) return { ok: false, problem: { id: 'teach.code-other-version', values: { lesson: lesson.slug } } };
  return { ok: true, result: { slug: lesson.slug, learner: marked.learner, exercises, questions }, unknown };
}
