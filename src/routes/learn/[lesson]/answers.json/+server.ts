import { error, json } from '@sveltejs/kit';
import { lessonAnswers } from '#lib/learn/data/load.ts';
import { lessonSlugs, loadLesson } from '../../../../lessons/index.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => lessonSlugs.map((lesson) => ({ lesson }));

/** Hints and solutions of a lesson, for who asks for them. */
export const GET: RequestHandler = async ({ params }) => {
  const lesson = await loadLesson(params.lesson);
  if (!lesson) error(404, `There is no lesson ${params.lesson}.`);
  return json(lessonAnswers(lesson));
};
