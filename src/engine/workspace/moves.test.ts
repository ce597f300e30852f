import { describe, expect, it } from 'vitest';
import { explain } from '../insight/explain.ts';
import { text } from '../../messages/index.ts';
import { resolveImage } from '../registry/index.ts';
import type { Action } from './action.ts';
import type { Scenario } from './scenario.ts';
import { currentState, dispatch, openWorkspace } from './workspace.ts';

const day = 86_400_000;

/** Builds, lets a week pass in which the tag moves, and builds again: the states of the steps of the second build. */
function secondBuild(from: string, moves: Scenario['moves']): readonly string[] {
  return twoBuilds(from, moves).at(-1)!.record.steps.map(({ state }) => state);
}

function twoBuilds(from: string, moves: Scenario['moves']) {
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
  return currentState(end).builds;
}

const moves = [{ tag: 'alpine:latest', day: '2026-10-04' }];
const first = resolveImage('alpine', 'linux/amd64');

describe('a scenario whose base image moves', () => {
  it('rebuilds after a week in which nobody edited anything', () => {
    expect(secondBuild('alpine', moves)).toEqual(['rebuilt', 'rebuilt']);
  });

  it('says that the tag moved, and nothing of an edit', () => {
    const builds = twoBuilds('alpine', moves);
    const why = (step: string) => {
      const found = explain(builds.slice(0, 1), builds[1]!, step)!;
      return [found.cause, text(found.simple), found.chain.map(({ sentence }) => text(sentence))];
    };
    expect(why('0.1')).toEqual(['base', 'FROM alpine rebuilt because its tag leads to another image now.', ['FROM alpine leads to another image', 'RUN echo hello > /hello starts from it']]);
    expect(why('0.2').slice(0, 2)).toEqual(['base', expect.stringContaining('alpine is a new image')]);
  });

  it('finds everything where the base is pinned, or where no tag moved', () => {
    const digest = 'error' in first ? '' : first.digest;
    expect(secondBuild(`alpine@${digest}`, moves)).toEqual(['cached', 'cached']);
    expect(secondBuild('alpine', undefined)).toEqual(['cached', 'cached']);
  });
});
