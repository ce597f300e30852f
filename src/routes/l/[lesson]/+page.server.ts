import { error } from '@sveltejs/kit';
import { lessonCards, lessonSlugs } from '../../../lessons/index.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

/** A short address for every lesson: `/l/<slug>/`. */
export const entries: EntryGenerator = () => lessonSlugs.map((lesson) => ({ lesson }));

export const load: PageServerLoad = ({ params }) => {
  const card = lessonCards.find(({ slug }) => slug === params.lesson);
  if (!card) error(404, `There is no lesson ${params.lesson}.`);
  const { slug, title, summary, minutes } = card;
  return { slug, title, summary, minutes };
};
