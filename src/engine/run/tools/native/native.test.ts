import { describe, expect, it } from 'vitest';
import { described, dirOf, file, get, put, symlink } from '../../../fs/index.ts';
import type { DirNode, FileNode, Node } from '../../../fs/index.ts';
import { exec } from '../../exec.ts';

const project = {
  '/p/CMakeLists.txt': 'project(app)\nfile(GLOB SOURCES src/*.cpp)\nadd_library(core STATIC lib/core.c)\nadd_executable(app ${SOURCES}) # all\ntarget_link_libraries(app PRIVATE core)\n',
  '/p/lib/core.c': 'int core;\n',
  '/p/src/a.cpp': '#include "a.h"\nint main() {}\n',
  '/p/src/a.h': 'int a;\n',
  '/p/src/b.cpp': 'int b;\n',
  '/p/README.md': 'x\n',
};

function machine(change: Record<string, string> = {}): DirNode {
  const program = (name: string): [string, Node] => [name, described(1000, name, { mode: 0o755 })];
  let root = dirOf([['bin', symlink('usr/bin')], ['tmp', dirOf([])], ['usr', dirOf([['bin', dirOf([...['dash', 'cmake', 'g++', 'ccache', 'rm'].map(program), ['sh', symlink('dash')]])]])]]);
  for (const [path, text] of Object.entries({ ...project, ...change })) root = put(root, path, file(text, { mtime: 1_000 }));
  return root;
}

const run = (root: DirNode, command: string) => exec({ root, mounts: [], args: ['/bin/sh', '-c', command], env: ['HOME=/root'], cwd: '/p', user: '', network: 'default', platform: 'linux/amd64', now: 1_000_000, origin: 'step' });
const said = (result: ReturnType<typeof run>) => result.output.map(({ text }) => text).join('');
const built = (result: ReturnType<typeof run>, path = '/p/build/app') => (get(result.root, path) as FileNode).content;
const build = 'cmake -B build && cmake --build build';

describe('cmake', () => {
  it.each([
    ['a source', '/p/src/b.cpp', true],
    ['a header', '/p/src/a.h', true],
    ['a library', '/p/lib/core.c', true],
    ['the README', '/p/README.md', false],
  ])('builds another program for %s only where it is read', (_, path, differs) => {
    const edited = built(run(machine({ [path]: 'int other;\n' }), build));
    if (differs) expect(edited).not.toEqual(built(run(machine(), build)));
    else expect(edited).toEqual(built(run(machine(), build)));
  });

  it('compiles what is newer than its object, and nothing else', () => {
    const first = run(machine(), build).root;
    expect(said(run(first, 'cmake --build build'))).not.toContain('Building');
    const edited = put(first, '/p/src/b.cpp', file('int c;\n', { mtime: 9_000_000 }));
    expect(said(run(edited, 'cmake --build build')).match(/Building/g)).toHaveLength(1);
  });

  it('asks the compiler cache where it is told to, and is quick with what is there', () => {
    const cached = 'cmake -B build -DCMAKE_CXX_COMPILER_LAUNCHER=ccache && cmake --build build';
    const first = run(machine(), cached);
    const again = run(run(first.root, 'rm -r build').root, cached);
    expect(again.duration).toBeLessThan(first.duration / 2);
    expect(built(again)).toEqual(built(first));
  });

  it.each([
    ['cmake -S nowhere', 'does not appear to contain CMakeLists.txt'],
    ['cmake --build nowhere', 'Error: could not load cache\n'],
  ])('%s fails as the real one', (command, message) => {
    const result = run(machine(), command);
    expect(result.exitCode).toBe(1);
    expect(said(result)).toContain(message);
  });
});

describe('g++', () => {
  it('compiles and links what it is given, and leaves no object behind', () => {
    const result = run(machine(), 'g++ -O2 -o app src/a.cpp src/b.cpp');
    expect(result.exitCode).toBe(0);
    expect(get(result.root, '/p/app')).toMatchObject({ mode: 0o755 });
    expect((get(result.root, '/tmp') as DirNode).entries.size).toBe(0);
    expect(built(run(machine({ '/p/src/a.h': 'x' }), 'g++ -O2 -o app src/a.cpp src/b.cpp'), '/p/app')).not.toEqual(built(result, '/p/app'));
  });

  it('names a source that is not there', () => {
    expect(said(run(machine(), 'g++ nope.cpp'))).toBe('g++: fatal error: nope.cpp: No such file or directory\ncompilation terminated.\n');
  });
});
