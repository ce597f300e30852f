/** A class in figures: what the codes of a board come to, lesson by lesson. Nobody is in it. */
import type { Guess } from '#engine/insight/misconceptions/index.ts';
import { byIds, findCodes, mergeResults, type ExerciseResult, type LessonResult, type QuestionResult } from '../code/index.ts';
import { idsOf, type ExerciseSheet, type LessonSheet, type QuestionSheet } from './sheet.ts';

export interface CheckTally {
  readonly id: string;
  readonly says: string;
  /** Learners for whom it ever held. */
  readonly held: number;
}

export interface ExerciseTally {
  readonly id: string;
  readonly title: string;
  readonly begun: number;
  readonly passed: number;
  /** Learners who took a hint, and rungs that were taken by all of them. */
  readonly hinted: number;
  readonly hints: number;
  readonly shown: number;
  readonly par: number;
  /** Learners by moves of their shortest passing answer, fewest moves first. */
  readonly moves: readonly { readonly moves: number; readonly learners: number }[];
  readonly checks: readonly CheckTally[];
}

/** A wrong answer that several gave. */
export interface WrongTally {
  /** Of a prediction: the words of the step, what was said of it, and what is so. */
  readonly step?: { readonly words: string; readonly said: Guess; readonly is: Guess };
  /** Of a quiz: the answer that was chosen. */
  readonly option?: string;
  readonly learners: number;
  /** Id of the misconception that it shows. */
  readonly belief?: string;
}

export interface QuestionTally {
  readonly id: string;
  readonly kind: 'predict' | 'quiz';
  readonly says: string;
  readonly answered: number;
  /** Learners whose first answer was right in all its parts. */
  readonly right: number;
  /** Wrong answers, the commonest first. */
  readonly wrong: readonly WrongTally[];
}

export interface LessonTally {
  readonly slug: string;
  readonly title: string;
  /** Learners who handed in a code of this lesson: what all its figures are parts of. */
  readonly learners: number;
  readonly exercises: readonly ExerciseTally[];
  readonly questions: readonly QuestionTally[];
}

export interface ClassTally {
  readonly learners: number;
  /** Those of which there is a code, in the order of the course. */
  readonly lessons: readonly LessonTally[];
  /** Codes that were taken once and that the lessons of today do not know. */
  readonly unknown: number;
}

export function tallyOf(codes: readonly string[], sheets: readonly LessonSheet[]): ClassTally {
  const ids = sheets.map(idsOf);
  const bySlug = new Map<string, Map<number, LessonResult>>();
  const learners = new Set<number>();
  let unknown = 0;
  for (const found of codes.flatMap((code) => findCodes(code))) {
    const read = found.ok ? byIds(found.result, ids) : undefined;
    if (!read?.ok) {
      unknown++;
      continue;
    }
    const { slug, learner } = read.result;
    learners.add(learner);
    const results = bySlug.get(slug) ?? new Map<number, LessonResult>();
    const before = results.get(learner);
    results.set(learner, before ? mergeResults(before, read.result) : read.result);
    bySlug.set(slug, results);
  }
  const lessons = sheets.flatMap((sheet) => (bySlug.has(sheet.slug) ? [lessonTally(sheet, [...bySlug.get(sheet.slug)!.values()])] : []));
  return { learners: learners.size, lessons, unknown };
}

function lessonTally({ slug, title, exercises, questions }: LessonSheet, results: readonly LessonResult[]): LessonTally {
  return {
    slug,
    title,
    learners: results.length,
    exercises: exercises.map((sheet) => exerciseTally(sheet, results.flatMap((result) => result.exercises.filter(({ id }) => id === sheet.id)))),
    questions: questions.map((sheet) => questionTally(sheet, results.flatMap((result) => result.questions.filter(({ id }) => id === sheet.id)))),
  };
}

function exerciseTally({ id, title, par, checks }: ExerciseSheet, results: readonly ExerciseResult[]): ExerciseTally {
  const byMoves = new Map<number, number>();
  for (const { moves } of results) if (moves !== undefined) byMoves.set(moves, (byMoves.get(moves) ?? 0) + 1);
  const count = (holds: (result: ExerciseResult) => boolean) => results.filter(holds).length;
  return {
    id,
    title,
    par,
    begun: results.length,
    passed: count(({ passed }) => passed),
    hinted: count(({ hints }) => hints > 0),
    hints: results.reduce((sum, { hints }) => sum + hints, 0),
    shown: count(({ shown }) => shown),
    moves: [...byMoves].map(([moves, learners]) => ({ moves, learners })).sort((a, b) => a.moves - b.moves),
    checks: checks.map((check) => ({ ...check, held: count(({ checks: held }) => held[check.id] === true) })),
  };
}

function questionTally(sheet: QuestionSheet, results: readonly QuestionResult[]): QuestionTally {
  const wrongs = results.map((result) => wrongOf(sheet, result));
  const counted = new Map<string, WrongTally>();
  for (const wrong of wrongs.flat()) {
    const key = JSON.stringify([wrong.step, wrong.option]);
    counted.set(key, { ...wrong, learners: (counted.get(key)?.learners ?? 0) + 1 });
  }
  return {
    id: sheet.id,
    kind: sheet.kind,
    says: sheet.says,
    answered: results.length,
    right: results.filter((result, at) => wrongs[at]!.length === 0 && (result.kind === 'predict' || allChosen(sheet, result.chosen))).length,
    wrong: [...counted.values()].sort((a, b) => b.learners - a.learners),
  };
}

/** What is wrong in one learner's answer. */
function wrongOf(sheet: QuestionSheet, result: QuestionResult): readonly WrongTally[] {
  if (sheet.kind === 'predict' && result.kind === 'predict') {
    return sheet.steps.flatMap(({ words, is, belief }) => {
      const said = result.guesses[words];
      return said === undefined || said === is ? [] : [{ step: { words, said, is }, learners: 1, ...(belief !== undefined && { belief }) }];
    });
  }
  if (sheet.kind === 'quiz' && result.kind === 'quiz') {
    return result.chosen.flatMap((at) => {
      const option = sheet.options[at];
      return !option || option.right ? [] : [{ option: option.says, learners: 1, ...(option.belief !== undefined && { belief: option.belief }) }];
    });
  }
  return [];
}

/** Several answers of a quiz may be right; none of them may be missing. */
const allChosen = (sheet: QuestionSheet, chosen: readonly number[]): boolean => sheet.kind !== 'quiz' || sheet.options.every(({ right }, at) => right === chosen.includes(at));
