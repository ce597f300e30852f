import { describe, expect, it } from 'vitest';
import { described, dirOf, emptyDir, file, get, put, symlink, textOf } from '../fs/index.ts';
import type { DirNode, FileNode, Node } from '../fs/index.ts';
import { exec } from './exec.ts';
import type { ExecRequest } from './request.ts';

const passwd = 'root:x:0:0:root:/root:/bin/sh\napp:x:1000:1000:app:/home/app:/bin/sh\n';

function golang(files: Record<string, string>): DirNode {
  let root = dirOf([
    ['bin', dirOf([['busybox', described(800_000, 'busybox', { mode: 0o755 })], ['sh', symlink('busybox')]])],
    ['etc', dirOf([['passwd', file(passwd)]])],
    ['root', emptyDir({ mode: 0o700 })],
    ['tmp', emptyDir({ mode: 0o1777 })],
  ]);
  root = put(root, '/usr/local/go/bin/go', described(13_000_000, 'go', { mode: 0o755 }));
  for (const [path, text] of Object.entries(files)) root = put(root, path, file(text));
  return root;
}

function request(root: DirNode): ExecRequest {
  return {
    root,
    mounts: [],
    args: [],
    env: ['PATH=/go/bin:/usr/local/go/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', 'GOPATH=/go', 'GOLANG_VERSION=1.25.5'],
    cwd: '/src',
    user: '',
    network: 'default',
    platform: 'linux/amd64',
    now: 1_700_000_000_000,
    origin: 'step',
  };
}

function run(root: DirNode, command: string, more: Partial<ExecRequest> = {}) {
  return exec({ ...request(root), args: ['/bin/sh', '-c', command], ...more });
}

const service = {
  '/src/go.mod': 'module example.com/app\n\ngo 1.25\n\nrequire github.com/go-chi/chi/v5 v5.2.0\n',
  '/src/go.sum': 'github.com/go-chi/chi/v5 v5.2.0 h1:abc=\ngithub.com/go-chi/chi/v5 v5.2.0/go.mod h1:def=\n',
  '/src/main.go': 'package main\n\nimport (\n\t"net/http"\n\n\t"github.com/go-chi/chi/v5"\n)\n\nfunc main() { http.ListenAndServe(":80", chi.NewRouter()) }\n',
  '/src/README.md': '# app\n',
};

describe('go build', () => {
  it('writes the binary and the caches, with a note on what is modelled', () => {
    const modules = run(golang(service), 'go mod download');
    expect(modules.exitCode).toBe(0);
    expect(modules.output).toEqual([]);
    expect(get(modules.root, '/go/pkg/mod/github.com/go-chi/chi/v5@v5.2.0')).toBeDefined();
    const built = run(modules.root, 'CGO_ENABLED=0 go build -o /app');
    expect(built.output).toEqual([]);
    expect(built.exitCode).toBe(0);
    expect(get(built.root, '/app')).toMatchObject({ type: 'file', mode: 0o755, origin: { by: 'step', command: 'go build -o /app' } });
    expect(built.notes).toMatchObject([{ tool: 'go', fidelity: 'modelled' }]);
    expect(get(built.root, '/root/.cache/go-build')).toBeDefined();
  });

  it('gives the same bytes for the same sources, whatever the README says', () => {
    const binary = (files: Record<string, string>) => (get(run(golang(files), 'go build -o /app').root, '/app') as FileNode).content;
    expect(binary({ ...service, '/src/README.md': 'other' })).toEqual(binary(service));
    expect(binary({ ...service, '/src/main.go': `${service['/src/main.go']}\nvar x = 1\n` })).not.toEqual(binary(service));
  });
});

const files = ['id', 'cat', 'ls', 'touch', 'rm', 'mkdir'];
const busybox = (more: Record<string, Node> = {}): DirNode => {
  let root = dirOf([
    ['bin', dirOf([['busybox', described(800_000, 'busybox', { mode: 0o755 })], ...['sh', ...files].map((name): [string, Node] => [name, symlink('busybox')])])],
    ['etc', dirOf([['passwd', file(passwd)], ['group', file('root:x:0:\napp:x:1000:\nweb:x:33:app\n')]])],
    ['src', emptyDir({ uid: 1000, gid: 1000 })],
    ['tmp', emptyDir({ mode: 0o1777 })],
  ]);
  for (const [path, node] of Object.entries(more)) root = put(root, path, node);
  return root;
};
const text = (result: { output: readonly { text: string }[] }) => result.output.map((line) => line.text).join('');
const path = { env: ['PATH=/bin'] };

describe('a RUN', () => {
  it('runs as the user of the image, with its groups and its home', () => {
    const result = run(busybox(), 'id; echo $HOME; touch f /tmp/g', { ...path, user: 'app' });
    expect(text(result)).toBe('uid=1000(app) gid=1000(app) groups=1000(app),33(web)\n/home/app\n');
    expect(get(result.root, '/src/f')).toMatchObject({ uid: 1000, gid: 1000 });
    expect(run(busybox(), 'touch /etc/x', { ...path, user: 'app' })).toMatchObject({ exitCode: 1, output: [{ text: 'touch: /etc/x: Permission denied\n' }] });
  });

  it('runs in a working directory that nothing made: it is there from then on', () => {
    const { exitCode, root } = run(busybox({}), 'echo x > here', { ...path, cwd: '/app/deep', user: '1000' });
    expect(exitCode).not.toBe(0);
    expect(get(root, '/app/deep')).toMatchObject({ type: 'dir', mode: 0o755, uid: 0 });
    expect(textOf(get(run(busybox({}), 'echo x > here', { ...path, cwd: '/app' }).root, '/app/here') as FileNode)).toBe('x\n');
  });

  it('fails before it starts where the user is unknown', () => {
    expect(run(busybox(), 'true', { user: 'ghost' }).error).toBe('unable to find user ghost: no matching entries in passwd file');
  });

  it('tells what runc tells where there is no such program', () => {
    const missing = exec({ ...request(dirOf([])), args: ['/bin/sh', '-c', 'true'], cwd: '/' });
    expect(missing.error).toBe('runc run failed: unable to start container process: error during container init: exec: "/bin/sh": stat /bin/sh: no such file or directory');
    const bare = exec({ ...request(dirOf([])), args: ['node'], cwd: '/' });
    expect(bare.error).toBe('runc run failed: unable to start container process: error during container init: exec: "node": executable file not found in $PATH');
  });

  it('leaves the very same tree where it changes nothing', () => {
    const root = busybox();
    expect(run(root, 'cat /etc/passwd > /dev/null; ls -l / > /dev/null', path).root).toBe(root);
  });

  it('sees its mounts, gives back what is in a cache, and leaves no trace of the mount points', () => {
    const root = busybox();
    const mounts = [
      { target: '/cache/x', root: dirOf([['old', file('1')]]), readonly: false, kind: 'cache' as const },
      { target: '/run/secrets/tok', root: emptyDir(), file: file('s3cret'), readonly: true, kind: 'secret' as const },
      { target: '/ctx', root: dirOf([['a', file('a')]]), readonly: true, kind: 'bind' as const },
    ];
    const result = run(root, 'cat /run/secrets/tok /ctx/a /cache/x/old > /cache/x/new; echo x > /ctx/b', { ...path, mounts });
    expect(text(result)).toBe("/bin/sh: line 0: can't create /ctx/b: Read-only file system\n");
    expect(result.root).toBe(root);
    expect(textOf(get(result.caches.get('/cache/x')!, 'new') as FileNode)).toBe('s3creta1');
  });

  it('runs a script by its first line, and says where it does not simulate a program', () => {
    const script = file('#!/bin/sh\necho "$0 $1"\n', { mode: 0o755 });
    const result = run(busybox({ '/src/run.sh': script, '/bin/strange': described(10, 'x', { mode: 0o755 }) }), './run.sh a && strange --do', path);
    expect(text(result)).toBe('./run.sh a\nlayerscope: not simulated: strange --do\n');
    expect(result).toMatchObject({ exitCode: 0, fidelity: 'not-simulated', notes: [{ command: 'strange --do', fidelity: 'not-simulated' }] });
  });

  it('obeys a model that the scenario declares', () => {
    const models = [{ pattern: 'strange *', duration: 5000, output: 'working\n', writes: [{ path: 'out/a', size: 100 }], reads: ['in'] }];
    const seed = (content: string) => {
      const result = run(busybox({ '/bin/strange': described(10, 'x', { mode: 0o755 }), '/src/in': file(content) }), 'strange build', { ...path, models });
      expect(text(result)).toBe('working\n');
      expect(result.duration).toBeGreaterThanOrEqual(5000);
      return (get(result.root, '/src/out/a') as FileNode).content;
    };
    expect(seed('1')).toEqual(seed('1'));
    expect(seed('1')).not.toEqual(seed('2'));
  });

  it('lets virtual time pass, and nothing else', () => {
    const again = run(busybox({ '/bin/sleep': symlink('busybox') }), 'echo a; sleep 90; echo b', path);
    expect(again.output.map((line) => line.text)).toEqual(['a\n', 'b\n']);
    expect(again.output[1]!.time - again.output[0]!.time).toBe(90_001);
  });

  it('is the same every time', () => {
    const command = 'for i in 1 2 3; do echo $i > f$i; done; mkdir -p a/b; ls -lR';
    expect(run(busybox(), command, path)).toEqual(run(busybox(), command, path));
  });
});

describe('go, where it cannot build', () => {
  it.each([
    [{ '/src/main.go': 'package main\n' }, 'go build -o /app', "go: go.mod file not found in current directory or any parent directory; see 'go help modules'\n"],
    [{ '/src/go.mod': 'module example.com/app\n' }, 'go build -o /app', 'no Go files in /src\n'],
    [{ '/src/go.mod': 'module example.com/app\n', '/src/main.go': 'package main\n' }, 'go build ./cmd/x', 'stat /src/cmd/x: directory not found\n'],
    [{ '/src/go.mod': 'module example.com/app\n', '/src/main.go': 'package main\n\nimport "github.com/a/b"\n' }, 'go build', 'main.go:3:8: no required module provides package github.com/a/b; to add it:\n\tgo get github.com/a/b\n'],
    [{ ...service, '/src/go.sum': '' }, 'go build', 'main.go:6:2: missing go.sum entry for module providing package github.com/go-chi/chi/v5 (imported by example.com/app); to add:\n\tgo get example.com/app\n'],
  ])('says so in its own words: %#', (sources, command, message) => {
    const result = run(golang(sources as Record<string, string>), command);
    expect(text(result)).toBe(message);
    expect(result.exitCode).toBe(1);
  });

  it('is quicker with its caches', () => {
    const first = run(golang(service), 'go build -o /app');
    expect(text(first)).toBe('go: downloading github.com/go-chi/chi/v5 v5.2.0\n');
    const second = run(put(first.root, '/src/main.go', file(`${service['/src/main.go']}\n`)), 'go build -o /app');
    expect(text(second)).toBe('');
    expect(second.duration).toBeLessThan(first.duration / 2);
  });
});
