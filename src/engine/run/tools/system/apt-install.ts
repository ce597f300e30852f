/** `apt-get install`: finds packages in the lists, fetches their archives, unpacks them. */
import { sha256 } from '../../../fs/index.ts';
import type { Process } from '../../system/process.ts';
import { makeDirectories, writeDescribed } from '../../system/writing.ts';
import { formatTime } from '../time-format.ts';
import { modelled, transferTime } from '../model.ts';
import { aptIndex, isStillThere, packageOf, type AptPackage } from './apt-index.ts';
import { listsDate } from './apt-lists.ts';
import { installedPackages, recordInstalled } from './dpkg-database.ts';
import { unpackPackage } from './package-files.ts';

const BASIS = 'Packages, versions and bytes from the indexes of Debian trixie and bookworm (Ubuntu is taken to be alike); downloads at 100 Mbit/s. Others are made up from their names. What two packages share is counted twice.';
export const HEADER = 'Reading package lists...\nBuilding dependency tree...\nReading state information...\n';

/** Installs packages by name, `name=version`, `name:arch`, `name/suite`, or from a `.deb`; the exit code. */
export function installPackages(process: Process, names: readonly string[], flags: readonly string[]): number {
  process.out(HEADER);
  const index = aptIndex(process);
  const listed = listsDate(process);
  const recommends = !flags.some((flag) => flag === '--no-install-recommends' || /APT::Install-Recommends=("?)(0|false|no)\1/i.test(flag)) && !noRecommends(process);
  const installed = installedPackages(process);
  const wanted: AptPackage[] = [];
  const problems: string[] = [];
  for (const given of names) {
    const file = /(?:^|\/)([a-z0-9.+-]+)[^/]*\.deb$/.exec(given)?.[1];
    const [name = '', version] = file === undefined ? given.replace(/(:\w+)?(\/[\w-]+)?$/, '').split('=') : [file];
    if (file !== undefined && !process.peek(given)) problems.push(`E: Unsupported file ${given} given on commandline`);
    const found = listed === undefined && file === undefined && !installed.has(name) ? undefined : packageOf(index, name, recommends);
    if (installed.has(name)) process.out(`${name} is already the newest version (${installed.get(name) || '1'}).\n`);
    else if (!found) problems.push(`E: Unable to locate package ${name}`);
    else if (version !== undefined && index.rows.has(name) && !matches(version, found.version)) problems.push(`E: Version '${version}' for '${name}' was not found`);
    else if (!wanted.some((one) => one.name === name)) wanted.push(found);
  }
  if (problems.length > 0) {
    process.err(problems.map((line) => `${line}\n`).join(''));
    return 100;
  }
  const sum = (key: 'count' | 'download' | 'installed') => wanted.reduce((total, one) => total + one[key], 0);
  process.out(wanted.length > 0 ? `The following NEW packages will be installed:\n  ${wanted.map((one) => one.name).sort().join(' ')}\n` : '');
  process.out(`0 upgraded, ${sum('count')} newly installed, 0 to remove and 0 not upgraded.\n`);
  if (wanted.length === 0) return 0;
  process.out(`Need to get ${megabytes(sum('download'))} of archives.\nAfter this operation, ${megabytes(sum('installed'))} of additional disk space will be used.\n`);
  if (!flags.some((flag) => /^-[a-zA-Z]*[yq]/.test(flag) || flag === '--yes' || flag === '--assume-yes')) {
    process.out('Do you want to continue? [Y/n] Abort.\n');
    return 1;
  }
  const download = fetchArchives(process, wanted, listed ?? process.machine.now);
  if (download === undefined) return 100;
  return unpackArchives(process, wanted, 800 + transferTime(download) + Math.round(sum('installed') / 60_000) + sum('count') * 90);
}

function matches(pattern: string, version: string): boolean {
  return pattern.endsWith('*') ? version.startsWith(pattern.slice(0, -1)) : pattern === version;
}

const ARCHIVES = '/var/cache/apt/archives';

function archiveOf(process: Process, one: AptPackage): string {
  return `${ARCHIVES}/${one.name}_${one.version.replaceAll(':', '%3a')}_${process.machine.request.platform.split('/')[1]!}.deb`;
}

/** Bytes that arrive; undefined where an archive does not, which has been told. */
function fetchArchives(process: Process, wanted: readonly AptPackage[], listed: number): number | undefined {
  const { mirror, suite } = aptIndex(process);
  const host = mirror.split('/')[2]!;
  let download = 0;
  const gone: string[] = [];
  for (const [i, one] of wanted.entries()) {
    const archive = archiveOf(process, one);
    if (process.peek(archive)) continue;
    const address = `${mirror}/pool/main/${one.name.startsWith('lib') ? one.name.slice(0, 4) : one.name[0]!}/${one.name}/${archive.slice(ARCHIVES.length + 1)}`;
    if (process.machine.request.network === 'none') {
      process.err(`E: Failed to fetch ${address}  Temporary failure resolving '${host}'\nE: Unable to fetch some archives, maybe run apt-get update or try with --fix-missing?\n`);
      return undefined;
    }
    if (!isStillThere(one.name, listed, process.machine.now)) {
      process.err(`Err:${i + 1} ${mirror} ${suite}/main ${one.name} ${one.version}\n  404  Not Found\n`);
      gone.push(address);
      continue;
    }
    process.out(`Get:${i + 1} ${mirror} ${suite}/main ${one.name} ${one.version} [${megabytes(one.download)}]\n`);
    download += one.download;
    if (keepsArchives(process)) writeDescribed(process, archive, one.download, sha256(`deb ${one.name} ${one.version}`));
  }
  if (gone.length > 0) {
    process.err(`${gone.map((address) => `E: Failed to fetch ${address}  404  Not Found\n`).join('')}E: Unable to fetch some archives, maybe run apt-get update or try with --fix-missing?\n`);
    modelled(process, 'apt-get', 0, 0, 'The index is a model: a package is replaced once in 30 to 90 days, and lists that are older name what is gone.');
    return undefined;
  }
  if (download > 0) process.out(`Fetched ${megabytes(download)} in ${Math.max(1, Math.round(transferTime(download) / 1000))}s\n`);
  return download;
}

function unpackArchives(process: Process, wanted: readonly AptPackage[], duration: number): number {
  let bytes = 0;
  if (process.env.get('DEBIAN_FRONTEND') !== 'noninteractive') process.err('debconf: delaying package configuration, since apt-utils is not installed\n');
  for (const { name, installed: size, version } of wanted) {
    process.limits.step(20);
    process.out(`Selecting previously unselected package ${name}.\nUnpacking ${name} (${version}) ...\n`);
    bytes += unpackPackage(process, 'apt', name, size, version);
  }
  for (const { name, version } of wanted) process.out(`Setting up ${name} (${version}) ...\n`);
  recordInstalled(process, wanted, process.machine.request.platform.split('/')[1]!);
  makeDirectories(process, '/var/log/apt', 0o755);
  const now = formatTime('%F  %T', process.machine.now);
  process.open('/var/log/apt/history.log', 'append').write(`\nStart-Date: ${now}\nCommandline: ${process.command}\nInstall: ${wanted.map((one) => `${one.name} (${one.version})`).join(', ')}\nEnd-Date: ${now}\n`, process);
  process.open('/var/log/dpkg.log', 'append').write(wanted.map(({ name, version }) => `${formatTime('%F %T', process.machine.now)} install ${name} <none> ${version}\n`).join(''), process);
  modelled(process, 'apt-get', duration, bytes, BASIS);
  return 0;
}

/** Official images delete archives after installing (`docker-clean`); without that `apt-get` keeps them, `apt` where it is told to. */
function keepsArchives(process: Process): boolean {
  if (process.peek('/etc/apt/apt.conf.d/docker-clean')) return false;
  return process.name !== 'apt' || process.peek('/etc/apt/apt.conf.d/keep-cache') !== undefined;
}

function noRecommends(process: Process): boolean {
  const dir = process.peek('/etc/apt/apt.conf.d');
  const names = dir?.type === 'dir' ? dir.names() : [];
  return names.some((name) => !name.startsWith('docker-') && /^\s*APT::Install-Recommends\s+"?(0|false|no)"?;/im.test(process.readFile(`/etc/apt/apt.conf.d/${name}`)));
}

function megabytes(bytes: number): string {
  return bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${Math.round(bytes / 1e3)} kB`;
}
