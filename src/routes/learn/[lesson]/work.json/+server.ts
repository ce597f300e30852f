import { error, json } from '@sveltejs/kit';
import { lessonWork } from '#lib/learn/data/load.ts';
import { lessonCards, lessonSlugs, loadLesson } from '../../../../lessons/index.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => lessonSlugs.map((lesson) => ({ lesson }));

/** What the page of a lesson fetches when it is alive. */
export const GET: RequestHandler = async ({ params }) => {
  const lesson = await loadLesson(params.lesson);
  if (!lesson) error(404, `There is no lesson ${params.lesson}.`);
  return json(lessonWork(lesson, lessonCards));
};
