import { describe, expect, it } from 'vitest';
import type { Scenario } from './scenario.ts';
import { commitActions, inVersion } from './versions.ts';

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

describe('a commit of a series', () => {
  it('writes another text each time', () => {
    const edit = { label: 'a source file', weight: 100, actions: [{ type: 'write', path: 'main.py', text: 'print({n})' }, { type: 'delete', path: 'x' }] } as const;
    expect(commitActions(edit, 7)).toEqual([{ type: 'write', path: 'main.py', text: 'print(7)' }, { type: 'delete', path: 'x' }]);
  });
});
