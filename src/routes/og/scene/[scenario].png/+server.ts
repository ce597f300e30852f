import { previewAnswer } from '#lib/preview/answer.ts';
import { scenePreview } from '#lib/preview/subjects.ts';
import { slugs } from '#scenarios/index.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => slugs.map((scenario) => ({ scenario }));

/** What stands beside links to a scene. */
export const GET: RequestHandler = async ({ params }) => previewAnswer(await scenePreview(params.scenario));
