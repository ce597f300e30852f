import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { described, dirOf, emptyDir, file, symlink } from '../fs/index.ts';
import type { Node } from '../fs/index.ts';
import { exec } from './exec.ts';
import { TOOLS } from './tools/index.ts';

const applets = TOOLS.flatMap((tool) => [tool.name, ...(tool.aliases ?? [])]);
const root = dirOf([
  ['bin', dirOf([['busybox', described(1000, 'busybox', { mode: 0o755 })], ...['sh', ...applets].map((name): [string, Node] => [name, symlink('busybox')])])],
  ['etc', dirOf([['passwd', file('root:x:0:0:root:/root:/bin/sh\n')]])],
  ['tmp', emptyDir({ mode: 0o1777 })],
]);

function run(command: string) {
  return exec({ root, mounts: [], args: ['/bin/sh', '-c', command], env: [], cwd: '/tmp', user: '', network: 'default', platform: 'linux/amd64', now: 0, origin: 'step' });
}

describe('a command without end', () => {
  it.each([
    'while true; do :; done',
    'f() { f; }; f',
    'f() { f | f; }; f',
    ':() { : | : & }; while true; do sh -c true; done',
    'yes | head -c 10G > f',
    'cat /dev/zero > f',
    'x=a; while :; do x=$x$x; done',
    'until false; do echo x; done',
    'seq 100000000 | wc -l',
    'echo x > f; sed ":a;ba" f',
    'echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac | grep -E "(a*)*b"',
    'echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac | grep -E "(a|a)*b"',
    'echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac | sed -E "s/((a+))+b//"',
    'echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac | awk "/(a?a?)*b/"',
    'truncate -s 100G f',
    'sh -c \'sh -c "$0" "$0"\' \'sh -c "$0" "$0"\'',
  ])('is stopped with an error: %s', (command) => {
    expect(run(command).error).toMatch(/^the command was stopped/);
  });

  it('may stand before a reader that has enough', () => {
    const { output, exitCode, error } = run('yes | head -n 2; while :; do echo n; done | head -n 1');
    expect(output.map((line) => line.text)).toEqual(['y\n', 'y\n', 'n\n']);
    expect([exitCode, error]).toEqual([0, undefined]);
  });
});

describe('a command that makes no sense', () => {
  it('never throws, whatever its text', () => {
    const piece = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('$(', '${', '`', '"', "'", '<<E\n', 'if ', 'do ', '|', '&&', '((', ';;', 'case ', '\n', ' x=', '{ ', '$((1', 'sed s/', 'grep -E (', '[ a '));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(typeof run(pieces.join('')).exitCode).toBe('number');
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  it.each(['$(('.repeat(5000), '('.repeat(20_000), `echo ${'a'.repeat(1 << 20)}`, `echo $((${'('.repeat(3000)}1${')'.repeat(3000)}))`, '{ '.repeat(9000), `s=${'x'.repeat(60_000)}; echo \${s%%*y}`, 'rm -rf / ; ls /'])('ends, however large it is', (command) => {
    expect(typeof run(command).exitCode).toBe('number');
  });
});
