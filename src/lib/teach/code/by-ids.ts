/** What a code says, in the ids of the lessons that are known here. */
import type { Message } from '#engine/source/message.ts';
import type { MarkedExercise, MarkedItem, MarkedQuestion, MarkedResult } from './decode.ts';
import { exerciseMark, lessonMark, predictionMark, quizMark, sorted } from './marks.ts';
import { most, type ExerciseIds, type ExerciseResult, type LessonIds, type LessonResult, type QuestionResult } from './result.ts';

export type ResolvedCode =
  /** `unknown`: exercises and questions of the code that the lesson does not have, or has in another form. */
  { readonly ok: true; readonly result: LessonResult; readonly unknown: number } | { readonly ok: false; readonly problem: Message };

/** The result in the lesson's ids; a problem where no lesson, or nothing of the lesson, is what the code is about. */
export function byIds(marked: MarkedResult, lessons: readonly LessonIds[]): ResolvedCode {
  const lesson = lessons.find(({ slug }) => lessonMark(slug) === marked.lesson);
  if (!lesson) return { ok: false, problem: { id: 'teach.code-lesson' } };
  const exercises = matched(lesson.exercises, marked.exercises, fitsExercise).map(([{ id, checks }, { place: _, mark: __, checks: held, ...rest }]): ExerciseResult => ({ ...rest, id, checks: Object.fromEntries(held.map((one, at) => [checks[at]!.id, one])) }));
  const questions = matched(lesson.questions, marked.questions, fitsQuestion).flatMap(([question, said]): readonly QuestionResult[] => {
    if (said.kind === 'quiz') return [{ id: question.id, kind: 'quiz', chosen: said.chosen }];
    return question.kind === 'quiz' ? [] : [{ id: question.id, kind: 'predict', guesses: Object.fromEntries(sorted(question.steps).map((step, at) => [step, said.guesses[at]!])) }];
  });
  const unknown = marked.exercises.length + marked.questions.length - exercises.length - questions.length;
  if (exercises.length + questions.length === 0 && unknown > 0) return { ok: false, problem: { id: 'teach.code-other-version', values: { lesson: lesson.slug } } };
  return { ok: true, result: { slug: lesson.slug, learner: marked.learner, exercises, questions }, unknown };
}

const fitsExercise = (exercise: ExerciseIds, { mark, checks }: MarkedExercise): boolean => mark === exerciseMark(exercise) && checks.length === Math.min(exercise.checks.length, most.checks);

const fitsQuestion = (question: LessonIds['questions'][number], said: MarkedQuestion): boolean =>
  question.kind === 'quiz' ? said.kind === 'quiz' && said.mark === quizMark(question.id) : said.kind === 'predict' && said.mark === predictionMark(question.id, question.steps) && said.guesses.length === question.steps.length;

/**
 * Items of a lesson with what a code says of them. Two items may have the same mark: then the place decides. In another version of the
 * lesson places may be others, so an item that stands elsewhere is taken where nothing else can be meant.
 */
function matched<Item, Said extends MarkedItem>(items: readonly Item[], said: readonly Said[], fits: (item: Item, said: Said) => boolean): readonly (readonly [Item, Said])[] {
  const sure = new Map(items.flatMap((item, at) => said.filter((one) => one.place === at && fits(item, one)).map((one) => [item, one] as const)));
  const taken = new Set(sure.values());
  return items.flatMap((item) => {
    const known = sure.get(item);
    if (known) return [[item, known] as const];
    const left = said.filter((one) => !taken.has(one) && fits(item, one));
    const [only] = left;
    const rivals = only === undefined ? 0 : items.filter((other) => !sure.has(other) && fits(other, only)).length;
    return only !== undefined && left.length === 1 && rivals === 1 ? [[item, only] as const] : [];
  });
}
