import { describe, expect, it } from 'vitest';
import { resolveImage } from '../registry/index.ts';
import type { Action } from './action.ts';
import type { Scenario } from './scenario.ts';
import { currentState, dispatch, openWorkspace } from './workspace.ts';

const day = 86_400_000;

/** Builds, lets a week pass in which the tag moves, and builds again: the states of the steps of the second build. */
function secondBuild(from: string, moves: Scenario['moves']): readonly string[] {
  const scenario: Scenario = {
    slug: 'drift', title: 'Drift', about: '', dockerfile: 'Dockerfile', options: {}, begins: Date.UTC(2026, 9, 1),
    files: { Dockerfile: { text: `FROM ${from}\nRUN echo hello > /hello\n` } },
    ...(moves && { moves }),
  };
  const actions: readonly Action[] = [{ type: 'build' }, { type: 'wait', duration: 7 * day }, { type: 'build' }];
  const end = actions.reduce((workspace, action) => {
    const done = dispatch(workspace, action);
    return done.ok ? done.workspace : workspace;
  }, openWorkspace(scenario, resolveImage));
  return currentState(end).builds.at(-1)!.record.steps.map(({ state }) => state);
}

const moves = [{ tag: 'alpine:latest', day: '2026-10-04' }];
const first = resolveImage('alpine', 'linux/amd64');

describe('a scenario whose base image moves', () => {
  it('rebuilds after a week in which nobody edited anything', () => {
    expect(secondBuild('alpine', moves)).toEqual(['rebuilt', 'rebuilt']);
  });

  it('finds everything where the base is pinned, or where no tag moved', () => {
    const digest = 'error' in first ? '' : first.digest;
    expect(secondBuild(`alpine@${digest}`, moves)).toEqual(['cached', 'cached']);
    expect(secondBuild('alpine', undefined)).toEqual(['cached', 'cached']);
  });
});
