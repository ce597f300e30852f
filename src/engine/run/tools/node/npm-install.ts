/** `npm ci`, `npm install` and `npm prune`: reads the manifest, the lock file and the cache; writes `node_modules`. */
import type { Process } from '../../system/process.ts';
import { writeDescribed } from '../../system/writing.ts';
import { remove } from '../rm.ts';
import type { Arguments } from './arguments.ts';
import { isOn, setting } from './config.ts';
import { passTime } from './install-time.ts';
import { readJson } from './json.ts';
import type { JsonObject } from './json.ts';
import { manifestIn, manifestOf, NO_MANIFEST } from './manifest.ts';
import type { Dependency, Manifest } from './manifest.ts';
import { readNpmLock } from './npm-lock.ts';
import { npmArchives, npmPrefix } from './npm-settings.ts';
import { malformedManifest, missingLock, missingManifest, notInSync, notPermitted, npmError, offline, unauthorized } from './npm-words.ts';
import { fits, withoutLock } from './package.ts';
import type { Locked } from './package.ts';
import { installedKey, isCached, missingOf, place } from './place.ts';
import { refusal } from './registry.ts';
import { banner, here, runLine } from './script.ts';
import { satisfies } from './semver.ts';
import { membersOf } from './workspaces.ts';

const LOCK = 'package-lock.json';
const LIFECYCLE = ['preinstall', 'install', 'postinstall', 'prepublish', 'preprepare', 'prepare', 'postprepare'];

/** The manifest here, or the exit code where there is none. */
export function npmManifest(process: Process): Manifest | number {
  const json = readJson(process, 'package.json');
  if (!json) return missingManifest(process, `${here(process).replace(/^\/$/, '')}/package.json`);
  return 'error' in json ? malformedManifest(process, json.error) : manifestOf(json.value);
}

/** `npm ci`: what the lock file says and nothing else, into an empty `node_modules`. */
export function npmClean(process: Process, args: Arguments): number {
  const manifest = npmManifest(process);
  if (typeof manifest === 'number') return manifest;
  const lock = readLock(process);
  if (!lock) return missingLock(process);
  const problems = syncProblems(process, manifest, lock.packages);
  if (problems.length > 0) return notInSync(process, problems);
  if (process.peek('node_modules')) remove(process, 'node_modules', true, true);
  return finish(process, args, manifest, lock.packages, []);
}

/** `npm install` without names, and with names of packages to add. */
export function npmInstall(process: Process, args: Arguments, names: readonly string[]): number {
  if (args.flags.has('g') || args.flags.has('global') || args.flags.get('location') === 'global') return installGlobally(process, args, names);
  const found = names.length > 0 && !process.peek('package.json') ? NO_MANIFEST : npmManifest(process);
  if (typeof found === 'number') return found;
  const asked = names.map((name) => dependencyOf(name, args));
  const manifest = { ...found, dependencies: [...found.dependencies.filter((one) => !asked.some(({ name }) => name === one.name)), ...asked] };
  const lock = readLock(process);
  const locked = lock?.packages ?? [];
  const missing = manifest.dependencies.filter((one) => asked.includes(one) || !locked.some(({ path }) => path === `node_modules/${one.name}`));
  const added = withoutLock(missing);
  const packages = [...locked.filter(({ path }) => !added.some((one) => one.path === path)), ...added];
  if (!isOn(setting(process, args, 'package-lock') ?? 'true')) return finish(process, args, manifest, packages, names);
  if (args.flags.has('package-lock-only')) {
    writeLock(process, manifest, lock?.json, added);
    return 0;
  }
  const status = finish(process, args, manifest, packages, names);
  if (status === 0 && (!lock || added.length > 0)) writeLock(process, manifest, lock?.json, added);
  if (status === 0 && asked.length > 0 && !args.flags.has('no-save')) saveDependencies(process, added);
  return status;
}

/** `npm prune --omit=dev`: takes away what an installation without it would not have. */
export function npmPrune(process: Process, args: Arguments): number {
  const packages = readLock(process)?.packages ?? [];
  const kept = chosen(process, args, packages);
  const gone = packages.filter((one) => !kept.includes(one) && process.peek(one.path, false));
  for (const one of gone) {
    for (const command of one.commands.keys()) if (process.peek(`node_modules/.bin/${command}`, false)) process.files.unlink(process, `node_modules/.bin/${command}`);
    remove(process, one.path, true, true);
  }
  writeHiddenLock(process, kept);
  const duration = passTime(process, 'npm', { fetched: 0, reused: 0, fetchedBytes: 0, reusedBytes: 0 }, 0);
  process.out(`\n${gone.length > 0 ? `removed ${plural(gone.length)}, and ` : 'up to date, '}audited ${plural(kept.length + 1)} in ${time(duration)}\n\nfound 0 vulnerabilities\n`);
  return 0;
}

function readLock(process: Process): { readonly json: JsonObject; readonly packages: readonly Locked[] } | undefined {
  const json = readJson(process, 'npm-shrinkwrap.json') ?? readJson(process, LOCK);
  return json && 'value' in json ? { json: json.value, packages: readNpmLock(json.value) } : undefined;
}

/** What the lock file lacks, as `npm ci` lists it. Packages of the workspace count too. */
function syncProblems(process: Process, manifest: Manifest, locked: readonly Locked[]): string[] {
  const at = new Map(locked.map((one) => [one.path, one]));
  const folders = [{ dir: '', manifest }, ...membersOf(process, manifest.workspaces)];
  const problems = folders.flatMap(({ dir, manifest: { dependencies } }) =>
    dependencies.flatMap(({ name, range, optional }): string[] => {
      const found = (dir === '' ? undefined : at.get(`${dir}/node_modules/${name}`)) ?? at.get(`node_modules/${name}`);
      if (!found) return optional ? [] : [`Missing: ${name}@${range} from lock file`];
      const aliased = /^(npm|file|git|https?|github|link):/.test(range);
      return found.link !== undefined || aliased || satisfies(found.version, range) ? [] : [`Invalid: lock file's ${name}@${found.version} does not satisfy ${name}@${range}`];
    }),
  );
  return [...new Set(problems)];
}

/** What of the lock file is wanted: without development packages where they are left out, and for this platform. */
function chosen(process: Process, args: Arguments, packages: readonly Locked[]): readonly Locked[] {
  const omitted = new Set(args.repeated('omit').length > 0 ? args.repeated('omit') : (setting(process, args, 'omit') ?? '').split(/[ ,]+/));
  const included = new Set(args.repeated('include'));
  const production = process.env.get('NODE_ENV') === 'production' || isOn(setting(process, args, 'production')) || setting(process, args, 'only') === 'production' || omitted.has('dev');
  return packages.filter((one) => (!one.dev || !production || included.has('dev')) && (!one.optional || (fits(process, one) && !omitted.has('optional'))));
}

/** Writes what is wanted and missing, runs the project's own scripts, prints the summary. */
function finish(process: Process, args: Arguments, manifest: Manifest, packages: readonly Locked[], names: readonly string[]): number {
  const wanted = chosen(process, args, packages);
  const folder = process.peek('node_modules') ? 'node_modules' : '.';
  if (!process.files.allows(process, process.find(folder), 2)) return notPermitted(process, `${here(process)}/node_modules`);
  const missing = missingOf(process, wanted);
  const cache = npmArchives(process, args);
  const refused = refusal(process, missing.filter((one) => one.link === undefined && !isCached(process, cache, one)));
  if (refused) return refused.kind === 'offline' ? offline(process, refused.url) : unauthorized(process, refused.url);
  const work = place(process, missing, cache);
  if (wanted.length > 0) writeHiddenLock(process, wanted);
  const duration = passTime(process, 'npm', work, work.written);
  const status = isOn(setting(process, args, 'ignore-scripts')) || names.length > 0 ? 0 : runLifecycle(process, manifest);
  if (status !== 0) return status;
  const total = wanted.reduce((sum, one) => sum + one.count, 0) + 1;
  const audits = isOn(setting(process, args, 'audit') ?? 'true') && !args.flags.has('no-audit');
  process.out(`\n${work.added > 0 ? `added ${plural(work.added)}` : 'up to date'}${audits ? `, and audited ${plural(total)}`.replace(/^, and/, work.added > 0 ? ', and' : ',') : ''} in ${time(duration)}\n`);
  if (audits) process.out('\nfound 0 vulnerabilities\n');
  return 0;
}

function runLifecycle(process: Process, manifest: Manifest): number {
  for (const event of LIFECYCLE) {
    const line = manifest.scripts.get(event);
    if (line === undefined) continue;
    process.out(banner(manifest, event, line));
    const status = runLine(process, line, event, manifest, 'npm');
    if (status !== 0) return npmError(process, [`code ${status}`, `path ${here(process)}`, 'command failed', `command sh -c ${line}`], status);
  }
  return 0;
}

/** `node_modules/.package-lock.json`: what is installed, decided by names and versions alone. */
function writeHiddenLock(process: Process, packages: readonly Locked[]): void {
  writeDescribed(process, 'node_modules/.package-lock.json', 60 + packages.length * 280, installedKey(packages));
}

/** Adds packages to the lock file, or writes a new one. */
function writeLock(process: Process, manifest: Manifest, json: JsonObject = {}, added: readonly Locked[]): void {
  const group = (key: string, dev: boolean) => {
    const own = manifest.dependencies.filter((one) => one.dev === dev);
    return own.length > 0 && { [key]: Object.fromEntries(own.map(({ name, range }) => [name, range])) };
  };
  const root = { name: manifest.name, version: manifest.version, ...group('dependencies', false), ...group('devDependencies', true) };
  const entries = added.map(({ path, version, dev, commands }) => [path, { version, ...(dev && { dev }), ...(commands.size > 0 && { bin: Object.fromEntries(commands) }) }] as const);
  const packages = { ...(typeof json.packages === 'object' ? json.packages : {}), '': root, ...Object.fromEntries(entries) };
  process.writeFile(LOCK, `${JSON.stringify({ name: manifest.name, version: manifest.version, lockfileVersion: 3, requires: true, packages }, null, 2)}\n`);
}

function saveDependencies(process: Process, added: readonly Locked[]): void {
  const json = readJson(process, 'package.json');
  const value = json && 'value' in json ? json.value : {};
  const group = (dev: boolean) => Object.fromEntries(added.filter((one) => one.dev === dev).map(({ name, version }) => [name, `^${version}`]));
  const merged = (key: string, dev: boolean) => ({ ...(typeof value[key] === 'object' ? value[key] : {}), ...group(dev) });
  const dependencies = merged('dependencies', false);
  const devDependencies = merged('devDependencies', true);
  process.writeFile('package.json', `${JSON.stringify({ ...value, ...(Object.keys(dependencies).length > 0 && { dependencies }), ...(Object.keys(devDependencies).length > 0 && { devDependencies }) }, null, 2)}\n`);
}

function installGlobally(process: Process, args: Arguments, names: readonly string[]): number {
  const prefix = npmPrefix(process, args);
  const modules = `${prefix}/lib/node_modules`;
  if (process.peek(modules) && !process.files.allows(process, process.find(modules), 2)) return notPermitted(process, `${modules}/${dependencyOf(names[0] ?? '', args).name}`);
  const packages = withoutLock(names.map((name) => dependencyOf(name, args)), modules);
  const cache = npmArchives(process, args);
  const refused = refusal(process, packages.filter((one) => !isCached(process, cache, one)));
  if (refused) return refused.kind === 'offline' ? offline(process, refused.url) : unauthorized(process, refused.url);
  const missing = missingOf(process, packages);
  const work = place(process, missing, cache);
  for (const one of packages) {
    for (const [command, file] of one.commands) {
      const link = `${prefix}/bin/${command}`;
      if (process.peek(link, false)) process.files.unlink(process, link);
      process.files.symlink(process, `../lib/node_modules/${one.name}/${file}`, link);
    }
  }
  const duration = passTime(process, 'npm', work, work.written);
  process.out(`\n${work.added > 0 ? `added ${plural(work.added)}` : `changed ${plural(packages.length)}`} in ${time(duration)}\n`);
  return 0;
}

/** `express@^5`, `@scope/name`: a dependency as the command line asks for it. */
function dependencyOf(word: string, args: Arguments): Dependency {
  const at = word.indexOf('@', 1);
  const dev = args.flags.has('D') || args.flags.has('save-dev') || args.flags.has('dev');
  return { name: at < 0 ? word : word.slice(0, at), range: at < 0 ? 'latest' : word.slice(at + 1), dev, optional: args.flags.has('O') || args.flags.has('save-optional') };
}

/** A folder's manifest and scripts, for `-w`. */
export function workspaceFolders(process: Process, manifest: Manifest, args: Arguments): readonly string[] | undefined {
  const wanted = [...args.repeated('w'), ...args.repeated('workspace')];
  const members = membersOf(process, manifest.workspaces);
  if (wanted.length > 0) return wanted.map((one) => members.find(({ dir, manifest: { name } }) => name === one || dir === one.replace(/^\.\/|\/$/g, ''))?.dir ?? one).filter((dir) => manifestIn(process, dir));
  return args.flags.has('ws') || args.flags.has('workspaces') ? members.map(({ dir }) => dir) : undefined;
}

function plural(count: number): string {
  return `${count} package${count === 1 ? '' : 's'}`;
}

function time(milliseconds: number): string {
  if (milliseconds < 1000) return `${milliseconds}ms`;
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 60 ? `${seconds}s` : `${Math.floor(seconds / 60)}m`;
}
