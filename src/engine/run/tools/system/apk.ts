import { sha256 } from '../../../fs/index.ts';
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { makeDirectories, writeDescribed } from '../../system/writing.ts';
import type { Tool } from '../tool.ts';
import { machineName } from '../uname.ts';
import { APK_SIZES } from './apk-sizes.ts';
import { modelled, notSimulated, transferTime, varied } from '../model.ts';
import { removePackage, unpackPackage } from './package-files.ts';

const BASIS = 'Sizes of Alpine packages are approximate; the time is that of downloading them at 100 Mbit/s.';
/** Bytes of the two package indexes. */
const INDEX = 2_500_000;

/** `apk`: add (with `--virtual` and `--no-cache`), del, update, upgrade, info. Indexes stay in /var/cache/apk unless `--no-cache`. */
export const apk: Tool = {
  name: 'apk',
  run(process, args) {
    const rest = [...args];
    const flags = new Set<string>();
    const words: string[] = [];
    let virtual: string | undefined;
    for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
      if (arg === '-t' || arg === '--virtual') virtual = rest.shift();
      else if (arg.startsWith('--virtual=')) virtual = arg.slice(10);
      else if (['--repository', '-X', '-p', '--root', '--arch', '--cache-dir'].includes(arg)) rest.shift();
      else if (arg[0] === '-') flags.add(arg);
      else words.push(arg);
    }
    const [verb, ...names] = words;
    if (process.uid !== 0 && verb !== 'info' && verb !== 'search') {
      process.err('ERROR: Unable to lock database: Permission denied\nERROR: Failed to open apk database: Permission denied\n');
      return 99;
    }
    switch (verb) {
      case 'update':
        return fetchIndexes(process, false) ?? report(process, 'update', 0, 0);
      case 'add':
        return add(process, names, flags, virtual);
      case 'upgrade':
      case 'fix':
        return fetchIndexes(process, flags.has('--no-cache')) ?? report(process, 'upgrade', 0, 0);
      case 'del':
        return del(process, names);
      case 'info': {
        const { packages } = database(process);
        const asked = names.filter((name) => packages.has(name));
        process.out((names.length > 0 ? asked : [...packages.keys()]).map((name) => `${name}\n`).join(''));
        return names.length > 0 && asked.length === 0 ? 1 : 0;
      }
      case 'cache':
      case 'search':
      case 'list':
        return notSimulated(process, 'apk', `apk ${verb}`);
      default:
        if (flags.has('--version') || flags.has('-V')) process.out('apk-tools 3.0.3, compiled for x86_64.\n');
        else process.err(`apk: '${verb ?? ''}' is not an apk command. See 'apk --help'.\n`);
        return verb === undefined && flags.size > 0 ? 0 : 1;
    }
  },
};

function world(process: Process): string[] {
  return (attempt(() => process.readFile('/etc/apk/world')).value ?? '').split('\n').filter((line) => line !== '');
}

/** Prints the fetching of the indexes, which stay unless `--no-cache`; the exit code where there is no network. */
function fetchIndexes(process: Process, noCache: boolean): number | undefined {
  const release = /^(\d+\.\d+)/.exec(attempt(() => process.readFile('/etc/alpine-release')).value ?? '')?.[1] ?? '3.22';
  const arch = machineName(process.machine.request.platform);
  const urls = ['main', 'community'].map((one) => `https://dl-cdn.alpinelinux.org/alpine/v${release}/${one}/${arch}/APKINDEX.tar.gz`);
  if (process.machine.request.network === 'none') {
    for (const url of urls) process.err(`fetch ${url}\nWARNING: fetching ${url.replace('/APKINDEX.tar.gz', '')}: temporary error (try again later)\n`);
    return 2;
  }
  urls.forEach((url, i) => {
    process.out(`fetch ${url}\n`);
    if (!noCache) writeDescribed(process, `/var/cache/apk/APKINDEX.${sha256(url).slice(7, 15)}.tar.gz`, i === 0 ? 500_000 : 2_000_000, sha256(url));
  });
  process.machine.advance(transferTime(INDEX) + 600);
  return undefined;
}

function report(process: Process, what: string, duration: number, bytes: number): number {
  const count = 15 + world(process).length;
  process.out(what === 'update' ? 'OK: 25000 distinct packages available\n' : `OK: ${Math.round(8 + bytes / (1 << 20))} MiB in ${count} packages\n`);
  modelled(process, 'apk', duration, bytes, BASIS);
  return 0;
}

/** Names that other systems have for what is called otherwise here. */
const ELSEWHERE = /^(build-essential|python3-(pip|venv|dev-.+|setuptools-.+)|default-(jdk|jre|mysql-client|libmysqlclient-dev).*|libssl-dev|libpq5|libjpeg62-turbo-dev|zlib1g(-dev)?|netcat|xz-utils|dnsutils|gnupg2|apt-.+|golang-go|openjdk-\d+-.+|libgomp1|libgl1.*|libglib2\.0-0|nodejs-npm|locales|.+-devel|gcc-c\+\+|software-properties-common|lsb-release|iputils-ping|docker\.io|postgresql-client-common|procps-ng|libxml2-devel)$/;

function add(process: Process, names: readonly string[], flags: ReadonlySet<string>, virtual: string | undefined): number {
  const cached = process.peek('/var/cache/apk')?.type === 'dir' && process.directory('/var/cache/apk').names().some((name) => name.startsWith('APKINDEX'));
  const repositories = (attempt(() => process.readFile('/etc/apk/repositories')).value ?? 'none').split('\n').filter((line) => /^[^#\s]/.test(line));
  const wantsIndexes = !cached || ['--no-cache', '-U', '--update-cache', '--update'].some((flag) => flags.has(flag));
  const lacksIndexes = wantsIndexes && repositories.length > 0 && fetchIndexes(process, flags.has('--no-cache')) !== undefined;
  const { packages, virtuals } = database(process);
  const missing = names.filter((given) => {
    const name = plain(given);
    return !packages.has(name) && (lacksIndexes || repositories.length === 0 || (!APK_SIZES.some(([one]) => one === name) && ELSEWHERE.test(name)));
  });
  if (missing.length > 0) {
    process.err(`ERROR: unable to select packages:\n${missing.map((name) => `  ${name} (no such package):\n    required by: ${virtual === undefined ? 'world' : `${virtual}-20260901.090000`}[${name}]\n`).join('')}`);
    return missing.length;
  }
  const sizes = [...new Set(names.map(plain))].filter((name) => !packages.has(name)).map((name) => {
    const known = APK_SIZES.find(([one]) => one === name);
    return { name, count: known?.[1] ?? 1, download: known?.[2] ?? varied(name, 400_000), size: known?.[3] ?? varied(name, 1_000_000) };
  });
  const total = sizes.length + (virtual === undefined ? 0 : 1);
  let bytes = 0;
  sizes.forEach(({ name, size }, i) => {
    process.limits.step(20);
    process.out(`(${i + 1}/${total}) Installing ${name}\n`);
    bytes += unpackPackage(process, 'apk', name, size);
    packages.set(name, size);
  });
  if (virtual !== undefined) {
    process.out(`(${total}/${total}) Installing ${virtual} (20260901.090000)\n`);
    virtuals.set(virtual, sizes.map((one) => one.name));
  }
  record(process, { packages, virtuals }, [...world(process), ...(virtual === undefined ? names : [virtual])]);
  process.out('Executing busybox-1.37.0-r19.trigger\n');
  const download = sizes.reduce((sum, one) => sum + one.download, 0);
  return report(process, 'add', transferTime(download, bytes) + 120 * sizes.reduce((sum, one) => sum + one.count, 0), bytes);
}

function plain(name: string): string {
  return name.split(/[=<>~@]/)[0]!;
}

interface Database {
  /** Bytes by name. */
  readonly packages: Map<string, number>;
  /** What was installed under the name of `--virtual`. */
  readonly virtuals: Map<string, readonly string[]>;
}

const INSTALLED = '/lib/apk/db/installed';

function database(process: Process): Database {
  const text = attempt(() => process.readFile(INSTALLED)).value ?? '';
  const entries = [...text.matchAll(/^P:(\S+)\n(?:I:(\d+)|D:(.*))\n/gm)];
  return {
    packages: new Map(entries.filter((one) => one[2] !== undefined).map((one) => [one[1]!, Number(one[2])])),
    virtuals: new Map(entries.filter((one) => one[3] !== undefined).map((one) => [one[1]!, one[3]!.split(' ')])),
  };
}

/** Writes the database and the world; what the base image says of its own packages stays in front. */
function record(process: Process, { packages, virtuals }: Database, entries: readonly string[]): void {
  process.writeFile('/etc/apk/world', [...new Set(entries)].sort().map((line) => `${line}\n`).join(''));
  const own = (attempt(() => process.readFile(INSTALLED)).value ?? '').replace(/^P:\S+\n(?:I:\d+|D:.*)\n\n/gm, '');
  makeDirectories(process, '/lib/apk/db');
  process.writeFile(INSTALLED, own + [...packages].map(([name, size]) => `P:${name}\nI:${size}\n\n`).join('') + [...virtuals].map(([name, of]) => `P:${name}\nD:${of.join(' ')}\n\n`).join(''));
}

function del(process: Process, names: readonly string[]): number {
  const { packages, virtuals } = database(process);
  const gone = [...new Set(names.flatMap((name) => virtuals.get(name) ?? [name]))].filter((name) => packages.has(name));
  gone.forEach((name, i) => {
    process.out(`(${i + 1}/${gone.length}) Purging ${name}\n`);
    removePackage(process, name);
    packages.delete(name);
  });
  for (const name of names) virtuals.delete(name);
  record(process, { packages, virtuals }, world(process).filter((line) => !names.includes(plain(line))));
  process.out('Executing busybox-1.37.0-r19.trigger\n');
  return report(process, 'del', 200, 0);
}
