import { describe, expect, it } from 'vitest';
import { get } from '../../../fs/index.ts';
import { contents, namesIn, nodeImage, printed, runIn } from './node-image.fixture.ts';

const lock = `{
  "lockfileVersion": 1,
  "workspaces": {
    "": {
      "name": "web",
      "dependencies": { "send": "^1.0.0", "debug": "^4.4.0", },
      "devDependencies": { "typescript": "^5.9.0", },
    },
  },
  "packages": {
    "debug": ["debug@4.4.3", "", {}, "sha512-x"],

    "send": ["send@1.2.0", "", { "dependencies": { "debug": "2.6.9" } }, "sha512-x"],

    "send/debug": ["debug@2.6.9", "", {}, "sha512-x"],

    "typescript": ["typescript@5.9.3", "", { "bin": { "tsc": "./bin/tsc" } }, "sha512-x"],
  }
}
`;
const manifest = { name: 'web', scripts: { build: 'echo built' }, dependencies: { send: '^1.0.0', debug: '^4.4.0' }, devDependencies: { typescript: '^5.9.0' } };
const project = { 'package.json': JSON.stringify(manifest), 'bun.lock': lock };
const run = (files: Record<string, string>, line: string) => runIn(nodeImage(files, 'bun'), line);

describe('bun', () => {
  it('installs what its lock file names, where it says', () => {
    const { root, exitCode } = run(project, 'bun install --frozen-lockfile && tsc=$PWD/node_modules/.bin/tsc && $tsc --version');
    expect(exitCode).toBe(0);
    expect(namesIn(root, 'node_modules')).toEqual(['.bin', 'debug', 'send', 'typescript']);
    expect(JSON.parse(contents(root, 'node_modules/send/node_modules/debug/package.json')!)).toMatchObject({ version: '2.6.9' });
    expect(get(root, '/root/.bun/install/cache')).toBeDefined();
  });

  it('leaves development packages out in production', () => {
    expect(namesIn(run(project, 'bun install --production').root, 'node_modules')).toEqual(['debug', 'send']);
  });

  it.each([
    ['a lock file that is behind', { ...project, 'package.json': JSON.stringify({ ...manifest, dependencies: { zod: '^3.0.0' } }) }, 'bun install --frozen-lockfile', 'error: lockfile had changes, but lockfile is frozen\n'],
    ['no lock file', { 'package.json': project['package.json'] }, 'bun ci', 'error: lockfile had changes, but lockfile is frozen\n'],
    ['no manifest', {}, 'bun install', 'Bun could not find a package.json file to install from\n'],
    ['a script that is not there', project, 'bun run nope', 'error: Script not found "nope"\n'],
    ['an import that leads nowhere', { 'a.ts': "import './b';" }, 'bun build a.ts', 'error: Could not resolve: "./b"\n'],
  ])('fails on %s', (_, files, line, words) => {
    const result = run(files, line);
    expect(printed(result)).toContain(words);
    expect(result.exitCode).toBe(1);
  });

  it('runs scripts, and says that programs are not simulated', () => {
    expect(printed(run(project, 'bun run build'))).toBe('$ echo built\nbuilt\n');
    expect(run({ 'server.ts': 'x' }, 'bun server.ts').fidelity).toBe('not-simulated');
  });

  it('bundles along imports, and compiles to a program with the runtime in it', () => {
    const bundle = (b: string, readme: string) => contents(run({ 'a.ts': "import './b';", 'b.ts': b, 'README.md': readme }, 'bun build ./a.ts --outdir dist').root, 'dist/a.js');
    expect(bundle('1', 'x')).toBe(bundle('1', 'y'));
    expect(bundle('1', 'x')).not.toBe(bundle('2', 'x'));
    expect(get(run({ 'a.ts': '' }, 'bun build a.ts --compile --outfile app').root, '/app/app')).toMatchObject({ mode: 0o755, content: { size: 95_000_000 } });
  });
});
