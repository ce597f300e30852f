/**
 * Short numbers by which a code names a lesson and what is in it. They are made of ids and of what has ids in it, so that an exercise
 * with other checks, or a prediction about other steps, is another one: a code of another version of a lesson is read as far as they agree.
 */
import { fingerprint } from './fingerprint.ts';
import type { ExerciseIds } from './result.ts';

/** Bits of a mark. */
export const markBits = { lesson: 20, item: 8 } as const;

export const lessonMark = (slug: string): number => fingerprint(slug, markBits.lesson);

export const exerciseMark = ({ id, checks }: ExerciseIds): number => fingerprint(['exercise', id, ...checks.map((check) => check.id)].join('\n'), markBits.item);

/** The order of the steps does not matter: in a code they stand sorted. */
export const predictionMark = (id: string, steps: readonly string[]): number => fingerprint(['predict', id, ...sorted(steps)].join('\n'), markBits.item);

export const quizMark = (id: string): number => fingerprint(`quiz\n${id}`, markBits.item);

export const sorted = (steps: readonly string[]): readonly string[] => [...steps].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
