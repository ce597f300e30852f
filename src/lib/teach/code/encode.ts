/**
 * A result as a code: `LS1-0G7K2-…`. After the format's name and version come, in symbols of five bits: how many symbols follow these
 * two (2), the learner's number (5), the lesson's mark (4), what was done, and the check sum (6). What was done says of itself how
 * long it is, so that it can be read by who has another version of the lesson.
 */
import type { Guess } from '#engine/insight/misconceptions/index.ts';
import { BitWriter } from './bits.ts';
import { sumLength, withSum } from './check-sum.ts';
import { letterOf } from './letters.ts';
import { exerciseMark, lessonMark, markBits, predictionMark, quizMark, sorted } from './marks.ts';
import type { ExerciseIds, LessonResult } from './result.ts';

/** The format's name, and its version. */
export const prefix = 'LS1';

export const guesses: readonly Guess[] = ['hit', 'miss', 'not-needed'];

/** Widths of the fields, bits. */
export const width = { length: 10, learner: 25, items: 4, checks: 4, hints: 3, moves: 6, steps: 5, guess: 2, options: 3 } as const;

/** Symbols between two dashes. */
const group = 5;

/** `lesson`: its exercises with their checks, and its questions, in its order. */
export function encodeResult({ slug, learner, exercises, questions }: LessonResult, lesson: { readonly exercises: readonly ExerciseIds[]; readonly questions: readonly { readonly id: string }[] }): string {
  const bits = new BitWriter();
  bits.put(learner, width.learner);
  bits.put(lessonMark(slug), markBits.lesson);
  bits.put(exercises.length, width.items);
  for (const { id, checks, passed, shown, hints, moves } of exercises) {
    const ids = lesson.exercises.find((exercise) => exercise.id === id)?.checks ?? [];
    const written = ids.filter((check) => check.id in checks);
    bits.put(place(lesson.exercises, id), width.items);
    bits.put(exerciseMark({ id, checks: ids }), markBits.item);
    bits.put(written.length, width.checks);
    for (const check of written) bits.put(checks[check.id] ? 1 : 0, 1);
    bits.put(passed ? 1 : 0, 1);
    bits.put(shown ? 1 : 0, 1);
    bits.put(hints, width.hints);
    bits.put(moves === undefined ? 0 : 1, 1);
    if (moves !== undefined) bits.put(moves, width.moves);
  }
  bits.put(questions.length, width.items);
  for (const question of questions) {
    bits.put(question.kind === 'quiz' ? 1 : 0, 1);
    bits.put(place(lesson.questions, question.id), width.items);
    if (question.kind === 'quiz') {
      const options = (question.chosen.at(-1) ?? -1) + 1;
      bits.put(quizMark(question.id), markBits.item);
      bits.put(options, width.options);
      for (let at = 0; at < options; at++) bits.put(question.chosen.includes(at) ? 1 : 0, 1);
    } else {
      const steps = sorted(Object.keys(question.guesses));
      bits.put(predictionMark(question.id, steps), markBits.item);
      bits.put(steps.length, width.steps);
      for (const step of steps) bits.put(guesses.indexOf(question.guesses[step]!), width.guess);
    }
  }
  return written(bits.symbols());
}

const place = (items: readonly { readonly id: string }[], id: string): number => items.findIndex((item) => item.id === id);

/** Symbols with their number before and their sum behind them, in groups of letters. */
function written(symbols: readonly number[]): string {
  const length = new BitWriter();
  length.put(symbols.length + sumLength, width.length);
  return codeOf(withSum(prefix, [...length.symbols(), ...symbols]));
}

/** All symbols of a code → the code as it is written. */
export function codeOf(symbols: readonly number[]): string {
  const letters = symbols.map(letterOf).join('');
  return [prefix, ...letters.match(new RegExp(`.{1,${group}}`, 'g'))!].join('-');
}
