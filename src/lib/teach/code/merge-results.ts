/** Two results of the same learner in the same lesson as one, whichever was pasted first: codes are taken while work goes on. */
import type { ExerciseResult, LessonResult } from './result.ts';

/** What was reached in either. First answers never change; where two differ, one of them is kept, always the same one. */
export function mergeResults(a: LessonResult, b: LessonResult): LessonResult {
  return {
    slug: a.slug,
    learner: a.learner,
    exercises: joined(a.exercises, b.exercises, both),
    questions: joined(a.questions, b.questions, (x, y) => (JSON.stringify(x) <= JSON.stringify(y) ? x : y)),
  };
}

function both(a: ExerciseResult, b: ExerciseResult): ExerciseResult {
  const moves = Math.min(a.moves ?? Infinity, b.moves ?? Infinity);
  return {
    id: a.id,
    checks: Object.fromEntries(Object.keys({ ...a.checks, ...b.checks }).map((id) => [id, a.checks[id] === true || b.checks[id] === true])),
    passed: a.passed || b.passed,
    ...(moves < Infinity && { moves }),
    hints: Math.max(a.hints, b.hints),
    shown: a.shown || b.shown,
  };
}

/** By id; those of one side alone are kept, all of them in the order of their ids. */
function joined<T extends { readonly id: string }>(a: readonly T[], b: readonly T[], merge: (a: T, b: T) => T): readonly T[] {
  const byId = new Map(a.map((item) => [item.id, item]));
  for (const item of b) byId.set(item.id, byId.has(item.id) ? merge(byId.get(item.id)!, item) : item);
  return [...byId.values()].sort((x, y) => (x.id < y.id ? -1 : 1));
}
