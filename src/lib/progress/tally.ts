/** The score of all predictions: what each build and each answer in a lesson added, never a click. A part of the progress of a browser. */
import * as v from 'valibot';
import type { Outcome } from '#lib/state/predict.svelte.ts';
import { canonical, order } from './canonical.ts';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const sessionShape = v.object({
  /** Different in every tab: two documents are merged by it. */
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(160)),
  /** Milliseconds since 1970. */
  at: v.pipe(v.number(), v.minValue(0)),
  scene: v.pipe(v.string(), v.maxLength(200)),
  right: count,
  of: count,
  /** By misconception: how many steps could have shown it, and how many did. */
  beliefs: v.record(v.pipe(v.string(), v.maxLength(64)), v.object({ met: count, wrong: count })),
});

const document = v.object({
  version: v.literal(1),
  /** Sessions up to here were thrown away, in every tab. */
  resetAt: v.pipe(v.number(), v.minValue(0)),
  sessions: v.array(sessionShape),
});

export type Session = v.InferOutput<typeof sessionShape>;
export type Tally = v.InferOutput<typeof document>;

export const emptyTally: Tally = { version: 1, resetAt: 0, sessions: [] };

/** Most sessions that are kept: the latest. */
export const sessionLimit = 500;

/** A stored text → the document; an empty one where it is junk. */
export function readTally(text: string | null): Tally {
  if (text === null) return emptyTally;
  try {
    const parsed = v.safeParse(document, JSON.parse(text));
    return parsed.success ? parsed.output : emptyTally;
  } catch {
    return emptyTally;
  }
}

/** Two documents as one: every session once, without those that either of them threw away. */
export function mergeTallies(a: Tally, b: Tally): Tally {
  const resetAt = Math.max(a.resetAt, b.resetAt);
  const inOrder = [...a.sessions, ...b.sessions].sort((x, y) => x.at - y.at || order(canonical(x), canonical(y)));
  // Of two under one name the later one stays: a reset takes the earlier one first.
  const last = new Map(inOrder.map(({ id }, index) => [id, index]));
  const sessions = inOrder.filter(({ id, at }, index) => last.get(id) === index && at > resetAt);
  return { version: 1, resetAt, sessions: sessions.slice(-sessionLimit) };
}

/** Sessions from before a reset as sessions after it, under new names: so no tab takes them for those that it threw away. The same every time. */
export function afterReset({ sessions }: Tally, resetAt: number): Tally {
  return { version: 1, resetAt, sessions: sessions.map((session, index) => (session.at > resetAt ? session : { ...session, id: `${session.id.slice(0, 120)}~${resetAt}`, at: resetAt + 1 + index })) };
}

/** What one build adds. A step counts for the belief that explains a wrong guess about it best. */
export function sessionOf(outcome: Outcome, given: Pick<Session, 'id' | 'at' | 'scene'>): Session {
  const beliefs: Session['beliefs'] = {};
  for (const { right, misconceptions } of outcome.verdicts) {
    const [first] = misconceptions;
    if (right === undefined || first === undefined) continue;
    const known = beliefs[first] ?? { met: 0, wrong: 0 };
    beliefs[first] = { met: known.met + 1, wrong: known.wrong + (right ? 0 : 1) };
  }
  return { ...given, right: outcome.right, of: outcome.of, beliefs };
}

/** A belief over all builds that could have shown it. */
export interface BeliefScore {
  readonly id: string;
  readonly met: number;
  readonly wrong: number;
  /** By build, oldest first: whether every step was told right. */
  readonly builds: readonly boolean[];
}

/** The beliefs that were met, those that misled most often first. */
export function beliefScores({ sessions }: Tally): readonly BeliefScore[] {
  const ids = new Set(sessions.flatMap(({ beliefs }) => Object.keys(beliefs)));
  const scores = [...ids].map((id): BeliefScore => {
    const entries = sessions.flatMap(({ beliefs }) => beliefs[id] ?? []);
    const sum = (key: 'met' | 'wrong') => entries.reduce((total, entry) => total + entry[key], 0);
    return { id, met: sum('met'), wrong: sum('wrong'), builds: entries.map(({ wrong }) => wrong === 0) };
  });
  return scores.sort((a, b) => b.wrong - a.wrong || b.met - a.met || (a.id < b.id ? -1 : 1));
}
