/** A source as a link, for frames, which hold no files. */
import type { Source } from '#embed/vocabulary.ts';

/** What stands behind `#`; undefined where the source has a name and needs none. The parts that write it are loaded only for files. */
export async function linkOf(source: Source): Promise<string | undefined> {
  if (source.kind === 'link') return source.link;
  if (source.kind !== 'files') return undefined;
  const [{ fragmentOf }, { scenarioOf }, { emptyLog }] = await Promise.all([import('#embed/session-link.ts'), import('#engine/workspace/made-up/made-up.ts'), import('#engine/workspace/log.ts')]);
  const { scenario } = scenarioOf(source.files);
  return fragmentOf(emptyLog(scenario.slug), scenario, {}).slice(1);
}
