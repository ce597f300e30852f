import { toBytes } from '../../system/byte-string.ts';
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { makeDirectories } from '../../system/writing.ts';
import { remove } from '../rm.ts';
import type { Tool } from '../tool.ts';
import { notSimulated } from '../model.ts';
import { readArguments } from './arguments.ts';
import type { Arguments } from './arguments.ts';
import { isOn } from './config.ts';
import { prepareShim } from './corepack.ts';
import { passTime } from './install-time.ts';
import { readJson } from './json.ts';
import { manifestOf } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import { runPackageCommand } from './npx.ts';
import { withoutLock } from './package.ts';
import { installedKey, isCached, missingOf, place } from './place.ts';
import { refusal } from './registry.ts';
import { inFolder, runLine, runScript } from './script.ts';
import { membersOf } from './workspaces.ts';
import { hoisted, readYarnLock, unknownRanges } from './yarn-lock.ts';

const VALUED = ['cwd', 'cache-folder', 'network-timeout', 'network-concurrency', 'registry', 'modules-folder', 'mutex'];

/**
 * yarn: reads `package.json`, `yarn.lock` and its cache; writes `node_modules` and the cache. Later versions are run as
 * yarn 1 where they use `node_modules`; Plug'n'Play is not simulated. Time is a share of npm's (`install-time.ts`).
 */
export const yarn: Tool = {
  name: 'yarn',
  aliases: ['yarnpkg'],
  run(process, all) {
    const refused = prepareShim(process, 'yarn');
    if (refused !== undefined) return refused;
    const args = readArguments(all, VALUED);
    const folder = args.flags.get('cwd');
    return typeof folder === 'string' ? inFolder(process, folder, (child) => dispatch(child, args)) : dispatch(process, args);
  },
};

function dispatch(process: Process, args: Arguments): number {
  const [verb = 'install', ...words] = args.words;
  const json = readJson(process, 'package.json');
  const manifest = json && 'value' in json ? manifestOf(json.value) : undefined;
  const version = /^yarn@([\d.]+)/.exec(manifest?.packageManager ?? '')?.[1] ?? '1.22.22';
  if (args.flags.has('version') || args.flags.has('v')) {
    process.out(`${version}\n`);
    return 0;
  }
  if (json && 'error' in json) {
    process.err(`error SyntaxError: ${process.cwd}/package.json: ${json.error}\n`);
    return 1;
  }
  switch (verb) {
    case 'install':
      return install(process, args, manifest ?? manifestOf({}), version);
    case 'add':
      return install(process, args, { ...(manifest ?? manifestOf({})), dependencies: [...(manifest?.dependencies ?? []), ...words.map((name) => ({ name: name.replace(/(.)@.*$/, '$1'), range: 'latest', dev: false, optional: false }))] }, version);
    case 'cache':
      if (words[0] !== 'clean') return notSimulated(process, 'yarn', `yarn cache ${words[0] ?? ''}`);
      if (process.peek(cacheOf(process, args))) remove(process, cacheOf(process, args), true, true);
      process.out('yarn cache v1.22.22\nsuccess Cleared cache.\nDone in 0.14s.\n');
      return 0;
    case 'dlx':
      return runPackageCommand(process, 'yarn', words, args);
    case 'config':
    case 'global':
    case 'set':
    case 'workspaces':
    case 'remove':
    case 'upgrade':
    case 'why':
    case 'list':
    case 'audit':
    case 'plugin':
    case 'rebuild':
      return notSimulated(process, 'yarn', `yarn ${verb} ${words.join(' ')}`.trim());
    case 'workspace':
      return inWorkspace(process, args, manifest, words);
    case 'run':
    case 'exec':
      return script(process, args, manifest, words[0] ?? '', words.slice(1), version);
    default:
      return script(process, args, manifest, verb, words, version);
  }
}

function inWorkspace(process: Process, args: Arguments, manifest: Manifest | undefined, [name = '', ...words]: readonly string[]): number {
  const member = membersOf(process, manifest?.workspaces ?? []).find((one) => one.manifest.name === name);
  if (member) return inFolder(process, member.dir, (child) => dispatch(child, { ...args, words }));
  process.err(`error Unknown workspace ${JSON.stringify(name)}.\n`);
  return 1;
}

function cacheOf(process: Process, { flags }: Arguments): string {
  const flag = flags.get('cache-folder');
  return `${typeof flag === 'string' ? flag : process.env.get('YARN_CACHE_FOLDER') ?? `${process.env.get('HOME') ?? '/root'}/.cache/yarn`}/v6`;
}

function install(process: Process, args: Arguments, manifest: Manifest, version: string): number {
  const classic = version.startsWith('1.');
  if (!classic && !/^nodeLinker:\s*["']?node-modules/m.test(attempt(() => process.readFile('.yarnrc.yml')).value ?? '')) return notSimulated(process, 'yarn', `yarn ${version} with Plug'n'Play`);
  if (classic) process.out(`yarn install v${version}\n`);
  const text = attempt(() => process.readFile('yarn.lock')).value;
  if (text === undefined) process.out('info No lockfile found.\n');
  const lock = readYarnLock(text ?? '');
  const production = isOn(flagText(args, 'production')) || args.flags.has('prod') || (process.env.get('NODE_ENV') === 'production' && flagText(args, 'production') !== 'false');
  const all = [...manifest.dependencies, ...membersOf(process, manifest.workspaces).flatMap((one) => one.manifest.dependencies)];
  const asked = production ? all.filter(({ dev }) => !dev) : all;
  const unknown = text === undefined ? asked : unknownRanges(lock, asked);
  const frozen = args.flags.has('frozen-lockfile') || args.flags.has('immutable');
  if (text !== undefined && unknown.length > 0 && frozen) {
    process.out('[1/4] Resolving packages...\n');
    process.err(toBytes(classic ? 'error Your lockfile needs to be updated, but yarn was run with `--frozen-lockfile`.\ninfo Visit https://yarnpkg.com/en/docs/cli/install for documentation about this command.\n' : '\u27a4 YN0028: \u2502 The lockfile would have been modified by this install, which is explicitly forbidden.\n'));
    return 1;
  }
  const packages = [...hoisted(lock, asked), ...withoutLock(unknown)];
  const cache = cacheOf(process, args);
  const missing = missingOf(process, packages);
  const refused = refusal(process, missing.filter((one) => !isCached(process, cache, one)));
  process.out('[1/4] Resolving packages...\n[2/4] Fetching packages...\n');
  if (refused) {
    process.err(refused.kind === 'offline' ? `error Error: getaddrinfo EAI_AGAIN registry.yarnpkg.com\n` : `error An unexpected error occurred: "${refused.url}: Request failed \\"401 Unauthorized\\"".\n`);
    return 1;
  }
  const work = place(process, missing, cache);
  if (packages.length > 0) {
    makeDirectories(process, 'node_modules');
    process.writeFile('node_modules/.yarn-integrity', `${installedKey(packages)}\n`);
  }
  if (text === undefined && !frozen && !args.flags.has('pure-lockfile')) process.writeFile('yarn.lock', written(packages, asked));
  const duration = passTime(process, 'yarn', work, work.written);
  process.out(`[3/4] Linking dependencies...\n[4/4] Building fresh packages...\n${text === undefined && !frozen ? 'success Saved lockfile.\n' : ''}Done in ${(duration / 1000).toFixed(2)}s.\n`);
  if (isOn(flagText(args, 'ignore-scripts'))) return 0;
  for (const event of ['preinstall', 'install', 'postinstall', 'prepare']) {
    const line = manifest.scripts.get(event);
    const status = line === undefined ? 0 : runLine(process, line, event, manifest, 'yarn');
    if (status !== 0) {
      process.err(`error Command failed with exit code ${status}.\n`);
      return status;
    }
  }
  return 0;
}

function flagText({ flags }: Arguments, name: string): string | undefined {
  const flag = flags.get(name);
  return flag === true ? 'true' : flag;
}

function written(packages: readonly { readonly name: string; readonly version: string }[], asked: Manifest['dependencies']): string {
  const entries = packages.map(({ name, version }) => `${name}@${asked.find((one) => one.name === name)?.range ?? version}:\n  version "${version}"\n`);
  return `# THIS IS AN AUTOGENERATED FILE. DO NOT EDIT THIS FILE DIRECTLY.\n# yarn lockfile v1\n\n\n${entries.join('\n')}`;
}

function script(process: Process, args: Arguments, manifest: Manifest | undefined, name: string, words: readonly string[], version: string): number {
  const more = [...words, ...args.rest];
  process.out(`yarn run v${version}\n`);
  const known = manifest ?? manifestOf({});
  const announce = (line: string) => process.out(`$ ${line}\n`);
  if (known.scripts.has(name)) {
    const before = process.machine.elapsed;
    const status = runScript({ process, manifest: known, manager: 'yarn', more, announce }, name);
    if (status === 0) process.out(`Done in ${((process.machine.elapsed - before) / 1000).toFixed(2)}s.\n`);
    else process.err(`error Command failed with exit code ${status}.\ninfo Visit https://yarnpkg.com/en/docs/cli/run for documentation about this command.\n`);
    return status;
  }
  if (process.peek(`node_modules/.bin/${name}`)) return runLine(process, [name, ...more].join(' '), name, known, 'yarn');
  process.err(`error Command "${name}" not found.\ninfo Visit https://yarnpkg.com/en/docs/cli/run for documentation about this command.\n`);
  return 1;
}
