import type { Scenario } from '#engine/workspace/scenario.ts';
import { scenario as goTwoStages } from './go-two-stages/scenario.ts';

/** Every scenario by slug; the first is where a stranger starts. */
export const scenarios: Readonly<Record<string, Scenario>> = {
  [goTwoStages.slug]: goTwoStages,
};

export const defaultScenario = goTwoStages;
