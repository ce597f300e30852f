import { describe, expect, it } from 'vitest';
import { described, dirOf, emptyDir, file, get, put, symlink } from '../../../../fs/index.ts';
import type { DirNode, FileNode, Node } from '../../../../fs/index.ts';
import { exec } from '../../../exec.ts';
import recorded from './fixtures/make.json' with { type: 'json' };

const programs = 'cat make cp touch echo true false mkdir rm ls sed grep tail head sleep chmod cc gcc ccache ar dash'.split(' ');

function machine(files: Readonly<Record<string, string | undefined>>): DirNode {
  const bin = dirOf([...programs.map((name): [string, Node] => [name, described(1000, name, { mode: 0o755 })]), ['sh', symlink('dash')]]);
  let root = dirOf([['bin', symlink('usr/bin')], ['tmp', emptyDir()], ['usr', dirOf([['bin', bin]])], ['w', emptyDir()]]);
  for (const [path, text = ''] of Object.entries(files)) root = put(root, `/w/${path}`, file(text, { mtime: 1_000 }));
  return root;
}

const run = (root: DirNode, command: string, now = 1_600_000_000_000) => exec({ root, mounts: [], args: ['/bin/sh', '-c', `exec 2>&1; ${command}`], env: ['HOME=/root', 'PATH=/usr/bin:/bin'], cwd: '/w', user: '', network: 'default', platform: 'linux/amd64', now, origin: 'step' });
const said = (result: ReturnType<typeof run>) => result.output.map(({ text }) => text).join('');
const content = (root: DirNode, path: string) => (get(root, path) as FileNode).content;

describe('make says and does what GNU make 4.3 did', () => {
  it.each(recorded.map((one) => [one.name, one] as const))('%s', (_, { files, command, output, exitCode }) => {
    const result = run(machine(files), command);
    expect({ output: said(result), exitCode: result.exitCode }).toEqual({ output, exitCode });
  });
});

describe('make with a compiler', () => {
  const makefile = 'CFLAGS := -O2 -Iinclude\nOBJS := $(patsubst src/%.c,build/%.o,$(wildcard src/*.c))\napp: $(OBJS)\n\t$(CC) -o $@ $^\nbuild/%.o: src/%.c | build\n\t$(CC) $(CFLAGS) -c $< -o $@\nbuild:\n\tmkdir -p $@\n';
  const files = { 'Makefile': makefile, 'src/main.c': '#include "a.h"\nint main(void) {}\n', 'src/one.c': 'int one;\n', 'src/two.c': 'int two;\n', 'include/a.h': 'int a;\n', 'README.md': 'x\n' };
  const built = (change: Readonly<Record<string, string>> = {}, command = 'make') => content(run(machine({ ...files, ...change }), command).root, '/w/app');

  it.each([
    ['src/one.c', true],
    ['include/a.h', true],
    ['README.md', false],
  ])('makes another program of another %s: %s', (path, differs) => {
    const other = built({ [path]: 'int other;\n' });
    if (differs) expect(other).not.toEqual(built());
    else expect(other).toEqual(built());
  });

  it('compiles what is newer than its object, and nothing else', () => {
    const first = run(machine(files), 'make').root;
    const edited = put(first, '/w/src/one.c', file('int three;\n', { mtime: 1_700_000_000_000 }));
    expect(said(run(edited, 'make', 1_800_000_000_000))).toBe('cc -O2 -Iinclude -c src/one.c -o build/one.o\ncc -o app build/main.o build/one.o build/two.o\n');
  });

  it('takes less time with more jobs, for the same bytes', () => {
    const [one, two] = [run(machine(files), 'make -j1'), run(machine(files), 'make -j2')];
    expect(two.duration).toBeLessThan(one.duration);
    expect(content(two.root, '/w/app')).toEqual(content(one.root, '/w/app'));
  });

  it('takes no less time with more jobs where one thing waits for the other', () => {
    const chain = { ...files, Makefile: 'app: b\n\tsleep 1\nb: c\n\tsleep 1\nc:\n\tsleep 1\n' };
    expect(run(machine(chain), 'make -j8').duration).toBeCloseTo(run(machine(chain), 'make').duration, -1);
  });
});

it.each([
  ['variables that double without end', `A0 = xxxxxxxxxx\n${Array.from({ length: 40 }, (_, i) => `A${i + 1} = $(A${i})$(A${i})\n`).join('')}all:\n\t@echo $(A40)\n`],
  ['a function that calls itself', 'f = $(call f,x)\nall:\n\t@echo $(call f)\n'],
  ['a makefile that includes itself', 'include Makefile\nall:\n'],
  ['a rule that makes itself', 'all:\n\t$(MAKE)\n'],
  ['patterns that lead to ever longer names', '%: %.x\n\tcp $< $@\n%.x: %.x.x\n\tcp $< $@\nall: a.x\n'],
  ['binary garbage', `${Array.from({ length: 256 }, (_, i) => String.fromCharCode(i)).join('')}:$($(((\n\t\n`],
])('ends with an error on %s', (_, Makefile) => {
  expect(run(machine({ Makefile }), 'make').exitCode).not.toBe(0);
});
