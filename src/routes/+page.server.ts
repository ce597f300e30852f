import { get, textOf } from '#engine/fs/index.ts';
import { familiarReference, parseReference } from '#engine/image/index.ts';
import { catalog, resolveImage } from '#engine/registry/index.ts';
import { describe } from '#engine/workspace/describe.ts';
import { currentState, dispatch, openWorkspace } from '#engine/workspace/workspace.ts';
import { openable } from '#lib/state/first-look.ts';
import { logText } from '#lib/state/log-text.ts';
import { formatBytes } from '#lib/ui/format.ts';
import { layoutGraph } from '#lib/views/graph/layout.ts';
import { graphSvg } from '#lib/views/graph/svg.ts';
import { defaultScenario } from '#scenarios/index.ts';
import type { PageServerLoad } from './$types';

/** The first scene as it begins, worked out when the site is built: what is painted before any script has run. */
export const load: PageServerLoad = () => {
  const workspace = openWorkspace(defaultScenario, resolveImage);
  const { builds, context } = currentState(workspace);
  const build = builds.at(-1)!;
  const snapshot = describe(workspace);
  const open = openable(snapshot);
  const texts = Object.fromEntries(
    [snapshot.dockerfile, open].flatMap((path) => {
      const node = path === undefined ? undefined : get(context, path);
      return path !== undefined && node?.type === 'file' ? [[path, textOf(node)]] : [];
    }),
  );
  const { record } = build;
  return {
    snapshot,
    texts,
    log: logText(record),
    images: knownImages(),
    picture: graphSvg(layoutGraph({ record: snapshot.prediction ?? record, files: snapshot.files, edited: new Set(), density: 'full', sameImageAs: 1 }), {
      title: 'The build graph',
      description: 'Two stages: eight steps, all cached.',
      predicted: true,
      theme: 'page',
      id: 'first',
    }),
    first: afterReadme(),
  };
};

/** The product's best moment as a drawing: only README.md changed, and the wave stops where the binary came out the same. */
function afterReadme() {
  let workspace = openWorkspace(defaultScenario, resolveImage);
  const text = defaultScenario.files['README.md']?.text ?? '';
  for (const action of [{ type: 'write', path: 'README.md', text: `${text}\nBye.\n` } as const, { type: 'build' } as const]) {
    const done = dispatch(workspace, action);
    if (done.ok) workspace = done.workspace;
  }
  const { builds } = currentState(workspace);
  const { record } = builds.at(-1)!;
  const layout = layoutGraph({ record, files: describe(workspace).files, edited: new Set(['README.md']), density: 'full', sameImageAs: 1 });
  return {
    record,
    caption: 'Only the README changed. The code was compiled again, came out byte for byte the same, and the image did not change.',
    picture: graphSvg(layout, { title: 'The build after an edit of README.md', description: 'The wave stops at the final stage.', predicted: false, theme: 'page', id: 'readme' }),
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
