import { sha256 } from '../../../fs/index.ts';
import type { Process } from '../../system/process.ts';
import { writeDescribed } from '../../system/writing.ts';
import type { Tool } from '../tool.ts';
import { modelled, notSimulated } from '../model.ts';
import { readArguments } from './arguments.ts';
import type { Arguments } from './arguments.ts';
import { bundledSize, MINIFIED } from './bundle-sizes.ts';
import { isInSync, readBunLock } from './bun-lock.ts';
import { passTime } from './install-time.ts';
import { readJson, readJsonc } from './json.ts';
import { manifestOf, NO_MANIFEST } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import { moduleGraph } from './modules.ts';
import { runPackageCommand } from './npx.ts';
import { fits, withoutLock } from './package.ts';
import { isCached, missingOf, place } from './place.ts';
import { refusal } from './registry.ts';
import { inFolder, runLine, runScript } from './script.ts';

const VERSION = '1.3.14';
const VALUED = ['cwd', 'cache-dir', 'outdir', 'outfile', 'target', 'registry', 'format', 'entry-naming', 'omit', 'filter'];
/** Bytes of the runtime that `--compile` puts into a program. */
const RUNTIME = 95_000_000;

/**
 * bun: installs from `bun.lock` (the binary `bun.lockb` is not read) with a cache in `~/.bun`, runs scripts, and bundles along
 * imports. Time is a share of npm's (`install-time.ts`). Running programs is not simulated.
 */
export const bun: Tool = {
  name: 'bun',
  aliases: ['bunx'],
  run(process, all) {
    const args = readArguments(all, VALUED, process.name === 'bunx' ? 1 : Infinity);
    if (process.name === 'bunx') return runPackageCommand(process, 'bun', args.words, args);
    const folder = args.flags.get('cwd');
    return typeof folder === 'string' ? inFolder(process, folder, (child) => dispatch(child, args)) : dispatch(process, args);
  },
};

function dispatch(process: Process, args: Arguments): number {
  const [verb = '', ...words] = args.words;
  if (verb === '' && (args.flags.has('version') || args.flags.has('v'))) {
    process.out(`${VERSION}\n`);
    return 0;
  }
  const json = readJson(process, 'package.json');
  const manifest = json && 'value' in json ? manifestOf(json.value) : undefined;
  switch (verb) {
    case 'install':
    case 'i':
    case 'ci':
      if (!manifest) return fail(process, json && 'error' in json ? `error: ParserError parsing package.json in "${process.cwd}"` : `Bun could not find a package.json file to install from\nnote: Run "bun init" to initialize a project`);
      return install(process, args, manifest, verb === 'ci' || args.flags.has('frozen-lockfile'));
    case 'add':
    case 'a': {
      const added = words.map((word) => ({ name: word.replace(/(.)@[^/]*$/, '$1'), range: 'latest', dev: args.flags.has('d') || args.flags.has('dev'), optional: false }));
      return install(process, args, { ...(manifest ?? NO_MANIFEST), dependencies: [...(manifest?.dependencies ?? []), ...added] }, false);
    }
    case 'x':
      return runPackageCommand(process, 'bun', words, args);
    case 'build':
      return build(process, args, words);
    case 'run':
      return script(process, args, manifest, words[0] ?? '', words.slice(1));
    case 'test':
      modelled(process, 'bun', 600, 0, 'Estimated. Tests are taken to pass.');
      return 0;
    case '':
    case 'pm':
    case 'remove':
    case 'update':
    case 'upgrade':
    case 'link':
    case 'init':
    case 'create':
    case 'outdated':
      return notSimulated(process, 'bun', `bun ${verb}`.trim());
    default:
      return script(process, args, manifest, verb, words);
  }
}

function fail(process: Process, message: string): number {
  process.err(`${message}\n`);
  return 1;
}

function install(process: Process, args: Arguments, manifest: Manifest, frozen: boolean): number {
  process.out(`bun install v${VERSION}\n`);
  const lock = readJsonc(process, 'bun.lock');
  if (frozen && (!lock || 'error' in lock || !isInSync(lock.value, manifest.dependencies))) return fail(process, 'error: lockfile had changes, but lockfile is frozen\nnote: try re-running without --frozen-lockfile and commit the updated lockfile');
  const production = args.flags.has('production') || args.flags.has('p') || args.repeated('omit').includes('dev') || process.env.get('NODE_ENV') === 'production';
  const asked = manifest.dependencies.filter(({ dev }) => !dev || !production);
  const locked = lock && 'value' in lock ? readBunLock(lock.value, asked) : [];
  const packages = [...locked, ...withoutLock(asked.filter(({ name }) => !locked.some((one) => one.name === name)))].filter((one) => !one.optional || fits(process, one));
  const flag = args.flags.get('cache-dir');
  const cache = typeof flag === 'string' ? flag : process.env.get('BUN_INSTALL_CACHE_DIR') ?? `${process.env.get('HOME') ?? '/root'}/.bun/install/cache`;
  const missing = missingOf(process, packages);
  const refused = refusal(process, missing.filter((one) => !isCached(process, cache, one)));
  if (refused) return fail(process, refused.kind === 'offline' ? `error: ConnectionRefused downloading package manifest ${missing[0]!.name}` : `error: GET ${refused.url} - 401`);
  const work = place(process, missing, cache);
  const duration = passTime(process, 'bun', work, work.written);
  for (const { name } of asked) {
    const one = packages.find(({ path }) => path === `node_modules/${name}`);
    if (one && missing.includes(one)) process.out(`${name === asked[0]!.name ? '\n' : ''}+ ${name}@${one.version}\n`);
  }
  process.out(missing.length > 0 ? `\n${work.added} packages installed [${(duration / 1000).toFixed(2)}s]\n` : `\nChecked ${packages.length} installs across ${packages.length + 1} packages (no changes) [${duration.toFixed(2)}ms]\n`);
  if (args.flags.has('ignore-scripts')) return 0;
  for (const event of ['preinstall', 'install', 'postinstall', 'prepare']) {
    const line = manifest.scripts.get(event);
    if (line === undefined) continue;
    process.err(`$ ${line}\n`);
    const status = runLine(process, line, event, manifest, 'bun');
    if (status !== 0) return fail(process, `error: ${event} script from "${manifest.name}" exited with ${status}`) && status;
  }
  return 0;
}

function script(process: Process, args: Arguments, manifest: Manifest | undefined, name: string, words: readonly string[]): number {
  const more = [...words, ...args.rest];
  if (manifest?.scripts.has(name)) {
    const announce = (line: string) => process.err(`$ ${line}\n`);
    const status = runScript({ process, manifest, manager: 'bun', more, announce }, name);
    if (status !== 0) process.err(`error: script "${name}" exited with code ${status}\n`);
    return status;
  }
  if (process.peek(`node_modules/.bin/${name}`)) return runLine(process, [name, ...more].join(' '), name, manifest ?? NO_MANIFEST, 'bun');
  if (process.peek(name)?.type === 'file') return notSimulated(process, 'bun', `The program ${name}`);
  return fail(process, /\.[cm]?[jt]sx?$/.test(name) ? `error: Module not found "${name}"` : `error: Script not found "${name}"`);
}

/** `bun build`: one bundle for each entry, or one program with the runtime in it. */
function build(process: Process, args: Arguments, entries: readonly string[]): number {
  if (entries.length === 0) return fail(process, 'error: Missing entrypoints. What would you like to bundle?');
  let bytes = 0;
  for (const entry of entries) {
    if (process.peek(entry)?.type !== 'file') return fail(process, `error: ModuleNotFound resolving "${entry}" (entry point)`);
    const graph = moduleGraph(process, [process.locate(entry).path], process.cwd);
    const [missing] = graph.unresolved;
    if (missing) return fail(process, `error: Could not resolve: "${missing.specifier}"`);
    const compiles = args.flags.has('compile');
    const size = Math.round(graph.bytes * MINIFIED + [...graph.packages.keys()].reduce((sum, name) => sum + bundledSize(name), 0)) + (compiles ? RUNTIME : 0);
    const name = entry.slice(entry.lastIndexOf('/') + 1).replace(/\.[cm]?[jt]sx?$/, '');
    const out = args.flags.get('outfile') ?? `${String(args.flags.get('outdir') ?? '.')}/${name}${compiles ? '' : '.js'}`;
    const inputs = [...[...graph.files.values()].sort(), ...[...graph.packages].map(([one, version]) => `${one}@${version}`).sort()];
    const flags = [...args.flags].map(([flag, value]) => `${flag}=${value}`);
    writeDescribed(process, String(out), size, sha256(['bun build', VERSION, process.machine.request.platform, ...flags, ...inputs].join('\n')), compiles ? 0o755 : 0o644);
    bytes += size;
  }
  modelled(process, 'bun', args.flags.has('compile') ? 700 : 150, bytes, 'Bundling takes tenths of a second, a program with the runtime in it 95 MB more: estimated.');
  return 0;
}
