/** PHP's extensions: what each needs to be compiled, how long that takes, and where it is put. */
import { sha256 } from '../../../fs/index.ts';
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { writeDescribed } from '../../system/writing.ts';
import { emulation } from '../model.ts';

export const BASIS = 'Estimated: configuring an extension takes 5 s, compiling it 2 to 60 s of one core; its library is 0.1 to 3 MB.';

interface Library {
  /** As pkg-config calls it. */
  readonly name: string;
  /** Packages that have its headers, of Alpine and of Debian. */
  readonly packages: readonly string[];
}

interface Extension {
  /** Virtual milliseconds of one core. */
  readonly compile: number;
  readonly bytes: number;
  readonly libraries?: readonly Library[];
}

const ICU: Library = { name: 'icu-uc', packages: ['icu-dev', 'libicu-dev'] };
const PQ: Library = { name: 'libpq', packages: ['libpq-dev', 'postgresql-dev'] };
const PNG: Library = { name: 'libpng', packages: ['libpng-dev'] };
const XML: Library = { name: 'libxml-2.0', packages: ['libxml2-dev'] };

/** Those that come with PHP's source. */
export const BUNDLED: Readonly<Record<string, Extension>> = {
  bcmath: { compile: 5000, bytes: 180_000 },
  bz2: { compile: 2000, bytes: 90_000, libraries: [{ name: 'bzip2', packages: ['bzip2-dev', 'libbz2-dev'] }] },
  calendar: { compile: 2000, bytes: 120_000 },
  exif: { compile: 3000, bytes: 280_000 },
  gd: { compile: 14_000, bytes: 1_400_000, libraries: [PNG] },
  gettext: { compile: 1500, bytes: 60_000 },
  gmp: { compile: 3500, bytes: 220_000, libraries: [{ name: 'gmp', packages: ['gmp-dev', 'libgmp-dev'] }] },
  intl: { compile: 60_000, bytes: 2_400_000, libraries: [ICU] },
  ldap: { compile: 3500, bytes: 250_000, libraries: [{ name: 'ldap', packages: ['openldap-dev', 'libldap2-dev', 'libldap-dev'] }] },
  mysqli: { compile: 6000, bytes: 480_000 },
  pcntl: { compile: 2500, bytes: 150_000 },
  pdo_mysql: { compile: 3500, bytes: 170_000 },
  pdo_pgsql: { compile: 3500, bytes: 180_000, libraries: [PQ] },
  pgsql: { compile: 5000, bytes: 420_000, libraries: [PQ] },
  shmop: { compile: 1200, bytes: 50_000 },
  soap: { compile: 11_000, bytes: 1_100_000, libraries: [XML] },
  sockets: { compile: 6000, bytes: 400_000 },
  sysvmsg: { compile: 1200, bytes: 60_000 },
  sysvsem: { compile: 1200, bytes: 50_000 },
  sysvshm: { compile: 1200, bytes: 50_000 },
  xsl: { compile: 3000, bytes: 200_000, libraries: [{ name: 'libxslt', packages: ['libxslt-dev', 'libxslt1-dev'] }] },
  zip: { compile: 4000, bytes: 240_000, libraries: [{ name: 'libzip', packages: ['libzip-dev'] }] },
};

/** Those of PECL. */
export const PECL: Readonly<Record<string, Extension & { readonly version: string }>> = {
  amqp: { version: '2.2.0', compile: 9000, bytes: 700_000, libraries: [{ name: 'librabbitmq', packages: ['rabbitmq-c-dev', 'librabbitmq-dev'] }] },
  apcu: { version: '5.1.27', compile: 6000, bytes: 500_000 },
  igbinary: { version: '3.2.16', compile: 5000, bytes: 350_000 },
  imagick: { version: '3.8.0', compile: 12_000, bytes: 1_600_000, libraries: [{ name: 'MagickWand', packages: ['imagemagick-dev', 'libmagickwand-dev'] }] },
  memcached: { version: '3.4.0', compile: 7000, bytes: 500_000, libraries: [{ name: 'libmemcached', packages: ['libmemcached-dev'] }] },
  mongodb: { version: '2.1.4', compile: 60_000, bytes: 6_500_000 },
  pcov: { version: '1.0.12', compile: 3000, bytes: 150_000 },
  redis: { version: '6.3.0', compile: 25_000, bytes: 3_200_000 },
  xdebug: { version: '3.5.0', compile: 20_000, bytes: 2_400_000 },
  yaml: { version: '2.2.5', compile: 5000, bytes: 200_000, libraries: [{ name: 'yaml', packages: ['yaml-dev', 'libyaml-dev'] }] },
};

/** What `--with-…` adds to the libraries of `gd`. */
const OPTIONAL: Readonly<Record<string, Library>> = {
  '--with-freetype': { name: 'freetype2', packages: ['freetype-dev', 'libfreetype6-dev', 'libfreetype-dev'] },
  '--with-jpeg': { name: 'libjpeg', packages: ['libjpeg-turbo-dev', 'libjpeg62-turbo-dev', 'libjpeg-dev', 'jpeg-dev'] },
  '--with-webp': { name: 'libwebp', packages: ['libwebp-dev'] },
};

/** Extensions that are part of PHP itself. */
const BUILT_IN = 'Core ctype curl date dom fileinfo filter hash iconv json libxml mbstring mysqlnd openssl pcre PDO pdo_sqlite Phar posix random readline Reflection session SimpleXML SPL sqlite3 standard tokenizer xml xmlreader xmlwriter zlib'.split(' ');
const API: Readonly<Record<string, string>> = { '8.1': '20210902', '8.2': '20220829', '8.3': '20230831', '8.4': '20240924', '8.5': '20250925' };

export function phpVersion(process: Process): string {
  return process.env.get('PHP_VERSION') ?? '8.5.10';
}

/** From 8.5 on OPcache is part of PHP. */
export function opcacheIsBuiltIn(process: Process): boolean {
  const [major = 8, minor = 5] = phpVersion(process).split('.').map(Number);
  return major > 8 || (major === 8 && minor >= 5);
}

/** Folder of the libraries, named by the interface that they are compiled for. */
export function extensionFolder(process: Process): string {
  return `/usr/local/lib/php/extensions/no-debug-non-zts-${API[phpVersion(process).split('.').slice(0, 2).join('.')] ?? '20250925'}`;
}

const SETTINGS = '/usr/local/etc/php/conf.d';

/** What `./configure` says of the first library whose headers are not installed; undefined where all are. */
export function missingLibrary(process: Process, { libraries = [] }: Extension, flags: readonly string[] = []): string | undefined {
  const wanted = [...libraries, ...flags.flatMap((flag) => OPTIONAL[flag.split('=')[0]!] ?? [])];
  const missing = wanted.find(({ packages }) => !packages.some((name) => process.peek(`/usr/lib/${name}/${name}.files`)));
  return missing && `configure: error: Package requirements (${missing.name}) were not met:\n\nPackage '${missing.name}', required by 'virtual:world', not found\n\nConsider adjusting the PKG_CONFIG_PATH environment variable if you\ninstalled software in a non-standard prefix.\n`;
}

/** Writes the library of an extension; virtual milliseconds. `stamp` is what else decides its bytes. */
export function compileExtension(process: Process, name: string, { compile, bytes }: Extension, stamp: string, jobs = 1): number {
  writeDescribed(process, `${extensionFolder(process)}/${name}.so`, bytes, sha256(`extension ${name} ${phpVersion(process)} ${process.machine.request.platform} ${stamp}`), 0o755);
  return Math.round((5000 + compile / Math.min(jobs, 2)) * emulation(process));
}

/** Lets PHP load an extension that is compiled. */
export function enableExtension(process: Process, name: string, file = `docker-php-ext-${name}.ini`): void {
  const kind = /^(opcache|xdebug)$/.test(name) ? 'zend_extension' : 'extension';
  process.writeFile(`${SETTINGS}/${file}`, `${kind}=${name}\n`);
}

/** Whether an extension is compiled into PHP or loaded by a file of its settings. */
export function isLoaded(process: Process, name: string): boolean {
  return loadedExtensions(process).some((one) => one.toLowerCase() === name.toLowerCase());
}

/** All extensions that PHP would load, in the order that `php -m` has. */
export function loadedExtensions(process: Process): readonly string[] {
  const folder = process.peek(SETTINGS);
  const files = folder?.type === 'dir' ? folder.names() : [];
  const loaded = files.flatMap((file) => [...(attempt(() => process.readFile(`${SETTINGS}/${file}`)).value ?? '').matchAll(/^(?:zend_)?extension=([\w.]+?)(?:\.so)?$/gm)].map(([, name = '']) => name));
  return [...new Set([...BUILT_IN, ...(opcacheIsBuiltIn(process) ? ['Zend OPcache'] : []), ...loaded])].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
}
