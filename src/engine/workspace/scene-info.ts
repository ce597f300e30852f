/** What a page says of the scene: its point, its two Dockerfiles and which of them is there, its kinds of commit. */
import { contentSize, get, sameContent } from '../fs/index.ts';
import type { DirNode } from '../fs/node.ts';
import type { Scenario, Version } from './scenario.ts';
import type { SceneInfo } from './snapshot.ts';
import { nodeOf, type State } from './state.ts';
import type { VersionName } from './versions.ts';

/** Of what was opened over a scene, nothing but its name is known. */
export function sceneInfo(state: State, scenario: Scenario): SceneInfo {
  const { slug, title, tries, point, versions, edits } = scenario;
  if (state.imported) return { slug, title: state.imported.name };
  const now = versions && versionOf(state.context, versions);
  return {
    slug,
    title,
    ...(tries && { tries }),
    ...(point !== undefined && { point }),
    ...(versions && { versions: { bad: versions.bad.about, good: versions.good.about, ...(now && { now }) } }),
    ...(edits && { edits: edits.map(({ label, weight }) => ({ label, weight })) }),
  };
}

/** The version whose files the context has, those that the other version alone has being away; undefined for neither. */
function versionOf(context: DirNode, versions: NonNullable<Scenario['versions']>): VersionName | undefined {
  const paths = Object.keys({ ...versions.bad.files, ...versions.good.files });
  const has = (version: Version) =>
    paths.every((path) => {
      const spec = version.files[path];
      const node = get(context, path);
      if (!spec) return node === undefined || spec === undefined;
      const wanted = nodeOf(path, spec, 0);
      if (node?.type !== 'file' || wanted.type !== 'file') return node?.type === wanted.type;
      return contentSize(node.content) === contentSize(wanted.content) && sameContent(node.content, wanted.content);
    });
  return has(versions.bad) ? 'bad' : has(versions.good) ? 'good' : undefined;
}
