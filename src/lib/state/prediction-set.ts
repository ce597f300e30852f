/** Predictions as values: which steps are asked for, and what was said of them. */
import type { Guess, Marks } from '#engine/insight/misconceptions/index.ts';
import type { BuildRecord } from '#engine/solver/record.ts';

/** A step that is asked for, without anything of its outcome. */
export interface AskedStep {
  readonly id: string;
  readonly keyword: string;
  readonly text: string;
  /** Position and number of steps in its stage. */
  readonly index: number;
  readonly total: number;
  readonly stage: string;
}

/** A prediction as a value: for lessons, links and boards. */
export interface PredictionSet {
  readonly version: 1;
  /** Ids of the steps that are asked for. */
  readonly asked: readonly string[];
  readonly marks: Marks;
}

/** By the ids of their steps, in the order of marking. */
export type MarkMap = ReadonlyMap<string, Guess>;

/** The steps of a build that can be asked for, in the order of the Dockerfile. */
export function askedSteps({ steps, stages }: BuildRecord): readonly AskedStep[] {
  return steps.map(({ id, keyword, text, stage }) => {
    const { name, steps: own } = stages[stage] ?? { name: '', steps: [id] };
    return { id, keyword, text, index: own.indexOf(id) + 1, total: own.length, stage: name };
  });
}

/** The marks with one more, or one other; undefined takes it back. */
export function withMark(marks: MarkMap, step: string, guess: Guess | undefined): MarkMap {
  const others = [...marks].filter(([id]) => id !== step || guess !== undefined);
  return new Map(guess === undefined ? others : [...others, [step, guess]]);
}

/** The marks of steps that are as they were before. */
export function keptMarks(marks: MarkMap, before: readonly AskedStep[], now: readonly AskedStep[]): MarkMap {
  const texts = new Map(before.map(({ id, text }) => [id, text]));
  const same = new Set(now.flatMap(({ id, text }) => (texts.get(id) === text ? [id] : [])));
  return new Map([...marks].filter(([id]) => same.has(id)));
}

export const noMarks: MarkMap = new Map();

/** The marks of a set, for the steps that it asks for. */
export function marksOf(set: PredictionSet): MarkMap {
  return new Map(Object.entries(set.marks).filter(([id]) => set.asked.includes(id)));
}

/** The marks that a graph can show: of what runs and what stays cached. */
export function hitsAndMisses(marks: MarkMap): ReadonlyMap<string, 'hit' | 'miss'> {
  return new Map([...marks].flatMap(([step, guess]) => (guess === 'not-needed' ? [] : [[step, guess] as const])));
}

/** The ids of steps as a set. */
export const idsOf = (steps: readonly AskedStep[]): ReadonlySet<string> => new Set(steps.map(({ id }) => id));

/** The record of a build that is to be guessed, with all its stages as if they were needed. */
export function withoutNeeds(record: BuildRecord): BuildRecord {
  return {
    ...record,
    stages: record.stages.map((stage) => ({ ...stage, needed: true })),
    steps: record.steps.map((step) => (step.state === 'not-needed' ? { ...step, state: 'cached' } : step)),
  };
}
