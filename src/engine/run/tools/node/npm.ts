import type { Process } from '../../system/process.ts';
import { remove } from '../rm.ts';
import type { Tool } from '../tool.ts';
import { modelled, notSimulated } from '../model.ts';
import { readArguments } from './arguments.ts';
import type { Arguments } from './arguments.ts';
import { setting } from './config.ts';
import { runPackageCommand } from './npx.ts';
import { npmClean, npmInstall, npmManifest, npmPrune, workspaceFolders } from './npm-install.ts';
import { npmPkg, npmUninstall, npmVersionCommand } from './npm-manifest.ts';
import { npmCache, npmVersion } from './npm-settings.ts';
import { missingScript, npmError } from './npm-words.ts';
import { banner, here, inFolder, runScript } from './script.ts';

const VALUED = ['w', 'workspace', 'C', 'prefix', 'omit', 'include', 'cache', 'registry', 'userconfig', 'loglevel', 'location', 'only', 'c', 'call', 'p', 'package', 'fetch-retries', 'fetch-timeout', 'maxsockets', 'script-shell'];

/**
 * npm: reads `package.json`, `package-lock.json`, `.npmrc` and its cache; writes `node_modules` and the cache. Scripts run
 * in a shell. What takes long and how big packages are is modelled (`install-time.ts`, `npm-sizes.ts`).
 */
export const npm: Tool = {
  name: 'npm',
  run(process, all) {
    const args = readArguments(all, VALUED);
    const folder = args.flags.get('prefix') ?? args.flags.get('C');
    if (args.flags.has('v') || args.flags.has('version')) {
      process.out(`${npmVersion(process)}\n`);
      return 0;
    }
    if (typeof folder !== 'string' || args.flags.has('g') || args.flags.has('global')) return dispatch(process, args);
    return inFolder(process, folder, (child) => dispatch(child, args));
  },
};

function dispatch(process: Process, args: Arguments): number {
  const [verb = '', ...words] = args.words;
  switch (verb) {
    case 'ci':
    case 'clean-install':
    case 'ic':
      return npmClean(process, args);
    case 'install':
    case 'i':
    case 'add':
      return npmInstall(process, args, words);
    case 'install-test':
    case 'it':
      return npmInstall(process, args, words) || runNamed(process, args, 'test');
    case 'run':
    case 'run-script':
      return words[0] === undefined ? list(process) : runNamed(process, args, words[0], words.slice(1));
    case 'test':
    case 't':
    case 'start':
    case 'stop':
      return runNamed(process, args, verb === 't' ? 'test' : verb, words);
    case 'exec':
    case 'x':
      return runPackageCommand(process, 'npm', words, args);
    case 'prune':
      return npmPrune(process, args);
    case 'cache':
      return cache(process, args, words[0]);
    case 'config':
    case 'set':
    case 'get':
    case 'c':
      return config(process, args, verb === 'set' || verb === 'get' ? [verb, ...words] : words);
    case 'init':
      process.writeFile('package.json', `${JSON.stringify({ name: here(process).split('/').at(-1) || 'app', version: '1.0.0', main: 'index.js', scripts: { test: 'echo "Error: no test specified" && exit 1' }, license: 'ISC' }, null, 2)}\n`);
      return 0;
    case 'audit':
    case 'fund':
      modelled(process, 'npm', 800, 0, 'Nothing is taken to be found.');
      process.out('found 0 vulnerabilities\n');
      return 0;
    case '':
    case 'help':
      process.out('npm <command>\n\nUsage:\n\nnpm install        install all the dependencies in your project\nnpm run <foo>      run the script named <foo>\n');
      return verb === '' ? 1 : 0;
    case 'whoami':
    case 'publish':
      return npmError(process, ['code ENEEDAUTH', 'need auth This command requires you to be logged in.', 'need auth You need to authorize this machine using `npm adduser`']);
    case 'pkg':
      return npmPkg(process, words);
    case 'version':
      return npmVersionCommand(process, words[0]);
    case 'uninstall':
    case 'remove':
    case 'rm':
    case 'un':
      return npmUninstall(process, words);
    case 'rebuild':
    case 'dedupe':
    case 'ls':
    case 'list':
    case 'link':
    case 'outdated':
    case 'pack':
    case 'update':
    case 'view':
    case 'completion':
    case 'doctor':
    case 'explain':
    case 'login':
    case 'root':
    case 'shrinkwrap':
      return notSimulated(process, 'npm', `npm ${verb}`);
    default:
      process.err(`Unknown command: "${verb}"\n\nTo see a list of supported npm commands, run:\n  npm help\n`);
      return 1;
  }
}

/** Runs a script here, or in the folders of the workspace that are asked for. */
function runNamed(process: Process, args: Arguments, name: string, words: readonly string[] = []): number {
  const manifest = npmManifest(process);
  if (typeof manifest === 'number') return manifest;
  const folders = workspaceFolders(process, manifest, args);
  const more = [...words, ...args.rest];
  if (folders) {
    for (const folder of folders) {
      const status = inFolder(process, folder, (child) => runNamed(child, { ...args, flags: new Map(), repeated: () => [] }, name, words));
      if (status !== 0) return status;
    }
    return 0;
  }
  if (!manifest.scripts.has(name)) return args.flags.has('if-present') ? 0 : missingScript(process, name);
  const quiet = args.flags.has('s') || args.flags.has('silent') || setting(process, args, 'loglevel') === 'silent';
  const announce = (line: string, event: string) => {
    if (!quiet) process.out(banner(manifest, event, line));
  };
  return runScript({ process, manifest, manager: 'npm', more, announce }, name);
}

function list(process: Process): number {
  const manifest = npmManifest(process);
  if (typeof manifest === 'number') return manifest;
  if (manifest.scripts.size > 0) process.out(`Scripts available in ${manifest.name}@${manifest.version} via \`npm run\`:\n${[...manifest.scripts].map(([name, line]) => `  ${name}\n    ${line}\n`).join('')}`);
  return 0;
}

function cache(process: Process, args: Arguments, verb = ''): number {
  const folder = `${npmCache(process, args)}/_cacache`;
  if (verb === 'verify') {
    modelled(process, 'npm', 600, 0, 'Nothing is taken to be broken.');
    process.out(`Cache verified and compressed (${folder})\n`);
    return 0;
  }
  if (verb !== 'clean' && verb !== 'rm') return notSimulated(process, 'npm', `npm cache ${verb}`);
  if (!args.flags.has('force') && !args.flags.has('f')) {
    return npmError(process, ['As of npm@5, the npm cache self-heals from corruption issues by treating integrity mismatches as cache misses.', '', "If you're sure you want to delete the entire cache, rerun this command with --force."]);
  }
  process.err('npm warn using --force Recommended protections disabled.\n');
  if (process.peek(folder)) remove(process, folder, true, true);
  process.machine.advance(350);
  return 0;
}

/** `npm config set key=value` writes the user's `.npmrc`; `get` prints a value. */
function config(process: Process, args: Arguments, [verb = '', ...words]: readonly string[]): number {
  process.machine.advance(200);
  if (verb === 'get') {
    process.out(`${setting(process, { flags: new Map() }, words[0] ?? '') ?? (words[0] === 'registry' ? 'https://registry.npmjs.org/' : words[0] === 'cache' ? npmCache(process) : 'undefined')}\n`);
    return 0;
  }
  if (verb !== 'set') return notSimulated(process, 'npm', `npm config ${verb}`);
  const pairs = words[0]?.includes('=') ? words.map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)] as const) : [[words[0] ?? '', words[1] ?? 'true'] as const];
  const project = args.flags.get('location') === 'project';
  const path = project ? '.npmrc' : `${process.env.get('HOME') ?? '/root'}/.npmrc`;
  const before = process.peek(path) ? process.readFile(path).split('\n').filter((line) => line !== '' && !pairs.some(([key]) => line.startsWith(`${key}=`))) : [];
  process.writeFile(path, `${[...before, ...pairs.map(([key, value]) => `${key}=${value}`)].join('\n')}\n`, 0o600);
  return 0;
}
