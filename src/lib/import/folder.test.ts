import { describe, expect, it } from 'vitest';
import { itemOf, sourceOfItems } from './folder.ts';
import type { DirectoryHandle, FileHandle, Picked } from './picked.ts';
import { nameOf } from './picked.ts';
import { readSource } from './read-source.ts';

type Tree = { readonly [name: string]: string | Tree };

/** Handles as the File System Access API gives them, which note the folders that are listed. */
function handles(name: string, tree: Tree, listed: string[]): DirectoryHandle {
  return {
    kind: 'directory',
    name,
    async *values() {
      listed.push(name);
      for (const [below, what] of Object.entries(tree)) {
        const file: FileHandle = { kind: 'file', name: below, getFile: async () => new File([what as string], below) };
        yield typeof what === 'string' ? file : handles(below, what, listed);
      }
    },
  };
}

/** Entries as a drop gives them: a reader hands out two at a time, then none. */
function entries(name: string, tree: Tree | string): FileSystemEntry {
  if (typeof tree === 'string') return { isFile: true, isDirectory: false, name, file: (done: (file: File) => void) => done(new File([tree], name)) } as unknown as FileSystemEntry;
  const createReader = () => {
    const left = Object.entries(tree);
    return { readEntries: (done: (some: FileSystemEntry[]) => void) => done(left.splice(0, 2).map(([below, what]) => entries(below, what))) };
  };
  return { isFile: false, isDirectory: true, name, createReader } as unknown as FileSystemEntry;
}

const project: Tree = { Dockerfile: 'FROM alpine\n', '.dockerignore': 'node_modules\n', node_modules: { pad: { 'index.js': 'x' } }, src: { 'a.js': 'a', 'b.js': 'b', 'c.js': 'c' } };
const read = async (...picked: Picked[]) => {
  const imported = await readSource(() => sourceOfItems(picked.map(itemOf)));
  return imported.kind === 'read' ? { name: imported.action.name, paths: imported.action.files.map(({ path }) => path).toSorted() } : imported;
};

describe('a folder', () => {
  const expected = { name: 'app', paths: ['.dockerignore', 'Dockerfile', 'node_modules', 'src/a.js', 'src/b.js', 'src/c.js'] };

  it('of handles is read without listing what is kept out', async () => {
    const listed: string[] = [];
    expect(await read({ kind: 'handle', handle: handles('app', project, listed) })).toEqual(expected);
    expect(new Set(listed)).toEqual(new Set(['app', 'src']));
  });

  it('of dropped entries is read to the end, though they come in portions', async () => {
    expect(await read({ kind: 'entry', entry: entries('app', project) })).toEqual(expected);
  });

  it('that cannot be listed any more is refused with the browser’s words', async () => {
    const gone = { ...handles('app', project, []), values: () => { throw new Error('It was removed.'); } };
    expect(await read({ kind: 'handle', handle: gone })).toEqual({ kind: 'refused', message: { id: 'import.unreadable', values: { problem: 'It was removed.' } } });
  });
});

describe('several things', () => {
  it('that are dropped together are a folder of them', async () => {
    const picked: Picked[] = [{ kind: 'entry', entry: entries('src', { 'a.js': 'a' }) }, { kind: 'file', file: new File(['FROM alpine\n'], 'Dockerfile') }];
    expect(await read(...picked)).toEqual({ name: 'Dropped files', paths: ['Dockerfile', 'src/a.js'] });
    expect(nameOf(picked)).toBe('2 things');
  });

  it('of the same name are refused', async () => {
    const file = (): Picked => ({ kind: 'file', file: new File([''], 'a') });
    const imported = await readSource(() => sourceOfItems([file(), file()].map(itemOf)));
    expect(imported).toEqual({ kind: 'refused', message: { id: 'import.twice', values: { name: 'a' } } });
  });
});
