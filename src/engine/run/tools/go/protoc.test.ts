import { describe, expect, it } from 'vitest';
import { described, dirOf, file, get, put, symlink, textOf } from '../../../fs/index.ts';
import type { DirNode, FileNode, Node } from '../../../fs/index.ts';
import { exec } from '../../exec.ts';

const proto = 'syntax = "proto3";\npackage shop.v1;\noption go_package = "example.com/shop/api;shopv1";\n\nmessage Cart { string id = 1; }\n\nservice Carts { rpc Get(Cart) returns (Cart); }\n';

function machine(files: Readonly<Record<string, string>> = {}, programs = ['protoc', 'protoc-gen-go', 'protoc-gen-go-grpc']): DirNode {
  const bin = dirOf([...['dash', ...programs].map((name): [string, Node] => [name, described(1000, name, { mode: 0o755 })]), ['sh', symlink('dash')]]);
  let root = dirOf([['bin', symlink('usr/bin')], ['usr', dirOf([['bin', bin]])]]);
  for (const [path, text] of Object.entries({ '/src/api/cart.proto': proto, ...files })) root = put(root, path, file(text));
  return root;
}

const run = (root: DirNode, command: string) => exec({ root, mounts: [], args: ['/bin/sh', '-c', command], env: [], cwd: '/src', user: '', network: 'default', platform: 'linux/amd64', now: 0, origin: 'step' });
const said = (root: DirNode, command: string) => run(root, command).output.map(({ text }) => text).join('');

describe('protoc for Go', () => {
  it('writes what its sources name, beside them or by their import path', () => {
    const { root } = run(machine(), 'protoc --go_out=. --go_opt=paths=source_relative --go-grpc_out=. api/cart.proto');
    expect(textOf(get(root, '/src/api/cart.pb.go') as FileNode)).toMatch(/package shopv1\n[^]*type Cart struct/);
    expect(textOf(get(root, '/src/example.com/shop/api/cart_grpc.pb.go') as FileNode)).toContain('type CartsServer');
  });

  it('writes another file for another source, and the same for the same', () => {
    const written = (text: string) => textOf(get(run(machine({ '/src/api/cart.proto': text }), 'protoc -I api --go_out=/ --go_opt=paths=source_relative cart.proto').root, '/cart.pb.go') as FileNode);
    expect(written(proto)).toBe(written(proto));
    expect(written(`${proto}// more\n`)).not.toBe(written(proto));
  });

  it.each([
    ['protoc', 'Missing input file.\n'],
    ['protoc api/cart.proto', 'Missing output directives.\n'],
    ['protoc --go_out=. nope.proto', 'Could not make proto path relative: nope.proto: No such file or directory\n'],
    ['protoc --go_out=nowhere api/cart.proto', 'nowhere/: No such file or directory\n'],
  ])('%s fails as the real one', (command, message) => {
    expect(said(machine(), command)).toBe(message);
    expect(run(machine(), command).exitCode).toBe(1);
  });

  it('needs the plugin, and a package to write for', () => {
    expect(said(machine({}, ['protoc']), 'protoc --go_out=. api/cart.proto')).toContain('protoc-gen-go: program not found or is not executable');
    expect(said(machine({ '/src/api/cart.proto': 'syntax = "proto3";\n' }), 'protoc --go_out=. api/cart.proto')).toContain('unable to determine Go import path for "api/cart.proto"');
  });

  it('says that other languages are not simulated', () => {
    expect(run(machine(), 'protoc --python_out=. api/cart.proto').notes.at(-1)).toMatchObject({ fidelity: 'not-simulated' });
  });
});
