/** What a reader says of the steps of a build, set against what became of them. Pure. */
import type { BuildRecord, StepState } from '#engine/solver/record.ts';
import { askedSteps, type AskedStep } from '#lib/state/prediction-set.ts';
import type { GuessMark } from '#lib/views/graph/guess.ts';
import type { Events } from './vocabulary.ts';

/** A mark with the text of its step: a step that is another one by now has none. */
export interface SaidStep {
  readonly id: string;
  readonly text: string;
  readonly mark: GuessMark;
}

/** What was said before a build: it counts whatever is marked while the build runs. */
export interface Said {
  readonly asked: readonly AskedStep[];
  readonly marks: ReadonlyMap<string, GuessMark>;
}

/** Ids of the steps that came to be something else than was said of them, and how many had no mark. */
export interface Missed {
  readonly wrong: readonly string[];
  readonly unmarked: number;
}

/** Of a step that was stopped nobody can tell; one that failed has run. */
const scored: Readonly<Partial<Record<StepState, GuessMark>>> = { cached: 'hit', rebuilt: 'miss', failed: 'miss' };

/** The steps that anything can become of, in the order of the Dockerfile. */
export function openSteps(record: BuildRecord | undefined): readonly AskedStep[] {
  if (!record) return [];
  const needed = new Set(record.steps.flatMap(({ id, state }) => (state === 'not-needed' ? [] : [id])));
  return askedSteps(record).filter(({ id }) => needed.has(id));
}

/** The last mark of each step, of those that are as they were when it was said. */
export function standing(said: readonly SaidStep[], asked: readonly AskedStep[]): ReadonlyMap<string, GuessMark> {
  const texts = new Map(asked.map(({ id, text }) => [id, text]));
  return new Map(said.flatMap(({ id, text, mark }) => (texts.get(id) === text ? [[id, mark] as const] : [])));
}

/** Undefined where nothing was said. A step without a mark is not right. */
export function answerTo({ asked, marks }: Said, record: BuildRecord): Events['predict'] | undefined {
  if (marks.size === 0) return undefined;
  const states = new Map(record.steps.map(({ id, state }) => [id, state]));
  const steps = asked.flatMap(({ id }) => {
    const [state, marked] = [states.get(id), marks.get(id)];
    return state === undefined ? [] : [{ id, ...(marked && { marked }), state }];
  });
  const ended = steps.filter(({ state }) => scored[state] !== undefined);
  return { right: ended.filter(({ marked, state }) => marked === scored[state]).length, of: ended.length, steps };
}

export function missedIn({ steps }: Events['predict']): Missed {
  const ended = steps.filter(({ state }) => scored[state] !== undefined);
  return { wrong: ended.flatMap(({ id, marked, state }) => (marked && marked !== scored[state] ? [id] : [])), unmarked: ended.filter(({ marked }) => !marked).length };
}
