import { describe as group, expect, it } from 'vitest';
import { execute } from '../docker/index.ts';
import { resolveImage } from '../registry/index.ts';
import { scenario } from '../../scenarios/go-two-stages/scenario.ts';
import type { Action } from './action.ts';
import { describe } from './describe.ts';
import { actionsOf } from './log.ts';
import { talkOf, type Beat } from './talk.ts';
import { currentState, dispatch, openWorkspace, undoLast, type Workspace } from './workspace.ts';

const begin = () => openWorkspace(scenario, resolveImage, execute);

function after(workspace: Workspace, ...actions: readonly Action[]): Workspace {
  return actions.reduce((at, action) => {
    const done = dispatch(at, action);
    if (!done.ok) throw new Error(done.message.id);
    return done.workspace;
  }, workspace);
}

function beatsOf(workspace: Workspace): readonly Beat[] {
  const { builds } = describe(workspace);
  return talkOf({ title: 'A scene', builds, terminal: currentState(workspace).terminal, actions: actionsOf(workspace.log) }, (build) => `step of ${build}`);
}

const kinds = (workspace: Workspace) => beatsOf(workspace).map(({ kind, build }) => (build === undefined ? kind : `${kind} ${build}`));
const edit: Action = { type: 'write', path: 'README.md', text: 'Other words.\n' };

group('a talk', () => {
  it('is its title alone where nothing was done since the scene began', () => {
    expect(kinds(begin())).toEqual(['title 1']);
  });

  it('asks, answers and explains each build in the order of the log', () => {
    const workspace = after(begin(), edit, { type: 'build' }, { type: 'write', path: 'main.go', text: 'package main\n\nfunc main() { println(1) }\n' }, { type: 'build' });
    expect(kinds(workspace)).toEqual(['title 1', 'ask 2', 'reveal 2', 'why 2', 'ask 3', 'reveal 3', 'why 3']);
  });

  it('says before each question what was done, and nothing of what comes of it', () => {
    const week: Action = { type: 'wait', duration: 7 * 86_400_000 };
    const asked = (...actions: Action[]) => beatsOf(after(begin(), ...actions, { type: 'build' })).find(({ kind }) => kind === 'ask')?.heading;
    expect(asked(edit)).toEqual({ id: 'present.ask-edit', values: { path: 'README.md' } });
    expect(asked({ type: 'touch', path: 'main.go' })).toEqual({ id: 'present.ask-touch', values: { path: 'main.go' } });
    expect(asked(week)).toEqual({ id: 'present.ask-days', values: { n: 7 } });
    expect(asked({ type: 'prune' })).toEqual({ id: 'present.ask-prune' });
    expect(asked(edit, week)).toEqual({ id: 'present.ask-several', values: { n: 2 } });
    expect(asked()).toEqual({ id: 'present.ask-again' });
  });

  it('shows typed commands, those that build as builds', () => {
    const workspace = after(begin(), edit, { type: 'command', line: 'docker build -t app .' }, { type: 'command', line: 'docker images' });
    expect(kinds(workspace)).toEqual(['title 1', 'ask 2', 'reveal 2', 'why 2', 'command']);
    expect(beatsOf(workspace).at(-1)).toMatchObject({ id: 'command-2', entry: 1, heading: { values: { line: 'docker images' } } });
  });

  it('ends where the log’s pointer is', () => {
    const workspace = after(begin(), edit, { type: 'build' }, { type: 'command', line: 'docker images' });
    expect(kinds(undoLast(workspace))).toEqual(['title 1', 'ask 2', 'reveal 2', 'why 2']);
  });
});
