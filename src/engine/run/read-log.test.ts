import { describe, expect, it } from 'vitest';
import { described, dirOf, emptyDir, file, get, symlink } from '../fs/index.ts';
import type { DirNode } from '../fs/index.ts';
import { exec } from './exec.ts';
import type { ReadLog } from './request.ts';

const root = dirOf([
  ['bin', dirOf([['busybox', described(800_000, 'busybox', { mode: 0o755 })], ...['sh', 'cat', 'cp', 'ls', 'mv', 'rm', 'chmod'].map((name) => [name, symlink('busybox')] as const)])],
  ['tmp', emptyDir({ mode: 0o1777 })],
  ['src', dirOf([['a.txt', file('a\n')], ['b.txt', file('b\n')], ['c.txt', file('c\n')]])],
]);

/** Names of the files in /src that a command was noted to look at, and by whom. */
function noted(command: string, tree: DirNode = root): readonly string[] {
  const reads: ReadLog = new Map();
  const args = ['/bin/sh', '-c', command];
  const { exitCode } = exec({ root: tree, mounts: [], args, env: ['PATH=/bin'], cwd: '/src', user: '', network: 'none', platform: 'linux/amd64', now: 1_700_000_000_000, origin: 'step', reads });
  expect(exitCode).toBe(0);
  return ['a.txt', 'b.txt', 'c.txt'].filter((name) => {
    const node = get(tree, `src/${name}`);
    return node?.type === 'file' && reads.get(node.content)?.has('step');
  });
}

describe('what a command is noted to look at', () => {
  it.each([
    ['what it prints', 'cat a.txt', ['a.txt']],
    ['what it copies', 'cp b.txt /tmp/copy', ['b.txt']],
    ['what it adds to', 'echo more >> c.txt', ['c.txt']],
    ['sizes and times', 'ls -l a.txt > /tmp/list; test b.txt -nt c.txt || true', ['a.txt', 'b.txt', 'c.txt']],
    ['what it reads from standard input', 'while read line; do echo $line; done < b.txt', ['b.txt']],
    ['only what it got to', 'test -e d.txt && cat a.txt; cat b.txt', ['b.txt']],
  ])('is %s', (_, command, names) => {
    expect(noted(command)).toEqual(names);
  });

  it.each([
    ['names alone', 'echo *'],
    ['a file that is moved', 'mv a.txt /tmp/moved'],
    ['a file that is removed', 'rm b.txt'],
    ['another mode', 'chmod 600 c.txt'],
  ])('is not %s', (_, command) => {
    expect(noted(command)).toEqual([]);
  });
});
