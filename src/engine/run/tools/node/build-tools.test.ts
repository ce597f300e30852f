import { describe, expect, it } from 'vitest';
import { get } from '../../../fs/index.ts';
import { contents, namesIn, nodeImage, printed, runIn } from './node-image.fixture.ts';

type Files = Readonly<Record<string, string | number>>;

/** Packages as installed. */
const installed = (...names: readonly string[]): Files => Object.fromEntries(names.map((name) => [`node_modules/${name}/package.json`, `{"name":"${name}","version":"1.0.0"}`]));
const run = (files: Files, line: string, more = {}) => runIn(nodeImage(files, 'tsc', 'vite', 'next', 'esbuild', 'webpack', 'eslint', 'vitest'), line, more);

describe('tsc', () => {
  const project: Files = { 'tsconfig.json': '{ // settings\n "compilerOptions": { "outDir": "dist", "rootDir": "src" }, "include": ["src"], }', 'src/server.ts': "import { app } from './app.js';\nimport express from 'express';\n", 'src/app.ts': 'export const app = 1;\n', 'src/app.test.ts': '', ...installed('express') };

  it('writes one file for each source, which that source alone decides', () => {
    const first = run(project, 'tsc');
    const edited = run({ ...project, 'src/app.ts': 'export const app = 2;\n', 'README.md': 'x' }, 'tsc');
    expect(first).toMatchObject({ exitCode: 0, fidelity: 'modelled' });
    expect(namesIn(first.root, 'dist')).toEqual(['app.js', 'app.test.js', 'server.js']);
    expect(contents(edited.root, 'dist/server.js')).toBe(contents(first.root, 'dist/server.js'));
    expect(contents(edited.root, 'dist/app.js')).not.toBe(contents(first.root, 'dist/app.js'));
  });

  it.each([
    ['a module that is missing', { ...project, 'src/server.ts': "import x from 'nolib';\n" }, 'tsc', 2, "src/server.ts(1,15): error TS2307: Cannot find module 'nolib' or its corresponding type declarations.\n"],
    ['a file that is missing', { ...project, 'src/app.ts': "\nexport * from './gone.js';\n" }, 'tsc --noEmit', 2, "src/app.ts(2,15): error TS2307: Cannot find module './gone.js' or its corresponding type declarations.\n"],
    ['no inputs', { 'tsconfig.json': '{"include":["lib"]}' }, 'tsc', 2, 'error TS18003: No inputs were found in config file'],
    ['a project that is not there', {}, 'tsc -p x.json', 1, "error TS5058: The specified path does not exist: 'x.json'.\n"],
    ['types that are not installed', { ...project, 'tsconfig.json': '{"compilerOptions":{"types":["node"]}}' }, 'tsc', 2, "error TS2688: Cannot find type definition file for 'node'.\n"],
    ['nothing to do', {}, 'tsc', 1, 'tsc: The TypeScript Compiler - Version'],
  ])('says of %s what the real one says', (_, files, line, exitCode, words) => {
    const result = run(files, line);
    expect(printed(result)).toContain(words);
    expect(result.exitCode).toBe(exitCode);
  });

  it('leaves excluded files out and writes nothing with noEmit', () => {
    expect(namesIn(run({ ...project, 'tsconfig.json': '{"compilerOptions":{"outDir":"dist"},"include":["src/**/*"],"exclude":["**/*.test.ts"]}' }, 'tsc').root, 'dist')).toEqual(['app.js', 'server.js']);
    expect(get(run(project, 'tsc --noEmit').root, '/app/dist')).toBeUndefined();
  });
});

describe('vite build', () => {
  const project: Files = { 'index.html': '<script type="module" src="/src/main.js"></script>', 'src/main.js': "import './style.css';\nimport React from 'react';\nimport { add } from './add';\n", 'src/add.js': 'export const add = 1;\n', 'src/style.css': 'a{}', 'public/robots.txt': 'hi\n', 'dist/stale.js': 'x', ...installed('react') };
  const bundle = (files: Files, more = {}) => {
    const result = run(files, 'vite build', more);
    expect(result).toMatchObject({ exitCode: 0, fidelity: 'modelled' });
    return [...namesIn(result.root, 'dist'), ...namesIn(result.root, 'dist/assets'), contents(result.root, 'dist/index.html')];
  };

  it('writes the page, hashed files, and what is public', () => {
    expect(bundle(project)).toEqual(['assets', 'index.html', 'robots.txt', expect.stringMatching(/^index-\w{8}\.(css|js)$/), expect.stringMatching(/^index-\w{8}\.(css|js)$/), expect.any(String)]);
  });

  it.each([
    ['a module', { 'src/add.js': 'export const add = 2;\n' }, {}, false],
    ['the version of an imported package', { 'node_modules/react/package.json': '{"version":"2.0.0"}' }, {}, false],
    ['the configuration', { 'vite.config.ts': 'export default { base: "/x/" }' }, {}, false],
    ['a public variable', {}, { env: ['VITE_API=x', 'PATH=/usr/local/bin'] }, false],
    ['another variable', {}, { env: ['API=x', 'PATH=/usr/local/bin'] }, true],
    ['a file that nothing imports', { 'README.md': 'x', 'src/add.test.js': 'x' }, {}, true],
    ['the time', {}, { now: 5 }, true],
  ])('gives the same bundle or another after a change of %s', (_, change, more, same) => {
    const [before, after] = [bundle(project), bundle({ ...project, ...change }, more)];
    if (same) expect(after).toEqual(before);
    else expect(after).not.toEqual(before);
  });

  it('fails on what it cannot resolve, and without a page', () => {
    expect(printed(run({ ...project, 'src/add.js': "import './gone';\n" }, 'vite build'))).toContain("Could not resolve './gone' in src/add.js\n");
    const { 'index.html': _, ...rest } = project;
    expect(run(rest, 'vite build')).toMatchObject({ exitCode: 1 });
  });

  it('does not pretend to serve', () => {
    expect(run(project, 'vite').fidelity).toBe('not-simulated');
  });
});

describe('next build', () => {
  const project: Files = { 'app/page.tsx': "import { shop } from '../lib/shop';\n", 'lib/shop.ts': 'export const shop = 1;\n', 'public/logo.svg': '<svg/>', 'next.config.ts': "export default { output: 'standalone', generateBuildId: () => 'fixed' };\n", 'package.json': '{}', ...installed('next', 'react', 'typescript') };
  const client = (files: Files, more = {}) => namesIn(run(files, 'next build', more).root, '.next/static/chunks').join();

  it('writes a server that needs no node_modules, without what is public', () => {
    const { root, exitCode } = run(project, 'next build');
    expect(exitCode).toBe(0);
    expect(namesIn(root, '.next/standalone')).toEqual(['.next', 'node_modules', 'package.json', 'server.js']);
    expect(namesIn(root, '.next/static')).toEqual(['chunks', 'fixed']);
  });

  it.each([
    ['a route', { 'app/page.tsx': 'x' }, {}, false],
    ['what a route imports', { 'lib/shop.ts': 'export const shop = 2;\n' }, {}, false],
    ['a public variable', {}, { env: ['NEXT_PUBLIC_SHOP=x', 'PATH=/usr/local/bin'] }, false],
    ['a public variable in a local file', { '.env.local': 'NEXT_PUBLIC_SHOP=x\n' }, {}, false],
    ['a secret in a local file', { '.env.local': 'KEY=x\n' }, {}, true],
    ['a picture', { 'public/logo.svg': '<svg></svg>' }, {}, true],
    ['the time', {}, { now: 5 }, true],
  ])('gives the same files for browsers or others after a change of %s', (_, change, more, same) => {
    expect(client({ ...project, ...change }, more) === client(project)).toBe(same);
  });

  it('makes new keys for the server each time, as the real one does', () => {
    const keys = (now: number) => contents(run(project, 'next build', { now }).root, '.next/standalone/.next/server/preview-props.json');
    expect(keys(1)).not.toBe(keys(2));
  });

  it('is quicker with its cache', () => {
    const first = run(project, 'next build');
    expect(runIn(first.root, 'next build').duration).toBeLessThan(first.duration * 0.7);
  });

  it.each([
    ['no routes', { 'package.json': '{}' }, "Couldn't find any `pages` or `app` directory"],
    ['TypeScript that is not installed', { 'app/page.tsx': '' }, 'Please install typescript, @types/react, and @types/node'],
    ['a module that is missing', { ...project, 'app/page.tsx': "import x from 'gone';" }, "Module not found: Can't resolve 'gone'"],
  ])('fails on %s', (_, files, words) => {
    const result = run(files, 'next build');
    expect(printed(result)).toContain(words);
    expect(result.exitCode).toBe(1);
  });
});

describe('other build tools', () => {
  it.each(['esbuild src/main.js --bundle --outfile=out.js', 'webpack --mode production -o out'])('%s: equal sources give equal bundles', (line) => {
    const sources: Files = { 'src/main.js': "import './a';", 'src/a.js': '1', 'README.md': 'x' };
    const bundle = (files: Files) => JSON.stringify(['out.js', 'out'].map((name) => [contents(run(files, line).root, name), namesIn(run(files, line).root, name), contents(run(files, line).root, `${name}/index.js`)]));
    expect(bundle({ ...sources, 'README.md': 'y' })).toBe(bundle(sources));
    expect(bundle({ ...sources, 'src/a.js': '2' })).not.toBe(bundle(sources));
  });

  it.each(['eslint .', 'vitest run'])('%s changes nothing and is taken to pass', (line) => {
    expect(run({ 'src/a.js': '1' }, line)).toMatchObject({ exitCode: 0, fidelity: 'modelled' });
  });
});

describe('node', () => {
  it.each([
    ['node --version', 'v22.23.2\n'],
    ['node -p process.arch', 'x64\n'],
    ['node -p "require(\'./package.json\').version"', '1.2.3\n'],
    ['node -e "console.log(process.version)"', 'v22.23.2\n'],
    ['node --run hello', 'hi\n'],
  ])('answers %s', (line, output) => {
    const result = run({ 'package.json': '{"version":"1.2.3","scripts":{"hello":"echo hi"}}' }, line);
    expect(printed(result)).toBe(output);
    expect(result.exitCode).toBe(0);
  });

  it('fails on a program that is not there, and says that others are not simulated', () => {
    expect(printed(run({}, 'node server.js'))).toContain("Error: Cannot find module '/app/server.js'\n");
    expect(run({ 'server.js': 'x' }, 'node server.js').fidelity).toBe('not-simulated');
  });
});
