/** Stages and steps for the drawing: all of the Dockerfile's, also those that the target does not need. */
import { createLinter, defaultCheckOptions } from '../dockerfile/checks/index.ts';
import type { LineRange } from '../source/range.ts';
import type { Converted } from './convert.ts';
import type { Conversion } from './conversion.ts';
import { dispatchStage } from './dispatch/dispatch.ts';
import type { StagePlan, StepPlan } from './plan.ts';
import type { StageState } from './stages/stage-state.ts';

/** To be called last: it carries out what the target left out, as far as that goes without a base image. */
export function planStages({ conversion, target, reachable }: Converted): { readonly stages: readonly StagePlan[]; readonly steps: readonly StepPlan[] } {
  const sketch: Conversion = { ...conversion, lint: createLinter(defaultCheckOptions, undefined) };
  const states = conversion.stages.states.filter(({ stage }) => stage);
  for (const state of states) if (!reachable.has(state) && !state.dispatched) dispatchStage(sketch, state);
  return {
    stages: states.map((state) => stagePlan(state, reachable.has(state), state === target)),
    steps: states.flatMap(({ steps }) => steps),
  };
}

function stagePlan(state: StageState, needed: boolean, target: boolean): StagePlan {
  const name = state.stage?.name || `stage-${state.index}`;
  return {
    index: state.index,
    name,
    base: state.writtenBase,
    ...(state.base && { baseStage: state.base.index }),
    needed,
    target,
    lines: linesOf(state),
    steps: state.steps.map(({ id }) => id),
    configOnly: state.configOnly,
  };
}

function linesOf({ stage }: StageState): LineRange {
  const first = stage?.lines.first ?? 0;
  return { first, last: stage?.commands.at(-1)?.lines.last ?? stage?.lines.last ?? first };
}
