/** Names and notes of the steps of a stage. */
import type { LineRange } from '../../source/range.ts';
import type { Conversion } from '../conversion.ts';
import type { Environment } from '../environment.ts';
import { platformPrefix, stepPrefix } from '../names.ts';
import type { StepRead } from '../plan.ts';
import type { Platform } from '../platform.ts';
import type { StageState } from '../stages/stage-state.ts';

/** Name of the next step, which is counted here (`prefixCommand`). A stage without steps has names without brackets. */
export function nameStep(conversion: Conversion, state: StageState, text: string, platform: Platform | undefined, env?: Environment, onBuild = false): string {
  if (state.stepTotal === 0) return text;
  state.stepIndex++;
  return sameStep(conversion, state, text, platform, env, onBuild);
}

/** Another name for the step that was counted last. */
export function sameStep(conversion: Conversion, state: StageState, text: string, platform: Platform | undefined, env?: Environment, onBuild = false): string {
  if (state.stepTotal === 0) return text;
  const prefix = conversion.config.multiPlatform && platform ? platformPrefix(platform, env) : '';
  return stepPrefix({ name: state.displayName, total: state.stepTotal, index: state.stepIndex, onBuild }, prefix) + text;
}

/** Id of the step that will be noted next. */
export function nextStepId(state: StageState): string {
  return `${state.index}.${state.steps.length + 1}`;
}

/** Notes a step for the drawing; answers its id. */
export function addStep(state: StageState, step: { keyword: string; text: string; lines: LineRange; reads: readonly StepRead[] }): string {
  const id = nextStepId(state);
  const below = state.lastStep;
  const parent: StepRead[] = below === undefined ? [] : [{ kind: state.steps.length === 0 ? 'stage' : 'parent', step: below }];
  state.steps.push({ id, stage: state.index, index: state.stepIndex, total: state.stepTotal, ...step, reads: [...(step.keyword === 'FROM' ? [] : parent), ...step.reads] });
  state.lastStep = id;
  return id;
}

/** Notes an instruction that changes only the config. */
export function addConfigOnly(state: StageState, keyword: string, lines: LineRange): void {
  state.configOnly.push({ keyword, lines });
}

/** Where a read of another stage or image ends up. */
export function readOf(source: StageState): { readonly step: string } | { readonly image: string } {
  return source.lastStep === undefined ? { image: source.baseName } : { step: source.lastStep };
}
