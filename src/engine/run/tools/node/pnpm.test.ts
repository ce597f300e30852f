import { describe, expect, it } from 'vitest';
import { emptyDir, get, sizeOf } from '../../../fs/index.ts';
import type { DirNode } from '../../../fs/node.ts';
import { contents, namesIn, nodeImage, printed, runIn } from './node-image.fixture.ts';

const lock = `lockfileVersion: '9.0'

importers:

  .: {}

  packages/api:
    dependencies:
      hono:
        specifier: ^4.9.0
        version: 4.13.19
      '@acme/ui':
        specifier: workspace:*
        version: link:../ui
    devDependencies:
      typescript:
        specifier: ^5.9.0
        version: 5.9.3

  packages/ui:
    dependencies:
      clsx:
        specifier: ^2.1.1
        version: 2.1.1

packages:

  clsx@2.1.1:
    resolution: {integrity: sha512-x}

  fsevents@2.3.3:
    resolution: {integrity: sha512-x}
    os: [darwin]

  hono@4.13.19:
    resolution: {integrity: sha512-x}

  typescript@5.9.3:
    resolution: {integrity: sha512-x}
    hasBin: true

snapshots:

  clsx@2.1.1: {}

  fsevents@2.3.3:
    optional: true

  hono@4.13.19:
    optionalDependencies:
      fsevents: 2.3.3

  typescript@5.9.3: {}
`;
const project = {
  'package.json': '{ "name": "acme", "private": true }',
  'pnpm-workspace.yaml': 'packages:\n  - packages/*\ninjectWorkspacePackages: true\n',
  'pnpm-lock.yaml': lock,
  'packages/api/package.json': JSON.stringify({ name: '@acme/api', version: '1.0.0', scripts: { build: 'echo api' }, dependencies: { hono: '^4.9.0', '@acme/ui': 'workspace:*' }, devDependencies: { typescript: '^5.9.0' } }),
  'packages/api/src/server.ts': 'export {};\n',
  'packages/ui/package.json': JSON.stringify({ name: '@acme/ui', version: '1.0.0', scripts: { build: 'echo ui' }, dependencies: { clsx: '^2.1.1' } }),
  'packages/ui/src/index.js': 'export {};\n',
};
const { 'pnpm-lock.yaml': _, ...unlocked } = project;

describe('pnpm install', () => {
  it('puts each package once into the virtual store and links it from the projects', () => {
    const { root, exitCode } = runIn(nodeImage(project), 'pnpm install --frozen-lockfile');
    expect(exitCode).toBe(0);
    expect(get(root, '/app/packages/api/node_modules/hono')).toMatchObject({ target: '../../../node_modules/.pnpm/hono@4.13.19/node_modules/hono' });
    expect(get(root, '/app/packages/api/node_modules/@acme/ui')).toMatchObject({ target: '../../../ui' });
    expect(get(root, '/app/node_modules/.pnpm/hono@4.13.19/node_modules/hono/package.json')).toBeDefined();
    expect(get(root, '/app/node_modules/.pnpm/fsevents@2.3.3')).toBeUndefined();
    expect(get(root, '/app/node_modules/hono')).toBeUndefined();
  });

  it('shares its files with a store in the image, and copies them from a store on a mount', () => {
    const stored = runIn(nodeImage(project), 'pnpm install --frozen-lockfile');
    const path = '/app/node_modules/.pnpm/typescript@5.9.3/node_modules/typescript/typescript.files';
    expect(get(stored.root, path)).toHaveProperty('inode');
    const mounted = (root: DirNode) => ({ mounts: [{ target: '/pnpm/store', root, readonly: false, kind: 'cache' as const }] });
    const cold = runIn(nodeImage(project), 'PNPM_HOME=/pnpm pnpm install --frozen-lockfile', mounted(emptyDir()));
    const warm = runIn(nodeImage(project), 'PNPM_HOME=/pnpm pnpm install --frozen-lockfile', mounted(cold.caches.get('/pnpm/store')!));
    expect(sizeOf(get(warm.root, '/app/node_modules')!)).toBeGreaterThan(20_000_000);
    expect(printed(warm)).toContain('Progress: resolved 3, reused 3, downloaded 0, added 3, done\n');
    expect(warm.duration).toBeLessThan(cold.duration);
  });

  it.each([
    ['all of it', 'pnpm install --frozen-lockfile', ['clsx@2.1.1', 'hono@4.13.19', 'lock.yaml', 'typescript@5.9.3']],
    ['what runs', 'pnpm install --frozen-lockfile --prod', ['clsx@2.1.1', 'hono@4.13.19', 'lock.yaml']],
    ['what one project asks for', 'pnpm --filter @acme/ui install --frozen-lockfile', ['clsx@2.1.1', 'lock.yaml']],
    ['what a project and those it needs ask for', 'pnpm --filter "@acme/api..." install --frozen-lockfile', ['clsx@2.1.1', 'hono@4.13.19', 'lock.yaml', 'typescript@5.9.3']],
    ['the lock file alone', 'rm -r packages && pnpm fetch', ['clsx@2.1.1', 'hono@4.13.19', 'typescript@5.9.3']],
  ])('installs %s', (_name, command, expected) => {
    expect(namesIn(runIn(nodeImage(project), command).root, 'node_modules/.pnpm')).toEqual(expected);
  });

  it.each([
    ['no lock file', unlocked, 'pnpm install --frozen-lockfile', ' ERR_PNPM_NO_LOCKFILE  Cannot install with "frozen-lockfile" because pnpm-lock.yaml is absent\n'],
    ['a lock file that is behind', { ...project, 'packages/ui/package.json': '{"name":"@acme/ui","dependencies":{"clsx":"^3.0.0"}}' }, 'pnpm install --frozen-lockfile', 'pnpm-lock.yaml is not up to date with <ROOT>/packages/ui/package.json\n'],
    ['no manifest', {}, 'pnpm install', ' ERR_PNPM_NO_PKG_MANIFEST  No package.json found in /app\n'],
    ['a script that is not there', project, 'pnpm run nope', ' ERR_PNPM_NO_SCRIPT  Missing script: nope\n'],
  ])('fails on %s', (_name, files, command, words) => {
    const result = runIn(nodeImage(files), command);
    expect(printed(result)).toContain(words);
    expect(result.exitCode).toBe(1);
  });
});

describe('pnpm', () => {
  it('deploys one project with all that it needs and nothing else', () => {
    const { root, exitCode } = runIn(nodeImage(project), 'pnpm install --frozen-lockfile && pnpm --filter=@acme/api deploy --prod /out');
    expect(exitCode).toBe(0);
    expect(contents(root, '/out/src/server.ts')).toBe('export {};\n');
    expect(get(root, '/out/node_modules/hono')).toMatchObject({ target: '.pnpm/hono@4.13.19/node_modules/hono' });
    expect(get(root, '/out/node_modules/.pnpm/@acme+ui@file+packages+ui/node_modules/@acme/ui/src/index.js')).toBeDefined();
    expect(get(root, '/out/node_modules/.pnpm/typescript@5.9.3')).toBeUndefined();
  });

  it('wants injected packages for that since version 10', () => {
    const result = runIn(nodeImage({ ...project, 'pnpm-workspace.yaml': 'packages: [packages/*]\n' }), 'pnpm --filter=@acme/api deploy --prod /out');
    expect(printed(result)).toContain(' ERR_PNPM_DEPLOY_NONINJECTED_WORKSPACE ');
  });

  it('runs scripts of all projects, those that are needed first', () => {
    expect(printed(runIn(nodeImage(project), 'pnpm -r build'))).toMatch(/ui\n[\s\S]*api\n/);
    expect(printed(runIn(nodeImage(project), 'pnpm --filter @acme/api build'))).toBe('\n> @acme/api@1.0.0 build /app/packages/api\n> echo api\n\napi\n');
  });
});

describe('corepack', () => {
  it('fetches the version that the project asks for when it is first called', () => {
    const image = nodeImage({ 'package.json': '{ "name": "a", "packageManager": "pnpm@10.20.0" }' });
    const result = runIn(image, 'corepack enable && pnpm --version');
    expect(printed(result)).toBe('10.20.0\n');
    expect(get(result.root, '/root/.cache/node/corepack/v1/pnpm/10.20.0')).toBeDefined();
    expect(printed(runIn(image, 'corepack enable && yarn --version'))).toContain('This project is configured to use pnpm');
  });
});
