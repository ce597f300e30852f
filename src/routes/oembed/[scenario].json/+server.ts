import { error, json } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { oembedAnswer } from '#lib/preview/oembed.ts';
import { loadScenario, slugs } from '#scenarios/index.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => slugs.map((scenario) => ({ scenario }));

/** The oEmbed answer of a scene: its page links to it. */
export const GET: RequestHandler = async ({ params: { scenario: slug }, url }) => {
  const scenario = await loadScenario(slug);
  if (!scenario) error(404, `There is no scene ${slug}.`);
  const at = (path: string) => new URL(path, url).href;
  return json(oembedAnswer({ title: scenario.title, frame: at(`${resolve('/embed/[scenario]', { scenario: slug })}/`), picture: at(resolve('/og/scene/[scenario].png', { scenario: slug })), site: at(resolve('/')) }));
};
