import { describe, expect, it } from 'vitest';
import { described, dirOf, file, get, put, symlink } from '../../../fs/index.ts';
import type { DirNode, FileNode, Node } from '../../../fs/index.ts';
import { exec } from '../../exec.ts';

const project = {
  '/p/CMakeLists.txt': 'project(app)\nfile(GLOB SOURCES src/*.cpp)\nadd_library(core STATIC lib/core.c)\nadd_executable(app ${SOURCES}) # all\ntarget_link_libraries(app PRIVATE core)\ninstall(TARGETS app core)\ninstall(FILES README.md DESTINATION share)\n',
  '/p/lib/core.c': 'int core;\n',
  '/p/src/a.cpp': '#include "a.h"\nint main() {}\n',
  '/p/src/a.h': 'int a;\n',
  '/p/src/b.cpp': 'int b;\n',
  '/p/README.md': 'x\n',
};

function machine(change: Record<string, string> = {}): DirNode {
  const program = (name: string): [string, Node] => [name, described(1000, name, { mode: 0o755 })];
  let root = dirOf([['bin', symlink('usr/bin')], ['tmp', dirOf([])], ['usr', dirOf([['bin', dirOf([...['dash', 'cmake', 'g++', 'gcc', 'ccache', 'rm', 'make', 'ninja', 'ar', 'ld', 'strip', 'ranlib', 'pkg-config', 'ls', 'cat'].map(program), ['sh', symlink('dash')]])]])]]);
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
    expect(said(run(machine(), 'g++ nope.cpp'))).toBe('cc1plus: fatal error: nope.cpp: No such file or directory\ncompilation terminated.\n');
  });
});

describe('a build directory of cmake', () => {
  const steps = (text: string) => text.split('\n').filter((line) => /^\[/.test(line));

  it('is built by make, by ninja and by cmake to the same program', () => {
    const programs = ['cmake --build build', 'make -C build', 'cmake -B build -G Ninja && ninja -C build'].map((how) => built(run(machine(), `cmake -B build && ${how}`)));
    expect(programs[1]).toEqual(programs[0]);
    expect(programs[2]).toEqual(programs[0]);
  });

  it('says what it does in the words of its generator', () => {
    expect(steps(said(run(machine(), build)))).toEqual([
      '[ 20%] Building C object CMakeFiles/core.dir/lib/core.c.o', '[ 40%] Linking C static library libcore.a', '[ 40%] Built target core',
      '[ 60%] Building CXX object CMakeFiles/app.dir/src/a.cpp.o', '[ 80%] Building CXX object CMakeFiles/app.dir/src/b.cpp.o', '[100%] Linking CXX executable app', '[100%] Built target app',
    ]);
    const first = run(machine(), 'cmake -B build -G Ninja && ninja -C build core');
    expect(steps(said(first))).toEqual(['[1/2] Building C object CMakeFiles/core.dir/lib/core.c.o', '[2/2] Linking C static library libcore.a']);
    expect(said(run(first.root, 'ninja -C build core; ninja -C build nope; cd /; ninja'))).toBe("ninja: Entering directory `build'\nninja: no work to do.\nninja: Entering directory `build'\nninja: error: unknown target 'nope'\nninja: error: loading 'build.ninja': No such file or directory\n");
  });

  it('takes less time with more jobs', () => {
    expect(run(machine(), `${build} -j8`).duration).toBeLessThan(run(machine(), build).duration);
  });

  it('installs what the lists say, and nothing else', () => {
    const { root } = run(machine(), `${build} && cmake --install build --prefix /opt`);
    expect(['bin/app', 'lib/libcore.a', 'share/README.md', 'bin/CMakeFiles'].map((path) => get(root, `/opt/${path}`) !== undefined)).toEqual([true, true, true, false]);
    expect(get(run(machine(), `${build} && make -C build install DESTDIR=/out`).root, '/out/usr/local/bin/app')).toBeDefined();
  });

  it('cannot be made for a build tool that is not there', () => {
    expect(said(run(machine(), 'rm /usr/bin/ninja; cmake -G Ninja -B build'))).toContain('unable to find a build program corresponding to "Ninja"');
  });
});

describe('the tools beside the compiler', () => {
  const content = (root: DirNode, path: string) => (get(root, path) as FileNode).content;
  const compile = 'g++ -c src/a.cpp -o a.o && g++ -c src/b.cpp -o b.o';

  it.each([
    ['ar r lib.a nope.o', 1, 'ar: nope.o: No such file or directory\n'],
    ['ranlib nope.a', 1, "ranlib: 'nope.a': No such file\n"],
    ['strip nope', 1, "strip: 'nope': No such file\n"],
    ['strip README.md', 1, 'strip: README.md: file format not recognized\n'],
    ['ld', 1, 'ld: no input files\n'],
    ['ld nope.o', 1, 'ld: cannot find nope.o: No such file or directory\n'],
    ['gcc nope.o', 1, '/usr/bin/ld: cannot find nope.o: No such file or directory\ncollect2: error: ld returned 1 exit status\n'],
    ['g++ -c src/b.cpp -o nodir/b.o', 1, "Assembler messages:\nFatal error: can't create nodir/b.o: No such file or directory\n"],
    ['pkg-config --libs nope', 1, "Package nope was not found in the pkg-config search path.\nPerhaps you should add the directory containing `nope.pc'\nto the PKG_CONFIG_PATH environment variable\nPackage 'nope', required by 'virtual:world', not found\n"],
    ['ccache nope -c x.c', 1, 'ccache: error: Could not find compiler "nope" in PATH\n'],
    ['g++ -MMD -MP -c src/a.cpp -o a.o && cat a.d', 0, 'a.o: src/a.cpp \\\n src/a.h\nsrc/a.h:\n'],
  ])('%s gives %i', (command, exitCode, output) => {
    const result = run(machine(), command);
    expect([said(result), result.exitCode]).toEqual([output, exitCode]);
  });

  it('make archives of their members, and programs of archives', () => {
    const archive = (change: Record<string, string> = {}) => content(run(machine(change), `${compile} && ar rcs all.a a.o b.o`).root, '/p/all.a');
    expect(archive({ 'README.md': 'y' })).toEqual(archive());
    expect(archive({ '/p/src/a.h': 'int other;\n' })).not.toEqual(archive());
  });

  it('take the symbols out of a program once', () => {
    const size = (command: string) => (get(run(machine(), `g++ -o app src/a.cpp && ${command}`).root, '/p/app') as FileNode & { content: { size: number } }).content.size;
    expect(size('strip app')).toBeLessThan(size('true'));
    expect(size('strip app && strip app')).toBe(size('strip app'));
  });

  it('keep units in the compiler cache, by what they read', () => {
    const first = run(machine(), 'ccache g++ -c src/a.cpp -o a.o');
    expect(run(first.root, 'ccache g++ -c src/a.cpp -o a.o').duration).toBeLessThan(first.duration / 2);
    const edited = put(first.root, '/p/src/a.h', file('int new;\n', { mtime: 1_000 }));
    expect(run(edited, 'ccache g++ -c src/a.cpp -o a.o').duration).toBeGreaterThan(first.duration / 2);
  });

  it('read what a library says of itself', () => {
    const root = put(machine(), '/usr/lib/pkgconfig/foo.pc', file('prefix=/usr\nName: foo\nVersion: 1.2\nCflags: -I${prefix}/include/foo\nLibs: -lfoo\n'));
    expect(said(run(root, 'pkg-config --cflags --libs foo; pkg-config --modversion foo'))).toBe('-I/usr/include/foo -lfoo\n1.2\n');
  });
});
