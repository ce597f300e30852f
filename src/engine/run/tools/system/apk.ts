import { sha256 } from '../../../fs/index.ts';
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { writeDescribed } from '../../system/writing.ts';
import { remove } from '../rm.ts';
import type { Tool } from '../tool.ts';
import { machineName } from '../uname.ts';
import { APK_SIZES } from './apk-sizes.ts';
import { modelled, notSimulated, transferTime, unpackPackage, varied } from '../model.ts';

const BASIS = 'Sizes of Alpine packages are approximate; the time is that of downloading them at 100 Mbit/s.';
/** Bytes of the two package indexes. */
const INDEX = 2_500_000;

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
      default:
        return notSimulated(process, 'apk', `apk ${verb ?? ''}`.trim());
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

function add(process: Process, names: readonly string[], flags: ReadonlySet<string>, virtual: string | undefined): number {
  const cached = process.peek('/var/cache/apk')?.type === 'dir' && process.directory('/var/cache/apk').names().some((name) => name.startsWith('APKINDEX'));
  if (!cached || flags.has('--no-cache') || flags.has('-U') || flags.has('--update-cache') || flags.has('--update')) {
    if (fetchIndexes(process, flags.has('--no-cache')) !== undefined) {
      process.err(`ERROR: unable to select packages:\n${names.map((name) => `  ${name} (no such package):\n    required by: world[${name}]\n`).join('')}`);
      return names.length;
    }
  }
  const installed = world(process).map((line) => line.split(/[=<>~@]/)[0]!);
  const wanted = names.map((name) => name.split(/[=<>~@]/)[0]!).filter((name) => !installed.includes(name));
  const sizes = wanted.map((name) => {
    const known = APK_SIZES.find(([one]) => one === name);
    return { name, count: known?.[1] ?? 1, download: known?.[2] ?? varied(name, 400_000), size: known?.[3] ?? varied(name, 1_000_000) };
  });
  let bytes = 0;
  sizes.forEach(({ name, size }, i) => {
    process.out(`(${i + 1}/${sizes.length + (virtual ? 1 : 0)}) Installing ${name}\n`);
    bytes += unpackPackage(process, 'apk', name, size);
  });
  if (virtual) process.out(`(${sizes.length + 1}/${sizes.length + 1}) Installing ${virtual}\n`);
  const entries = [...new Set([...world(process), ...names])].sort();
  process.writeFile('/etc/apk/world', entries.map((line) => `${line}\n`).join(''));
  const database = attempt(() => process.readFile('/lib/apk/db/installed')).value ?? '';
  if (process.peek('/lib/apk/db') || process.peek('/lib')) {
    if (!process.peek('/lib/apk/db')) writeDescribed(process, '/lib/apk/db/lock', 0, 'lock', 0o600);
    process.writeFile('/lib/apk/db/installed', database + sizes.map(({ name, size }) => `P:${name}\nI:${size}\n\n`).join(''));
  }
  process.out('Executing busybox.trigger\n');
  const download = sizes.reduce((sum, one) => sum + one.download, 0);
  return report(process, 'add', transferTime(download, bytes) + 120 * sizes.reduce((sum, one) => sum + one.count, 0), bytes);
}

function del(process: Process, names: readonly string[]): number {
  names.forEach((name, i) => {
    process.out(`(${i + 1}/${names.length}) Purging ${name}\n`);
    if (process.peek(`/usr/lib/${name}/${name}.files`)) remove(process, `/usr/lib/${name}`, true, true);
    if (process.peek(`/usr/bin/${name}`)) remove(process, `/usr/bin/${name}`, false, true);
  });
  process.writeFile('/etc/apk/world', world(process).filter((line) => !names.includes(line)).map((line) => `${line}\n`).join(''));
  return report(process, 'del', 200, 0);
}
