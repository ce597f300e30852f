import { json } from '@sveltejs/kit';
import { cardOf } from '#lib/views/scenes/card.ts';
import { loadScenario, slugs } from '#scenarios/index.ts';

export const prerender = true;

/** The list of scenes, for who opens it in the workbench. */
export async function GET(): Promise<Response> {
  const scenarios = await Promise.all(slugs.map(loadScenario));
  return json(scenarios.flatMap((scenario) => (scenario ? [cardOf(scenario)] : [])));
}
