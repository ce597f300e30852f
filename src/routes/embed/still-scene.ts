/** A scene as it stands in a frame without scripts: made when the site is built. */
import type { Scenario } from '#engine/workspace/scenario.ts';
import { densityFor } from '#lib/views/graph/density.ts';
import { layoutGraph } from '#lib/views/graph/layout.ts';
import { graphSvg } from '#lib/views/graph/svg.ts';
import { sceneData } from '#lib/workbench/scene-data.ts';

export interface StillScene {
  readonly slug: string;
  readonly title: string;
  readonly dockerfile: string;
  /** The graph of a build worth looking at, as SVG, and what it shows. */
  readonly picture: string;
  readonly caption: string;
}

/** Pixels that the graph has in a frame of usual width. */
const width = 388;

/** As the embed draws it: steps without the files that they read. */
export function stillScene(scenario: Scenario): StillScene {
  const { snapshot, texts, first } = sceneData(scenario);
  const { record, caption } = first;
  const layout = layoutGraph({ record, width, density: densityFor(record.steps.length) });
  const picture = graphSvg(layout, { title: scenario.title, description: caption, predicted: false, theme: 'page', id: 'still' });
  return { slug: scenario.slug, title: scenario.title, dockerfile: (texts[snapshot.dockerfile] ?? '').trimEnd(), picture, caption };
}
