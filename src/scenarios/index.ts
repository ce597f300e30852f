import type { Scenario } from '#engine/workspace/scenario.ts';
import { scenario as goTwoStages } from './go-two-stages/scenario.ts';

/** Where a stranger starts. It is there at once; the others are loaded when they are asked for. */
export const defaultScenario = goTwoStages;

const folders = import.meta.glob<Scenario>('./*/scenario.ts', { import: 'scenario' });

/** The names of all scenarios, in alphabetical order: one folder each. */
export const slugs: readonly string[] = Object.keys(folders).map((path) => path.split('/')[1] ?? '').sort();

/** The scenario of that name, or undefined where there is none. */
export async function loadScenario(slug: string): Promise<Scenario | undefined> {
  return slug === defaultScenario.slug ? defaultScenario : folders[`./${slug}/scenario.ts`]?.();
}
