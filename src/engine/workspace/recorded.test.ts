import { describe, expect, it } from 'vitest';
import { text as inWords } from '../../messages/index.ts';
import { explain } from '../insight/explain.ts';
import { resolveImage } from '../registry/index.ts';
import { rawJsonProgress } from '../solver/progress/rawjson.ts';
import type { Action } from './action.ts';
import { describe as describeWorkspace } from './describe.ts';
import { earlierBuilds } from './earlier-builds.ts';
import { imageChoices } from './image-choices.ts';
import type { Scenario } from './scenario.ts';
import { currentState, dispatch, openWorkspace, undoLast, type Workspace } from './workspace.ts';

const scenario: Scenario = { slug: 'a', title: 'A', about: '', files: { Dockerfile: { text: 'FROM alpine\nCOPY a.txt .\nRUN sleep 3\n' }, 'a.txt': { text: 'one\n' } }, dockerfile: 'Dockerfile', options: {}, begins: 1_000_000_000_000 };

function after(workspace: Workspace, ...actions: readonly Action[]): Workspace {
  return actions.reduce((from, action) => {
    const done = dispatch(from, action);
    if (!done.ok) throw new Error(done.message.id);
    return done.workspace;
  }, workspace);
}

const start = openWorkspace(scenario, resolveImage);
const real = currentState(after(start, { type: 'build' })).builds[0]!.record;
const text = rawJsonProgress(real);

describe('a real build that is replayed', () => {
  const workspace = after(start, { type: 'recorded', text });
  const { builds } = currentState(workspace);

  it('stands in the history with its own times and states', () => {
    expect(describeWorkspace(workspace).builds).toMatchObject([{ number: 1, ok: true, states: real.steps.map(({ state }) => state) }]);
    expect(builds[0]!.record.recorded).toBe('rawjson');
    expect(builds[0]!.record.duration).toBeCloseTo(real.duration, 0);
  });

  it('says what happened in Why, and that a recorded log does not tell why', () => {
    const step = builds[0]!.record.steps.find(({ keyword }) => keyword === 'RUN')!;
    const words = inWords(explain([], builds[0]!, step.id)!.simple);
    expect(words).toMatch(/^RUN sleep 3 ran\. It took 3\.\d\ss\. A recorded log does not tell why\.$/);
  });

  it('leaves the cache, the files and the reasons of other builds as they are', () => {
    const next = after(workspace, { type: 'build' });
    expect(currentState(next).builds[1]!.record.steps.map(({ state }) => state)).toEqual(real.steps.map(({ state }) => state));
    expect(earlierBuilds(currentState(next), 2)).toEqual([]);
    expect(imageChoices(currentState(workspace))).toEqual([]);
    expect(describeWorkspace(workspace).files).toEqual(describeWorkspace(start).files);
  });

  it('is taken back by undo', () => {
    expect(currentState(undoLast(workspace)).builds).toEqual([]);
  });

  it('is refused in a sentence where the text is none', () => {
    expect(dispatch(start, { type: 'recorded', text: 'hello' })).toMatchObject({ ok: false, message: { id: 'actions.recorded-unknown' } });
  });
});
