/**
 * `dnf`, `yum`, `microdnf` of Fedora, RHEL and Amazon Linux: install, remove, update, clean. Metadata stays in `/var/cache/dnf`
 * until `clean all`. Published logs of microdnf show 35 to 48 s for a few packages.
 */
import { sha256 } from '../../../fs/index.ts';
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { makeDirectories, writeDescribed } from '../../system/writing.ts';
import { modelled, notSimulated, transferTime, varied } from '../model.ts';
import { remove } from '../rm.ts';
import type { Tool } from '../tool.ts';
import { APT_TRIXIE } from './apt-trixie.ts';
import { removePackage, unpackPackage } from './package-files.ts';

const BASIS = 'Published logs of microdnf show 35 to 48 s; sizes are those of the Debian package of the same name, or made up from the name.';
const METADATA = 60_000_000;
const CACHE = '/var/cache/dnf';
const LOG = '/var/lib/dnf/installed';
/** Names that other systems have for what is called otherwise here. */
const ELSEWHERE = /^(build-essential|build-base|.+-dev|python3-venv|xz-utils|apt-.+|default-jdk|gnupg|netcat-openbsd|g\+\+|zlib1g|locales|dnsutils|iputils-ping)$/;

export const dnf: Tool = {
  name: 'dnf',
  aliases: ['microdnf', 'yum', 'dnf5', 'dnf-3'],
  run(process, args) {
    const [verb, ...names] = args.filter((arg, i) => arg[0] !== '-' && !/^(--setopt|--releasever|--installroot|--enablerepo|--disablerepo|-c)$/.test(args[i - 1] ?? ''));
    if (verb !== undefined && process.uid !== 0) {
      process.err('Error: This command has to be run with superuser privileges (under the root user on most systems).\n');
      return 1;
    }
    switch (verb) {
      case 'install':
        return install(process, names, args);
      case 'remove': case 'erase': case 'autoremove':
        for (const name of names) removePackage(process, name);
        process.writeFile(LOG, [...installed(process)].filter((name) => !names.includes(name)).map((name) => `${name}\n`).join(''));
        process.out('Complete!\n');
        modelled(process, 'dnf', 2000, 0, BASIS);
        return 0;
      case 'clean':
        if (process.peek(CACHE)) remove(process, CACHE, true, true);
        process.out('0 files removed\n');
        return 0;
      case 'update': case 'upgrade': case 'upgrade-minimal': case 'makecache': case 'check-update':
        metadata(process);
        process.out('Dependencies resolved.\nNothing to do.\nComplete!\n');
        modelled(process, 'dnf', 9000, 0, 'Nothing is taken to be newer than the base image.');
        return 0;
      default:
        return notSimulated(process, 'dnf', `${process.name} ${verb ?? ''}`.trim());
    }
  },
};

function installed(process: Process): Set<string> {
  return new Set((attempt(() => process.readFile(LOG)).value ?? '').split('\n').filter((one) => one !== ''));
}

/** Fetches the repositories' metadata where it is not there; bytes written. */
function metadata(process: Process): number {
  const path = `${CACHE}/repodata/primary.xml.zst`;
  if (process.peek(path)) return 0;
  process.machine.advance(transferTime(METADATA) + 3000);
  writeDescribed(process, path, METADATA, sha256('dnf metadata'));
  return METADATA;
}

function install(process: Process, names: readonly string[], args: readonly string[]): number {
  if (process.machine.request.network === 'none') {
    process.err("Error: Failed to download metadata for repo 'baseos': Cannot prepare internal mirrorlist: Curl error (6): Could not resolve hostname\n");
    return 1;
  }
  let bytes = metadata(process);
  const missing = names.filter((name) => ELSEWHERE.test(name));
  for (const name of missing) process.err(`No match for argument: ${name}\n`);
  if (missing.length > 0) {
    process.err(`Error: Unable to find a match: ${missing.join(' ')}\n`);
    return 1;
  }
  if (process.name !== 'microdnf' && !args.some((arg) => /^(-y|--assumeyes|-[a-z]*y[a-z]*)$/.test(arg))) {
    process.out('Is this ok [y/N]: \nOperation aborted.\n');
    return 1;
  }
  const there = installed(process);
  const wanted = names.filter((name) => !there.has(name));
  let download = 0;
  for (const name of wanted) {
    const row = APT_TRIXIE.find(([one]) => one === name.replace(/-devel$/, '-dev'));
    const size = row?.[4] ?? varied(name, 2_500_000);
    download += row?.[3] ?? varied(name, 800_000);
    bytes += unpackPackage(process, 'dnf', name, size);
    process.out(`  Installing       : ${name}\n`);
  }
  makeDirectories(process, LOG.slice(0, LOG.lastIndexOf('/')));
  process.writeFile(LOG, [...there, ...wanted].map((name) => `${name}\n`).join(''));
  process.out(wanted.length > 0 ? `\nInstalled:\n${wanted.map((name) => `  ${name}\n`).join('')}\nComplete!\n` : 'Nothing to do.\nComplete!\n');
  modelled(process, 'dnf', 4000 + transferTime(download, bytes) + wanted.length * 400, bytes, BASIS);
  return 0;
}
