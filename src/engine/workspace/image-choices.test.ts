import { describe, expect, it } from 'vitest';
import { imageReport } from '../insight/image/image-report.ts';
import { resolveImage } from '../registry/index.ts';
import type { Action } from './action.ts';
import { imageChoices, partsOf } from './image-choices.ts';
import type { Scenario } from './scenario.ts';
import { currentState, dispatch, openWorkspace } from './workspace.ts';

const scenario: Scenario = { slug: 'a', title: 'A', about: '', files: { Dockerfile: { text: 'FROM alpine AS base\nFROM base\nCOPY a.txt .\n' }, 'a.txt': { text: 'one\n' } }, dockerfile: 'Dockerfile', options: { tags: ['app:1'] }, begins: 1_000_000_000_000 };

function after(...actions: readonly Action[]) {
  let workspace = openWorkspace(scenario, resolveImage);
  for (const action of actions) {
    const done = dispatch(workspace, action);
    if (!done.ok) throw new Error(done.message.id);
    workspace = done.workspace;
  }
  return currentState(workspace);
}

const two: readonly Action[] = [{ type: 'build' }, { type: 'write', path: 'a.txt', text: 'longer\n' }, { type: 'build' }];

describe('images to look into', () => {
  it('are none before a build', () => {
    expect(imageChoices(after())).toEqual([]);
  });

  it('are those of every build, the latest first, each as it was made', () => {
    const choices = imageChoices(after(...two));
    expect(choices.map(({ id, name, build }) => [id, name, build])).toEqual([['build 2', 'app:1', 2], ['build 1', 'app:1', 1]]);
    const [second, first] = choices.map((choice) => imageReport(partsOf(choice)!));
    expect(second!.layers.at(-1)!.digest).not.toBe(first!.layers.at(-1)!.digest);
    expect(second!.size).toBe(first!.size);
  });

  it('stay the same values as long as nothing changes, so that opened folders cost nothing again', () => {
    const state = after(...two);
    expect(partsOf(imageChoices(state)[0]!)).toBe(partsOf(imageChoices(state)[0]!));
  });

  it('name a base as the Dockerfile does, through the stages between', () => {
    expect(partsOf(imageChoices(after({ type: 'build' }))[0]!)!.layers[0]!.label).toBe('FROM alpine');
  });

  it('have the step of each layer, that of the FROM for the base', () => {
    expect(partsOf(imageChoices(after({ type: 'build' }))[0]!)!.layers.map(({ step }) => step)).toEqual([
      { id: '0.1', lines: { first: 1, last: 1 }, text: 'FROM alpine' },
      { id: '1.1', lines: { first: 3, last: 3 }, text: 'COPY a.txt .' },
    ]);
  });

  it('leave out builds that made none', () => {
    expect(imageChoices(after({ type: 'write', path: 'Dockerfile', text: 'FROM alpine\nCOPY nothing .\n' }, { type: 'build' }))).toEqual([]);
  });

  it('have a row for each platform of a build for several', () => {
    const state = after({ type: 'options', options: { platforms: ['linux/amd64', 'linux/arm64'] } }, { type: 'build' });
    expect(imageChoices(state).map(({ name, platform }) => [name, platform])).toEqual([['app:1', 'linux/amd64'], ['app:1', 'linux/arm64']]);
  });
});
