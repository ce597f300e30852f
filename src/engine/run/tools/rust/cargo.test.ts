import { describe, expect, it } from 'vitest';
import { described, dirOf, file, get, put, symlink, textOf } from '../../../fs/index.ts';
import type { DirNode, FileNode, Node } from '../../../fs/index.ts';
import { exec } from '../../exec.ts';
import type { ExecRequest } from '../../request.ts';

const old = 1_000;
const manifest = (version: string) => `[package]\nname = "svc"\nversion = "${version}"\nedition = "2024"\n\n[dependencies]\nserde = "1"\n`;
const lock = '[[package]]\nname = "serde"\nversion = "1.0.217"\nsource = "registry+https://github.com/rust-lang/crates.io-index"\n\n[[package]]\nname = "svc"\nversion = "0.1.0"\n';
const project = { '/app/Cargo.toml': manifest('0.1.0'), '/app/Cargo.lock': lock, '/app/src/main.rs': 'mod greet;\nuse serde::Serialize;\nfn main() {}\n', '/app/src/greet.rs': 'pub fn hi() {}\n' };

function rust(files: Record<string, string>, mtime = old): DirNode {
  const program = (name: string): [string, Node] => [name, described(1000, name, { mode: 0o755 })];
  let root = dirOf([['bin', symlink('usr/bin')], ['usr', dirOf([['bin', dirOf([...['dash', 'cargo', 'touch', 'rm', 'rustup', 'rustc'].map(program), ['sh', symlink('dash')]])]])]]);
  for (const [path, text] of Object.entries(files)) root = put(root, path, file(text, { mtime }));
  return root;
}

function run(root: DirNode, command: string, more: Partial<ExecRequest> = {}) {
  return exec({ root, mounts: [], args: ['/bin/sh', '-c', command], env: ['HOME=/root'], cwd: '/app', user: '', network: 'default', platform: 'linux/amd64', now: 1_000_000, origin: 'step', ...more });
}

const said = (result: ReturnType<typeof run>) => result.output.map(({ text }) => text).join('');
const program = (root: DirNode) => (get(root, '/app/target/release/svc') as FileNode).content;
const build = 'cargo build --release --locked';

describe('cargo build', () => {
  it.each([
    ['a source', '/app/src/main.rs', 'fn main() { serde(); }\n', true],
    ['a module', '/app/src/greet.rs', 'pub fn hello() {}\n', true],
    ['the version', '/app/Cargo.toml', manifest('0.2.0'), true],
    ['a file that no mod line names', '/app/src/unused.rs', 'x', false],
    ['the README', '/app/README.md', 'x', false],
  ])('gives another program for %s only where it is read', (_, path, text, differs) => {
    const edited = program(run(rust({ ...project, [path]: text }), build).root);
    const before = program(run(rust(project), build).root);
    if (differs) expect(edited).not.toEqual(before);
    else expect(edited).toEqual(before);
  });

  it('looks at times: an old file with new words is taken for compiled, until it is touched', () => {
    const stub = run(rust({ ...project, '/app/src/main.rs': 'fn main() {}\n' }), build).root;
    const copied = put(stub, '/app/src/main.rs', file(project['/app/src/main.rs'], { mtime: old }));
    expect(program(run(copied, build, { now: 2_000_000 }).root)).toEqual(program(stub));
    expect(program(run(copied, `touch src/main.rs && ${build}`, { now: 2_000_000 }).root)).not.toEqual(program(stub));
  });

  it('compiles crates once', () => {
    const first = run(rust(project), build);
    expect(said(first)).toContain('Compiling serde v1.0.217\n');
    expect(said(run(first.root, build))).not.toContain('Compiling');
  });

  it.each([
    ['no manifest', {}, 'error: could not find `Cargo.toml` in `/app` or any parent directory\n'],
    ['no lock file', { '/app/Cargo.toml': manifest('1.0.0'), '/app/src/main.rs': '' }, 'error: the lock file /app/Cargo.lock needs to be updated but --locked was passed to prevent this\n'],
    ['no target', { '/app/Cargo.toml': manifest('1.0.0'), '/app/Cargo.lock': lock }, 'no targets specified in the manifest'],
    ['a broken manifest', { '/app/Cargo.toml': '[package\n' }, 'error: '],
  ])('fails as the real one with %s', (_, files, message) => {
    const result = run(rust({ '/app/x': '', ...files }), build);
    expect(result.exitCode).toBe(101);
    expect(said(result)).toContain(message);
  });

  it('writes a lock file where it may', () => {
    const result = run(rust({ '/app/Cargo.toml': manifest('1.0.0'), '/app/src/main.rs': 'fn main() {}' }), 'cargo build');
    expect(textOf(get(result.root, '/app/Cargo.lock') as FileNode)).toContain('name = "serde"');
  });
});

describe('cargo chef', () => {
  const kitchen = (files: Record<string, string>) => put(rust(files), '/usr/bin/cargo-chef', described(1000, 'chef', { mode: 0o755 }));
  const recipe = (files: Record<string, string>) => textOf(get(run(kitchen(files), 'cargo chef prepare').root, '/app/recipe.json') as FileNode);

  it('writes the same recipe for other sources and another version, and another for another crate', () => {
    const bumped = { ...project, '/app/Cargo.toml': manifest('0.2.0'), '/app/Cargo.lock': lock.replace('0.1.0', '0.2.0'), '/app/src/main.rs': 'fn main() { 1; }\n' };
    expect(recipe(bumped)).toBe(recipe(project));
    expect(recipe({ ...project, '/app/Cargo.lock': lock.replace('1.0.217', '1.0.218') })).not.toBe(recipe(project));
  });

  it('cooks the crates and leaves nothing of the stubs that could be taken for compiled', () => {
    const prepared = run(kitchen(project), 'cargo chef prepare').root;
    const cooked = run(put(kitchen({ '/app/x': '' }), '/app/recipe.json', get(prepared, '/app/recipe.json')!), 'cargo chef cook --release').root;
    expect(get(cooked, '/app/target/release/svc')).toBeUndefined();
    const copied = Object.entries(project).reduce((at, [path, text]) => put(at, path, file(text, { mtime: old })), cooked);
    const built = run(copied, build, { now: 2_000_000 });
    expect(said(built)).not.toContain('Compiling serde');
    expect(program(built.root)).toEqual(program(run(rust(project), build).root));
  });

  it('is not there before it is installed', () => {
    expect(run(rust(project), 'cargo chef prepare').exitCode).toBe(101);
    expect(run(rust(project), 'cargo install cargo-chef && PATH=$PATH:/root/.cargo/bin cargo chef prepare').exitCode).toBe(0);
  });
});

describe('cargo run', () => {
  it('compiles as cargo build does, and says that the program is not simulated', () => {
    const result = run(rust(project), 'cargo run --release --locked -- --port 80');
    expect(program(result.root)).toEqual(program(run(rust(project), build).root));
    expect(said(result)).toMatch(/Running `target\/release\/svc`\nlayerscope: not simulated: .*\n$/);
    expect(result.notes.at(-1)).toMatchObject({ fidelity: 'not-simulated' });
  });
});

describe('rustc', () => {
  const app = (command: string, change: Record<string, string> = {}) => (get(run(rust({ ...project, ...change }), command).root, '/app/main') as FileNode).content;

  it.each([
    ['/app/src/greet.rs', true],
    ['/app/Cargo.toml', false],
  ])('writes another program for another %s: %s', (path, differs) => {
    const other = app('rustc -O src/main.rs', { [path]: 'pub fn hello() {}\n' });
    if (differs) expect(other).not.toEqual(app('rustc -O src/main.rs'));
    else expect(other).toEqual(app('rustc -O src/main.rs'));
  });

  it('writes where it is told to', () => {
    expect(get(run(rust(project), 'rustc --crate-type lib --out-dir /out src/greet.rs').root, '/out/libgreet.rlib')).toMatchObject({ mode: 0o644 });
  });

  it.each([
    ['rustc', 'error: no input filename given\n\n'],
    ['rustc nope.rs', "error: couldn't read `nope.rs`: No such file or directory (os error 2)\n\nerror: aborting due to 1 previous error\n\n"],
  ])('%s fails as the real one', (command, message) => {
    expect(run(rust(project), command)).toMatchObject({ exitCode: 1, output: [...message.match(/[^\n]*\n/g)!].map((text) => ({ text })) });
  });
});
