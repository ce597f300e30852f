import { describe, expect, it } from 'vitest';
import { textOf } from './content.ts';
import { link, rename, writeContent } from './links.ts';
import { dirOf, emptyDir, file, symlink } from './make.ts';
import type { Content, DirNode, FileNode } from './node.ts';
import { cleanPath, get, mkdirAll, put, remove, resolvePath, walk } from './paths.ts';

const text = (root: DirNode, path: string) => textOf(get(root, path) as FileNode);
const content = (value: string): Content => file(value).content;

const root = dirOf([
  ['etc', dirOf([['passwd', file('root')]])],
  ['up', symlink('../../etc')],
  ['abs', symlink('/etc/passwd')],
  ['loop', symlink('loop')],
  ['usr', dirOf([['lib', dirOf([['x', file('x')]])]])],
  ['lib', symlink('usr/lib')],
]);

describe('paths', () => {
  it('are cleaned as Go cleans them, and never lead above the root', () => {
    expect(cleanPath('../a/./b//../c/')).toBe('/a/c');
    expect(cleanPath('')).toBe('/');
    expect(get(root, '../../etc/passwd')).toBe(get(root, 'etc/passwd'));
  });

  it('follow links as a process in the root does', () => {
    expect(resolvePath(root, '/lib/x')).toMatchObject({ path: '/usr/lib/x' });
    expect(resolvePath(root, '/up/passwd')).toMatchObject({ path: '/etc/passwd' });
    expect(resolvePath(root, 'abs', { followLast: false })).toMatchObject({ path: '/abs' });
    expect(resolvePath(root, '../passwd', { cwd: '/etc/a' })).toEqual({ error: 'ENOENT', path: '/etc/a' });
    expect(resolvePath(root, '/etc/new')).toEqual({ path: '/etc/new' });
  });

  it('say why they lead nowhere', () => {
    expect(resolvePath(root, '/loop')).toEqual({ error: 'ELOOP', path: '/loop' });
    expect(resolvePath(root, '/none/x')).toEqual({ error: 'ENOENT', path: '/none' });
    expect(resolvePath(root, '/etc/passwd/x')).toEqual({ error: 'ENOTDIR', path: '/etc/passwd' });
    expect(resolvePath(root, '/etc/passwd/')).toEqual({ error: 'ENOTDIR', path: '/etc/passwd' });
  });

  it('change a tree without changing the old one, and share what is not touched', () => {
    const changed = put(root, '/etc/new/file', file('n'));
    expect(text(changed, '/etc/new/file')).toBe('n');
    expect(get(root, '/etc/new')).toBeUndefined();
    expect(get(changed, '/usr')).toBe(get(root, '/usr'));
    expect(get(remove(changed, '/etc/new'), '/etc/new')).toBeUndefined();
    expect(remove(root, '/none/there')).toBe(root);
    expect(remove(root, '/')).toBe(root);
  });

  it('walk depth first, a directory before what is in it', () => {
    const tree = dirOf([['b', file('')], ['a', dirOf([['z', file('')]])], ['a!', file('')]]);
    expect([...walk(tree)].map(([path]) => path)).toEqual(['a', 'a/z', 'a!', 'b']);
  });

  it('make missing directories through links', () => {
    const made = mkdirAll(root, '/lib/deep/er', { mode: 0o700 });
    expect(made).toMatchObject({ path: '/usr/lib/deep/er' });
    expect('root' in made && get(made.root, '/usr/lib/deep')).toMatchObject({ type: 'dir', mode: 0o700 });
    expect(mkdirAll(root, '/abs/x')).toEqual({ error: 'ENOTDIR', path: '/etc/passwd' });
  });
});

describe('hostile paths', () => {
  const long = 'a/'.repeat(200_000);

  it('cost no more than their length, and make no tree that cannot be walked', () => {
    expect(put(root, long + 'f', file(''))).toBe(root);
    expect(resolvePath(root, long)).toEqual({ error: 'ENOENT', path: '/a' });
    expect(mkdirAll(root, long)).toMatchObject({ root });
    const deepest = put(root, 'a/'.repeat(511) + 'f', file('f'));
    expect([...walk(deepest)].length).toBe([...walk(root)].length + 512);
  });

  it('cannot grow without end through links', () => {
    const tangled = dirOf([['x', symlink('x/x/x/x')], ['far', symlink('y/'.repeat(5000))]]);
    expect(resolvePath(tangled, 'x')).toMatchObject({ error: 'ELOOP' });
    expect(resolvePath(tangled, 'far')).toMatchObject({ error: 'ELOOP' });
    expect(mkdirAll(tangled, 'x/y')).toMatchObject({ error: 'ELOOP' });
  });
});

describe('names of one file', () => {
  const linked = link(root, '/etc/passwd', '/usr/copy') as DirNode;

  it('see what is written through another name', () => {
    const written = writeContent(linked, '/usr/copy', content('new'));
    expect(text(written, '/etc/passwd')).toBe('new');
    expect(text(linked, '/etc/passwd')).toBe('root');
  });

  it('part when the file belongs to a lower layer', () => {
    const written = writeContent(linked, '/usr/copy', content('new'), {}, linked);
    expect(text(written, '/usr/copy')).toBe('new');
    expect(text(written, '/etc/passwd')).toBe('root');
    const again = writeContent(written, '/etc/passwd', content('other'), {}, linked);
    expect(text(again, '/usr/copy')).toBe('new');
  });

  it('move, but not into themselves', () => {
    const moved = rename(root, '/etc', '/usr/etc') as DirNode;
    expect(get(moved, '/etc')).toBeUndefined();
    expect(text(moved, '/lib/../usr/etc/passwd')).toBe('root');
    expect(rename(root, '/usr', '/usr/lib/usr')).toMatchObject({ error: 'ENOTDIR' });
    expect(rename(emptyDir(), '/a', '/b')).toEqual({ error: 'ENOENT', path: '/a' });
  });
});
