import { error } from '@sveltejs/kit';
import { lessonPage } from '#lib/learn/data/load.ts';
import { lessonCards, lessonSlugs, loadLesson } from '../../../lessons/index.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

/** Every lesson has a page of its own: `/learn/<slug>/`. */
export const entries: EntryGenerator = () => lessonSlugs.map((lesson) => ({ lesson }));

export const load: PageServerLoad = async ({ params }) => {
  const lesson = await loadLesson(params.lesson);
  if (!lesson) error(404, `There is no lesson ${params.lesson}.`);
  return lessonPage(lesson, lessonCards);
};
