import { describe as group, expect, it } from 'vitest';
import { resolveImage } from '../registry/index.ts';
import { loadScenario, slugs } from '../../scenarios/index.ts';
import { describe } from './describe.ts';
import { rehearsalOf } from './rehearsal.ts';
import { inVersion } from './versions.ts';
import { currentState, dispatch, openWorkspace } from './workspace.ts';

group('the walk of a scene', () => {
  it.each(['go-two-stages', 'node-express', slugs.at(-1) ?? ''])('%s: every action can be done, and something runs again after some of them', async (slug) => {
    const scenario = await loadScenario(slug);
    let workspace = openWorkspace(inVersion(scenario!, 'bad'), resolveImage);
    const walk = rehearsalOf(describe(workspace).scenario, 1);
    expect(walk.filter(({ type }) => type === 'build').length).toBeGreaterThan(0);
    for (const action of walk) {
      const done = dispatch(workspace, action);
      expect(done.ok).toBe(true);
      if (done.ok) workspace = done.workspace;
    }
    expect(currentState(workspace).builds.some(({ record }) => record.number > 1 && record.steps.some(({ state }) => state === 'rebuilt'))).toBe(true);
  });

  it('makes each commit once with either Dockerfile, under a number of its own', () => {
    const edits = ['a', 'b', 'c', 'd'].map((label, i) => ({ label, weight: 10 + i }));
    const walk = rehearsalOf({ slug: 's', title: 'S', versions: { bad: '', good: '', now: 'bad' }, edits }, 7);
    expect(walk.flatMap((action) => (action.type === 'commit' ? [`${action.edit} ${action.n}`] : action.type === 'version' ? [action.name] : []))).toEqual(['d 7', 'c 8', 'b 9', 'good', 'd 10', 'c 11', 'b 12']);
  });
});
