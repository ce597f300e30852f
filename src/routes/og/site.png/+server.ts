import { previewAnswer } from '#lib/preview/answer.ts';
import { sitePreview } from '#lib/preview/subjects.ts';

export const prerender = true;

/** What stands beside links to the site itself. */
export const GET = (): Promise<Response> => previewAnswer(sitePreview());
