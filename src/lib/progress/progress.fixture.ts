/** Progress for tests: documents as several tabs could have made them, for the laws, and lessons of a small course. */
import fc from 'fast-check';
import type { LessonCard } from '#lib/lessons/lesson.ts';
import { mergeNotes, writeNote } from './notes.ts';
import type { ExerciseProgress, LessonProgress, Notes, Progress, QuestionProgress } from './progress.ts';

const at = fc.integer({ min: 1, max: 9 });
const few = fc.constantFrom('a', 'b', 'c');
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

/** Leaves out what is undefined, as JSON does. */
const defined = <Value extends object>(value: Value) => Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as { [Key in keyof Value]: Exclude<Value[Key], undefined> };

const exercise: fc.Arbitrary<ExerciseProgress> = fc
  .record({ passed: maybe(at), shown: maybe(at), best: maybe(fc.record({ moves: at, seconds: at })), checks: fc.uniqueArray(few), hints: at, tries: at })
  .map((one) => defined(one) as ExerciseProgress);

const question: fc.Arbitrary<QuestionProgress> = fc.record({ at, right: at, of: at, answers: fc.oneof(fc.constant([1]), fc.constant({ 'npm ci': 'hit' as const })), beliefs: fc.uniqueArray(few) });

/** Three tabs that write and hear of each other in any order; one of their views. */
const notes: fc.Arbitrary<Notes | undefined> = fc.array(fc.record({ tab: fc.integer({ min: 0, max: 2 }), hears: fc.integer({ min: 0, max: 2 }), writes: maybe(fc.constantFrom('x', 'y', 'x y', '')) }), { maxLength: 12 }).map((moves) => {
  const tabs: (Notes | undefined)[] = [undefined, undefined, undefined];
  moves.forEach(({ tab, hears, writes }, step) => {
    const [own, other] = [tabs[tab], tabs[hears]];
    tabs[tab] = own && other ? mergeNotes(own, other) : (own ?? other);
    if (writes !== undefined) tabs[tab] = writeNote(tabs[tab], `t${tab}`, step, writes);
  });
  return tabs[0];
});

const lesson: fc.Arbitrary<LessonProgress> = fc
  .record({ opened: maybe(at), exercises: fc.dictionary(few, exercise), questions: fc.dictionary(few, question), notes })
  .map((one) => defined(one) as LessonProgress);

const session = fc.record({ id: few, at, scene: fc.constant('go'), right: at, of: at, beliefs: fc.constant({}) });

export const anyProgress: fc.Arbitrary<Progress> = fc.record({
  version: fc.constant(1 as const),
  epoch: fc.constantFrom(0, 0, 0, 5),
  lessons: fc.dictionary(few, lesson),
  beliefs: fc.record({ version: fc.constant(1 as const), resetAt: fc.constantFrom(0, 0, 4), sessions: fc.array(session, { maxLength: 4 }) }),
});

/** A lesson of the course with so many exercises, and questions that ask for so many steps. */
export function cardOf(slug: string, xp: number, exercises: readonly string[], asked: readonly number[]): LessonCard {
  return {
    slug, title: slug, summary: '', level: 'beginner', minutes: 10, xp, tags: [], order: 1, needs: [],
    exercises: exercises.map((id) => ({ id, title: id, checks: [], par: 1 })),
    questions: asked.map((of, index) => ({ id: `q${index}`, kind: 'predict', of })),
  };
}
