import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileEntry } from '#engine/workspace/snapshot.ts';
import { fileTrees, treeRows, type TreeNode } from './tree.ts';

const file = (path: string, ignored = false, type: FileEntry['type'] = 'file'): FileEntry => ({
  path,
  type,
  size: 1,
  mode: 0o644,
  change: 'none',
  text: true,
  rebuilds: [],
  ...(ignored ? { ignored: { file: '.dockerignore', line: 1, pattern: path } } : {}),
});

const shape = (nodes: readonly TreeNode[]): string => nodes.map((node) => node.name + (node.children.length > 0 ? `(${shape(node.children)})` : '')).join(' ');

describe('the file tree', () => {
  it('puts directories first and counts in numbers', () => {
    const { sent } = fileTrees([file('b.txt'), file('a10'), file('a9'), file('z', false, 'dir'), file('z/x')], []);
    expect(shape(sent)).toBe('z(x) a9 a10 b.txt');
  });

  it('lists only the topmost path that an ignore rule keeps out', () => {
    const { sent, kept } = fileTrees([file('.git', true, 'dir'), file('.git/HEAD', true), file('main.go')], []);
    expect(shape(sent)).toBe('main.go');
    expect(shape(kept)).toBe('.git(HEAD)');
  });

  it('leaves an ignored directory among the files where something in it is sent after all', () => {
    const { sent, kept } = fileTrees([file('docs', true, 'dir'), file('docs/a.md', true), file('docs/keep.md')], []);
    expect(shape(sent)).toBe('docs(keep.md)');
    expect(shape(kept)).toBe('docs/a.md');
  });

  it('shows a removed path where it was', () => {
    const { sent } = fileTrees([file('a', false, 'dir'), file('a/x')], ['a/w']);
    expect(shape(sent)).toBe('a(w x)');
    expect(sent[0]!.children.map((node) => node.removed)).toEqual([true, false]);
  });

  it('hides what a closed directory holds, and nothing else', () => {
    const { sent } = fileTrees([file('a', false, 'dir'), file('a/x'), file('b')], []);
    expect(treeRows(sent, (path) => path === 'a').map((row) => row.node.path)).toEqual(['a', 'b']);
    expect(treeRows(sent, () => false).map((row) => [row.node.path, row.level, row.position, row.siblings])).toEqual([
      ['a', 1, 1, 2],
      ['a/x', 2, 1, 1],
      ['b', 1, 2, 2],
    ]);
  });

  it('draws every file once, whatever their names', () => {
    const name = fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }).map((text) => text.replaceAll('/', '_'));
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(name, fc.boolean()), { selector: ([path]) => path }), (names) => {
        const { sent, kept } = fileTrees(names.map(([path, ignored]) => file(path, ignored)), []);
        const drawn = [...treeRows(sent, () => false), ...treeRows(kept, () => false)].map((row) => row.node.path);
        expect(drawn.sort()).toEqual(names.map(([path]) => path).sort());
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});
