import { describe, expect, it } from 'vitest';
import { bytesOf, described, dirOf, emptyDir, file, get } from '../fs/index.ts';
import { decodeUtf8 } from '../source/utf8.ts';
import type { FileNode } from '../fs/node.ts';
import { runLine, type TypedLine, type TypedResult } from './terminal.ts';

const program = described(0, 'program', { mode: 0o755 });
const start: TypedLine = {
  line: '',
  root: dirOf([['bin', dirOf(['ls', 'cat', 'grep', 'sleep', 'greet'].map((name) => [name, program] as const))], ['home', dirOf([['me', dirOf([['a.txt', file('one\ntwo\n')]])]])], ['tmp', emptyDir()]]),
  cwd: '/home/me', home: '/home/me', user: 'me', hostname: 'laptop', variables: new Map(), now: 1_000,
  tools: [{ name: 'greet', run: (process, args) => (process.machine.advance(500), process.out(`hello ${args.join(' ')}\n`), 0) }],
};

/** Lines typed one after the other. */
function type(...lines: readonly string[]): TypedResult {
  const [first = '', ...rest] = lines;
  return rest.reduce((last, line) => runLine({ ...start, line, root: last.root, cwd: last.cwd, variables: last.variables }), runLine({ ...start, line: first }));
}
const text = (result: TypedResult) => result.output.map((one) => one.text).join('');

describe('lines typed at a prompt', () => {
  it('keep the directory and the variables of the lines before', () => {
    expect(text(type('cd /tmp', 'pwd'))).toBe('/tmp\n');
    expect(text(type('V=1.0; export W="a b"', 'greet "$V" "$W"'))).toBe('hello 1.0 a b\n');
    expect(type('V=1', 'unset V').variables.size).toBe(0);
  });

  it('change files, and can be piped and joined', () => {
    const { root } = type('echo three >> a.txt');
    expect(decodeUtf8(bytesOf((get(root, 'home/me/a.txt') as FileNode).content))).toBe('one\ntwo\nthree\n');
    expect(text(type('cat a.txt | grep tw && greet you'))).toBe('two\nhello you\n');
  });

  it('are answered in the words of a shell that somebody types into', () => {
    expect(text(type('nosuch'))).toBe('bash: nosuch: command not found\n');
    expect(text(type('cd nowhere'))).toBe('bash: cd: nowhere: No such file or directory\n');
    expect(type('nosuch').exitCode).toBe(127);
  });

  it('end at Ctrl-C with what was said until then', () => {
    const result = runLine({ ...start, line: 'greet a; greet b; greet c', interrupted: 1_200 });
    expect(text(result)).toBe('hello a\nhello b\n^C\n');
    expect(result).toMatchObject({ exitCode: 130, duration: 1_200 });
  });
});
