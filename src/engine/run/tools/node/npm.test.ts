import { describe, expect, it } from 'vitest';
import { emptyDir, get, sizeOf } from '../../../fs/index.ts';
import type { DirNode } from '../../../fs/node.ts';
import { contents, nodeImage, printed, runIn } from './node-image.fixture.ts';

const manifest = { name: 'web', version: '1.0.0', scripts: { build: 'echo built $npm_package_version', check: 'tsc --noEmit' }, dependencies: { express: '^5.1.0' }, devDependencies: { typescript: '^5.9.0' } };
const lock = {
  lockfileVersion: 3,
  packages: {
    '': {},
    'node_modules/express': { version: '5.3.0' },
    'node_modules/express/node_modules/debug': { version: '4.4.3' },
    'node_modules/fsevents': { version: '2.3.3', optional: true, os: ['darwin'] },
    'node_modules/@img/sharp-linuxmusl-x64': { version: '0.34.0', optional: true, os: ['linux'], cpu: ['x64'], libc: ['musl'] },
    'node_modules/@img/sharp-linux-x64': { version: '0.34.0', optional: true, os: ['linux'], cpu: ['x64'], libc: ['glibc'] },
    'node_modules/typescript': { version: '5.9.3', dev: true, bin: { tsc: 'bin/tsc' } },
  },
};
const project = { 'package.json': JSON.stringify(manifest), 'package-lock.json': JSON.stringify(lock) };
const edited = (change: object) => ({ ...project, 'package.json': JSON.stringify({ ...manifest, ...change }) });

describe('npm ci', () => {
  it.each([
    ['what the lock file names', 'npm ci', {}, { express: true, 'express/node_modules/debug': true, typescript: true, '.bin/tsc': true }],
    ['no development packages where they are left out', 'npm ci --omit=dev', {}, { express: true, typescript: false }],
    ['none of them in production', 'NODE_ENV=production npm ci', {}, { typescript: false }],
    ['all of them in production where they are asked for', 'NODE_ENV=production npm ci --include=dev', {}, { typescript: true }],
    ['what is made for this platform', 'npm ci', {}, { fsevents: false, '@img/sharp-linux-x64': true, '@img/sharp-linuxmusl-x64': false }],
    ['what is made for musl on Alpine', 'npm ci', { '/etc/alpine-release': '3.22\n' }, { '@img/sharp-linux-x64': false, '@img/sharp-linuxmusl-x64': true }],
  ])('installs %s', (_, command, files, expected) => {
    const result = runIn(nodeImage({ ...project, ...files }), command);
    expect(result).toMatchObject({ exitCode: 0, fidelity: 'modelled' });
    expect(Object.fromEntries(Object.keys(expected).map((name) => [name, get(result.root, `/app/node_modules/${name}`) !== undefined]))).toEqual(expected);
  });

  it.each([
    ['no lock file', { 'package.json': project['package.json'] }, 1, 'npm error The `npm ci` command can only install with an existing package-lock.json or\n'],
    ['a package that the lock file lacks', edited({ dependencies: { express: '^5.1.0', zod: '^3.0.0' } }), 1, 'npm error Missing: zod@^3.0.0 from lock file\n'],
    ['a version that the range does not allow', edited({ dependencies: { express: '^4.0.0' } }), 1, "npm error Invalid: lock file's express@5.3.0 does not satisfy express@^4.0.0\n"],
    ['no manifest', {}, 254, "npm error enoent Could not read package.json: Error: ENOENT: no such file or directory, open '/app/package.json'\n"],
    ['a manifest that is not JSON', { 'package.json': '{"name":' }, 1, 'npm error code EJSONPARSE\n'],
    ['a prepare script whose command is missing', edited({ scripts: { prepare: 'husky' } }), 127, 'npm error command sh -c husky\n'],
  ])('fails on %s', (_, files, exitCode, words) => {
    const result = runIn(nodeImage(files), 'npm ci');
    expect(printed(result)).toContain(words);
    expect(result.exitCode).toBe(exitCode);
  });

  it('is quicker with a cache mount, and leaves nothing of it in the image', () => {
    const mounted = (root: DirNode) => ({ mounts: [{ target: '/root/.npm', root, readonly: false, kind: 'cache' as const }] });
    const bare = runIn(nodeImage(project), 'npm ci');
    const cold = runIn(nodeImage(project), 'npm ci', mounted(emptyDir()));
    const warm = runIn(nodeImage(project), 'npm ci', mounted(cold.caches.get('/root/.npm')!));
    expect(warm.duration).toBeLessThan(cold.duration * 0.75);
    expect(sizeOf(get(bare.root, '/root/.npm')!)).toBeGreaterThan(6_000_000);
    expect(sizeOf(get(warm.root, '/root')!)).toBe(0);
  });

  it('gives the same node_modules whenever it runs', () => {
    const at = (now: number) => get(runIn(nodeImage(project), 'npm ci', { now }).root, '/app/node_modules/.package-lock.json');
    expect(at(1)).toMatchObject({ content: (at(9_999_999) as { content: unknown }).content });
  });

  it('needs a token where packages come from a private registry', () => {
    const guarded = { ...project, 'package-lock.json': JSON.stringify({ ...lock, packages: { ...lock.packages, 'node_modules/express': { version: '5.3.0', resolved: 'https://npm.acme.example/express/-/express-5.3.0.tgz' } } }) };
    expect(printed(runIn(nodeImage(guarded), 'npm ci'))).toContain('npm error code E401\nnpm error 401 Unauthorized - GET https://npm.acme.example/express/-/express-5.3.0.tgz\n');
    const rc = { ...guarded, '.npmrc': '//npm.acme.example/:_authToken=${NPM_TOKEN}\n' };
    expect(runIn(nodeImage(rc), 'npm ci').exitCode).toBe(1);
    expect(runIn(nodeImage(rc), 'NPM_TOKEN=x npm ci').exitCode).toBe(0);
  });

  it('may not write where the user may not', () => {
    const result = runIn(nodeImage(project), 'npm ci', { user: 'node' });
    expect(printed(result)).toContain("npm error Error: EACCES: permission denied, mkdir '/app/node_modules'\n");
    expect(result.exitCode).toBe(243);
  });
});

describe('npm', () => {
  it('writes a lock file where there is none, and adds what is named', () => {
    const result = runIn(nodeImage({ 'package.json': project['package.json'] }), 'npm install && npm install --save-dev zod');
    expect(result.exitCode).toBe(0);
    expect(JSON.parse(contents(result.root, 'package-lock.json')!).packages).toHaveProperty('node_modules/zod');
    expect(JSON.parse(contents(result.root, 'package.json')!).devDependencies).toHaveProperty('zod');
  });

  it('takes the version of the manifest over into the lock file, whose project has no empty groups', () => {
    const { devDependencies: _, ...rest } = manifest;
    const lockFile = { name: 'web', version: '1.0.0', ...lock };
    const result = runIn(nodeImage({ 'package.json': JSON.stringify({ ...rest, version: '1.1.0' }), 'package-lock.json': JSON.stringify(lockFile) }), 'npm install --package-lock-only');
    expect(JSON.parse(contents(result.root, 'package-lock.json')!)).toMatchObject({ version: '1.1.0', packages: { 'node_modules/express': { version: '5.3.0' } } });
    expect((JSON.parse(contents(result.root, 'package-lock.json')!) as { packages: object }).packages).toHaveProperty([''], { name: 'web', version: '1.1.0', dependencies: { express: '^5.1.0' } });
  });

  it('installs globally, and the command can be called', () => {
    const result = runIn(nodeImage({}), 'npm install -g typescript && tsc --version');
    expect(printed(result)).toContain('Version 5.9.3\n');
  });

  it('runs scripts in a shell that knows the manifest, between pre and post', () => {
    const result = runIn(nodeImage(edited({ scripts: { prebuild: 'echo before', build: 'echo built $npm_package_version', postbuild: 'echo after' } })), 'npm run build -- "a b"');
    expect(printed(result)).toBe("\n> web@1.0.0 prebuild\n> echo before\n\nbefore\n\n> web@1.0.0 build\n> echo built $npm_package_version 'a b'\n\nbuilt 1.0.0 a b\n\n> web@1.0.0 postbuild\n> echo after\n\nafter\n");
  });

  it.each([
    ['npm run nope', 1, 'npm error Missing script: "nope"\n'],
    ['npm run check', 127, 'tsc: not found'],
    ['npm frob', 1, 'Unknown command: "frob"\n'],
    ['npm cache clean', 1, 'rerun this command with --force.\n'],
  ])('says what is wrong with %s', (command, exitCode, words) => {
    const result = runIn(nodeImage(project), command);
    expect(printed(result)).toContain(words);
    expect(result.exitCode).toBe(exitCode);
  });

  it('takes development packages away again', () => {
    const result = runIn(nodeImage(project), 'npm ci && npm prune --omit=dev');
    expect(get(result.root, '/app/node_modules/typescript')).toBeUndefined();
    expect(get(result.root, '/app/node_modules/.bin/tsc')).toBeUndefined();
    expect(get(result.root, '/app/node_modules/express')).toBeDefined();
  });

  it('empties its cache when forced to', () => {
    const result = runIn(nodeImage(project), 'npm ci && npm cache clean --force');
    expect(get(result.root, '/root/.npm/_cacache')).toBeUndefined();
  });

  it('links the packages of a workspace and runs their scripts', () => {
    const files = {
      'package.json': JSON.stringify({ name: 'root', workspaces: ['packages/*'] }),
      'packages/ui/package.json': JSON.stringify({ name: '@acme/ui', version: '1.0.0', scripts: { build: 'echo ui in $PWD' } }),
      'package-lock.json': JSON.stringify({ packages: { '': {}, 'packages/ui': { name: '@acme/ui' }, 'node_modules/@acme/ui': { resolved: 'packages/ui', link: true } } }),
    };
    const result = runIn(nodeImage(files), 'npm ci && cat node_modules/@acme/ui/package.json && npm run build -w @acme/ui');
    expect(printed(result)).toContain('"name":"@acme/ui"');
    expect(printed(result)).toContain('ui in /app/packages/ui\n');
  });

  it.each([
    ['npm pkg delete scripts.check', { scripts: { build: manifest.scripts.build } }],
    ['npm pkg set scripts.check="eslint ."', { scripts: { ...manifest.scripts, check: 'eslint .' } }],
    ['npm version minor', { version: '1.1.0' }],
    ['npm uninstall express', { dependencies: {} }],
  ])('changes the manifest with %s', (command, change) => {
    const result = runIn(nodeImage(project), command);
    expect(result).toMatchObject({ exitCode: 0, fidelity: 'exact' });
    expect(JSON.parse(contents(result.root, 'package.json')!)).toEqual({ ...manifest, ...change });
  });

  it('takes an uninstalled package out of the lock file and node_modules', () => {
    const result = runIn(nodeImage(project), 'npm ci && npm uninstall express && npm ci');
    expect(result.exitCode).toBe(0);
    expect(get(result.root, '/app/node_modules/express/package.json')).toBeUndefined();
  });

  it('prints fields of the manifest', () => {
    expect(printed(runIn(nodeImage(project), 'npm pkg get version'))).toBe('"1.0.0"\n');
  });

  it('answers which version it is, and says of the rest that it is not simulated', () => {
    expect(printed(runIn(nodeImage({}), 'npm --version && npx --version'))).toBe('10.9.4\n10.9.4\n');
    expect(runIn(nodeImage({}), 'npm outdated')).toMatchObject({ exitCode: 0, fidelity: 'not-simulated' });
  });

  it('ends for any lock file', () => {
    for (const text of ['', '[]', '{"packages":{"node_modules/../../etc":{"version":1}}}', '{"packages":[1]}', '\0']) {
      expect(runIn(nodeImage({ 'package.json': '{"dependencies":{"a":1}}', 'package-lock.json': text }), 'npm ci; npm install').exitCode).toBeTypeOf('number');
    }
  });
});

describe('npx', () => {
  it('prefers what is installed, and downloads the rest for once', () => {
    expect(printed(runIn(nodeImage(project), 'npm ci >/dev/null && npx tsc --version'))).toBe('Version 5.9.3\n');
    const result = runIn(nodeImage({}), 'npx --yes prettier --version');
    expect(result.exitCode).toBe(0);
    expect(get(result.root, '/root/.npm/_npx')).toBeDefined();
    expect(runIn(nodeImage({}), 'npx --no prettier').exitCode).toBe(1);
  });
});
