import { resolveImage } from '#engine/registry/index.ts';
import type { Scenario } from '#engine/workspace/scenario.ts';
import { cardOf, grouped } from '#lib/views/scenes/card.ts';
import { loadScenario, slugs } from '#scenarios/index.ts';
import type { PageServerLoad } from './$types';
import { costsOf } from './costs.ts';

/** Every scene with two versions under its group, and what its commits cost in both when the site is built. */
export const load: PageServerLoad = async () => {
  const scenes = (await Promise.all(slugs.map(loadScenario))).filter((scene) => scene?.versions !== undefined) as Scenario[];
  const bySlug = new Map(scenes.map((scene) => [scene.slug, scene]));
  return {
    count: scenes.length,
    groups: grouped(scenes.map(cardOf), '').map(({ name, cards }) => ({ name, scenes: cards.map(({ slug }) => entryOf(bySlug.get(slug)!)) })),
  };
};

/** A scene as the page shows it. */
function entryOf(scenario: Scenario) {
  const { slug, title, about, point, versions, edits = [] } = scenario;
  const side = (version: 'bad' | 'good') => ({ about: versions?.[version].about ?? '', ...costsOf(scenario, version, resolveImage) });
  return { slug, title, about, point, kinds: edits.map(({ label, weight }) => ({ label, weight })), bad: side('bad'), good: side('good') };
}
