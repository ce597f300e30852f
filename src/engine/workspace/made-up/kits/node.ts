import type { ScenarioFile } from '../../scenario.ts';
import { found, text, type Hints, type Kit } from './kit.ts';

interface Package {
  readonly name: string;
  readonly version: string;
  /** As a manifest asks for it; the version where absent. */
  readonly range?: string;
  /** Its command and the file behind it. */
  readonly bin?: readonly [string, string];
}

/** Packages that a build's own commands need. */
const tools: readonly (Package & { readonly when: RegExp })[] = [
  { when: /\btsc\b|tsconfig/, name: 'typescript', version: '5.9.3', bin: ['tsc', 'bin/tsc'] },
  { when: /\bvite\b/, name: 'vite', version: '7.1.12', bin: ['vite', 'bin/vite.js'] },
  { when: /\bng\b/, name: '@angular/cli', version: '20.3.8', bin: ['ng', 'bin/ng.js'] },
  { when: /\bnest\b/, name: '@nestjs/cli', version: '11.0.10', bin: ['nest', 'bin/nest.js'] },
  { when: /\bwebpack\b/, name: 'webpack', version: '5.102.1', bin: ['webpack', 'bin/webpack.js'] },
  { when: /\breact-scripts\b/, name: 'react-scripts', version: '5.0.1', bin: ['react-scripts', 'bin/react-scripts.js'] },
];

/** A package with one dependency, a lock file for every package manager, and a build that copies its source. */
export const node: Kit = {
  image: /(?:^|\/)node\b|(?:^|\/)bun\b|chainguard\/node\b/,
  command: /\b(?:npm|yarn|pnpm|npx|corepack|bun)\b(?!\S)/,
  manifest: /^(?:package(?:-lock)?\*?\.json|package\*\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|npm-shrinkwrap\.json)$/,
  files(hints) {
    const wants = `${hints.words}\n${hints.named.join('\n')}`;
    const own = dependenciesOf(hints.given('package.json'));
    const packages: readonly Package[] = own ?? [{ name: 'ms', version: '2.1.3' }, ...tools.filter(({ when }) => when.test(wants))];
    const typed = packages.some(({ name }) => name === 'typescript');
    const index = `index.${typed ? 'ts' : 'js'}`;
    const folders = hints.named.filter((path) => /^[\w-]+$/.test(path) && path !== 'public');
    const source = [`src/${index}`, ...folders.map((folder) => `${folder}/${index}`), index].find(hints.copied) ?? 'package.json';
    const started = found(hints.words, /\bnode\s+\.?\/?((?:[\w-]+\/)*[\w-]+\.[cm]?js)\b/g).filter((path) => !/^(?:dist|build|out)\//.test(path) && hints.copied(path));
    const npm = /\bnpm\b|package-lock|package\*/.test(wants) || !/\b(?:yarn|pnpm|bun)\b/.test(wants);
    const manifest = own ? { ...manifestOf(packages, {}), ...(JSON.parse(hints.given('package.json')!) as ReturnType<typeof manifestOf>) } : manifestOf(packages, scripts(hints, source));
    return {
      'package.json': { text: `${JSON.stringify(manifest, null, 2)}\n` },
      ...(npm && { 'package-lock.json': { text: `${JSON.stringify(npmLock(manifest, packages), null, 2)}\n` } }),
      ...(hints.named.includes('npm-shrinkwrap.json') && { 'npm-shrinkwrap.json': { text: `${JSON.stringify(npmLock(manifest, packages), null, 2)}\n` } }),
      ...(/\byarn\b/.test(wants) && { 'yarn.lock': yarnLock(packages) }),
      ...(/\bpnpm\b/.test(wants) && { 'pnpm-lock.yaml': pnpmLock(packages) }),
      ...(/\bbun\b/.test(wants) && { 'bun.lock': { text: `${JSON.stringify({ lockfileVersion: 1, workspaces: { '': { name: 'app', dependencies: manifest.dependencies } }, packages: Object.fromEntries(packages.map(({ name, version }) => [name, [`${name}@${version}`, '', {}, '']])) }, null, 2)}\n` } }),
      ...(typed && { 'tsconfig.json': { text: `${JSON.stringify({ compilerOptions: { outDir: 'dist', rootDir: 'src', module: 'nodenext', strict: true }, include: ['src'] }, null, 2)}\n` } }),
      ...(/\bvite\b/.test(wants) && { 'index.html': text('<!doctype html>', '<title>Hello</title>', `<script type="module" src="/${source}"></script>`) }),
      ...(source !== 'package.json' && { [source]: text("import ms from 'ms';", '', "console.log('hello', ms('1 day'));") }),
      ...Object.fromEntries(started.map((path) => [path, text("console.log('hello');")])),
    };
  },
  edits: [/(?:^|\/)index\.[jt]s$/, /\.[cm]?[jt]sx?$/, /package\.json$/],
};

/** The packages of a manifest that was given, in versions that its ranges allow; undefined where there is none that can be read. */
function dependenciesOf(manifest: string | undefined): readonly Package[] | undefined {
  try {
    const { dependencies, devDependencies } = JSON.parse(manifest ?? '') as { readonly dependencies?: object; readonly devDependencies?: object };
    return Object.entries({ ...devDependencies, ...dependencies }).map(([name, range]) => {
      const version = /\d+(?:\.\d+){0,2}/.exec(String(range))?.[0] ?? '1.0.0';
      const bin = tools.find((tool) => tool.name === name)?.bin;
      return { name, range: String(range), version: [...version.split('.'), '0', '0'].slice(0, 3).join('.'), ...(bin && { bin }) };
    });
  } catch {
    return undefined;
  }
}

const manifestOf = (packages: readonly Package[], named: Readonly<Record<string, string>>) => ({
  name: 'app',
  version: '1.0.0',
  private: true,
  scripts: named,
  dependencies: Object.fromEntries(packages.map(({ name, version }) => [name, version])),
  devDependencies: undefined as object | undefined,
});

/** Every script that a command runs: a build copies the source to where other stages look for it, the others end well. */
function scripts({ words, taken }: Hints, source: string): Readonly<Record<string, string>> {
  const own = new Set(['install', 'ci', 'i', 'add', 'run', 'config', 'cache', 'prune', 'set', 'global', 'exec', 'init', 'link', 'update', 'audit', 'version', 'workspaces', 'fetch', 'deploy', 'store', 'rebuild', 'dedupe', 'dlx', 'enable', 'prepare', 'pack', 'uninstall', 'remove', 'npm', 'yarn', 'pnpm']);
  const run = found(words, /\b(?:npm|yarn|pnpm|bun)\s+(?:-\S+\s+)*(?:run(?:-script)?\s+)(?:-\S+\s+)*([\w:.-]+)/g);
  const short = found(words, /\b(?:yarn|pnpm|npm)\s+([a-z][\w:.-]*)/g).filter((name) => !own.has(name));
  const outs = [...new Set(taken.filter((path) => !path.startsWith('/') && path !== '' && !/node_modules|package.*json|\.lock$|^src$/.test(path)).map((path) => path.replace(/\/?[^/]*[*?[].*$/, '').replace(/\/[^/]+\.\w{1,5}$/, '')))].filter((path) => path !== '');
  const line = (outs.length > 0 ? outs : ['dist']).map((out) => `mkdir -p ${out} && cp ${source} ${out}/`).join(' && ');
  return Object.fromEntries([['start', `node ${source}`], ...['build', ...run, ...short].map((name) => [name, /build|compile|generate|bundle|export|dist|prod/.test(name) ? line : 'true'])]);
}

function npmLock(manifest: ReturnType<typeof manifestOf>, packages: readonly Package[]) {
  const { name, version, dependencies, devDependencies } = manifest;
  const rows = packages.map((one) => [`node_modules/${one.name}`, { version: one.version, resolved: tarball(one), ...(one.bin && { bin: { [one.bin[0]]: one.bin[1] } }) }] as const);
  return { name, version, lockfileVersion: 3, requires: true, packages: { '': { name, version, dependencies, devDependencies }, ...Object.fromEntries(rows) } };
}

const tarball = ({ name, version }: Package): string => `https://registry.npmjs.org/${name}/-/${name.split('/').at(-1)}-${version}.tgz`;

function yarnLock(packages: readonly Package[]): ScenarioFile {
  return text('# yarn lockfile v1', '', ...packages.flatMap((one) => ['', `"${one.name}@${one.range ?? one.version}":`, `  version "${one.version}"`, `  resolved "${tarball(one)}"`]));
}

function pnpmLock(packages: readonly Package[]): ScenarioFile {
  return text(
    ...["lockfileVersion: '9.0'", '', 'importers:', '', '  .:', '    dependencies:'],
    ...packages.flatMap(({ name, version, range = version }) => [`      '${name}':`, `        specifier: ${range}`, `        version: ${version}`]),
    ...['', 'packages:'],
    ...packages.flatMap(({ name, version, bin }) => ['', `  '${name}@${version}':`, '    resolution: {integrity: sha512-made-up}', ...(bin ? ['    hasBin: true'] : [])]),
    ...['', 'snapshots:'],
    ...packages.flatMap(({ name, version }) => ['', `  '${name}@${version}': {}`]),
  );
}
