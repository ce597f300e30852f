/** What the gallery of views draws: every scene after its first commit, and every recorded scenario. Node only. */
import { resolve } from 'node:path';
import { execute } from '#engine/docker/index.ts';
import { resolveImage } from '#engine/registry/index.ts';
import type { Action } from '#engine/workspace/action.ts';
import { describe } from '#engine/workspace/describe.ts';
import { rehearsalOf } from '#engine/workspace/rehearsal.ts';
import { inVersion } from '#engine/workspace/versions.ts';
import { currentState, dispatch, openWorkspace, type Workspace } from '#engine/workspace/workspace.ts';
import type { Subject } from '#lib/views/picture.ts';
import { loadScenario, slugs } from '#scenarios/index.ts';
import { readRecordings, recordsOf } from '../../../tests/conformance/recorded.ts';
import { hardSubjects } from './hard-subjects.ts';

/** A page of the gallery. */
export interface Collection {
  readonly id: string;
  readonly title: string;
  readonly subjects: () => Promise<readonly Subject[]>;
}

const recordings = readRecordings(resolve('tests/conformance/recorded'));

/** What a recorded scenario is about: its first tag. */
const tagOf = ({ tags: [first = 'other'] }: { readonly tags: readonly string[] }): string => first;

/** In the order of the gallery's index. */
export const collections: readonly Collection[] = [
  ...slugs.map((slug) => ({ id: slug, title: slug, subjects: () => sceneSubjects(slug) })),
  { id: 'hard', title: 'Hard to draw', subjects: () => Promise.resolve(hardSubjects()) },
  ...[...new Set(recordings.map(tagOf))].sort().map((tag) => ({ id: `recorded-${tag}`, title: `Recorded: ${tag}`, subjects: () => Promise.resolve(recordedSubjects(tag)) })),
];

/** The scene after its likeliest commit, as it is foreseen and as it was built; its image was pushed before, and is pushed again. */
async function sceneSubjects(slug: string): Promise<readonly Subject[]> {
  const scenario = (await loadScenario(slug))!;
  const [tag] = scenario.options?.tags ?? [];
  const begun = after(openWorkspace(inVersion(scenario, 'bad'), resolveImage, execute), pushes(tag, 0));
  const edited = after(begun, rehearsalOf(describe(begun).scenario, 1).slice(0, 1));
  const built = after(edited, [{ type: 'build' }, ...pushes(tag, 1)]);
  const [before] = currentState(edited).builds.slice(-1).map(({ record }) => record);
  const [record] = currentState(built).builds.slice(-1).map((build) => build.record);
  const { files, prediction } = describe(edited);
  const now = describe(built);
  const changed = files.filter(({ change }) => change !== 'none').map(({ path }) => path);
  const last = before && { before };
  return [
    ...(prediction ? [{ id: 'foreseen', title: `${scenario.title}: foreseen`, record: prediction, ...last, files, edited: new Set(changed) }] : []),
    ...(record ? [{ id: 'built', title: `${scenario.title}: built`, record, ...last, files: now.files, edited: new Set(now.builds.at(-1)?.edited), workspace: built }] : []),
  ];
}

/** Each action in turn, as far as it can be done. */
function after(workspace: Workspace, actions: readonly Action[]): Workspace {
  return actions.reduce((now, action) => {
    const done = dispatch(now, action);
    return done.ok ? done.workspace : now;
  }, workspace);
}

/** What is typed to push an image, the nth release of it, to a registry. */
function pushes(tag: string | undefined, nth: number): readonly Action[] {
  if (tag === undefined) return [];
  const name = `${/^[^/]+[.:][^/]*\//.test(tag) ? '' : 'ghcr.io/me/'}${tag}`.replace(/\d+$/, (patch) => String(Number(patch) + nth));
  const lines = [`docker login ${name.split('/')[0]} -u me -p invented-token`, `docker tag ${tag} ${name}`, `docker push ${name}`];
  return lines.slice(nth === 0 ? 0 : 1).map((line) => ({ type: 'command', line }));
}

/** The last build of each scenario with this tag. */
function recordedSubjects(tag: string): readonly Subject[] {
  return recordings
    .filter((recording) => tagOf(recording) === tag)
    .map((recording) => {
      const records = recordsOf(recording);
      const before = records.at(-2);
      return { id: recording.name, title: recording.about === '' ? recording.name : recording.about, record: records.at(-1)!, ...(before && { before }), files: [], edited: new Set<string>() };
    });
}
