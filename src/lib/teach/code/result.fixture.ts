/** Lessons and results for tests: one of usual size with all of it done, and any. */
import fc from 'fast-check';
import { encodeResult } from './encode.ts';
import { most, type LessonIds, type LessonResult, type QuestionResult } from './result.ts';

const steps = ['WORKDIR /src', 'COPY go.* ./', 'go mod download', 'COPY . .', 'go build', 'COPY --from=build'];

const exercise = (id: string, ...checks: string[]) => ({ id, checks: checks.map((check) => ({ id: check })) });

export const hub: LessonIds = {
  slug: 'images-and-registries',
  exercises: [exercise('a-order', 'source', 'mod', 'sum', 'same'), exercise('b-shrink', 'size', 'app', 'entrypoint', 'readme'), exercise('c-ignore', 'git', 'readme', 'builds'), exercise('d-release', 'tag')],
  questions: [
    { id: 'first', kind: 'predict', steps },
    { id: 'main', kind: 'predict', steps },
    { id: 'readme', kind: 'predict', steps },
    { id: 'again', kind: 'predict', steps },
    { id: 'mod', kind: 'predict', steps },
    { id: 'latest', kind: 'quiz' },
  ],
};

export const hubResult: LessonResult = {
  slug: hub.slug,
  learner: 23_456_789,
  exercises: hub.exercises.map(({ id, checks }, at) => ({ id, checks: Object.fromEntries(checks.map((check) => [check.id, true])), passed: true, moves: 3 + at, hints: at, shown: at === 3 })),
  questions: hub.questions.map((question): QuestionResult => (question.kind === 'quiz' ? { id: question.id, kind: 'quiz', chosen: [1, 3] } : { id: question.id, kind: 'predict', guesses: Object.fromEntries(steps.map((step, at) => [step, at < 3 ? 'hit' : 'miss'])) })),
};

export const hubCode = encodeResult(hubResult, hub);

const word = fc.stringMatching(/^[a-z][a-z-]{0,11}$/);
const words = (maxLength: number, minLength = 0) => fc.uniqueArray(word, { minLength, maxLength });

export const anyLesson: fc.Arbitrary<LessonIds> = fc.record({
  slug: word,
  exercises: words(most.items).chain((ids) => fc.tuple(...ids.map((id) => words(most.checks).map((checks) => exercise(id, ...checks))))),
  questions: words(most.items).chain((ids) => fc.tuple(...ids.map((id) => fc.oneof(fc.constant({ id, kind: 'quiz' as const }), words(10, 1).map((steps) => ({ id, kind: 'predict' as const, steps })))))),
});

/** Any result of a lesson. */
export function anyResult(lesson: LessonIds): fc.Arbitrary<LessonResult> {
  const exercises = lesson.exercises.map(({ id, checks }) =>
    fc.record({ id: fc.constant(id), checks: fc.tuple(...checks.map(() => fc.boolean())).map((held) => Object.fromEntries(checks.map((check, at) => [check.id, held[at]!]))), passed: fc.boolean(), moves: fc.integer({ min: 0, max: most.moves }), hints: fc.integer({ min: 0, max: most.hints }), shown: fc.boolean() }, { requiredKeys: ['id', 'checks', 'passed', 'hints', 'shown'] }),
  );
  const questions = lesson.questions.map(
    (question): fc.Arbitrary<QuestionResult> =>
      question.kind === 'quiz'
        ? fc.uniqueArray(fc.nat(most.options - 1)).map((chosen) => ({ id: question.id, kind: 'quiz' as const, chosen: chosen.sort((a, b) => a - b) }))
        : fc.tuple(...question.steps.map(() => fc.constantFrom('hit' as const, 'miss' as const, 'not-needed' as const))).map((said) => ({ id: question.id, kind: 'predict' as const, guesses: Object.fromEntries(question.steps.map((step, at) => [step, said[at]!])) })),
  );
  return fc.record({ slug: fc.constant(lesson.slug), learner: fc.nat(most.learner), exercises: some(exercises), questions: some(questions) });
}

/** Some of them, in order. */
const some = <T>(items: readonly fc.Arbitrary<T>[]): fc.Arbitrary<readonly T[]> =>
  fc.tuple(...items.map((item) => fc.option(item, { nil: undefined }))).map((chosen) => chosen.flatMap((item) => (item === undefined ? [] : [item as T])));
