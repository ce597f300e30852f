/** What the page of a scene is made of when the site is built: all that is painted before any script has run. */
import { execute } from '#engine/docker/index.ts';
import { get, textOf } from '#engine/fs/index.ts';
import { familiarReference, parseReference } from '#engine/image/index.ts';
import { catalog } from '#engine/registry/catalog/index.ts';
import { resolveImage } from '#engine/registry/index.ts';
import type { BuildRecord } from '#engine/solver/record.ts';
import { describe } from '#engine/workspace/describe.ts';
import type { Scenario } from '#engine/workspace/scenario.ts';
import type { Snapshot } from '#engine/workspace/snapshot.ts';
import { inVersion } from '#engine/workspace/versions.ts';
import { currentState, dispatch, openWorkspace, type Workspace } from '#engine/workspace/workspace.ts';
import { openable } from '#lib/state/first-look.ts';
import { logText } from '#lib/state/log-text.ts';
import { formatBytes } from '#lib/ui/format.ts';
import { layoutGraph } from '#lib/views/graph/layout.ts';
import { graphSvg } from '#lib/views/graph/svg.ts';

export interface SceneData {
  /** One sentence: what can be seen. */
  readonly about: string;
  readonly snapshot: Snapshot;
  /** Texts of the files that are open, by path. */
  readonly texts: Readonly<Record<string, string>>;
  /** What the last build printed. */
  readonly log: string;
  readonly images: readonly { readonly ref: string; readonly detail?: string }[];
  /** The graph as SVG. */
  readonly picture: string;
  /** For who has no scripts: a build worth looking at, as a drawing, and what it shows. */
  readonly first: { readonly record: BuildRecord; readonly caption: string; readonly picture: string };
}

/** The scene as it begins. */
export function sceneData(scenario: Scenario): SceneData {
  const workspace = openWorkspace(inVersion(scenario, 'bad'), resolveImage, execute);
  const { builds, context } = currentState(workspace);
  const snapshot = describe(workspace);
  const record = builds.at(-1)?.record ?? snapshot.prediction!;
  const texts = Object.fromEntries(
    [snapshot.dockerfile, openable(snapshot)].flatMap((path) => {
      const node = path === undefined ? undefined : get(context, path);
      return path !== undefined && node?.type === 'file' ? [[path, textOf(node)]] : [];
    }),
  );
  return {
    about: scenario.about,
    snapshot,
    texts,
    log: builds.length === 0 ? '' : logText(record),
    images: knownImages(),
    picture: graphSvg(layoutGraph({ record: snapshot.prediction ?? record, files: snapshot.files, edited: new Set(), density: 'full', sameImageAs: 1 }), {
      title: 'The build graph',
      description: `${scenario.title}: ${record.stages.length} stages, ${record.steps.length} steps.`,
      predicted: true,
      theme: 'page',
      id: 'first',
    }),
    first: afterFirstTry(workspace, scenario),
  };
}

/** The scene's best moment as a drawing: what is offered to try was done, and the build after it. */
function afterFirstTry(opened: Workspace, scenario: Scenario): SceneData['first'] {
  const shown = scenario.tries?.find((one) => one.shown) ?? scenario.tries?.[0];
  let workspace = opened;
  for (const action of shown ? [shown.action, { type: 'build' } as const] : []) {
    const done = dispatch(workspace, action);
    if (done.ok) workspace = done.workspace;
  }
  const { builds } = currentState(workspace);
  const { record } = builds.at(-1)!;
  const edited = shown && 'path' in shown.action ? [shown.action.path] : [];
  const layout = layoutGraph({ record, files: describe(workspace).files, edited: new Set(edited), density: 'full' });
  return {
    record,
    caption: shown?.shown ?? scenario.point ?? scenario.about,
    picture: graphSvg(layout, { title: shown ? `The build after: ${shown.label}` : 'The build', description: shown?.shown ?? scenario.about, predicted: false, theme: 'page', id: 'readme' }),
  };
}

/** What completion offers after FROM: every image of the catalog, with what a pull of it brings. */
function knownImages() {
  return catalog.flatMap(({ repository, releases }) =>
    releases.flatMap(({ tags, platforms }) =>
      tags.flatMap((tag) => {
        const reference = parseReference(`${repository}:${tag}`);
        if ('error' in reference) return [];
        const size = platforms['linux/amd64']?.layers.reduce((sum, layer) => sum + layer.size, 0);
        return [{ ref: familiarReference(reference), ...(size === undefined ? {} : { detail: formatBytes(size) }) }];
      }),
    ),
  );
}
