import { sha256 } from '../../../fs/index.ts';
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { makeDirectories, writeDescribed } from '../../system/writing.ts';
import { formatTime } from '../time-format.ts';
import { remove } from '../rm.ts';
import type { Tool } from '../tool.ts';
import { APT_SIZES } from './apt-sizes.ts';
import { modelled, notSimulated, transferTime, unpackPackage, varied } from '../model.ts';

const BASIS = 'Sizes from the package index of Debian trixie; apt-get update took 1.6 to 2.5 s on one machine, packages are downloaded at 100 Mbit/s.';
const LISTS = '/var/lib/apt/lists';
const HEADER = 'Reading package lists...\nBuilding dependency tree...\nReading state information...\n';

export const aptGet: Tool = {
  name: 'apt-get',
  aliases: ['apt'],
  run(process, args) {
    const words: string[] = [];
    const flags: string[] = [];
    for (let i = 0; i < args.length; i++) {
      const arg = args[i]!;
      if (arg === '-o' || arg === '-t' || arg === '-c' || arg === '--target-release') i++;
      else if (arg[0] === '-') flags.push(arg);
      else words.push(arg);
    }
    const [verb, ...names] = words;
    if (process.name === 'apt') process.err('\nWARNING: apt does not have a stable CLI interface. Use with caution in scripts.\n\n');
    if (process.uid !== 0) {
      const lock = verb === 'update' ? `${LISTS}/lock` : '/var/lib/dpkg/lock-frontend';
      process.err(`E: Could not open lock file ${lock} - open (13: Permission denied)\nE: Unable to ${verb === 'update' ? `lock directory ${LISTS}/` : 'acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend), are you root?'}\n`);
      return 100;
    }
    switch (verb) {
      case 'update':
        return update(process);
      case 'install':
        return install(process, names, flags);
      case 'clean':
      case 'autoclean':
        for (const name of process.peek('/var/cache/apt/archives')?.type === 'dir' ? process.directory('/var/cache/apt/archives').names() : []) {
          if (name.endsWith('.deb')) remove(process, `/var/cache/apt/archives/${name}`, false, true);
        }
        return 0;
      case 'remove':
      case 'purge':
      case 'autoremove':
        return removePackages(process, names);
      case 'upgrade':
      case 'dist-upgrade':
      case 'full-upgrade':
        process.out(`${HEADER}Calculating upgrade...\n0 upgraded, 0 newly installed, 0 to remove and 0 not upgraded.\n`);
        modelled(process, 'apt-get', 900, 0, 'Nothing is taken to be newer than the base image.');
        return 0;
      default:
        return notSimulated(process, 'apt-get', `${process.name} ${verb ?? ''}`.trim());
    }
  },
};

function suite(process: Process): string {
  const release = attempt(() => process.readFile('/etc/os-release')).value ?? '';
  return /VERSION_CODENAME=(\w+)/.exec(release)?.[1] ?? 'trixie';
}

function lists(process: Process): readonly string[] {
  const inode = process.peek(LISTS);
  return inode?.type === 'dir' ? inode.names().filter((name) => name.endsWith('_Packages')) : [];
}

function update(process: Process): number {
  const name = suite(process);
  const host = 'http://deb.debian.org';
  if (process.machine.request.network === 'none') {
    process.err(`W: Failed to fetch ${host}/debian/dists/${name}/InRelease  Temporary failure resolving 'deb.debian.org'\nW: Some index files failed to download. They have been ignored, or old ones used instead.\n`);
    return 0;
  }
  const size = name === 'bookworm' ? { fetched: 9_417_000, main: 18_840_233, time: 2500 } : { fetched: 10_200_000, main: 20_801_783, time: 1600 };
  process.out(`Get:1 ${host}/debian ${name} InRelease [140 kB]\nGet:2 ${host}/debian ${name}-updates InRelease [47.3 kB]\nGet:3 ${host}/debian-security ${name}-security InRelease [43.4 kB]\nGet:4 ${host}/debian ${name}/main ${process.machine.request.platform.split('/')[1]} Packages [${(size.fetched / 1e6 - 0.5).toFixed(2)} MB]\n`);
  process.out(`Fetched ${(size.fetched / 1e6).toFixed(2)} MB in ${Math.round(size.time / 1000)}s (${Math.round(size.fetched / size.time)} kB/s)\nReading package lists...\n`);
  makeDirectories(process, `${LISTS}/partial`, 0o755);
  const prefix = `${LISTS}/deb.debian.org_debian_dists_${name}`;
  writeDescribed(process, `${prefix}_InRelease`, 140_000, sha256(`${name} InRelease`));
  writeDescribed(process, `${prefix}_main_binary-${process.machine.request.platform.split('/')[1]}_Packages`, size.main, sha256(`${name} Packages`));
  modelled(process, 'apt-get', size.time, size.main + 140_000, BASIS);
  return 0;
}

function install(process: Process, names: readonly string[], flags: readonly string[]): number {
  process.out(HEADER);
  const plain = names.map((name) => name.replace(/[=:/].*$/, ''));
  if (lists(process).length === 0) {
    for (const name of plain) process.err(`E: Unable to locate package ${name}\n`);
    return 100;
  }
  const recommends = !flags.includes('--no-install-recommends');
  const status = attempt(() => process.readFile('/var/lib/dpkg/status')).value ?? '';
  const wanted = [...new Set(plain)].filter((name) => !status.includes(`Package: ${name}\n`));
  const sizes = wanted.map((name) => {
    const known = APT_SIZES.find(([one]) => one === name);
    if (!known) return { name, count: 2, download: varied(name, 600_000), size: varied(name, 2_000_000) };
    return { name, count: known[recommends ? 4 : 1], download: known[recommends ? 5 : 2], size: known[recommends ? 6 : 3] };
  });
  const sum = (key: 'count' | 'download' | 'size') => sizes.reduce((total, one) => total + one[key], 0);
  process.out(sizes.length > 0 ? `The following NEW packages will be installed:\n  ${wanted.join(' ')}\n` : '');
  process.out(`0 upgraded, ${sum('count')} newly installed, 0 to remove and 0 not upgraded.\n`);
  if (sizes.length === 0) return 0;
  process.out(`Need to get ${megabytes(sum('download'))} of archives.\nAfter this operation, ${megabytes(sum('size'))} of additional disk space will be used.\n`);
  if (!flags.some((flag) => /^-[a-z]*[yq]/.test(flag) || flag === '--yes' || flag === '--assume-yes')) {
    process.out('Do you want to continue? [Y/n] Abort.\n');
    return 1;
  }
  if (process.machine.request.network === 'none') {
    process.err(`E: Failed to fetch http://deb.debian.org/debian/pool/main/${wanted[0]![0]}/${wanted[0]}/${wanted[0]}.deb  Temporary failure resolving 'deb.debian.org'\nE: Unable to fetch some archives, maybe run apt-get update or try with --fix-missing?\n`);
    return 100;
  }
  let download = 0;
  let bytes = 0;
  const keeps = keepsArchives(process);
  for (const one of sizes) {
    const archive = `/var/cache/apt/archives/${one.name}.deb`;
    if (!process.peek(archive)) download += one.download;
    if (keeps && !process.peek(archive)) {
      writeDescribed(process, archive, one.download, sha256(`deb ${one.name}`));
      bytes += one.download;
    }
  }
  process.out(`Fetched ${megabytes(download)} in ${Math.max(1, Math.round(transferTime(download) / 1000))}s\n`);
  for (const { name, size } of sizes) {
    process.out(`Selecting previously unselected package ${name}.\nUnpacking ${name} ...\n`);
    bytes += unpackPackage(process, 'apt', name, size);
  }
  for (const { name } of sizes) process.out(`Setting up ${name} ...\n`);
  makeDirectories(process, '/var/lib/dpkg', 0o755);
  process.writeFile('/var/lib/dpkg/status', status + wanted.map((name) => `Package: ${name}\nStatus: install ok installed\n\n`).join(''));
  makeDirectories(process, '/var/log/apt', 0o755);
  process.open('/var/log/dpkg.log', 'append').write(wanted.map((name) => `${formatTime('%F %T', process.machine.now)} install ${name}\n`).join(''), process);
  modelled(process, 'apt-get', 800 + transferTime(download, sum('size')) + sum('count') * 90, bytes, BASIS);
  return 0;
}

/** Official images delete archives after installing (`docker-clean`), unless the Dockerfile says otherwise. */
function keepsArchives(process: Process): boolean {
  return !process.peek('/etc/apt/apt.conf.d/docker-clean') && process.peek('/etc/apt/apt.conf.d/keep-cache') !== undefined;
}

function removePackages(process: Process, names: readonly string[]): number {
  process.out(HEADER);
  for (const name of names) {
    process.out(`Removing ${name} ...\n`);
    if (process.peek(`/usr/lib/${name}/${name}.files`)) remove(process, `/usr/lib/${name}`, true, true);
    if (process.peek(`/usr/bin/${name}`)) remove(process, `/usr/bin/${name}`, false, true);
  }
  const status = attempt(() => process.readFile('/var/lib/dpkg/status')).value ?? '';
  if (names.length > 0) process.writeFile('/var/lib/dpkg/status', status.split('\n\n').filter((one) => !names.some((name) => one.startsWith(`Package: ${name}\n`))).join('\n\n'));
  modelled(process, 'apt-get', 500 + names.length * 150, 0, 'Removing packages is taken to be quick.');
  return 0;
}

function megabytes(bytes: number): string {
  return bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${Math.round(bytes / 1e3)} kB`;
}
