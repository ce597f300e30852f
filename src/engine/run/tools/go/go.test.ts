import { describe, expect, it } from 'vitest';
import { described, dirOf, file, get, put, symlink } from '../../../fs/index.ts';
import type { DirNode, FileNode, Node } from '../../../fs/index.ts';
import { exec } from '../../exec.ts';
import type { ExecRequest } from '../../request.ts';

const files = {
  '/src/go.mod': 'module example.com/app\n\ngo 1.22\n\nrequire github.com/google/uuid v1.6.0\n',
  '/src/go.sum': 'github.com/google/uuid v1.6.0 h1:abc=\ngithub.com/google/uuid v1.6.0/go.mod h1:def=\n',
  '/src/main.go': 'package main\n\nimport "github.com/google/uuid"\n\nfunc main() { println(uuid.NewString()) }\n',
  '/src/main_test.go': 'package main\n',
  '/src/.git/HEAD': 'ref: refs/heads/main\n',
  '/src/.git/refs/heads/main': '1111\n',
  '/src/README.md': '# app\n',
};

function golang(git = false): DirNode {
  const program = (name: string): [string, Node] => [name, described(1000, name, { mode: 0o755 })];
  let root = dirOf([['bin', symlink('usr/bin')], ['usr', dirOf([['bin', dirOf([program('dash'), ['sh', symlink('dash')], program('go'), program('ls'), program('wc'), ...(git ? [program('git')] : [])])]])]]);
  for (const [path, text] of Object.entries(files)) root = put(root, path, file(text));
  return root;
}

function run(root: DirNode, command: string, more: Partial<ExecRequest> = {}) {
  return exec({ root, mounts: [], args: ['/bin/sh', '-c', command], env: [], cwd: '/src', user: '', network: 'default', platform: 'linux/amd64', now: 0, origin: 'step', ...more });
}

/** The program that a build writes, after some files were changed. */
function binary(command: string, change: Record<string, string> = {}, git = false) {
  let root = golang(git);
  for (const [path, text] of Object.entries(change)) root = put(root, path, file(text));
  return (get(run(root, command).root, '/app') as FileNode).content;
}

describe('go build', () => {
  it.each([
    ['the README', '/src/README.md', false],
    ['a test', '/src/main_test.go', false],
    ['a comment in the code', '/src/main.go', true],
  ])('gives other bytes for %s only where the compiler reads it', (_, path, differs) => {
    const build = 'go build -o /app';
    const edited = binary(build, { [path]: `${(files as Record<string, string>)[path]}// more\n` });
    if (differs) expect(edited).not.toEqual(binary(build));
    else expect(edited).toEqual(binary(build));
  });

  it('stamps the commit where there is a repository and a git to ask, and not with -buildvcs=false', () => {
    const commit = { '/src/.git/refs/heads/main': '2222\n' };
    expect(binary('go build -o /app', commit)).toEqual(binary('go build -o /app'));
    expect(binary('go build -o /app', commit, true)).not.toEqual(binary('go build -o /app', {}, true));
    expect(binary('go build -buildvcs=false -o /app', commit, true)).toEqual(binary('go build -buildvcs=false -o /app', {}, true));
    expect(binary('GOFLAGS=-buildvcs=false go build -o /app', commit, true)).toEqual(binary('GOFLAGS=-buildvcs=false go build -o /app', {}, true));
  });

  it('refuses a target that Go does not know, as a whole platform in GOARCH', () => {
    const told = (command: string) => {
      const { exitCode, output } = run(golang(), command);
      return [exitCode, output.map(({ text }) => text).join('')];
    };
    expect(told('GOARCH=linux/arm64 go build -o /app')).toEqual([2, 'go: unsupported GOOS/GOARCH pair linux/linux/arm64\n']);
    expect(told('GOARCH=arm64 go build -o /app')[0]).toBe(0);
    expect(told('GOARCH= go build -o /app')[0]).toBe(0);
  });

  it('writes the path of the sources into the program, and not with -trimpath', () => {
    const moved = (flags: string) => binary(`go build ${flags} -o /app`);
    const elsewhere = (flags: string) => {
      let root = golang();
      for (const [path, text] of Object.entries(files)) root = put(root, path.replace('/src', '/other'), file(text));
      return (get(run(root, `go build ${flags} -o /app`, { cwd: '/other' }).root, '/app') as FileNode).content;
    };
    expect(elsewhere('')).not.toEqual(moved(''));
    expect(elsewhere('-trimpath')).toEqual(moved('-trimpath'));
  });

  it('compiles for another processor as quickly, and eight times slower when it is emulated itself', () => {
    const native = run(golang(), 'go mod download && go build -o /app');
    const crossed = run(golang(), 'go mod download && GOARCH=arm64 go build -o /app');
    const emulated = run(golang(), 'go mod download && go build -o /app', { platform: 'linux/arm64' });
    const compiling = (result: typeof native) => result.notes[1]!.duration;
    expect(compiling(crossed)).toBe(compiling(native));
    expect(compiling(emulated)).toBe(8 * compiling(native));
    expect(emulated.notes[0]!.duration).toBe(native.notes[0]!.duration);
    expect(get(crossed.root, '/app')).not.toEqual(get(native.root, '/app'));
  });
});

describe('go mod download', () => {
  it('takes what published logs say, and next to nothing the second time', () => {
    const first = run(golang(), 'go mod download');
    expect(first.notes[0]!.duration).toBeGreaterThan(8_000);
    expect(first.notes[0]!.duration).toBeLessThan(11_800);
    expect(run(first.root, 'go mod download').notes[0]!.duration).toBeLessThan(1_000);
  });
});

describe('a run', () => {
  it('does not count the start of its container, which is the solver’s', () => {
    expect(run(golang(), ':').duration).toBeLessThan(10);
  });
});

describe('a workspace', () => {
  const modules = {
    '/w/go.work': 'go 1.22\n\nuse (\n\t./cart\n\t./pkg\n)\n',
    '/w/cart/go.mod': 'module example.com/cart\n\ngo 1.22\n',
    '/w/cart/main.go': 'package main\n\nimport "example.com/pkg/log"\n\nfunc main() { log.Say() }\n',
    '/w/pkg/go.mod': 'module example.com/pkg\n\ngo 1.22\n',
    '/w/pkg/log/log.go': 'package log\n\nfunc Say() {}\n',
    '/w/pkg/other/other.go': 'package other\n',
  };
  const inW = (command: string, change: Readonly<Record<string, string>> = {}) => {
    let root = golang();
    for (const [path, text] of Object.entries({ ...modules, ...change })) root = put(root, path, file(text));
    return run(root, command, { cwd: '/w' });
  };
  const text = (result: ReturnType<typeof run>) => result.output.map((one) => one.text).join('');
  const app = (change: Readonly<Record<string, string>> = {}) => (get(inW('go build -o /app ./cart', change).root, '/app') as FileNode).content;

  it('takes packages of its other modules from their directories', () => {
    expect(app({ '/w/pkg/log/log.go': 'package log\n\nfunc Say() { println() }\n' })).not.toEqual(app());
    expect(app({ '/w/pkg/other/other.go': 'package other\n\nvar x = 1\n' })).toEqual(app());
  });

  it('needs the go.mod of every module that it names', () => {
    const result = inW('go build ./cart', { '/w/go.work': 'go 1.22\n\nuse ./cart\nuse ./gone\n' });
    expect([text(result), result.exitCode]).toEqual(['go: cannot load module gone listed in go.work file: open gone/go.mod: no such file or directory\n', 1]);
  });

  it('is left aside where GOWORK is off', () => {
    expect(text(inW('cd cart; GOWORK=off go build -o /app .'))).toContain('no required module provides package example.com/pkg/log');
  });

  it('builds nothing of a directory that is in none of its modules', () => {
    expect(text(inW('go build ./...'))).toContain('directory prefix . does not contain modules listed in go.work');
  });
});

describe('other commands of go', () => {
  const text = (command: string, change: Readonly<Record<string, string>> = {}) => {
    let root = golang();
    for (const [path, source] of Object.entries(change)) root = put(root, path, file(source));
    const result = run(root, command);
    return [result.output.map((one) => one.text).join(''), result.exitCode];
  };

  it.each([
    ['go list ./...', ['example.com/app\n', 0]],
    ['go list -m all', ['example.com/app\ngithub.com/google/uuid v1.6.0\n', 0]],
    ['go get github.com/google/uuid@v1.6.1 && read -r x < go.mod && go list -m all', ['go: upgraded github.com/google/uuid v1.6.0 => v1.6.1\nexample.com/app\ngithub.com/google/uuid v1.6.1\n', 0]],
    ['go work init ./a && go list', ['go: cannot load module a listed in go.work file: open a/go.mod: no such file or directory\n', 1]],
    ['go work nope', ["go: work nope: unknown command\nRun 'go help work' for usage.\n", 2]],
    ['go nope', ["go nope: unknown command\nRun 'go help' for usage.\n", 2]],
  ])('%s', (command, expected) => {
    expect(text(command)).toEqual(expected);
  });

  it('generate runs what the sources name, in their directories, and stops where it is missing', () => {
    const source = (command: string) => ({ '/src/a/a.go': `package a\n\n//go:generate ${command}\n` });
    expect(text('go generate ./...', source('sh -c "echo $GOPACKAGE $GOFILE:$GOLINE; pwd"'))).toEqual(['a a.go:3\n/src/a\n', 0]);
    expect(text('go generate ./...', source('stringer -type=X'))).toEqual(['a/a.go:3: running "stringer": exec: "stringer": executable file not found in $PATH\n', 1]);
  });

  it('clean empties the caches that it is told to', () => {
    const built = run(golang(), 'export GOCACHE=/built GOMODCACHE=/modules; go build -o /app && ls /built | wc -l && go clean -cache');
    expect(Number(built.output.at(-1)!.text)).toBeGreaterThan(0);
    expect((get(built.root, '/built') as DirNode).entries.size).toBe(0);
    expect(get(built.root, '/modules/github.com/google/uuid@v1.6.0')).toBeDefined();
  });

  it('run compiles, and says that the program itself is not simulated', () => {
    const { notes } = run(golang(), 'go run .');
    expect(notes.map(({ fidelity }) => fidelity)).toContain('not-simulated');
    expect(notes.some(({ fidelity, duration }) => fidelity === 'modelled' && duration > 1000)).toBe(true);
  });
});
