import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { CopyAction } from '../action.ts';
import { textOf } from '../content.ts';
import { link } from '../links.ts';
import { described, dirOf, emptyDir, file, symlink } from '../make.ts';
import type { DirNode, FileNode } from '../node.ts';
import { layerEntries } from '../layer/layer.ts';
import { writeTar } from '../archive/tar-write.ts';
import { get, put, walk } from '../paths.ts';
import { copy, mkdir, mkfile } from './copy.ts';
import type { FileResult } from './copy.ts';
import { ownerOf, resolveOwner } from './owner.ts';

/** The action that COPY makes. */
const action = (src: string, dest: string, more: Partial<CopyAction> = {}): CopyAction => ({
  src, dest, mode: -1, timestamp: -1, followSymlink: true, dirCopyContents: true, createDestPath: true, allowWildcard: true, allowEmptyWildcard: true, ...more,
});
const NOW = 9_000;
const rootOf = (result: FileResult): DirNode => {
  if ('error' in result) throw new Error(result.error);
  return result.root;
};
const run = (dest: DirNode, source: DirNode, src: string, to: string, more: Partial<CopyAction> = {}, owner?: { uid: number; gid: number }) =>
  copy(dest, source, action(src, to, more), { now: NOW, owner });
const list = (result: FileResult) => ('error' in result ? result.error : [...walk(result.root)].map(([path, node]) => (node.type === 'dir' ? `${path}/` : path)));
const meta = (root: DirNode, path: string) => {
  const { mode, uid, gid, mtime } = get(root, path)!;
  return [mode.toString(8), uid, gid, mtime];
};

const source = dirOf([
  ['a.txt', file('a', { mode: 0o640, uid: 5, gid: 6, mtime: 1000 })],
  ['b.txt', file('b')],
  ['d', dirOf([['x', file('x', { mtime: 2000 })], ['sub', dirOf([['y.md', file('y')], ['z', symlink('../x')]], { mode: 0o700, mtime: 3000 })], ['empty', emptyDir()]], { mode: 0o711, uid: 7, mtime: 4000 })],
  ['link', symlink('d/x')],
  ['dirlink', symlink('d')],
]);
const none = emptyDir();

describe('where a copy lands', () => {
  it('of a file: at the name, or in a directory that is there or written with a slash', () => {
    expect(list(run(none, source, '/a.txt', '/x/y'))).toEqual(['x/', 'x/y']);
    expect(list(run(none, source, '/a.txt', '/x/y/'))).toEqual(['x/', 'x/y/', 'x/y/a.txt']);
    expect(list(run(dirOf([['x', emptyDir()]]), source, '/a.txt', '/x'))).toEqual(['x/', 'x/a.txt']);
    expect(list(run(none, source, '/link', '/x/'))).toEqual(['x/', 'x/link']);
  });

  it('of a directory: its contents, whether the destination is there or not', () => {
    const contents = ['t/', 't/empty/', 't/sub/', 't/sub/y.md', 't/sub/z', 't/x'];
    expect(list(run(none, source, '/d', '/t'))).toEqual(contents);
    expect(list(run(none, source, '/dirlink', '/t/'))).toEqual(contents);
    expect(list(run(dirOf([['t', dirOf([['kept', file('')]])]]), source, '/d', '/t'))).toContain('t/kept');
  });

  it('follows links of the destination, but none leads out', () => {
    const dest = dirOf([['lib', symlink('usr/lib')], ['usr', dirOf([['lib', emptyDir()]])], ['out', symlink('../../../etc')]]);
    expect(list(run(dest, source, '/a.txt', '/lib/'))).toContain('usr/lib/a.txt');
    expect(list(run(dest, source, '/a.txt', '/out/'))).toContain('etc/a.txt');
  });

  it('replaces a file or a link by what is copied onto it', () => {
    const dest = dirOf([['a.txt', symlink('other')], ['t', dirOf([['x', symlink('/elsewhere')]])]]);
    expect(get(rootOf(run(dest, source, '/a.txt', '/')), 'a.txt')?.type).toBe('file');
    expect(get(rootOf(run(dest, source, '/d', '/t')), 't/x')?.type).toBe('file');
  });

  it('of wildcards: of all that match, and nothing is made where nothing does', () => {
    expect(list(run(none, source, '/*.txt', '/x/'))).toEqual(['x/', 'x/a.txt', 'x/b.txt']);
    expect(list(run(none, source, '/d/s*', '/x/'))).toEqual(['x/', 'x/y.md', 'x/z']);
    expect(run(none, source, '/*.go', '/x/')).toEqual({ root: none });
    expect(run(none, source, '/*.go', '/x/', { allowEmptyWildcard: false })).toEqual({ error: '/*.go not found' });
  });
});

describe('what a copy cannot do', () => {
  it('is said in the words of BuildKit', () => {
    const dest = dirOf([['f', file('')], ['dir', dirOf([['a.txt', emptyDir()]])], ['l', symlink('l')], ['t', dirOf([['sub', symlink('elsewhere')]])]]);
    expect(run(dest, source, '/none', '/x')).toEqual({ error: 'lstat /none: no such file or directory' });
    expect(run(dest, source, '/none/*', '/x')).toEqual({ error: 'lstat /none: no such file or directory' });
    expect(run(dest, source, '/d', '/f')).toEqual({ error: 'cannot copy to non-directory: <mount>/f' });
    expect(run(dest, source, '/d', '/t')).toEqual({ error: 'cannot copy to non-directory: <mount>/t/sub' });
    expect(run(dest, source, '/a.txt', '/dir/')).toEqual({ error: 'cannot replace to directory <mount>/dir/a.txt with file' });
    expect(run(dest, source, '/a.txt', '/f/x')).toEqual({ error: 'mkdir /f: not a directory' });
    expect(run(dest, source, '/a.txt', '/l/x')).toEqual({ error: 'too many links' });
    expect(run(dest, source, '/a.txt', '/x', { modeStr: 'u+q' })).toEqual({ error: 'invalid syntax' });
  });
});

describe('metadata of a copy', () => {
  it('is that of the source, of made parents that of a new directory', () => {
    const root = rootOf(run(none, source, '/d', '/p/t'));
    expect(meta(root, 'p')).toEqual(['755', 0, 0, NOW]);
    expect(meta(root, 'p/t')).toEqual(['755', 0, 0, 4000]);
    expect(meta(root, 'p/t/sub')).toEqual(['700', 0, 0, 3000]);
    expect(meta(rootOf(run(none, source, '/a.txt', '/a')), 'a')).toEqual(['640', 5, 6, 1000]);
  });

  it('takes the owner that is given, parents and links included', () => {
    const root = rootOf(run(none, source, '/d', '/p/t', {}, { uid: 42, gid: 43 }));
    for (const path of ['p', 'p/t', 'p/t/x', 'p/t/sub', 'p/t/sub/z']) expect(meta(root, path).slice(1, 3)).toEqual([42, 43]);
  });

  it('takes an octal mode everywhere, made parents only its permissions', () => {
    const root = rootOf(run(none, source, '/d', '/p/t', { mode: 0o4750 }));
    expect(['p', 'p/t', 'p/t/x', 'p/t/sub', 'p/t/sub/z'].map((path) => meta(root, path)[0])).toEqual(['750', '750', '4750', '4750', '777']);
  });

  it('takes a symbolic mode from the mode of each source', () => {
    const root = rootOf(run(none, source, '/d', '/p/t', { modeStr: 'a=rX,u+w' }));
    expect(['p', 'p/t/x', 'p/t/sub'].map((path) => meta(root, path)[0])).toEqual(['755', '644', '755']);
  });

  it('of sub-directories that are there is replaced by that of the source', () => {
    const dest = dirOf([['t', dirOf([['sub', dirOf([['kept', file('')]], { mode: 0o777, mtime: 1 })]], { mode: 0o777, uid: 9, mtime: 1 })]]);
    const root = rootOf(run(dest, source, '/d', '/t'));
    expect(meta(root, 't')).toEqual(['777', 9, 0, 4000]);
    expect(meta(root, 't/sub')).toEqual(['700', 0, 0, 3000]);
    expect(get(root, 't/sub/kept')).toBeDefined();
  });

  it('keeps names of one file together, apart from the source', () => {
    const linked = link(source, '/d/x', '/d/w') as DirNode;
    const root = rootOf(run(none, linked, '/d', '/t'));
    const [w, x] = [get(root, 't/w') as FileNode, get(root, 't/x') as FileNode];
    expect(w.inode).toBe(x.inode);
    expect(w.inode).toBeDefined();
    expect(w.inode).not.toBe((get(linked, 'd/x') as FileNode).inode);
  });

  it('shares what arrives unchanged', () => {
    const root = rootOf(run(none, source, '/d', '/t'));
    expect(get(root, 't/sub')).toBe(get(source, 'd/sub'));
  });
});

describe('patterns of a copy', () => {
  it('leave out what they exclude, relative to what is copied', () => {
    expect(list(run(none, source, '/d', '/t', { excludePatterns: ['sub', 'empty'] }))).toEqual(['t/', 't/x']);
    expect(list(run(none, source, '/', '/t', { excludePatterns: ['**/*.md', '*.txt', 'link', 'dirlink'] }))).toEqual(['t/', 't/d/', 't/d/empty/', 't/d/sub/', 't/d/sub/z', 't/d/x']);
    expect(list(run(none, source, '/d', '/t', { excludePatterns: ['sub', '!sub/y.md'] }))).toEqual(['t/', 't/empty/', 't/sub/', 't/sub/y.md', 't/x']);
  });

  it('make only the directories above what they include, with the mode of the source', () => {
    const root = rootOf(run(none, source, '/', '/t/', { includePatterns: ['d/sub/y.md'] }));
    expect(list({ root })).toEqual(['t/', 't/d/', 't/d/sub/', 't/d/sub/y.md']);
    expect(meta(root, 't/d/sub')[0]).toBe('700');
  });
});

describe('ADD', () => {
  const archive = writeTar(layerEntries(emptyDir(), dirOf([['in', dirOf([['f', file('packed', { uid: 3, mtime: 5000 })]], { mtime: 6000 })], ['bad', symlink('/etc')]])));
  const add = (bytes: Uint8Array, more: Partial<CopyAction> = {}, owner?: { uid: number; gid: number }) =>
    run(none, dirOf([['x.tar', file(bytes)]]), '/x.tar', '/out', { attemptUnpackDockerCompatibility: true, ...more }, owner);

  it('unpacks an archive into the destination, with the metadata that is in it', () => {
    const root = rootOf(add(archive));
    expect(list({ root })).toEqual(['out/', 'out/bad', 'out/in/', 'out/in/f']);
    expect(meta(root, 'out/in/f')).toEqual(['644', 3, 0, 5000]);
    expect(meta(root, 'out/in')).toEqual(['755', 0, 0, 6000]);
    expect(meta(rootOf(add(archive, {}, { uid: 8, gid: 8 })), 'out/in/f').slice(1, 3)).toEqual([8, 8]);
  });

  it('copies what is no archive, and all files where it is not asked to unpack', () => {
    expect(list(add(new TextEncoder().encode('just text')))).toEqual(['out']);
    expect(list(add(archive, { attemptUnpackDockerCompatibility: false }))).toEqual(['out']);
    expect(list(add(new Uint8Array(1024)))).toEqual(['out']);
    const blob = dirOf([['x.tar', described(1000, 'x')]]);
    expect(list(run(none, blob, '/x.tar', '/out', { attemptUnpackDockerCompatibility: true }))).toEqual(['out']);
  });

  it('stays in the destination, whatever links the archive makes', () => {
    const hostile = writeTar([
      { path: 'up', type: 'symlink', mode: 0o777, uid: 0, gid: 0, size: 0, mtime: 0, linkname: '../../..' },
      { path: 'up/passwd', type: 'file', mode: 0o644, uid: 0, gid: 0, size: 0, mtime: 0 },
      { path: '../../x', type: 'file', mode: 0o644, uid: 0, gid: 0, size: 0, mtime: 0 },
    ]);
    expect(list(add(hostile))).toEqual(['out/', 'out/passwd', 'out/up', 'out/x']);
  });

  it('says what is wrong with an archive that ends too early', () => {
    expect(add(archive.slice(0, archive.length - 1533))).toEqual({ error: 'unexpected EOF' });
    const packed = new Uint8Array(gzipSync(archive));
    expect(list(add(packed))).toContain('out/in/f');
    expect(add(packed.slice(0, packed.length - 9))).toEqual({ error: 'unexpected EOF' });
  });
});

describe('new directories and files', () => {
  it('are made where they are missing, and left where they are', () => {
    const made = rootOf(mkdir(none, { path: '/a/b', mode: 0o755, makeParents: true, timestamp: 3e9 }, { now: NOW, owner: { uid: 1, gid: 2 } }));
    expect(meta(made, 'a')).toEqual(['755', 1, 2, NOW]);
    expect(meta(made, 'a/b')).toEqual(['755', 1, 2, 3000]);
    expect(mkdir(made, { path: '/a/b', mode: 0o700, makeParents: true, timestamp: -1 }, { now: 1 })).toEqual({ root: made });
    expect(mkdir(put(none, 'f', file('')), { path: '/f/x', mode: 0o755, makeParents: true, timestamp: -1 }, { now: 1 })).toEqual({ error: 'lstat /f/x: not a directory' });
  });

  it('hold the text or the bytes that were given', () => {
    const made = rootOf(mkfile(none, { path: '/f', mode: 0o600, text: 'text\n', timestamp: -1 }, { now: NOW }));
    expect(textOf(get(made, 'f') as FileNode)).toBe('text\n');
    expect(meta(made, 'f')).toEqual(['600', 0, 0, NOW]);
    const data = rootOf(mkfile(none, { path: '/f', mode: 0o600, data: '/wD+', timestamp: -1 }, { now: NOW }));
    expect((get(data, 'f') as FileNode).content).toEqual({ kind: 'bytes', bytes: new Uint8Array([255, 0, 254]) });
  });
});

describe('owners', () => {
  const root = dirOf([['etc', dirOf([['passwd', file('root:x:0:0::/:/bin/sh\napp:x:1000:1001::/:\n')], ['group', file('staff:x:50:\n')]])]]);

  it.each([
    ['1000', 1000, 1000], ['root', 0, 0], ['1000:50', 1000, 50], ['1000:', 1000, 0], [':50', 0, 50], ['app', 1000, 1001], ['app:staff', 1000, 50], ['nobody', 0, 0], ['nobody:staff', 0, 50], ['app:none', 1000, 1001],
  ])('%s is %i:%i', (text, uid, gid) => {
    expect(resolveOwner(root, text)).toEqual({ uid, gid });
  });

  it('by name need a file system to look in', () => {
    expect(resolveOwner(undefined, 'app')).toEqual({ error: 'invalid user index: -1' });
    expect(resolveOwner(emptyDir(), 'app')).toEqual({ uid: 0, gid: 0 });
    expect(ownerOf(undefined, () => root)).toBeUndefined();
    expect(ownerOf({ user: { byName: { name: 'app', input: 2 } } }, (input) => (input === 2 ? root : undefined))).toEqual({ uid: 1000, gid: 1001 });
  });
});
