import { signatures } from '#embed/frame/reference.ts';
import vocabulary from '#embed/vocabulary.ts?raw';
import { loadScenario, slugs } from '#scenarios/index.ts';
import { lessonCards } from '#lessons/index.ts';
import type { PageServerLoad } from './$types';

/** What can be embedded by its name, and the signatures as the vocabulary has them. */
export const load: PageServerLoad = async () => {
  const scenarios = await Promise.all(slugs.map(loadScenario));
  return {
    scenes: scenarios.flatMap((scenario) => (scenario ? [{ name: scenario.slug, title: scenario.title }] : [])).sort((a, b) => (a.title < b.title ? -1 : 1)),
    lessons: lessonCards.map(({ slug, title }) => ({ name: slug, title })),
    ...signatures(vocabulary),
  };
};
