/** The page of Layerscope that shows what an embed shows. */
import type { Action } from '#engine/workspace/action.ts';
import type { ImportedFile } from '#engine/workspace/import.ts';
import { actionsOf, type Log } from '#engine/workspace/log.ts';
import type { Scenario } from '#engine/workspace/scenario.ts';
import { writeLink, type SharedScene } from '#lib/share/scene-link.ts';
import { firstSlug } from '#scenarios/first.ts';

/** What is looked at, beside what was done. */
export type Looked = Pick<SharedScene, 'step' | 'file' | 'build'>;

/** What stands behind `#`. A scene that only the page around the embed has goes as files that are brought in. */
export function fragmentOf(log: Log, own: Scenario | undefined, looked: Looked): string {
  return `#${writeLink({ scenario: own ? firstSlug : log.scenario, actions: [...(own ? broughtIn(own) : []), ...actionsOf(log)], ...looked })}`;
}

/** Where a scene has its page; `site` is the URL of the root. */
export function pageOf(site: string, scenario: string): string {
  return scenario === firstSlug ? site : `${site}e/${scenario}/`;
}

export function urlOf(site: string, log: Log, own: Scenario | undefined, looked: Looked): string {
  return pageOf(site, own ? firstSlug : log.scenario) + fragmentOf(log, own, looked);
}

/** The scene as actions: its files, what it is built with, and what has happened when it begins. */
function broughtIn({ title, slug, files, dockerfile, options, prologue = [] }: Scenario): readonly Action[] {
  const entries = Object.entries(files).map(([path, { text, size, target, mode }]): ImportedFile => ({ path, ...(target !== undefined ? { target } : text !== undefined ? { text } : { size: size ?? 0 }), ...(mode !== undefined && { mode }) }));
  const asked = dockerfile === 'Dockerfile' ? options : { ...options, file: dockerfile };
  return [{ type: 'import', name: title || slug, files: entries }, ...(Object.keys(asked).length > 0 ? [{ type: 'options', options: asked } as const] : []), ...prologue];
}
