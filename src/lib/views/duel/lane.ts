/** One build of one side as a thin core: what each of its steps looks like at a moment of the round. */
import type { DuelRun, DuelStep } from '#engine/workspace/duel/index.ts';
import type { Look } from '#lib/views/graph/strata.ts';

export interface LaneStep {
  readonly id: string;
  readonly text: string;
  readonly look: Exclude<Look, 'predicted'>;
  /** Share of the core that is filled while it runs. */
  readonly fill: number;
  /** Milliseconds: how long it took, or has run so far; absent where it did not run. */
  readonly took?: number;
  readonly modelled: boolean;
  /** The first step of its stage: a gap stands above it. */
  readonly begins: boolean;
}

export interface Lane {
  readonly steps: readonly LaneStep[];
  /** Milliseconds on this side's clock. */
  readonly clock: number;
  readonly over: boolean;
}

/** `time`: virtual milliseconds of the round; absent when it is over. Steps that nothing needs are left out. */
export function laneOf(run: DuelRun, time?: number): Lane {
  const steps = run.steps.filter(({ state }) => state !== 'not-needed');
  return {
    steps: steps.map((step, at) => ({ ...lookAt(step, run, time), begins: at > 0 && steps[at - 1]?.stage !== step.stage })),
    clock: time === undefined ? run.duration : Math.min(Math.max(0, time), run.duration),
    over: time === undefined || time >= run.duration,
  };
}

function lookAt(step: DuelStep, run: DuelRun, time: number | undefined): Omit<LaneStep, 'begins'> {
  const { id, text, state, start, duration = 0, modelled = false } = step;
  const shown = (look: LaneStep['look'], fill: number, took?: number) => ({ id, text, look, fill, ...(took !== undefined && { took }), modelled: modelled && took !== undefined });
  if (state === 'not-needed') return shown('not-needed', 0);
  if (time === undefined || time >= run.duration) return shown(state, 1, start === undefined ? undefined : duration);
  if (start === undefined) return shown(state === 'cached' && time >= 0 ? 'cached' : 'waiting', 0);
  if (time < start) return shown('waiting', 0);
  if (time >= start + duration) return shown(state, 1, duration);
  return shown('running', duration === 0 ? 1 : (time - start) / duration, time - start);
}
