import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checksum, dirOf, emptyDir, file, get, put, remove, symlink, walk, withMeta } from '../fs/index.ts';
import type { DirNode, FileNode } from '../fs/index.ts';
import { filterContext, findIgnoreFile, followPaths, readIgnoreFile, receive, sendContext, transferSize, xray } from './index.ts';

const treeOf = (...paths: string[]): DirNode =>
  paths.reduce((root, path) => put(root, path, path.endsWith('/') ? emptyDir() : file(path)), emptyDir());
const list = (root: DirNode) => [...walk(root)].map(([path, node]) => (node.type === 'dir' ? `${path}/` : path));
const sent = (root: DirNode, ignore: string, follow?: string[]) =>
  list(filterContext(root, readIgnoreFile(ignore), follow && { followPaths: follow }));

describe('an ignore file', () => {
  it('is read line by line, cleaned as BuildKit cleans it', () => {
    const { patterns, error } = readIgnoreFile('\ufeff# comment\n  /a/b/../c/ \r\n\n!  /d\n # kept\n!\u00a0x\n');
    expect(patterns.map(({ pattern, line }) => [pattern, line])).toEqual([['a/c', 2], ['!d', 4], ['# kept', 5], ['!x', 6]]);
    expect(error).toBeUndefined();
  });

  it('says where a pattern is wrong', () => {
    expect(readIgnoreFile('ok\n[a\n').error).toMatchObject({ message: 'syntax error in pattern', range: { from: 3, to: 5 }, lines: [{ first: 2, last: 2 }] });
    expect(readIgnoreFile('!').error?.message).toBe('illegal exclusion pattern: "!"');
    expect(readIgnoreFile('x'.repeat(65_536)).error?.message).toBe('bufio.Scanner: token too long');
  });

  it('beside the Dockerfile goes before the one at the root, even where it is empty', () => {
    const root = dirOf([['.dockerignore', file('root')], ['dev.Dockerfile.dockerignore', file('')]]);
    expect(findIgnoreFile(root, 'Dockerfile')?.patterns).toHaveLength(1);
    expect(findIgnoreFile(root, 'dev.Dockerfile')).toMatchObject({ file: 'dev.Dockerfile.dockerignore', patterns: [] });
    expect(findIgnoreFile(emptyDir(), 'Dockerfile')).toBeUndefined();
    expect(findIgnoreFile(root, 'Dockerfile')).toBe(findIgnoreFile(put(root, 'other', file('')), 'Dockerfile'));
  });

  it('never makes anything throw or hang', () => {
    const word = fc.array(fc.constantFrom('a', '*', '**', '/', '?', '[', ']', '\\', '!', '-', '^', '{', '}', '|', '1', ',', ' ', '.', 'é'), { maxLength: 24 });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 5 }), (lines) => {
        const result = sendContext(treeOf('a/a/a/a/a', 'é/a.a', 'b/'), readIgnoreFile(lines.map((parts) => parts.join('')).join('\n')));
        expect('root' in result || result.error.length > 0).toBe(true);
      }),
      { seed: 1, numRuns: 500 },
    );
    const evil = `${'**/a'.repeat(30)}b\n${'*a'.repeat(40)}b`;
    expect(sent(treeOf(`${'a/'.repeat(60)}a`, 'a'.repeat(200)), evil)).toHaveLength(62);
  });
});

describe('the filter', () => {
  const root = treeOf('src/a.ts', 'src/a.test.ts', 'docs/x.md', 'docs/keep/y.md', 'node_modules/p/index.js', 'README.md', 'empty/');

  it('leaves out what is ignored, and keeps the parents of what is brought back', () => {
    expect(sent(root, 'node_modules\n**/*.test.ts')).toEqual(['README.md', 'docs/', 'docs/keep/', 'docs/keep/y.md', 'docs/x.md', 'empty/', 'src/', 'src/a.ts']);
    expect(sent(root, '*\n!docs/keep')).toEqual(['docs/', 'docs/keep/', 'docs/keep/y.md']);
    expect(sent(root, '*\n!src')).toEqual(['src/', 'src/a.test.ts', 'src/a.ts']);
  });

  it('shares what it does not touch', () => {
    const filtered = filterContext(root, readIgnoreFile('node_modules'));
    expect(get(filtered, 'src')).toBe(get(root, 'src'));
    expect(filterContext(root, readIgnoreFile('nothing/here'))).toBe(root);
  });

  it('gives after an edit what it would have given at first', () => {
    const ignore = readIgnoreFile('**/*.md\n!docs/keep');
    filterContext(root, ignore);
    const edited = put(remove(root, 'src/a.ts'), 'docs/keep/z.md', file(''));
    expect(list(filterContext(edited, ignore))).toEqual(list(filterContext(edited, readIgnoreFile('**/*.md\n!docs/keep'))));
  });

  it('asks once about a directory that is ignored, whatever its size', () => {
    let big = emptyDir();
    for (let i = 0; i < 500; i++) big = put(big, `node_modules/p${i}/index.js`, file(''));
    expect(xray(big, readIgnoreFile('node_modules')).decisions).toHaveLength(1);
  });

  it('narrows the context to what the build reads, links followed', () => {
    const linked = put(put(root, 'link', symlink('docs/keep')), 'up', symlink('../../src/a.ts'));
    expect(sent(linked, '', ['/src'])).toEqual(['src/', 'src/a.test.ts', 'src/a.ts']);
    expect(sent(linked, '', ['/link/y.md'])).toEqual(['docs/', 'docs/keep/', 'docs/keep/y.md', 'link']);
    expect(sent(linked, '', ['up'])).toEqual(['src/', 'src/a.ts', 'up']);
    expect(sent(linked, '', ['/*.md', '/docs/x*'])).toEqual(['README.md', 'docs/', 'docs/x.md']);
    expect(followPaths(linked, ['/src', '/'])).toEqual([]);
    expect(followPaths(put(root, 'loop', symlink('loop')), ['loop/x'])).toEqual(['loop']);
  });
});

describe('a transfer', () => {
  it('counts packets as BuildKit does', () => {
    expect(transferSize(emptyDir())).toBe(2);
    const root = treeOf('d/');
    expect(transferSize(root)).toBe(2 + 2 + (2 + 1) + (1 + 5));
  });

  it('sends again only what looks different', () => {
    const root = dirOf([['a', file('aaaa', { mtime: 1000 })], ['b', file('bbbb', { mtime: 1000 })]]);
    const first = receive(root);
    const again = receive(root, first);
    expect(first.bytes - again.bytes).toBe(2 + 6 + 2 + (4 + 6 + 4));
    const edited = put(root, 'a', file('cccc', { mtime: 2000 }));
    expect(receive(edited, first).bytes).toBeGreaterThan(again.bytes);
  });

  it('does not see an edit that keeps size and time', () => {
    const first = receive(dirOf([['a', file('old', { mtime: 1000 })]]));
    const second = receive(dirOf([['a', file('new', { mtime: 1000 })]]), first);
    expect(get(second.root, 'a')).toBe(get(first.root, 'a'));
    const third = receive(dirOf([['a', file('new', { mtime: 1001 })]]), second);
    expect((get(third.root, 'a') as FileNode).mtime).toBe(1001);
  });

  it('changes the mode of a directory on disk but not in the content hash', () => {
    const root = dirOf([['d', dirOf([['f', file('x')]])]]);
    const first = receive(root);
    const second = receive(put(root, 'd', withMeta(get(root, 'd')!, { mode: 0o700 })), first);
    const digest = ({ hashed }: typeof first) => checksum(hashed, { path: '/d' }, { localRoot: true });
    expect(get(second.root, 'd')?.mode).toBe(0o700);
    expect(digest(second)).toBe(digest(first));
  });

  it('leaves the builder with what was sent, whatever it had', () => {
    const name = fc.constantFrom('a', 'b', 'c/x', 'c/y', 'c', 'd/e/f');
    const tree = fc.array(fc.tuple(name, fc.nat(3)), { maxLength: 6 }).map((entries) => entries.reduce((root, [path, n]) => put(root, path, file('x'.repeat(n))), emptyDir()));
    fc.assert(
      fc.property(fc.array(tree, { minLength: 1, maxLength: 4 }), (trees) => {
        let state: ReturnType<typeof receive> | undefined;
        for (const each of trees) state = receive(each, state);
        expect(list(state!.root)).toEqual(list(trees.at(-1)!));
        expect(list(state!.hashed)).toEqual(list(trees.at(-1)!));
      }),
      { seed: 2 },
    );
  });
});

describe('the x-ray', () => {
  it('names the rule that decides, and what each rule is worth', () => {
    const root = treeOf('node_modules/a', 'node_modules/b/c', 'x.log', 'keep.log', 'main.go');
    const view = xray(root, readIgnoreFile('node_modules\n*.log\n!keep.log\nnever'));
    expect(view.decisions.map(({ path, ignored, by, entered }) => [path, ignored, by?.line, entered])).toEqual([
      ['keep.log', false, 3, false], ['main.go', false, undefined, false], ['node_modules', true, 1, false], ['x.log', true, 2, false],
    ]);
    expect(view.rules.map(({ files, bytes, matches }) => [files, bytes, matches])).toEqual([[2, 30, 1], [1, 5, 1], [1, 8, 1], [0, 0, 0]]);
    expect(view.sent).toEqual({ files: 2, bytes: 15 });
    expect(view.ignored).toEqual({ files: 3, bytes: 35 });
  });
});
