/**
 * `composer install` and `dump-autoload`: read `composer.json` and `composer.lock`, write `vendor/`, keep archives in the
 * cache, run the scripts of the project. The optimised class map depends on the classes below the autoload folders.
 */
import { sha256 } from '../../../fs/index.ts';
import { toText } from '../../system/byte-string.ts';
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { writeDescribed } from '../../system/writing.ts';
import { searchPath } from '../../shell/search.ts';
import { digestOf, filesBelow } from '../artifacts.ts';
import { modelled, notSimulated, transferTime, varied } from '../model.ts';
import type { Tool } from '../tool.ts';

const BASIS = 'Estimated: composer install of a Laravel application with 75 packages takes 6 to 45 s and writes 42 MB.';

interface Package {
  readonly name: string;
  readonly version: string;
  readonly dev: boolean;
}

type Json = Readonly<Record<string, unknown>>;

const object = (value: unknown): Json => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {});
const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.map(object) : []);
const words = (value: unknown): readonly string[] => (typeof value === 'string' ? [value] : Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []);

function readJson(process: Process, path: string): Json | 'missing' | 'malformed' {
  const text = attempt(() => process.readFile(path)).value;
  if (text === undefined) return 'missing';
  try {
    return object(JSON.parse(text));
  } catch {
    return 'malformed';
  }
}

export const composer: Tool = {
  name: 'composer',
  run(process, args) {
    if (args.includes('--version') || args.includes('-V')) {
      process.out('Composer version 2.10.3 2026-08-31 10:12:00\n');
      return 0;
    }
    const verb = args.find((arg) => arg[0] !== '-') ?? '';
    if (!['install', 'i', 'dump-autoload', 'dumpautoload'].includes(verb)) return notSimulated(process, 'composer', `composer ${verb}`.trim());
    const manifest = readJson(process, 'composer.json');
    if (manifest === 'missing') {
      process.err(`Composer could not find a composer.json file in ${toText(process.cwd)}\nTo initialize a project, please create a composer.json file. See https://getcomposer.org/basic-usage\n`);
      return 1;
    }
    if (manifest === 'malformed') {
      process.err(`\nIn JsonFile.php line 355:\n\n  "./composer.json" does not contain valid JSON\n\n`);
      return 1;
    }
    if (verb.startsWith('dump')) return dumpAutoload(process, manifest, args);
    const status = install(process, manifest, args);
    return status !== 0 || args.includes('--no-autoloader') ? status : dumpAutoload(process, manifest, args);
  },
};

function install(process: Process, manifest: Json, args: readonly string[]): number {
  const lock = readJson(process, 'composer.lock');
  if (lock === 'malformed') {
    process.err('\n  "./composer.lock" does not contain valid JSON\n\n');
    return 1;
  }
  const named = (value: unknown, dev: boolean): Package[] => Object.keys(object(value)).filter((name) => name.includes('/')).map((name) => ({ name, version: 'dev-latest', dev }));
  const locked = (value: unknown, dev: boolean): Package[] => list(value).map((one) => ({ name: String(one.name), version: String(one.version), dev }));
  if (lock === 'missing') process.err('No composer.lock file present. Updating dependencies to latest instead of installing from lock file. See https://getcomposer.org/install for more information.\n');
  const all = lock === 'missing' ? [...named(manifest.require, false), ...named(manifest['require-dev'], true)] : [...locked(lock.packages, false), ...locked(lock['packages-dev'], true)];
  const absent = lock === 'missing' ? undefined : named(manifest.require, false).find(({ name }) => !all.some((one) => one.name === name));
  if (absent) {
    process.err(`- Required package "${absent.name}" is not present in the lock file.\nThis usually happens when composer files are incorrectly merged or the composer.json file is manually edited.\n`);
    return 4;
  }
  const chosen = args.includes('--no-dev') || process.env.get('COMPOSER_NO_DEV') === '1' ? all.filter(({ dev }) => !dev) : all;
  const home = process.env.get('COMPOSER_HOME') ?? `${process.env.get('HOME') ?? '/root'}/.composer`;
  const cache = process.env.get('COMPOSER_CACHE_DIR') ?? `${home}/cache`;
  let download = 0;
  let bytes = 0;
  let count = 0;
  for (const { name, version } of chosen) {
    const path = `vendor/${name}/package.files`;
    const seed = sha256(`composer ${name} ${version}`);
    process.limits.step(2);
    const there = process.peek(path);
    if (there?.type === 'file' && there.content.kind === 'described' && there.content.seed === seed) continue;
    const size = name === 'laravel/framework' ? 9_400_000 : varied(name, 420_000);
    const archive = `${cache}/files/${name}/${seed.slice(7, 47)}.zip`;
    if (!process.peek(archive)) {
      if (process.machine.request.network === 'none') {
        process.err(`In CurlDownloader.php line 401:\n\n  curl error 6 while downloading https://repo.packagist.org/packages.json: Could not resolve host: repo.packagist.org\n`);
        return 100;
      }
      writeDescribed(process, archive, Math.round(size * 0.26), `${seed} archive`);
      download += Math.round(size * 0.26);
    }
    writeDescribed(process, path, size, seed);
    process.err(`  - Installing ${name} (${version}): Extracting archive\n`);
    bytes += size;
    count++;
  }
  writeDescribed(process, 'vendor/composer/installed.json', 400 + chosen.length * 1800, sha256(chosen.map(({ name, version }) => `${name} ${version}`).join('\n')));
  modelled(process, 'composer', 900 + count * 60 + transferTime(download * 4, bytes), bytes + download, BASIS);
  return 0;
}

function dumpAutoload(process: Process, manifest: Json, args: readonly string[]): number {
  const folders = Object.values({ ...object(object(manifest.autoload)['psr-4']) }).flatMap(words).map((path) => path.replace(/\/$/, ''));
  const optimised = args.some((arg) => ['-o', '--optimize', '--optimize-autoloader', '-a', '--classmap-authoritative'].includes(arg));
  const classes = optimised ? folders.flatMap((folder) => filesBelow(process, folder, (name) => name.endsWith('.php'))) : [];
  const installed = digestOf(process, ['vendor/composer/installed.json']);
  process.err(optimised ? 'Generating optimized autoload files\n' : 'Generating autoload files\n');
  writeDescribed(process, 'vendor/autoload.php', 748, sha256(`autoload ${installed}`));
  writeDescribed(process, 'vendor/composer/autoload_static.php', 60_000 + (optimised ? 640_000 : 0) + classes.length * 120, sha256(`static ${installed} ${JSON.stringify(manifest.autoload ?? {})} ${classes.join('\n')}`));
  modelled(process, 'composer', optimised ? 2600 : 700, 700_000, BASIS);
  if (args.includes('--no-scripts')) return 0;
  for (const line of words(object(manifest.scripts)['post-autoload-dump']).filter((one) => !one.includes('::'))) {
    process.err(`> ${line}\n`);
    const shell = searchPath(process, 'sh');
    if (!('path' in shell)) return 127;
    const child = process.fork();
    const status = process.limits.nested(() => child.launch(child, ['sh', '-c', line.replace(/^@php/, 'php')], shell.path));
    if (status !== 0) {
      process.err(`Script ${line} handling the post-autoload-dump event returned with error code ${status}\n`);
      return status;
    }
  }
  return 0;
}
