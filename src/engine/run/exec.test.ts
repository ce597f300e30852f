import { describe, expect, it } from 'vitest';
import { described, dirOf, emptyDir, file, get, put, symlink } from '../fs/index.ts';
import type { DirNode, FileNode } from '../fs/index.ts';
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

function run(root: DirNode, command: string, more: Partial<ExecRequest> = {}) {
  return exec({
    root,
    mounts: [],
    args: ['/bin/sh', '-c', command],
    env: ['PATH=/go/bin:/usr/local/go/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', 'GOPATH=/go', 'GOLANG_VERSION=1.25.5'],
    cwd: '/src',
    user: '',
    network: 'default',
    platform: 'linux/amd64',
    now: 1_700_000_000_000,
    origin: 'step',
    ...more,
  });
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
