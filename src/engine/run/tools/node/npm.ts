import { sha256 } from '../../../fs/index.ts';
import { toText } from '../../system/byte-string.ts';
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { makeDirectories, writeDescribed } from '../../system/writing.ts';
import { searchPath } from '../../shell/search.ts';
import { remove } from '../rm.ts';
import type { Tool } from '../tool.ts';
import { modelled, notSimulated } from '../model.ts';
import { readJson, readLock, readManifest, withoutLock } from './npm-lock.ts';
import type { Locked, Manifest } from './npm-lock.ts';

const BASIS = 'Installs of 58 to 515 packages took 3 to 146 s in measured and published runs; scaled by the number of packages.';
const EUSAGE = `npm error code EUSAGE
npm error
npm error The \`npm ci\` command can only install with an existing package-lock.json or
npm error npm-shrinkwrap.json with lockfileVersion >= 1. Run an install with npm@5 or
npm error later to generate a package-lock.json file, then try again.
npm error
npm error Clean install a project
npm error
npm error Usage:
npm error npm ci
`;

interface Manager {
  readonly name: 'npm' | 'yarn' | 'pnpm';
  readonly lock: string;
  readonly cache: (home: string) => string;
}

const MANAGERS: Readonly<Record<string, Manager>> = {
  npm: { name: 'npm', lock: 'package-lock.json', cache: (home) => `${home}/.npm/_cacache` },
  yarn: { name: 'yarn', lock: 'yarn.lock', cache: (home) => `${home}/.cache/yarn` },
  pnpm: { name: 'pnpm', lock: 'pnpm-lock.yaml', cache: (home) => `${home}/.local/share/pnpm/store` },
};

export const npm: Tool = { name: 'npm', run: (process, args) => run(process, args, MANAGERS.npm!) };
export const yarn: Tool = { name: 'yarn', run: (process, args) => run(process, args, MANAGERS.yarn!) };
export const pnpm: Tool = { name: 'pnpm', run: (process, args) => run(process, args, MANAGERS.pnpm!) };

function run(process: Process, args: readonly string[], manager: Manager): number {
  const words = args.filter((arg) => arg[0] !== '-');
  const flags = args.filter((arg) => arg[0] === '-');
  const verb = words[0] ?? (manager.name === 'npm' ? '' : 'install');
  if (flags.includes('--version') || flags.includes('-v')) {
    process.out(`${manager.name === 'npm' ? '11.6.2' : manager.name === 'yarn' ? '1.22.22' : '10.20.0'}\n`);
    return 0;
  }
  switch (verb) {
    case 'ci':
    case 'clean-install':
    case 'install':
    case 'i':
    case 'add':
      return install(process, verb, words.slice(1), flags, manager);
    case 'run':
    case 'run-script':
      return runScript(process, words[1], args.slice(args.indexOf(words[1] ?? '') + 1), manager);
    case 'test':
    case 'start':
      return runScript(process, verb, args.slice(args.indexOf(verb) + 1), manager);
    case 'build':
    case 'lint':
      if (manager.name !== 'npm') return runScript(process, verb, [], manager);
      return notSimulated(process, manager.name, `npm ${verb}`);
    case 'cache':
      remove(process, manager.cache(process.env.get('HOME') ?? '/root'), true, true);
      return 0;
    case 'prune':
      return prune(process, manager);
    default:
      return notSimulated(process, manager.name, `${manager.name} ${verb}`.trim());
  }
}

/** The manifest here; an exit code where there is none. */
function manifestHere(process: Process, manager: Manager): Manifest | number {
  const json = readJson(process, 'package.json');
  const path = `${toText(process.cwd === '/' ? '' : process.cwd)}/package.json`;
  if (!json) {
    if (manager.name === 'npm') process.err(`npm error code ENOENT\nnpm error syscall open\nnpm error path ${path}\nnpm error errno -2\nnpm error enoent Could not read package.json: Error: ENOENT: no such file or directory, open '${path}'\nnpm error enoent This is related to npm not being able to find a file.\nnpm error enoent\n`);
    else process.err(manager.name === 'yarn' ? `error Couldn't find a package.json file in "${toText(process.cwd)}"\n` : ` ERR_PNPM_NO_PKG_MANIFEST  No package.json found in ${toText(process.cwd)}\n`);
    return manager.name === 'npm' ? 254 : 1;
  }
  if ('error' in json) {
    process.err(`${manager.name} error code EJSONPARSE\n${manager.name} error JSON.parse ${json.error}\n`);
    return 1;
  }
  return readManifest(json.value);
}

function install(process: Process, verb: string, names: readonly string[], flags: readonly string[], manager: Manager): number {
  if (flags.includes('-g') || flags.includes('--global') || verb === 'global') return installGlobally(process, names, manager);
  const manifest = manifestHere(process, manager);
  if (typeof manifest === 'number' && (verb === 'ci' || names.length === 0)) return manifest;
  const known: Manifest = typeof manifest === 'number' ? { name: '', version: '', scripts: new Map(), dependencies: [] } : manifest;
  const lock = manager.name === 'npm' ? readJson(process, 'package-lock.json') : undefined;
  const lockText = attempt(() => process.readFile(manager.lock)).value;
  const clean = verb === 'ci' || verb === 'clean-install';
  if (clean && !lock) {
    process.err(EUSAGE);
    return 1;
  }
  if (lockText === undefined && flags.some((flag) => flag === '--frozen-lockfile')) {
    process.err(manager.name === 'pnpm' ? ' ERR_PNPM_NO_LOCKFILE  Cannot install with "frozen-lockfile" because pnpm-lock.yaml is absent\n' : 'error Your lockfile needs to be updated, but yarn was run with `--frozen-lockfile`.\n');
    return 1;
  }
  const added = names.map((name) => ({ name: name.replace(/(.)@[^/]*$/, '$1'), range: /.@([^/]*)$/.exec(name)?.[1] ?? 'latest', dev: flags.includes('-D') || flags.includes('--save-dev') }));
  const wanted = lock && 'value' in lock && readLock(lock.value).length > 0 ? [...readLock(lock.value), ...withoutLock({ ...known, dependencies: added })] : withoutLock({ ...known, dependencies: [...known.dependencies, ...added] });
  if (clean) {
    const missing = known.dependencies.find(({ name }) => !wanted.some((one) => one.name === name));
    if (missing) {
      process.err(`npm error code EUSAGE\nnpm error\nnpm error \`npm ci\` can only install packages when your package.json and package-lock.json or npm-shrinkwrap.json are in sync. Please update your lock file with \`npm install\` before continuing.\nnpm error\nnpm error Missing: ${missing.name}@${missing.range} from lock file\nnpm error\n`);
      return 1;
    }
    if (process.peek('node_modules')) remove(process, 'node_modules', true, true);
  }
  const production = flags.some((flag) => /^--(omit=dev|production|only=production|prod)$/.test(flag)) || flags.includes('-P') || process.env.get('NODE_ENV') === 'production';
  const chosen = production ? wanted.filter((one) => !one.dev) : wanted;
  return place(process, chosen, manager, lockText ?? '');
}

/** Writes packages to `node_modules` and the cache, prints the summary. */
function place(process: Process, packages: readonly Locked[], manager: Manager, lock: string): number {
  const cache = manager.cache(process.env.get('npm_config_cache') ?? process.env.get('HOME') ?? '/root');
  const fresh = packages.filter((one) => !process.peek(`${one.path}/package.json`));
  let missing = 0;
  let bytes = 0;
  if (fresh.some((one) => !process.peek(cachePath(cache, one))) && process.machine.request.network === 'none') {
    process.err(`${manager.name} error code EAI_AGAIN\n${manager.name} error syscall getaddrinfo\n${manager.name} error errno EAI_AGAIN\n${manager.name} error request to https://registry.npmjs.org/${fresh[0]!.name} failed, reason: getaddrinfo EAI_AGAIN registry.npmjs.org\n`);
    return 1;
  }
  for (const one of fresh) {
    process.limits.step(3);
    const seed = sha256(`npm ${one.name}@${one.version}`);
    if (!process.peek(cachePath(cache, one))) {
      writeDescribed(process, cachePath(cache, one), Math.round(one.size * 0.3), `${seed} tarball`);
      missing += one.count;
      bytes += Math.round(one.size * 0.3);
    }
    makeDirectories(process, one.path);
    process.writeFile(`${one.path}/package.json`, `${JSON.stringify({ name: one.name, version: one.version })}\n`);
    writeDescribed(process, `${one.path}/index.js`, one.size, seed);
    bytes += one.size;
    for (const command of one.commands) {
      makeDirectories(process, 'node_modules/.bin');
      writeDescribed(process, `${one.path}/bin/${command}`, 200, `${seed} ${command}`, 0o755);
      if (!process.peek(`node_modules/.bin/${command}`, false)) process.files.symlink(process, `../${one.path.slice('node_modules/'.length)}/bin/${command}`, `node_modules/.bin/${command}`);
    }
  }
  const count = fresh.reduce((sum, one) => sum + one.count, 0);
  if (fresh.length > 0) process.writeFile(manager.name === 'npm' ? 'node_modules/.package-lock.json' : `node_modules/.${manager.name}-state`, sha256(lock));
  // 58 packages 3 s, 233 packages 14 s, 515 packages 146 s without a cache and 84 s with one.
  const duration = 900 + missing * 48 + (count - missing) * 22;
  modelled(process, manager.name, duration, bytes, BASIS);
  const total = packages.reduce((sum, one) => sum + one.count, 0);
  const seconds = Math.max(1, Math.round(duration / 1000));
  if (manager.name === 'yarn') process.out(`[1/4] Resolving packages...\n[2/4] Fetching packages...\n[3/4] Linking dependencies...\n[4/4] Building fresh packages...\nDone in ${(duration / 1000).toFixed(2)}s.\n`);
  else if (manager.name === 'pnpm') process.out(`Packages: +${count}\nProgress: resolved ${total}, reused ${count - missing}, downloaded ${missing}, added ${count}, done\nDone in ${(duration / 1000).toFixed(1)}s\n`);
  else process.out(count > 0 ? `\nadded ${count} package${count === 1 ? '' : 's'}, and audited ${total + 1} packages in ${seconds}s\n\nfound 0 vulnerabilities\n` : `\nup to date, audited ${total + 1} packages in ${seconds}s\n\nfound 0 vulnerabilities\n`);
  return 0;
}

function cachePath(cache: string, one: Locked): string {
  const hex = sha256(`${one.name}@${one.version}`).slice(7);
  return `${cache}/content-v2/sha512/${hex.slice(0, 2)}/${hex.slice(2, 4)}/${hex.slice(4, 44)}`;
}

function installGlobally(process: Process, names: readonly string[], manager: Manager): number {
  const list = withoutLock({ name: '', version: '', scripts: new Map(), dependencies: names.map((name) => ({ name: name.replace(/(.)@[^/]*$/, '$1'), range: /.@([^/]*)$/.exec(name)?.[1] ?? '', dev: false })) });
  let bytes = 0;
  for (const { name, version, size, path } of list) {
    const seed = sha256(`npm ${name}@${version}`);
    writeDescribed(process, `/usr/local/lib/${path}/index.js`, size, seed);
    writeDescribed(process, `/usr/local/bin/${name.split('/').at(-1)}`, 200, `${seed} command`, 0o755);
    bytes += size;
  }
  const count = list.reduce((sum, one) => sum + one.count, 0);
  modelled(process, manager.name, 900 + count * 48, bytes, BASIS);
  process.out(`\nadded ${count} package${count === 1 ? '' : 's'} in ${Math.max(1, Math.round((900 + count * 48) / 1000))}s\n`);
  return 0;
}

function prune(process: Process, manager: Manager): number {
  const lock = readJson(process, 'package-lock.json');
  const dev = lock && 'value' in lock ? readLock(lock.value).filter((one) => one.dev) : [];
  for (const one of dev) remove(process, one.path, true, true);
  modelled(process, manager.name, 800, 0, BASIS);
  process.out(`\nremoved ${dev.length} packages in 1s\n`);
  return 0;
}

/** Runs a script of package.json in a shell, with `node_modules/.bin` first on the path. */
function runScript(process: Process, name: string | undefined, more: readonly string[], manager: Manager): number {
  const manifest = manifestHere(process, manager);
  if (typeof manifest === 'number') return manifest;
  const script = manifest.scripts.get(name ?? '');
  if (script === undefined) {
    process.err(manager.name === 'npm' ? `npm error Missing script: "${name}"\nnpm error\nnpm error To see a list of scripts, run:\nnpm error   npm run\n` : manager.name === 'yarn' ? `error Command "${name}" not found.\n` : ` ERR_PNPM_NO_SCRIPT  Missing script: ${name}\n`);
    return 1;
  }
  const rest = more.filter((word) => word !== '--');
  const line = [script, ...rest].join(' ');
  if (manager.name === 'npm') process.out(`\n> ${manifest.name}@${manifest.version} ${name}\n> ${line}\n\n`);
  else process.out(manager.name === 'yarn' ? `$ ${line}\n` : `\n> ${manifest.name}@${manifest.version} ${name} ${toText(process.cwd)}\n> ${line}\n\n`);
  process.machine.advance(250);
  const child = process.fork();
  child.env.set('PATH', `${process.cwd === '/' ? '' : process.cwd}/node_modules/.bin:${child.env.get('PATH') ?? ''}`);
  child.env.set('npm_lifecycle_event', name ?? '');
  const shell = searchPath(child, 'sh');
  if (!('path' in shell)) return process.fail('spawn sh ENOENT');
  const status = process.limits.nested(() => child.launch(child, ['sh', '-c', line], shell.path));
  if (status !== 0 && manager.name === 'npm') process.err(`npm error Lifecycle script \`${name}\` failed with error:\nnpm error code ${status}\n`);
  return status;
}
