import { error, json } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { oembedAnswer } from '#lib/preview/oembed.ts';
import { lessonSlugs, loadLesson } from '../../../../lessons/index.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => lessonSlugs.map((lesson) => ({ lesson }));

/** The oEmbed answer of a lesson: its scene in a frame. */
export const GET: RequestHandler = async ({ params: { lesson: slug }, url }) => {
  const lesson = await loadLesson(slug);
  if (!lesson) error(404, `There is no lesson ${slug}.`);
  const at = (path: string) => new URL(path, url).href;
  return json(oembedAnswer({ title: lesson.title, frame: at(`${resolve('/embed')}/?lesson=${slug}`), picture: at(resolve('/og/lesson/[lesson].png', { lesson: slug })), site: at(resolve('/')) }));
};
