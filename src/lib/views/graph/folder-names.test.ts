import { describe, expect, it } from 'vitest';
import { folderNames, isFolder } from './folder-names.ts';

const row = (path: string, ...paths: string[]) => ({ path, paths: paths.length === 0 ? [path] : paths });

describe('the names of folders in the context lane', () => {
  it('are the folders, where each stands in one row', () => {
    expect(folderNames([row('main.go'), row('src/', 'src/a.ts', 'src/b.ts'), row('docs/', 'docs/a.md', 'docs/b.md')])).toEqual(['main.go', 'src/', 'docs/']);
  });

  it('go deeper, or say the ending, where steps read different parts of one folder', () => {
    expect(folderNames([row('web/', 'web/package.json', 'web/package-lock.json'), row('web/', 'web/src/a.js', 'web/src/lib/b.js')])).toEqual(['web/*.json', 'web/src/']);
    expect(folderNames([row('src/', 'src/a/a.csproj', 'src/b/b.csproj'), row('src/', 'src/a/a.cs', 'src/b/b.json')])).toEqual(['src/*.csproj', 'src/']);
  });

  it('never are alike', () => {
    const names = folderNames([row('a/', 'a/x', 'a/y'), row('a/', 'a/z', 'a/w'), row('a/', 'a/x/1.c', 'a/y.c'), row('a/', 'a/p.c', 'a/q.c')]);
    expect(new Set(names).size).toBe(4);
  });

  it('belong to rows of several files; a chip that counts further files, and the rest, are none', () => {
    expect([row('src/', 'src/a', 'src/b'), row('src/*.ts', 'src/a.ts', 'src/b.ts'), row('a.ts'), row('a.ts', 'a.ts', 'b.ts'), row('', 'x', 'y')].map(isFolder)).toEqual([true, true, false, false, false]);
  });
});
