/**
 * The scripts of the official image: `docker-php-source`, `docker-php-ext-configure`, `-install`, `-enable`. They unpack
 * PHP's source, compile an extension of it, put its library beside the others and write `conf.d/docker-php-ext-….ini`.
 * On Alpine they install the compilers for themselves and take them away again.
 */
import { sha256 } from '../../../fs/index.ts';
import { searchPath } from '../../shell/search.ts';
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { writeDescribed } from '../../system/writing.ts';
import { modelled } from '../model.ts';
import { remove } from '../rm.ts';
import type { Tool } from '../tool.ts';
import { BASIS, BUNDLED, compileExtension, enableExtension, extensionFolder, isLoaded, missingLibrary, opcacheIsBuiltIn, phpVersion } from './extensions.ts';

const SOURCE = '/usr/src/php';
/** Left by the scripts that unpack, so that `-install` takes the source away again. */
const MARK = `${SOURCE}/.docker-delete-me`;
const SOURCE_SIZE = 132_000_000;

function extract(process: Process, mark: boolean): void {
  if (process.peek(SOURCE)) return;
  writeDescribed(process, `${SOURCE}/source.files`, SOURCE_SIZE, sha256(`php source ${phpVersion(process)}`));
  if (mark) process.writeFile(MARK, '');
  process.machine.advance(3500);
}

/** Runs apk where the image has it; its exit code, 0 where there is none. */
function apk(process: Process, ...args: readonly string[]): number {
  const found = searchPath(process, 'apk');
  if (!process.peek('/lib/apk/db/installed') || !('path' in found)) return 0;
  return process.limits.nested(() => process.launch(process.fork(), ['apk', ...args], found.path));
}

/** Installs the compilers under a virtual name, unless they are there under one; an exit code. */
function addCompilers(process: Process, name: string): number {
  if (attempt(() => process.readFile('/lib/apk/db/installed')).value?.match(/^P:\.phpize-deps(-configure)?$/m)) return 0;
  return apk(process, 'add', '--no-cache', '--virtual', name, ...(process.env.get('PHPIZE_DEPS') ?? 'autoconf g++ gcc make').split(/\s+/));
}

function unknown(process: Process, name: string, words: string, usage: string): number {
  process.err(`error: ${words.replace('%', name)}\n\nusage: /usr/local/bin/${process.name} ${usage}\n`);
  return 1;
}

export const dockerPhpSource: Tool = {
  name: 'docker-php-source',
  run(process, [verb = '']) {
    if (verb === 'extract') extract(process, false);
    else if (verb === 'delete') {
      if (process.peek(SOURCE)) remove(process, SOURCE, true, true);
    } else {
      process.err('usage: docker-php-source COMMAND\n');
      return 1;
    }
    modelled(process, 'docker-php-source', 0, verb === 'extract' ? SOURCE_SIZE : 0, BASIS);
    return 0;
  },
};

export const dockerPhpExtConfigure: Tool = {
  name: 'docker-php-ext-configure',
  run(process, [name = '', ...flags]) {
    const extension = BUNDLED[name];
    if (!extension) return unknown(process, `${SOURCE}/ext/${name}`, '% does not exist', 'ext-name [configure flags]');
    extract(process, true);
    const status = addCompilers(process, '.phpize-deps-configure');
    if (status !== 0) return status;
    const problem = missingLibrary(process, extension, flags);
    if (problem !== undefined) {
      process.err(problem);
      return 1;
    }
    writeDescribed(process, `${SOURCE}/ext/${name}/config.status`, 60_000, sha256(flags.join(' ')));
    modelled(process, 'docker-php-ext-configure', 5000, SOURCE_SIZE, BASIS);
    return 0;
  },
};

export const dockerPhpExtInstall: Tool = {
  name: 'docker-php-ext-install',
  run(process, args) {
    const jobs = Number(/^-j(\d+)$/.exec(args.find((arg, i) => /^-j\d+$/.test(arg) || args[i - 1] === '-j') ?? '')?.[1] ?? (args.includes('-j') ? args[args.indexOf('-j') + 1] : 1)) || 1;
    const names = args.filter((arg, i) => arg[0] !== '-' && args[i - 1] !== '-j' && args[i - 1] !== '--ini-name');
    const usage = '[-jN] [--ini-name file.ini] ext-name [ext-name ...]';
    if (names.length === 0) {
      process.err(`usage: /usr/local/bin/docker-php-ext-install ${usage}\n`);
      return 1;
    }
    const strange = names.find((name) => !BUNDLED[name] && name !== 'opcache' && !isLoaded(process, name));
    if (strange !== undefined) return unknown(process, `${SOURCE}/ext/${strange}`, '% does not exist', usage);
    const status = addCompilers(process, '.phpize-deps');
    if (status !== 0) return status;
    extract(process, true);
    let duration = 0;
    let bytes = 0;
    for (const name of names) {
      process.limits.step(5);
      const extension = BUNDLED[name] ?? { compile: 20_000, bytes: 1_200_000 };
      const own = process.peek(`${SOURCE}/ext/${name}/config.status`);
      const problem = missingLibrary(process, extension);
      process.out(`Configuring for:\nPHP Version:             ${phpVersion(process).split('.').slice(0, 2).join('.')}\n`);
      if (problem !== undefined) {
        process.err(problem);
        return 1;
      }
      if (!BUNDLED[name] && (name !== 'opcache' || opcacheIsBuiltIn(process))) {
        process.err(`cp: ${process.peek('/etc/alpine-release') ? "can't" : 'cannot'} stat 'modules/*': No such file or directory\nmake: *** [Makefile:89: install-modules] Error 1\n`);
        return 2;
      }
      duration += compileExtension(process, name, extension, own?.type === 'file' && own.content.kind === 'described' ? own.content.seed : '', jobs);
      process.out(`Build complete.\nInstalling shared extensions:     ${extensionFolder(process)}/\n`);
      enableExtension(process, name, args.includes('--ini-name') ? args[args.indexOf('--ini-name') + 1] : undefined);
      bytes += extension.bytes;
    }
    for (const name of ['.phpize-deps', '.phpize-deps-configure']) if (attempt(() => process.readFile('/lib/apk/db/installed')).value?.includes(`P:${name}\n`)) apk(process, 'del', '--no-network', name);
    if (process.peek(MARK)) remove(process, SOURCE, true, true);
    modelled(process, 'docker-php-ext-install', duration, bytes, BASIS);
    return 0;
  },
};

export const dockerPhpExtEnable: Tool = {
  name: 'docker-php-ext-enable',
  run(process, args) {
    const at = args.indexOf('--ini-name');
    const names = args.filter((arg, i) => arg[0] !== '-' && (at < 0 || i !== at + 1)).map((name) => name.replace(/\.so$/, ''));
    const folder = process.peek(extensionFolder(process));
    const there = folder?.type === 'dir' ? folder.names().filter((name) => name.endsWith('.so')) : [];
    const usage = `[options] module-name [module-name ...]\n   ie: /usr/local/bin/docker-php-ext-enable gd mysqli\n\nPossible values for module-name:\n${there.join('\n')}\n`;
    if (names.length === 0) {
      process.err(`usage: /usr/local/bin/docker-php-ext-enable ${usage}`);
      return 1;
    }
    const strange = names.find((name) => !there.includes(`${name}.so`));
    if (strange !== undefined) return unknown(process, `'${strange}'`, '% does not exist', usage);
    for (const name of names) {
      if (isLoaded(process, name)) process.err(`warning: ${name} (${name}.so) is already loaded!\n`);
      else enableExtension(process, name, at < 0 ? undefined : args[at + 1]);
    }
    modelled(process, 'docker-php-ext-enable', 300, 0, BASIS);
    return 0;
  },
};
