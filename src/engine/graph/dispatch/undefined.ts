import type { Linter, Place } from '../../dockerfile/checks/index.ts';
import { undefinedVar } from '../../dockerfile/checks/undefined-var.ts';
import { suggest } from '../../dockerfile/index.ts';
import type { StageState } from '../stages/stage-state.ts';
import { scanArguments } from './arg.ts';

/** UndefinedVar for names that were looked up in vain and are no ARG of the stage (`reportUnmatchedVariables`). */
export function reportUndefined(state: StageState, place: Place, unmatched: ReadonlySet<string>, lint: Linter): void {
  for (const name of unmatched) {
    if (scanArguments.has(name) || state.buildArgs.some(({ key }) => key === name)) continue;
    lint.report(undefinedVar, place, name, suggest(name, state.state.env.keys()) ?? '');
  }
}
