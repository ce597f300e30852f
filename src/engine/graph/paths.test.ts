import { describe, expect, it } from 'vitest';
import { actionPath, goBase, goClean, goJoin, isAbsolute, normalizePath } from './paths.ts';

const normal = (parent: string, path: string, os = 'linux', keep = true) => {
  const result = normalizePath(parent, path, os, keep);
  return 'error' in result ? result.error : result.path;
};

describe('paths in instructions', () => {
  it('are cleaned and joined as in Go', () => {
    expect(['', '.', '/', 'a//b/../c/', '../a/..', '/../a', 'a/./b'].map(goClean)).toEqual(['.', '.', '/', 'a/c', '..', '/a', 'a/b']);
    expect([goJoin('/', ''), goJoin('', ''), goJoin('a', '../..')]).toEqual(['/', '', '..']);
    expect(['', '/', 'a/b/', '///'].map(goBase)).toEqual(['.', '/', 'b', '/']);
  });

  it('stand on the working directory, and keep the slash that says directory', () => {
    expect(normal('/w', 'a/')).toBe('/w/a/');
    expect(normal('/w', './')).toBe('/w/');
    expect(normal('/w', 'a/.')).toBe('/w/a/.');
    expect(normal('/w', '/a/../b', 'linux', false)).toBe('/a/../b');
    expect(normal('', '', 'linux', false)).toBe('/');
    expect(actionPath('/w', '/a/../b/', true)).toBe('/b/');
  });

  it('lose the drive on Windows, and must be on the system drive', () => {
    expect(normal('C:\\w', 'a\\b', 'windows', false)).toBe('/w/a/b');
    expect(normal('/', 'C:\\a\\', 'windows')).toBe('/a/');
    expect(normal('/', 'd:\\a', 'windows')).toBe('removing drive letter: The specified path is not on the system drive (C:)');
    expect(normal('/', 'c:', 'windows')).toBe('removing drive letter: No relative path specified in "c:"');
    expect(isAbsolute('C:\\a', 'windows')).toBe(true);
    expect(isAbsolute('a', 'windows')).toBe(false);
  });
});
