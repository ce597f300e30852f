import { describe, expect, it } from 'vitest';
import { get, textOf } from '../fs/index.ts';
import { resolveImage } from '../registry/index.ts';
import type { Action } from './action.ts';
import { describe as describeState } from './describe.ts';
import type { Scenario } from './scenario.ts';
import { commitActions, inVersion } from './versions.ts';
import { currentState, dispatch, openWorkspace, undoLast, type Workspace } from './workspace.ts';

const scene: Scenario = {
  slug: 'a',
  title: 'A',
  about: '',
  files: { 'main.py': { text: 'print(1)' }, 'notes.txt': { text: '' } },
  dockerfile: 'Dockerfile',
  options: { tags: ['a'] },
  begins: 0,
  versions: {
    bad: { about: '', files: { Dockerfile: { text: 'FROM python' } } },
    good: { about: '', files: { Dockerfile: { text: 'FROM python:slim' }, 'notes.txt': null }, options: { tags: ['b'] } },
  },
};

describe('a scene in two versions', () => {
  it('has the shared files and those of the version, without those that it drops', () => {
    expect(Object.keys(inVersion(scene, 'bad').files)).toEqual(['main.py', 'notes.txt', 'Dockerfile']);
    expect(inVersion(scene, 'good').files).toEqual({ 'main.py': { text: 'print(1)' }, Dockerfile: { text: 'FROM python:slim' } });
  });

  it('is built as the version says, else as the scene says', () => {
    expect(inVersion(scene, 'bad').options).toEqual({ tags: ['a'] });
    expect(inVersion(scene, 'good').options).toEqual({ tags: ['b'] });
  });
});

describe('the version of a workspace', () => {
  const open = () => openWorkspace(inVersion(scene, 'bad'), resolveImage);
  const after = (workspace: Workspace, action: Action): Workspace => {
    const done = dispatch(workspace, action);
    if (!done.ok) throw new Error(done.message.id);
    return done.workspace;
  };
  const text = (workspace: Workspace, path: string) => {
    const node = get(currentState(workspace).context, path);
    return node?.type === 'file' ? textOf(node) : undefined;
  };

  it('is taken as one step: its files and options, and what was edited elsewhere stays', () => {
    const good = after(after(open(), { type: 'write', path: 'main.py', text: 'print(2)' }), { type: 'version', name: 'good' });
    expect(text(good, 'Dockerfile')).toBe('FROM python:slim');
    expect(text(good, 'notes.txt')).toBeUndefined();
    expect(text(good, 'main.py')).toBe('print(2)');
    expect(currentState(good).options).toEqual({ tags: ['b'] });
    const back = after(good, { type: 'version', name: 'bad' });
    expect(text(back, 'notes.txt')).toBe('');
    expect(text(undoLast(back), 'Dockerfile')).toBe('FROM python:slim');
  });

  it('is known to the page, and is neither where the Dockerfile was edited', () => {
    expect(describeState(open()).scenario.versions?.now).toBe('bad');
    expect(describeState(after(open(), { type: 'version', name: 'good' })).scenario.versions?.now).toBe('good');
    expect(describeState(after(open(), { type: 'write', path: 'Dockerfile', text: 'FROM x' })).scenario.versions?.now).toBeUndefined();
  });

  it('cannot be taken where there is none, nor a commit that the scene does not have', () => {
    const plain = openWorkspace({ ...scene, versions: undefined } as unknown as Scenario, resolveImage);
    expect(dispatch(plain, { type: 'version', name: 'good' })).toEqual({ ok: false, message: { id: 'actions.one-version' } });
    expect(dispatch(plain, { type: 'commit', edit: 'x', n: 1 })).toEqual({ ok: false, message: { id: 'actions.no-commit', values: { name: 'x' } } });
  });

  it('sees a commit as one step that undo takes back whole', () => {
    const edits = [{ label: 'both', weight: 100, actions: [{ type: 'write', path: 'main.py', text: '{n}' }, { type: 'delete', path: 'notes.txt' }] }] as const;
    const done = after(openWorkspace({ ...inVersion(scene, 'bad'), edits }, resolveImage), { type: 'commit', edit: 'both', n: 4 });
    expect([text(done, 'main.py'), text(done, 'notes.txt')]).toEqual(['4', undefined]);
    expect(text(undoLast(done), 'main.py')).toBe('print(1)');
  });
});

describe('a commit of a series', () => {
  it('writes another text each time', () => {
    const edit = { label: 'a source file', weight: 100, actions: [{ type: 'write', path: 'main.py', text: 'print({n})' }, { type: 'delete', path: 'x' }] } as const;
    expect(commitActions(edit, 7)).toEqual([{ type: 'write', path: 'main.py', text: 'print(7)' }, { type: 'delete', path: 'x' }]);
  });
});
