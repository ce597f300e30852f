import { describe, expect, it } from 'vitest';
import { described, dirOf, emptyDir, file, get, put, sizeOf, symlink } from '../../../fs/index.ts';
import type { DirNode } from '../../../fs/node.ts';
import { exec } from '../../exec.ts';
import { TOOLS } from '../index.ts';

const names = TOOLS.flatMap((tool) => [tool.name, ...(tool.aliases ?? [])]).filter((name) => !/^(gcc|make|g\+\+|autoconf)$/.test(name));

/** Files are below /app, or where they say. */
function root(system: 'alpine' | 'debian', files: Readonly<Record<string, string>> = {}): DirNode {
  const program = (name: string) => [name, described(1000, name, { mode: 0o755 })] as const;
  const own: Record<string, string> = system === 'alpine' ? { '/etc/alpine-release': '3.24.2\n', '/etc/apk/repositories': 'https://dl-cdn.alpinelinux.org/alpine/v3.24/main\n', '/etc/apk/world': 'busybox\n', '/lib/apk/db/installed': '' } : { '/var/lib/dpkg/status': '' };
  let made = dirOf([['bin', symlink('usr/bin')], ['etc', dirOf([['passwd', file('root:x:0:0:root:/root:/bin/sh\n')]])], ['root', emptyDir()], ['usr', dirOf([['bin', dirOf([...['dash', ...names].map(program), ['sh', symlink('dash')]])]])]]);
  made = put(made, '/app', emptyDir());
  for (const [path, text] of Object.entries({ ...own, '/usr/local/etc/php/conf.d/docker-php-ext-sodium.ini': 'extension=sodium\n', '/usr/local/lib/php/extensions/no-debug-non-zts-20250925/sodium.so': '', ...files })) made = put(made, path.startsWith('/') ? path : `/app/${path}`, file(text));
  return made;
}

function run(tree: DirNode, command: string, { env = [], network = 'default' }: { env?: readonly string[]; network?: 'default' | 'none' } = {}) {
  const result = exec({ root: tree, mounts: [], args: ['/bin/sh', '-c', command], env: ['PHPIZE_DEPS=autoconf \t\tg++ \t\tgcc \t\tmake', 'PHP_VERSION=8.5.10', ...env], cwd: '/app', user: '', network, platform: 'linux/amd64', now: 1_700_000_000_000, origin: 'step' });
  return { ...result, text: result.output.map(({ text }) => text).join('') };
}

const library = (name: string) => `/usr/local/lib/php/extensions/no-debug-non-zts-20250925/${name}.so`;
const setting = (name: string) => `/usr/local/etc/php/conf.d/docker-php-ext-${name}.ini`;
const seedOf = (tree: DirNode, path: string) => {
  const node = get(tree, path);
  return node?.type === 'file' && node.content.kind === 'described' ? node.content.seed : undefined;
};

describe('php', () => {
  it.each([
    ['php -v', 0, 'PHP 8.5.10 (cli)'],
    ['php -m', 0, 'sodium\n'],
    ['php -m', 0, '[Zend Modules]\nZend OPcache\n'],
    ["php -r 'echo PHP_VERSION;'", 0, '8.5.10'],
    ["php -r 'echo \"a;b\" . PHP_EOL; exit(3);'", 3, 'a;b\n'],
    ["php -r \"unlink('nope');\"", 0, 'unlink(nope): No such file or directory'],
    ['php -d memory_limit=-1 nope.php', 1, 'Could not open input file: nope.php'],
    ['php -l a.php', 0, 'No syntax errors detected in a.php'],
    ['php artisan optimize', 255, 'require(vendor/autoload.php)'],
  ] as const)('%s says and ends as the real one', (command, code, words) => {
    const result = run(root('alpine', { 'a.php': '<?php', artisan: '#!/usr/bin/env php' }), command);
    expect(result.exitCode).toBe(code);
    expect(result.fidelity).not.toBe('not-simulated');
    expect(result.text).toContain(words);
  });

  it.each([
    [`php -r "copy('https://getcomposer.org/installer', 'composer-setup.php');" && php -r "if (hash_file('sha384', 'composer-setup.php') === 'x') { echo 'Installer verified'; }" && php composer-setup.php --install-dir=/usr/local/bin --filename=composer && php -r "unlink('composer-setup.php');"`],
    ['curl -sS https://getcomposer.org/installer | php -- --install-dir=/usr/local/bin --filename=composer'],
  ])('installs Composer: %s', (command) => {
    const result = run(root('debian'), command);
    expect([result.exitCode, result.fidelity]).toEqual([0, 'modelled']);
    expect([get(result.root, '/usr/local/bin/composer') !== undefined, get(result.root, '/app/composer-setup.php')]).toEqual([true, undefined]);
  });

  it('leaves other code to the note', () => {
    expect(run(root('debian'), "php -r 'phpinfo();'").fidelity).toBe('not-simulated');
  });
});

describe('extensions', () => {
  it.each([
    ['docker-php-ext-install', 'debian', 1, 'usage: '],
    ['docker-php-ext-install nope', 'debian', 1, '/usr/src/php/ext/nope does not exist'],
    ['docker-php-ext-install gd', 'debian', 1, "Package 'libpng', required by 'virtual:world', not found"],
    ['docker-php-ext-install pdo_pgsql', 'alpine', 1, "Package 'libpq'"],
    ['docker-php-ext-install opcache', 'alpine', 2, "cp: can't stat 'modules/*'"],
    ['apk add libpng-dev && docker-php-ext-configure gd --with-jpeg', 'alpine', 1, "Package 'libjpeg'"],
    ['docker-php-ext-enable redis', 'debian', 1, "'redis' does not exist"],
    ['docker-php-ext-enable sodium', 'debian', 0, 'warning: sodium (sodium.so) is already loaded!'],
    ['pecl install redis', 'alpine', 1, 'Cannot find autoconf'],
    ['pecl install imagick', 'debian', 1, "Package 'MagickWand'"],
    ['pecl install redis && pecl install redis', 'debian', 1, 'already installed and is the same'],
  ] as const)('%s on %s says and ends as the real one', (command, system, code, words) => {
    const result = run(root(system), command);
    expect(result.text).toContain(words);
    expect(result.exitCode).toBe(code);
  });

  it('are compiled and loaded by one command, which leaves neither source nor compilers', () => {
    const base = root('alpine');
    const result = run(base, 'docker-php-ext-install -j$(nproc) pdo_mysql bcmath && php -m');
    expect([result.exitCode, result.text.includes('(5/5) Installing .phpize-deps'), /^bcmath$/m.test(result.text)]).toEqual([0, true, true]);
    for (const path of [library('pdo_mysql'), setting('pdo_mysql'), library('bcmath')]) expect(get(result.root, path)).toBeDefined();
    expect([get(result.root, '/usr/src/php'), get(result.root, '/usr/bin/gcc')]).toEqual([undefined, undefined]);
    expect(sizeOf(result.root) - sizeOf(base)).toBeLessThan(500_000);
  });

  it('leave the source where configure is a step of its own', () => {
    const configured = run(root('alpine'), 'apk add libpng-dev libjpeg-turbo-dev && docker-php-ext-configure gd --with-jpeg').root;
    expect(sizeOf(get(configured, '/usr/src/php') as DirNode)).toBeGreaterThan(100_000_000);
    const installed = run(configured, 'docker-php-ext-install gd').root;
    expect(get(installed, '/usr/src/php')).toBeUndefined();
    const plain = run(root('alpine'), 'apk add libpng-dev && docker-php-ext-install gd').root;
    expect(seedOf(plain, library('gd'))).toBeDefined();
    expect(seedOf(installed, library('gd'))).not.toBe(seedOf(plain, library('gd')));
  });

  it('of PECL are loaded once they are enabled', () => {
    const compiled = run(root('alpine'), 'apk add --no-cache $PHPIZE_DEPS && pecl install redis-6.2.0').root;
    expect([get(compiled, library('redis')) !== undefined, /^redis$/m.test(run(compiled, 'php -m').text)]).toEqual([true, false]);
    expect(run(compiled, 'docker-php-ext-enable redis && php -m').text).toMatch(/^redis$/m);
    expect(seedOf(compiled, library('redis'))).not.toBe(seedOf(run(root('debian'), 'pecl install redis').root, library('redis')));
  });

  it('are faster on two cores, and OPcache was one before PHP 8.5', () => {
    const time = (command: string) => run(root('debian'), command).duration;
    expect(time('docker-php-ext-install -j2 sockets')).toBeLessThan(time('docker-php-ext-install sockets'));
    expect(run(root('debian'), 'docker-php-ext-install opcache', { env: ['PHP_VERSION=8.4.15'] }).exitCode).toBe(0);
  });

  it('are not had without a network', () => {
    expect(run(root('alpine'), 'docker-php-ext-install bcmath', { network: 'none' }).exitCode).not.toBe(0);
    expect(run(root('debian'), 'pecl install redis', { network: 'none' }).exitCode).toBe(1);
    expect(run(root('debian'), 'docker-php-ext-install bcmath', { network: 'none' }).exitCode).toBe(0);
  });
});
