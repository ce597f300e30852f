/** Stages and steps for the drawing: all of the Dockerfile's, also those that the target does not need. */
import { createLinter, defaultCheckOptions } from '../dockerfile/checks/index.ts';
import type { LineRange } from '../source/range.ts';
import type { Converted } from './convert.ts';
import type { Conversion } from './conversion.ts';
import { dispatchStage } from './dispatch/dispatch.ts';
import { addStep } from './dispatch/step.ts';
import { upperCaseCommand } from './names.ts';
import type { StagePlan, StepPlan } from './plan.ts';
import type { PlannedCommand, StageState } from './stages/stage-state.ts';

/** To be called last: it carries out what the target left out, as far as that goes without a base image. */
export function planStages({ conversion, target, reachable }: Converted): { readonly stages: readonly StagePlan[]; readonly steps: readonly StepPlan[] } {
  const sketch: Conversion = { ...conversion, lint: createLinter(defaultCheckOptions, undefined) };
  const states = conversion.stages.states.filter(({ stage }) => stage);
  for (const state of states) if (!reachable.has(state) && !state.dispatched) dispatchStage(sketch, state, (planned) => addPlainStep(state, planned));
  return {
    stages: states.map((state) => stagePlan(state, reachable.has(state), state === target)),
    steps: states.flatMap(({ steps }) => steps),
  };
}

/** A step of a stage that nobody needs and that could not be built either: drawn as it is written. */
function addPlainStep(state: StageState, { command, onBuild }: PlannedCommand): void {
  if (!['ADD', 'COPY', 'RUN', 'WORKDIR'].includes(command.type)) return;
  state.stepIndex = Math.min(state.stepIndex + 1, state.stepTotal);
  addStep(state, { keyword: command.type, text: (onBuild ? 'ONBUILD ' : '') + upperCaseCommand(command.code), lines: command.lines, reads: [] });
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
