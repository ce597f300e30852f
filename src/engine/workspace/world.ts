/** What is the same for every state of a workspace: the scenario, the publishers' registries, and how typed lines are run. */
import type { ResolveImage } from '../image/base.ts';
import type { Execute } from './execute.ts';
import type { Scenario } from './scenario.ts';

export interface World {
  readonly scenario: Scenario;
  /** What publishers serve when the scenario begins; its tags move by `scenario.moves`. */
  readonly resolve: ResolveImage;
  /** Absent where nothing is typed: then such lines are refused. */
  readonly execute?: Execute;
}
