/** A duel as a film: both builds of a round run against one virtual clock, one round after the other. */
import type { DuelOutcome, DuelRound, DuelRun } from '#engine/workspace/duel/index.ts';

/** Where a race stands: so many rounds are over; `time` is the virtual millisecond in the round after them, absent between rounds. */
export interface Place {
  readonly done: number;
  readonly time?: number;
}

/** Screen milliseconds at speed 1: the longest round, the shortest, and the pause after each. */
const screen = { longest: 2_400, shortest: 450, pause: 320 } as const;

/** Virtual milliseconds of a round: as long as the slower side takes. */
export const lengthOf = ({ left, right }: DuelRound): number => Math.max(left?.duration ?? 0, right?.duration ?? 0);

/** How long a round takes on the screen; all rounds have one scale, so that a long one looks long. */
export function screenLength(rounds: readonly DuelRound[], at: number): number {
  const longest = Math.max(1, ...rounds.map(lengthOf));
  const round = rounds[at];
  return round ? Math.max(screen.shortest, (lengthOf(round) / longest) * screen.longest) : 0;
}

/** Where the race stands after so many more milliseconds on the screen; at the end of the last round it is over. */
export function after({ rounds }: DuelOutcome, { done, time }: Place, passed: number): Place {
  const round = rounds[done];
  if (!round) return { done: rounds.length };
  const rate = lengthOf(round) / screenLength(rounds, done);
  const now = (time ?? -screen.pause * rate) + passed * rate;
  return now >= lengthOf(round) ? { done: done + 1 } : { done, time: now };
}

/** The moments of a round at which something begins or ends on either side, without its start. */
function moments({ left, right }: DuelRound): readonly number[] {
  const of = (run: DuelRun | undefined) => (run ? [...run.steps.flatMap(({ start, duration = 0 }) => (start === undefined ? [] : [start, start + duration])), run.duration] : []);
  return [...new Set([...of(left), ...of(right)])].filter((at) => at > 0).sort((a, b) => a - b);
}

/** On to the next moment of the round; from its last one to the round's end. */
export function nextMoment({ rounds }: DuelOutcome, { done, time = -1 }: Place): Place {
  const round = rounds[done];
  if (!round) return { done };
  const next = moments(round).find((at) => at > Math.max(time, 0) + 1e-6);
  return next === undefined || next >= lengthOf(round) ? { done: done + 1 } : { done, time: next };
}

/** The round in view: the one that runs, else the last one that is over; undefined before the first. */
export function roundInView({ rounds }: DuelOutcome, { done, time }: Place): DuelRound | undefined {
  return time === undefined ? rounds[done - 1] : rounds[done];
}

/** What a side has behind it at some place. */
export interface Standing {
  readonly milliseconds: number;
  /** Milliseconds of the average commit so far; absent before the first round is over. */
  readonly perCommit?: number;
  readonly won: number;
  /** Rounds that were gone through, the one that runs left out. */
  readonly rounds: number;
  /** It failed before this place. */
  readonly failed: boolean;
}

export function standingOf({ rounds, first }: DuelOutcome, side: 'left' | 'right', { done, time }: Place): Standing {
  const runs = rounds.slice(0, done).flatMap((round) => round[side] ?? []);
  const good = runs.filter(({ ok }) => ok);
  const over = good.reduce((sum, { duration }) => sum + duration, 0);
  const running = time === undefined ? undefined : rounds[done]?.[side];
  return {
    milliseconds: over + (running ? Math.min(Math.max(0, time ?? 0), running.duration) : 0),
    ...(good.length > 0 && { perCommit: over / good.length }),
    won: rounds.slice(0, done).filter(({ faster }) => faster === side).length,
    rounds: good.length,
    failed: !first[side].ok || good.length < runs.length,
  };
}
