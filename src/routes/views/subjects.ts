/** What the gallery of views draws: every scene after its first commit, and every recorded scenario. Node only. */
import { resolve } from 'node:path';
import { execute } from '#engine/docker/index.ts';
import { resolveImage } from '#engine/registry/index.ts';
import { describe } from '#engine/workspace/describe.ts';
import { rehearsalOf } from '#engine/workspace/rehearsal.ts';
import { inVersion } from '#engine/workspace/versions.ts';
import { currentState, dispatch, openWorkspace } from '#engine/workspace/workspace.ts';
import type { Subject } from '#lib/views/picture.ts';
import { loadScenario, slugs } from '#scenarios/index.ts';
import { readRecordings } from '../../../tests/conformance/recorded.ts';
import { runScenario } from '../../../tests/conformance/scenario.ts';
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

/** The scene after its likeliest commit: as it is foreseen, and as it was built. */
async function sceneSubjects(slug: string): Promise<readonly Subject[]> {
  const scenario = (await loadScenario(slug))!;
  let workspace = openWorkspace(inVersion(scenario, 'bad'), resolveImage, execute);
  const edits = rehearsalOf(describe(workspace).scenario, 1).slice(0, 1);
  const subjects: Subject[] = [];
  for (const action of [...edits, { type: 'build' } as const]) {
    const done = dispatch(workspace, action);
    if (!done.ok) continue;
    workspace = done.workspace;
    const { files, prediction, builds } = describe(workspace);
    const built = action.type === 'build';
    const records = currentState(workspace).builds.map(({ record }) => record);
    const record = built ? records.at(-1) : prediction;
    const before = records.at(built ? -2 : -1);
    const edited = new Set(built ? (builds.at(-1)?.edited ?? []) : files.filter(({ change }) => change !== 'none').map(({ path }) => path));
    if (record) subjects.push({ id: built ? 'built' : 'foreseen', title: `${scenario.title}: ${built ? 'built' : 'foreseen'}`, record, ...(before && { before }), files, edited, workspace });
  }
  return subjects;
}

/** The last build of each scenario with this tag. */
function recordedSubjects(tag: string): readonly Subject[] {
  return recordings
    .filter((recording) => tagOf(recording) === tag)
    .map((recording) => {
      const records = runScenario(recording).map(({ record }) => record);
      const before = records.at(-2);
      return { id: recording.name, title: recording.about === '' ? recording.name : recording.about, record: records.at(-1)!, ...(before && { before }), files: [], edited: new Set<string>() };
    });
}
