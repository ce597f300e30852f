import { error } from '@sveltejs/kit';
import { sceneData } from '#lib/workbench/scene-data.ts';
import { loadScenario, slugs } from '#scenarios/index.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

/** Every scene has a page of its own: `/e/<slug>/`. */
export const entries: EntryGenerator = () => slugs.map((scenario) => ({ scenario }));

export const load: PageServerLoad = async ({ params }) => {
  const scenario = await loadScenario(params.scenario);
  if (!scenario) error(404, `There is no scene ${params.scenario}.`);
  return sceneData(scenario);
};
