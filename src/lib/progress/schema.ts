/** The shape of the stored document, strictly: nothing unknown, nothing too long to be what it says it is. */
import * as v from 'valibot';
import { noteLimit, type ExerciseProgress, type LessonProgress, type Notes, type QuestionProgress } from './progress.ts';

/** Ids are short names; none of them can be a property that every object has. */
export const id = v.pipe(v.string(), v.regex(/^[a-z0-9][\w.~/:-]{0,79}$/i), v.check((name) => !(name in {})));
export const at = v.pipe(v.number(), v.finite(), v.minValue(0));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const exerciseShape = v.strictObject({
  passed: v.exactOptional(at),
  shown: v.exactOptional(at),
  best: v.exactOptional(v.strictObject({ moves: count, seconds: at })),
  checks: v.pipe(v.array(id), v.maxLength(200)),
  hints: count,
  tries: count,
});

export const questionShape = v.strictObject({
  at,
  right: count,
  of: count,
  answers: v.union([v.pipe(v.array(count), v.maxLength(50)), v.record(v.pipe(v.string(), v.maxLength(500)), v.picklist(['hit', 'miss', 'not-needed']))]),
  beliefs: v.pipe(v.array(id), v.maxLength(100)),
});

export const notesShape = v.pipe(
  v.strictObject({
    versions: v.pipe(v.array(v.strictObject({ by: id, at, text: v.pipe(v.string(), v.maxLength(10 * noteLimit)) })), v.maxLength(100)),
    seen: v.record(id, at),
  }),
  v.check(({ versions, seen }) => versions.every((version) => version.at <= (seen[version.by] ?? -1))),
);

export const lessonShape = v.strictObject({
  opened: v.exactOptional(at),
  exercises: v.record(id, exerciseShape),
  questions: v.record(id, questionShape),
  notes: v.exactOptional(notesShape),
});

/** What the shapes let through is what the document's types say. */
export const parse = {
  exercise: (value: unknown): ExerciseProgress | undefined => output(v.safeParse(exerciseShape, value)),
  question: (value: unknown): QuestionProgress | undefined => output(v.safeParse(questionShape, value)),
  notes: (value: unknown): Notes | undefined => output(v.safeParse(notesShape, value)),
  lesson: (value: unknown): LessonProgress | undefined => output(v.safeParse(lessonShape, value)),
  id: (value: unknown): string | undefined => output(v.safeParse(id, value)),
  time: (value: unknown): number | undefined => output(v.safeParse(at, value)),
};

const output = <Value>(parsed: { readonly success: true; readonly output: Value } | { readonly success: false }): Value | undefined => (parsed.success ? parsed.output : undefined);
