import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { get, textOf } from '#engine/fs/index.ts';
import { explain } from '#engine/insight/explain.ts';
import { radiusReason } from '#engine/insight/radius-reason.ts';
import type { Reach } from '#engine/insight/radius.ts';
import { resolveImage } from '#engine/registry/index.ts';
import type { BuildRecord } from '#engine/solver/record.ts';
import type { Action } from '#engine/workspace/action.ts';
import { predict } from '#engine/workspace/describe.ts';
import { earlierBuilds } from '#engine/workspace/earlier-builds.ts';
import { radius } from '#engine/workspace/radius.ts';
import type { Scenario } from '#engine/workspace/scenario.ts';
import { isText } from '#engine/workspace/state.ts';
import { inVersion } from '#engine/workspace/versions.ts';
import { currentState, dispatch, openWorkspace, type Workspace } from '#engine/workspace/workspace.ts';
import { loadScenario } from '#scenarios/index.ts';

function after(start: Workspace, ...actions: readonly Action[]): Workspace {
  return actions.reduce((workspace, action) => {
    const done = dispatch(workspace, action);
    if (!done.ok) throw new Error(done.message.id);
    return done.workspace;
  }, start);
}

/** What a real build after a real edit says of each step, by the causes that Why gives. */
function seen(workspace: Workspace): readonly Reach[] {
  const state = currentState(workspace);
  const last = state.builds.length;
  const build = state.builds[last - 1]!;
  return build.record.steps.map(({ id, state: became }) => {
    const cause = explain(earlierBuilds(state, last), build, id)?.cause;
    if (became === 'rebuilt' || became === 'failed') return cause === 'file-content' && readsContext(build.record, id) ? 'reads' : 'follows';
    return cause === 'same-content' ? 'stops' : 'untouched';
  });
}

/** Whether the step names the context among what it reads: a copy of a copy is read in another stage. */
const readsContext = ({ steps }: BuildRecord, id: string): boolean => steps.find((step) => step.id === id)?.reads.some(({ kind }) => kind === 'context') ?? false;

const built = (scenario: Scenario): Workspace => after(openWorkspace(scenario, resolveImage), { type: 'build' });

const scenes = ['go-two-stages', 'node-express', 'flask-pip', 'static-site'].flatMap((slug) => [[slug, 'bad'], [slug, 'good']] as const);

describe('a cell of the blast radius', () => {
  it.each(scenes)('is what an edit of the file and a build do to the step: %s, %s', async (slug, version) => {
    const start = built(inVersion((await loadScenario(slug))!, version));
    const matrix = radius(start);
    const { context, builds } = currentState(start);
    const usual = builds.at(-1)!.record.duration;
    const paths = Object.keys(matrix.files).filter((path) => {
      const node = get(context, path);
      return node?.type === 'file' && isText(node) && !/ignore$/.test(path);
    });
    expect(paths.length).toBeGreaterThan(0);
    fc.assert(
      fc.property(fc.constantFrom(...paths), (path) => {
        const node = get(context, path);
        const text = node?.type === 'file' ? textOf(node) : '';
        const edited = after(start, { type: 'write', path, text: `${text}\n` });
        const done = after(edited, { type: 'build' });
        const outcome = matrix.outcomes[matrix.files[path]!]!;
        expect([path, outcome.reach]).toEqual([path, seen(done)]);
        // What it costs is how much longer the build takes than the one before it, of which nothing is to be done.
        if (outcome.reach.every((reach) => reach === 'untouched')) expect(outcome.time).toBeLessThan(Math.max(100, usual));
        else expect(Math.abs(outcome.time! + predict(after(start, { type: 'build' })).record.duration - predict(edited).record.duration)).toBeLessThan(20);
      }),
      { seed: 5, numRuns: 8 },
    );
  });
});

describe('the reason of a cell', () => {
  it('names the source and the line that read, the step that is followed, and what came out the same', async () => {
    const start = built((await loadScenario('go-two-stages'))!);
    const matrix = radius(start);
    const { steps, stages } = predict(start).record;
    const reasons = (path: string) =>
      steps.map((_, at) => radiusReason({ steps, stages, radius: matrix.outcomes[matrix.files[path]!], edited: { kind: 'file', name: path }, at })).map(({ id, values }) => [id.replace('radius.why-', ''), values?.['source'] ?? values?.['maker']]);
    expect(reasons('README.md').slice(4)).toEqual([
      ['reads-source', '/'],
      ['follows', 'COPY . .'],
      ['untouched', undefined],
      ['stops', expect.stringContaining('go build')],
    ]);
    expect(reasons('go.mod')[2]).toEqual(['reads-source', '/go.*']);
    expect(radiusReason({ steps, stages, radius: undefined, edited: { kind: 'file', name: 'x' }, at: 1 }).id).toBe('radius.why-unknown');
  });
});
