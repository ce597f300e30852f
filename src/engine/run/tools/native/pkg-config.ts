/**
 * `pkg-config`: what a compiler needs to be told of a library. Reads `.pc` files where there are some; else it knows the
 * usual libraries by the package that brings them. Takes no time and writes nothing.
 */
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import type { Tool } from '../tool.ts';

const DIRECTORIES = ['/usr/local/lib/pkgconfig', '/usr/local/share/pkgconfig', '/usr/lib/x86_64-linux-gnu/pkgconfig', '/usr/lib/aarch64-linux-gnu/pkgconfig', '/usr/lib/pkgconfig', '/usr/share/pkgconfig', '/usr/lib64/pkgconfig'];

/** Module, its packages in Debian and Alpine, version in Debian 13, flags. */
const KNOWN: readonly (readonly [string, readonly string[], string, string])[] = [
  ['openssl', ['libssl-dev', 'openssl-dev'], '3.5.1', '-lssl -lcrypto'],
  ['libssl', ['libssl-dev', 'openssl-dev'], '3.5.1', '-lssl'],
  ['libcrypto', ['libssl-dev', 'openssl-dev'], '3.5.1', '-lcrypto'],
  ['zlib', ['zlib1g-dev', 'zlib-dev'], '1.3.1', '-lz'],
  ['libcurl', ['libcurl4-openssl-dev', 'libcurl4-gnutls-dev', 'curl-dev'], '8.14.1', '-lcurl'],
  ['libpq', ['libpq-dev', 'postgresql-dev'], '17.6', '-I/usr/include/postgresql -lpq'],
  ['sqlite3', ['libsqlite3-dev', 'sqlite-dev'], '3.46.1', '-lsqlite3'],
  ['libxml-2.0', ['libxml2-dev'], '2.12.7', '-I/usr/include/libxml2 -lxml2'],
  ['libpng', ['libpng-dev'], '1.6.48', '-lpng16'],
  ['libjpeg', ['libjpeg-dev', 'libjpeg62-turbo-dev', 'libjpeg-turbo-dev'], '2.1.5', '-ljpeg'],
  ['libffi', ['libffi-dev'], '3.4.8', '-lffi'],
  ['libuv', ['libuv1-dev', 'libuv-dev'], '1.50.0', '-luv -lpthread -ldl -lrt'],
  ['libevent', ['libevent-dev'], '2.1.12', '-levent'],
  ['vips', ['libvips-dev', 'vips-dev'], '8.16.1', '-lvips -lgobject-2.0 -lglib-2.0'],
];

interface Library {
  readonly version: string;
  readonly cflags: string;
  readonly libs: string;
}

export const pkgConfig: Tool = {
  name: 'pkg-config',
  aliases: ['pkgconf'],
  run(process, args) {
    if (args.includes('--version')) {
      process.out('1.8.1\n');
      return 0;
    }
    const has = (flag: string) => args.includes(flag);
    const names = args.filter((arg) => !arg.startsWith('-')).filter((arg, i, all) => !/^[<>=]+$/.test(arg) && !/^[<>=]+$/.test(all[i - 1] ?? ''));
    if (names.length === 0) {
      process.err('Must specify package names on the command line\n');
      return 1;
    }
    const found: Library[] = [];
    for (const name of names) {
      const library = readModule(process, name) ?? knownModule(process, name);
      if (!library) {
        if (!has('--exists') && !has('--silence-errors')) process.err(`Package ${name} was not found in the pkg-config search path.\nPerhaps you should add the directory containing \`${name}.pc'\nto the PKG_CONFIG_PATH environment variable\nPackage '${name}', required by 'virtual:world', not found\n`);
        return 1;
      }
      found.push(library);
    }
    if (has('--modversion')) process.out(found.map(({ version }) => `${version}\n`).join(''));
    const flags = found.flatMap(({ cflags, libs }) => [...(has('--cflags') ? [cflags] : []), ...(has('--libs') ? [libs] : [])]).filter((one) => one !== '');
    if (has('--cflags') || has('--libs')) process.out(`${flags.join(' ')}\n`);
    return 0;
  },
};

/** A `.pc` file: variables with `=`, fields with `:`. */
function readModule(process: Process, name: string): Library | undefined {
  const dirs = [...(process.env.get('PKG_CONFIG_PATH') ?? '').split(':').filter((dir) => dir !== ''), ...DIRECTORIES];
  const path = dirs.map((dir) => `${dir}/${name}.pc`).find((one) => process.peek(one));
  const text = path === undefined ? undefined : attempt(() => process.readFile(path)).value;
  if (text === undefined) return undefined;
  const variables = new Map<string, string>();
  const fields = new Map<string, string>();
  const filled = (value: string) => value.trim().replace(/\$\{([^}]*)\}/g, (_, variable: string) => variables.get(variable) ?? '');
  for (const line of text.split('\n')) {
    const match = /^\s*([\w.-]+)\s*([=:])(.*)$/.exec(line.replace(/#.*/, ''));
    if (match) (match[2] === '=' ? variables : fields).set(match[1]!, filled(match[3]!));
  }
  return { version: fields.get('Version') ?? '', cflags: fields.get('Cflags') ?? '', libs: fields.get('Libs') ?? '' };
}

function knownModule(process: Process, name: string): Library | undefined {
  const known = KNOWN.find(([module]) => module === name);
  if (!known) return undefined;
  const [, packages, version, flags] = known;
  const databases = ['/var/lib/dpkg/status', '/lib/apk/db/installed', '/usr/lib/apk/db/installed'].map((path) => attempt(() => process.readFile(path)).value ?? '');
  const installed = packages.some((one) => databases.some((text) => text.includes(`\nPackage: ${one}\n`) || text.startsWith(`Package: ${one}\n`) || new RegExp(`^P:${one}$`, 'm').test(text)));
  if (!installed) return undefined;
  const words = flags.split(' ');
  return { version, cflags: words.filter((word) => word.startsWith('-I')).join(' '), libs: words.filter((word) => !word.startsWith('-I')).join(' ') };
}
