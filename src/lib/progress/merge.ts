/** Two documents as one: nothing that either of them has is lost. Commutative, associative and idempotent, so tabs and files may meet in any order. */
import { canonical, order } from './canonical.ts';
import { mergeNotes } from './notes.ts';
import { emptyExercise, type ExerciseProgress, type LessonProgress, type Progress, type QuestionProgress } from './progress.ts';
import { mergeTallies } from './tally.ts';

/** Of documents from before and after a reset, the one from after it counts alone. */
export function merge(a: Progress, b: Progress): Progress {
  if (a.epoch !== b.epoch) return tidy(a.epoch > b.epoch ? a : b);
  return { version: 1, epoch: a.epoch, lessons: union(a.lessons, b.lessons, mergeLessons), beliefs: mergeTallies(a.beliefs, b.beliefs) };
}

/** As merging leaves it: lists in order, each thing once. */
export const tidy = (progress: Progress): Progress => merge(progress, { ...progress });

function mergeLessons(a: LessonProgress, b: LessonProgress): LessonProgress {
  const opened = latest(a.opened, b.opened);
  const notes = a.notes && b.notes ? mergeNotes(a.notes, b.notes) : (a.notes ?? b.notes);
  return {
    ...(opened !== undefined && { opened }),
    exercises: union(a.exercises, b.exercises, mergeExercises),
    questions: union(a.questions, b.questions, first),
    ...(notes && { notes: mergeNotes(notes, notes) }),
  };
}

function mergeExercises(a: ExerciseProgress, b: ExerciseProgress): ExerciseProgress {
  const [passed, shown] = [earliest(a.passed, b.passed), earliest(a.shown, b.shown)];
  const [one, other] = [a.best ?? b.best, b.best ?? a.best];
  return {
    ...(passed !== undefined && { passed }),
    ...(shown !== undefined && { shown }),
    ...(one && other && { best: { moves: Math.min(one.moves, other.moves), seconds: Math.min(one.seconds, other.seconds) } }),
    checks: [...new Set([...a.checks, ...b.checks])].sort(order),
    hints: Math.max(a.hints, b.hints),
    tries: Math.max(a.tries, b.tries),
  };
}

/** Of two first tries, the one that was first. */
function first(a: QuestionProgress, b: QuestionProgress): QuestionProgress {
  const [one, other] = [a, b].map((answer) => ({ ...answer, beliefs: [...new Set(answer.beliefs)].sort(order) }));
  return one!.at < other!.at || (one!.at === other!.at && canonical(one) <= canonical(other)) ? one! : other!;
}

/** An exercise with what an attempt adds to it. */
export const withExercise = (before: ExerciseProgress | undefined, added: Partial<ExerciseProgress>): ExerciseProgress => mergeExercises(before ?? emptyExercise, { ...emptyExercise, ...added });

/** All keys of both in order; where both have one, `join` makes one of the two. What only one has is joined with itself. */
function union<Value>(a: Readonly<Record<string, Value>>, b: Readonly<Record<string, Value>>, join: (a: Value, b: Value) => Value): Readonly<Record<string, Value>> {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort(order);
  const own = (side: Readonly<Record<string, Value>>, other: Readonly<Record<string, Value>>, key: string) => (Object.hasOwn(side, key) ? side : other)[key]!;
  return Object.fromEntries(keys.map((key) => [key, join(own(a, b, key), own(b, a, key))]));
}

const earliest = (a: number | undefined, b: number | undefined) => (a === undefined || b === undefined ? (a ?? b) : Math.min(a, b));
const latest = (a: number | undefined, b: number | undefined) => (a === undefined || b === undefined ? (a ?? b) : Math.max(a, b));
