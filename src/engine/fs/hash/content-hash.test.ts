import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checksum, contentDigest, matchedFiles } from './content-hash.ts';
import type { Selector } from './listing.ts';
import { described, dirOf, emptyDir, file, symlink } from '../make.ts';
import { contentSha256, bytesOf } from '../content.ts';
import { nodeDigest } from './node-digest.ts';
import type { DirNode } from '../node.ts';
import { put, remove } from '../paths.ts';
import { sha256 } from '../sha256.ts';

// Trees and digests of BuildKit's `cache/contenthash/checksum_test.go`.
const data0 = file('data0');
const data1 = file('data1');
const d0 = dirOf([['abc', data0], ['def', symlink('abc')], ['ghi', symlink('nosuchfile')]]);
const of = (root: DirNode, path: string, selector: Omit<Selector, 'path'> = {}) => checksum(root, { path, ...selector });

describe('the content hash', () => {
  it('takes files, links and directories as BuildKit does', () => {
    const root = dirOf([['foo', data0], ['bar', data1], ['d0', d0]]);
    expect(of(root, 'foo')).toBe('sha256:cd8e75bca50f2d695f220d0cb0997d8ead387e4f926e8669a92d7f104cc9885b');
    expect(of(root, 'bar')).toBe('sha256:c2b5e234f5f38fc5864da7def04782f82501a40d46192e4207d5b3f0c3c4732b');
    expect(of(root, 'd0')).toBe('sha256:d47454417d2c554067fbefe5f5719edc49f3cfe969c36b62e34a187a4da0cc9a');
    expect(of(root, '/')).toBe('sha256:427c9cf9ae98c0f81fb57a3076b965c7c149b6b0a85625ad4e884236649a42c6');
    expect(of(remove(root, 'd0/ghi'), 'd0')).toBe('sha256:555ffa3028630d97ba37832b749eda85ab676fd64ffb629fbf0f4ec8c1e3bff1');
  });

  it('lists what a wildcard matches, directories by their headers', () => {
    const root = dirOf([['bar', data1], ['foo', data0], ['fox', file('data2')], ['x', dirOf([['d0', d0]])], ['y1', symlink('foo')], ['y2', symlink('fox')]]);
    const wildcard = { wildcard: true };
    expect(of(root, 'f*', wildcard)).toBe('sha256:0b6731924f0a32a812bf8a729202e55e54ded331f9e4ff2397f681e43694e086');
    expect(of(root, 'x/d?', wildcard)).toBe('sha256:6b612ad5c13159112ae26357ef7bd34df29916941ba40ec2ce38dfb70c6c60c3');
    expect(of(root, 'y*', { wildcard: true, followLinks: true })).toBe('sha256:982153600b9653a1decb0f961e09e2bc1be335cfcaac9b39dbd1120b65fdf92c');
    expect(of(root, 'none*', wildcard)).toBe(sha256(''));
  });

  it('lists the parents of what a pattern includes', () => {
    const root = put(emptyDir(), 'prefix/a/b/c/foo/bar', file('abc'));
    expect(of(root, 'prefix/a', { includePatterns: ['**/foo/**'] })).toBe(
      'sha256:aa7448215bbf5b837b35ce64467857d8b9747965573d14d4b31b370586370971',
    );
  });

  it('says what is not there in the words of BuildKit', () => {
    const root = dirOf([['a', data0], ['loop', symlink('loop')]]);
    expect(of(root, 'b')).toEqual({ error: '"/b": not found' });
    expect(of(root, '')).toBe(nodeDigest(root));
    expect(of(root, 'loop', { followLinks: true })).toEqual({ error: 'too many links' });
    expect(of(root, '/', { includePatterns: ['b'], requiredPaths: ['/b'] })).toEqual({ error: '"/b": not found' });
  });

  it('does not see times, and sees modes, owners, names and contents', () => {
    const digest = (meta: object, content = 'x', name = 'a') => nodeDigest(dirOf([[name, file(content, meta)]]));
    expect(digest({ mtime: 5 })).toBe(digest({}));
    const all = [digest({}), digest({ mode: 0o755 }), digest({ uid: 1 }), digest({ gid: 1 }), digest({}, 'y'), digest({}, 'x', 'b')];
    expect(new Set(all).size).toBe(all.length);
  });

  it('gives a local context a root without a header of its own', () => {
    const root = dirOf([['a', data0]], { mode: 0o700 });
    expect(checksum(root, { path: '/' }, { localRoot: true })).toBe(sha256(`\0${sha256('')}\0a${nodeDigest(data0)}`));
    expect(checksum(root, { path: '/a' }, { localRoot: true })).toBe(nodeDigest(data0));
  });

  it('tells described files apart by what describes them', () => {
    const node = described(200_000, 'seed');
    expect(nodeDigest(node)).toBe(nodeDigest(described(200_000, 'seed')));
    const others = [described(200_001, 'seed'), described(200_000, 'other'), described(200_000, 'seed', { mode: 0o600 }), file('seed')];
    expect(new Set([node, ...others].map(nodeDigest)).size).toBe(5);
  });

  it('of the bytes alone is that of the bytes that a description gives', () => {
    const { content } = described(200_000, 'seed');
    const bytes = bytesOf(content).slice();
    expect(contentSha256(content)).toBe(contentSha256({ kind: 'bytes', bytes }));
    expect(bytesOf(content, 65_000, 70_000)).toEqual(bytes.slice(65_000, 70_000));
  });

  it('is the same for equal trees, however they came to be', () => {
    const names = fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }).filter((name) => !/[/\0]|^\.{1,2}$/.test(name)), { maxLength: 30 });
    fc.assert(
      fc.property(names, names, (kept, dropped) => {
        const straight = dirOf(kept.map((name) => [name, file(name)] as const));
        let round = kept.reduce((root, name) => put(root, name, file('first')), emptyDir());
        round = dropped.filter((name) => !kept.includes(name)).reduce((root, name) => remove(put(root, name, file('')), name), round);
        round = [...kept].reverse().reduce((root, name) => put(root, name, file(name)), round);
        expect(nodeDigest(round)).toBe(nodeDigest(straight));
      }),
      { seed: 4, numRuns: 50 },
    );
  });

  it('joins several selectors, and leaves out what another covers', () => {
    const root = dirOf([['d', dirOf([['a', data0]])], ['e', data1]]);
    const both = contentDigest(root, [{ path: '/e' }, { path: '/d' }]);
    expect(contentDigest(root, [{ path: '/d/a' }, { path: '/d' }, { path: '/e' }])).toBe(both);
    expect(both).toBe(sha256(`${nodeDigest(root.entries.get('d')!)}\0${nodeDigest(data1)}`));
  });
});

describe('the files that selectors read', () => {
  it('are listed with their places in the tree', () => {
    const root = dirOf([['d', dirOf([['a', data0], ['empty', emptyDir()], ['sub', dirOf([['b', data1]])]])], ['l', symlink('d')], ['x.go', data0], ['y.md', data0]]);
    expect(matchedFiles(root, [{ path: '/d' }])).toEqual(['/d/a', '/d/empty', '/d/sub/b']);
    expect(matchedFiles(root, [{ path: '/l', followLinks: true }])).toEqual(['/d/a', '/d/empty', '/d/sub/b']);
    expect(matchedFiles(root, [{ path: '/*.go', wildcard: true }, { path: '/y.md' }])).toEqual(['/x.go', '/y.md']);
    expect(matchedFiles(root, [{ path: '/d', excludePatterns: ['sub', 'empty'] }])).toEqual(['/d/a']);
    expect(matchedFiles(root, [{ path: '/none' }])).toEqual([]);
  });
});
