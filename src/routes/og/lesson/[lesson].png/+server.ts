import { previewAnswer } from '#lib/preview/answer.ts';
import { lessonPreview } from '#lib/preview/subjects.ts';
import { lessonSlugs } from '../../../../lessons/index.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => lessonSlugs.map((lesson) => ({ lesson }));

/** What stands beside links to a lesson. */
export const GET: RequestHandler = async ({ params }) => previewAnswer(await lessonPreview(params.lesson));
