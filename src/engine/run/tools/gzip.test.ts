import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bytesOf, described, dirOf, emptyDir, file, get, put, symlink } from '../../fs/index.ts';
import type { FileNode, Node } from '../../fs/index.ts';
import { exec } from '../exec.ts';

const names = ['sh', 'gzip', 'gunzip', 'zcat', 'cat'];
const root = put(
  dirOf([
    ['bin', dirOf([['busybox', described(1000, 'busybox', { mode: 0o755 })], ...names.map((name): [string, Node] => [name, symlink('busybox')])])],
    ['etc', dirOf([['passwd', file('root:x:0:0:root:/root:/bin/sh\n')]])],
    ['w', emptyDir()],
  ]),
  '/w/f',
  file('x'.repeat(70_000)),
);
const run = (command: string) => exec({ root, mounts: [], args: ['/bin/sh', '-c', command], env: [], cwd: '/w', user: '', network: 'default', platform: 'linux/amd64', now: 0, origin: 'step' });

describe('gzip', () => {
  it('writes what others can unpack, and unpacks it itself', () => {
    const packed = run('gzip -k f').root;
    expect(gunzipSync(bytesOf((get(packed, '/w/f.gz') as FileNode).content)).toString()).toBe('x'.repeat(70_000));
    const again = run('cat f > g; gzip g; gunzip g.gz; zcat nope.gz; gzip -c f | gzip -dc > h');
    for (const path of ['/w/g', '/w/h']) expect(bytesOf((get(again.root, path) as FileNode).content).length).toBe(70_000);
    expect(get(again.root, '/w/g.gz')).toBeUndefined();
  });

  it('refuses what is not packed', () => {
    expect(run('gunzip -c f')).toMatchObject({ exitCode: 1, output: [{ text: 'gunzip: invalid magic\n' }] });
  });
});
