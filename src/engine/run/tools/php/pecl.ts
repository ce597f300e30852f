/** `pecl install`: downloads, compiles and puts down extensions; they are loaded once docker-php-ext-enable says so. Leaves its archives in /tmp/pear. */
import { sha256 } from '../../../fs/index.ts';
import { searchPath } from '../../shell/search.ts';
import type { Process } from '../../system/process.ts';
import { writeDescribed } from '../../system/writing.ts';
import { modelled, notSimulated, transferTime } from '../model.ts';
import { remove } from '../rm.ts';
import type { Tool } from '../tool.ts';
import { BASIS, compileExtension, extensionFolder, missingLibrary, PECL } from './extensions.ts';

const REGISTRY = '/usr/local/lib/php/.registry/.channel.pecl.php.net';

export const pecl: Tool = {
  name: 'pecl',
  run(process, args) {
    const [verb = '', ...names] = args.filter((arg) => arg[0] !== '-');
    if (args.includes('-V') || verb === 'version') {
      process.out('PEAR Version: 1.10.16\n');
      return 0;
    }
    if (verb === 'channel-update' || verb === 'update-channels') {
      modelled(process, 'pecl', 900, 0, BASIS);
      return 0;
    }
    if (verb === 'uninstall') {
      for (const name of names) for (const path of [`${REGISTRY}/${name}.reg`, `${extensionFolder(process)}/${name}.so`]) if (process.peek(path)) remove(process, path, false, true);
      return 0;
    }
    if (verb !== 'install') return notSimulated(process, 'pecl', `pecl ${verb}`.trim());
    for (const one of names) {
      const status = install(process, one);
      if (status !== 0) return status;
    }
    return 0;
  },
};

function install(process: Process, word: string): number {
  const [, name = word, asked] = /^(?:channel:\/\/pecl\.php\.net\/)?([A-Za-z_]\w*)(?:-(.+))?$/.exec(word) ?? [];
  const known = PECL[name.toLowerCase()] ?? { version: '1.0.0', compile: 9000, bytes: 500_000 };
  const version = asked !== undefined && /^\d/.test(asked) ? asked : known.version;
  if (process.machine.request.network === 'none') {
    process.out(`No releases available for package "pecl.php.net/${name}"\ninstall failed\n`);
    return 1;
  }
  if (process.peek(`${REGISTRY}/${name}.reg`)) {
    process.out(`pecl/${name} is already installed and is the same as the released version ${version}\ninstall failed\n`);
    return 1;
  }
  process.out(`downloading ${name}-${version}.tgz ...\n`);
  const there = (command: string) => 'path' in searchPath(process, command);
  if (process.peek('/etc/alpine-release') && !there('autoconf')) {
    process.out("Cannot find autoconf. Please check your autoconf installation and the\n$PHP_AUTOCONF environment variable. Then, rerun this script.\n\nERROR: `phpize' failed\n");
    return 1;
  }
  const problem = process.peek('/etc/alpine-release') && !there('gcc') ? 'configure: error: in `/tmp/pear/temp\':\nconfigure: error: no acceptable C compiler found in $PATH\n' : missingLibrary(process, known);
  if (problem !== undefined) {
    process.out(`${problem}ERROR: \`/tmp/pear/temp/${name}/configure --with-php-config=/usr/local/bin/php-config' failed\n`);
    return 1;
  }
  const archive = Math.round(known.bytes * 0.12) + 40_000;
  const duration = compileExtension(process, name, known, version);
  writeDescribed(process, `/tmp/pear/download/${name}-${version}.tgz`, archive, sha256(`pecl ${name} ${version}`));
  writeDescribed(process, `/tmp/pear/temp/${name}/source.files`, archive * 6, sha256(`pecl source ${name} ${version}`));
  writeDescribed(process, `${REGISTRY}/${name}.reg`, 9000, sha256(`pecl registry ${name} ${version}`));
  process.out(`Build process completed successfully\nInstalling '${extensionFolder(process)}/${name}.so'\ninstall ok: channel://pecl.php.net/${name}-${version}\nconfiguration option "php_ini" is not set to php.ini location\nYou should add "extension=${name}.so" to php.ini\n`);
  modelled(process, 'pecl', duration + 1500 + transferTime(archive), known.bytes + archive * 7, BASIS);
  return 0;
}
