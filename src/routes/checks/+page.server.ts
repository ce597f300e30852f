import { rules } from '#engine/dockerfile/checks/index.ts';
import { checkBuild } from '#engine/graph/index.ts';
import { adviceRules } from '#engine/insight/advice/index.ts';
import { resolveImage } from '#engine/registry/index.ts';
import type { PageServerLoad } from './$types';

/** Every check with its two examples, and what the engine says of the bad one at the moment when the site is built. */
export const load: PageServerLoad = () => ({
  checks: rules.map(({ name, description, url, experimental, bad, good, ignore }) => {
    const { warnings } = checkBuild({ dockerfile: bad, resolve: resolveImage, ...(ignore && { ignore: { file: '.dockerignore', patterns: ignore } }) });
    const found = warnings.filter(({ code }) => code === name).map(({ message, lines }) => ({ message, line: lines[0]?.first }));
    return { name, description, url, experimental: experimental === true, bad, good, ignore, found };
  }),
  advice: adviceRules.map(({ name, title }) => ({ name, title })),
});
