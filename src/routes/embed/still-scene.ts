/** A scene as it stands in a frame without scripts: made when the site is built. */
import type { Scenario } from '#engine/workspace/scenario.ts';
import { sceneData } from '#lib/workbench/scene-data.ts';

export interface StillScene {
  readonly slug: string;
  readonly title: string;
  readonly dockerfile: string;
  /** The graph of a build worth looking at, as SVG, and what it shows. */
  readonly picture: string;
  readonly caption: string;
}

export function stillScene(scenario: Scenario): StillScene {
  const { snapshot, texts, first } = sceneData(scenario);
  return { slug: scenario.slug, title: scenario.title, dockerfile: texts[snapshot.dockerfile] ?? '', picture: first.picture, caption: first.caption };
}
