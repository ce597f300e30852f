/** `php`: its version and modules, one-liners, Laravel's `artisan` where it writes caches, Composer and its installer. Other scripts are not run. */
import { sha256 } from '../../../fs/index.ts';
import type { Process } from '../../system/process.ts';
import { writeDescribed } from '../../system/writing.ts';
import { digestOf } from '../artifacts.ts';
import { STAND_IN } from '../fetch.ts';
import { modelled, notSimulated, transferTime } from '../model.ts';
import type { Tool } from '../tool.ts';
import { composer } from './composer.ts';
import { loadedExtensions, opcacheIsBuiltIn, phpVersion } from './extensions.ts';
import { runOneLiner } from './one-liner.ts';

/** Command of artisan → what it writes and what that depends on. */
const CACHES: Readonly<Record<string, readonly [path: string, reads: readonly string[]]>> = {
  'package:discover': ['bootstrap/cache/packages.php', ['vendor/composer/installed.json']],
  'config:cache': ['bootstrap/cache/config.php', ['config', '.env']],
  'event:cache': ['bootstrap/cache/events.php', ['app']],
  'route:cache': ['bootstrap/cache/routes-v7.php', ['routes']],
  'view:cache': ['storage/framework/views/compiled.php', ['resources/views']],
};
const INSTALLER = 'https://getcomposer.org/installer';

export const php: Tool = {
  name: 'php',
  run(process, args) {
    const first = args.findIndex((arg, i) => arg === '--' || (arg[0] !== '-' && !/^-[dcrf]$/.test(args[i - 1] ?? '')));
    const options = first < 0 ? args : args.slice(0, first);
    const after = (flag: string) => (options.includes(flag) ? args[options.indexOf(flag) + 1] : undefined);
    const code = after('-r');
    if (options.some((arg) => arg === '-v' || arg === '--version')) process.out(`PHP ${phpVersion(process)} (cli) (built: Sep 17 2026 21:18:40) (NTS)\nCopyright (c) The PHP Group\n`);
    else if (options.includes('-m')) printModules(process);
    else if (code !== undefined) return runOneLiner(process, code);
    else return runScript(process, after('-f') ?? args[first], args.slice(first + 1), options.includes('-l'));
    modelled(process, 'php', 60, 0, 'The start of the interpreter.');
    return 0;
  },
};

function printModules(process: Process): void {
  const zend = loadedExtensions(process).filter((name) => /^(Zend OPcache|opcache|xdebug)$/.test(name)).map((name) => ({ opcache: 'Zend OPcache', xdebug: 'Xdebug' })[name] ?? name);
  const all = loadedExtensions(process).map((name) => (name === 'opcache' && !opcacheIsBuiltIn(process) ? 'Zend OPcache' : name));
  process.out(`[PHP Modules]\n${all.join('\n')}\n\n[Zend Modules]\n${zend.map((name) => `${name}\n`).join('')}\n`);
}

function runScript(process: Process, script: string | undefined, args: readonly string[], lint: boolean): number {
  if (script === undefined || script === '--') {
    if (process.readInput().startsWith(`${STAND_IN}${INSTALLER}`)) return installComposer(process, args);
    return notSimulated(process, 'php', 'A PHP program from standard input');
  }
  const file = process.peek(script);
  if (!file) {
    process.out(`Could not open input file: ${script}\n`);
    return 1;
  }
  if (lint) {
    process.out(`No syntax errors detected in ${script}\n`);
    modelled(process, 'php', 60, 0, 'The start of the interpreter; the syntax is taken to be right.');
    return 0;
  }
  if (file.type === 'file' && file.content.kind === 'described' && file.content.seed === sha256(`download ${INSTALLER}`)) return installComposer(process, args);
  const name = script.split('/').at(-1)!;
  if (name === 'composer' || name === 'composer.phar') return composer.run(process, args);
  return name === 'artisan' ? runArtisan(process, args[0] ?? '') : notSimulated(process, 'php', `php ${script} ${args[0] ?? ''}`.trim());
}

function installComposer(process: Process, args: readonly string[]): number {
  const option = (name: string) => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  if (process.machine.request.network === 'none') {
    process.err('The "https://getcomposer.org/versions" file could not be downloaded: failed to open stream\n');
    return 1;
  }
  const path = `${option('install-dir') ?? '.'}/${option('filename') ?? 'composer.phar'}`;
  writeDescribed(process, path, 3_200_000, sha256(`composer ${option('version') ?? '2.10.3'}`), 0o755);
  process.out(`All settings correct for using Composer\nDownloading...\n\nComposer (version ${option('version') ?? '2.10.3'}) successfully installed to: ${path}\nUse it: php ${path}\n\n`);
  modelled(process, 'php', 900 + transferTime(3_200_000), 3_200_000, 'The size of Composer 2.10.');
  return 0;
}

function runArtisan(process: Process, command: string): number {
  const commands = command === 'optimize' ? ['config:cache', 'event:cache', 'route:cache', 'view:cache'] : [command];
  if (!commands.every((one) => CACHES[one])) return notSimulated(process, 'php', `php artisan ${command}`.trim());
  if (!process.peek('vendor/autoload.php')) {
    process.out(`PHP Warning:  require(vendor/autoload.php): Failed to open stream: No such file or directory in ${process.cwd}/artisan on line 9\n`);
    return 255;
  }
  for (const one of commands) {
    const [path, reads] = CACHES[one]!;
    writeDescribed(process, path, 9000, sha256(`artisan ${one} ${digestOf(process, reads)}`));
  }
  modelled(process, 'php', 400 + 200 * commands.length, 9000 * commands.length, 'Estimated: the start of a Laravel application.');
  return 0;
}
