import { describe, expect, it } from 'vitest';
import { described, dirOf, emptyDir, file, get, put, symlink } from '../../fs/index.ts';
import type { DirNode, FileNode, Node } from '../../fs/index.ts';
import { exec } from '../exec.ts';
import type { ExecRequest } from '../request.ts';
import { TOOLS } from './index.ts';

const names = TOOLS.flatMap((tool) => [tool.name, ...(tool.aliases ?? [])]);

function debian(files: Record<string, string>): DirNode {
  const program = (name: string): [string, Node] => [name, described(1000, name, { mode: 0o755 })];
  let root = dirOf([
    ['bin', symlink('usr/bin')],
    ['etc', dirOf([['passwd', file('root:x:0:0:root:/root:/bin/sh\n')], ['group', file('root:x:0:\n')], ['os-release', file('VERSION_CODENAME=trixie\n')]])],
    ['root', emptyDir({ mode: 0o700 })],
    ['tmp', emptyDir({ mode: 0o1777 })],
    ['usr', dirOf([['bin', dirOf([...['dash', ...names].map(program), ['sh', symlink('dash')]])]])],
  ]);
  for (const [path, text] of Object.entries(files)) root = put(root, path, file(text));
  return root;
}

function run(root: DirNode, command: string, more: Partial<ExecRequest> = {}) {
  return exec({ root, mounts: [], args: ['/bin/sh', '-c', command], env: [], cwd: '/app', user: '', network: 'default', platform: 'linux/amd64', now: 1_700_000_000_000, origin: 'step', ...more });
}

const text = (result: { output: readonly { text: string }[] }) => result.output.map((line) => line.text).join('');
const manifest = JSON.stringify({ name: 'web', version: '1.0.0', scripts: { build: 'vite build' }, dependencies: { express: '^5.1.0' }, devDependencies: { vite: '^7.0.0' } });
const lock = JSON.stringify({
  lockfileVersion: 3,
  packages: { '': {}, 'node_modules/express': { version: '5.1.0' }, 'node_modules/vite': { version: '7.0.0', dev: true, bin: { vite: 'bin/vite.js' } } },
});
const app = { '/app/package.json': manifest, '/app/package-lock.json': lock, '/app/src/main.js': 'console.log(1)\n' };

describe('users', () => {
  it('are made with the next free numbers and a home', () => {
    const result = run(debian({ '/app/x': '' }), 'groupadd -r web && useradd -r -g web app && useradd -m dev && id app && id dev && ls -ld /home/dev');
    expect(text(result)).toContain('uid=999(app) gid=999(web) groups=999(web)\nuid=1000(dev) gid=1000(dev) groups=1000(dev)\n');
    expect(get(result.root, '/home/dev')).toMatchObject({ uid: 1000, mode: 0o700 });
  });
});

describe('without a network', () => {
  it.each([['pip install flask'], ['npm ci'], ['curl -fsSL https://example.com/x'], ['apt-get install -y curl']])('%s fails', (command) => {
    expect(run(debian(app), command, { network: 'none' }).exitCode).not.toBe(0);
  });
});

describe('compilers of other languages', () => {
  it.each([
    ['cargo build --release', { '/app/Cargo.toml': '[package]\nname = "svc"\n\n[dependencies]\nserde = "1"\n', '/app/src/main.rs': 'fn main() {}\n' }, '/app/target/release/svc', '/app/src/main.rs'],
    ['mvn -B package', { '/app/pom.xml': '<project><artifactId>svc</artifactId><version>1.2</version></project>', '/app/src/main/java/A.java': 'class A {}\n' }, '/app/target/svc-1.2.jar', '/app/src/main/java/A.java'],
  ])('%s writes what changes with the sources, and is quicker the second time', (command, sources, artifact, source) => {
    const first = run(debian(sources), command);
    const again = run(first.root, command);
    const edited = run(put(debian(sources), source, file('other')), command);
    const content = (result: { root: DirNode }) => (get(result.root, artifact) as FileNode).content;
    expect(content(again)).toEqual(content(first));
    expect(content(edited)).not.toEqual(content(first));
    expect(again.duration).toBeLessThan(first.duration / 2);
  });

  it('unpack a download as a stand-in, and nothing where there was none', () => {
    const unpacked = run(debian({ '/app/x': '' }), 'mkdir o && curl -fsSL https://example.com/t.tgz | tar -xz -C o && ls o');
    expect(unpacked).toMatchObject({ exitCode: 0, fidelity: 'modelled' });
    expect(text(unpacked)).toBe('archive.files\n');
    expect(run(debian({ '/app/x': '' }), 'true | tar -x').exitCode).toBe(2);
  });
});
