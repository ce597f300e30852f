import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { bytesOf, described, dirOf, emptyDir, file, put, symlink } from '../../fs/index.ts';
import type { Node } from '../../fs/index.ts';
import { exec } from '../exec.ts';

const names = ['sh', 'cat', 'sha256sum', 'sha512sum', 'sha1sum', 'md5sum'];
const big = described(200_000, 'big');
const text = 'Grüße\n';
const bin = dirOf([['busybox', described(1000, 'busybox', { mode: 0o755 })], ...names.map((name): [string, Node] => [name, symlink('busybox')])]);
const root = put(put(dirOf([['bin', bin], ['w', emptyDir()]]), '/w/text', file(text)), '/w/big', big);
const request = { root, mounts: [], env: [], cwd: '/w', user: '', network: 'default', platform: 'linux/amd64', now: 0, origin: 'step' } as const;
const run = (command: string) => exec({ ...request, args: ['/bin/sh', '-c', command] });
const said = (command: string) => run(command).output.map((one) => one.text).join('');

describe.each(['sha256', 'sha512', 'sha1', 'md5'])('%ssum', (algorithm) => {
  const of = (bytes: Uint8Array | string) => createHash(algorithm).update(bytes).digest('hex');

  it('prints the digest of the bytes of a file, of a described file and of what it is piped', () => {
    expect(said(`${algorithm}sum text big; cat text | ${algorithm}sum`)).toBe(`${of(text)}  text\n${of(bytesOf(big.content))}  big\n${of(text)}  -\n`);
  });

  it('checks a list, and fails where a file is another one', () => {
    expect(said(`echo '${of(text)}  text' | ${algorithm}sum -c`)).toBe('text: OK\n');
    expect(run(`echo '${of('other')}  text' | ${algorithm}sum -c`).exitCode).toBe(1);
  });
});

it('tells files that are too large to be read apart, at once', () => {
  const digest = (seed: string) => exec({ ...request, root: put(root, '/w/huge', described(9e12, seed)), args: ['/bin/sh', '-c', 'md5sum huge'] }).output.map((one) => one.text).join('');
  expect(digest('a')).toMatch(/^[0-9a-f]{32} {2}huge\n$/);
  expect(digest('a')).not.toBe(digest('b'));
});
