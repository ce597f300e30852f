/** The narration of a link, shown over its scene: it plays by itself, and whoever edits something on the way has a branch of their own. */
import { t } from '#messages/index.ts';
import type { Log } from '#engine/workspace/log.ts';
import { show } from '#lib/views/narrate/show.ts';
import type { ViewContext } from '#lib/workbench/view.ts';
import { narrationOf } from './narration-of.ts';
import type { SharedScene } from './scene.ts';

/** What ends it; undefined where it cannot be shown now. */
export function playLink(scene: SharedScene, log: Log, context: ViewContext): Promise<(() => void) | undefined> {
  const narration = narrationOf(scene, log, scene.title ?? t('share.narration'));
  return show(narration, context, 0, { over: 'this', plays: true });
}
