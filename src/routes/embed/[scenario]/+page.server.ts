import { error } from '@sveltejs/kit';
import { loadScenario, slugs } from '#scenarios/index.ts';
import { stillScene } from '../still-scene.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

/** Every scene has a frame of its own: `/embed/<slug>/`. */
export const entries: EntryGenerator = () => slugs.map((scenario) => ({ scenario }));

export const load: PageServerLoad = async ({ params }) => {
  const scenario = await loadScenario(params.scenario);
  if (!scenario) error(404, `There is no scene ${params.scenario}.`);
  return { scene: stillScene(scenario) };
};
