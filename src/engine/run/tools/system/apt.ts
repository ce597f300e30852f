/**
 * `apt-get` and `apt`. `update` leaves lists in `/var/lib/apt/lists`, `install` finds packages in them and nowhere else. Archives
 * stay in `/var/cache/apt/archives` where the image's `docker-clean` rule is switched off. Installing writes each package's
 * commands, one file for the rest of it, the database of dpkg and logs.
 */
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { remove } from '../rm.ts';
import { modelled, notSimulated } from '../model.ts';
import type { Tool } from '../tool.ts';
import { HEADER, installPackages } from './apt-install.ts';
import { LISTS, updateLists } from './apt-lists.ts';
import { installedPackages, recordRemoved } from './dpkg-database.ts';
import { removePackage } from './package-files.ts';

export const aptGet: Tool = {
  name: 'apt-get',
  aliases: ['apt'],
  run(process, args) {
    const words: string[] = [];
    const flags: string[] = [];
    for (let i = 0; i < args.length; i++) {
      const arg = args[i]!;
      if (/^(-o|-t|-c|--target-release|--option|--config-file)$/.test(arg)) flags.push(args[++i] ?? '');
      else if (arg[0] === '-') flags.push(arg);
      else words.push(arg);
    }
    const [verb, ...names] = words;
    if (flags.includes('--version')) {
      process.out('apt 3.0.3 (amd64)\n');
      return 0;
    }
    if (process.name === 'apt') process.err('\nWARNING: apt does not have a stable CLI interface. Use with caution in scripts.\n\n');
    if (verb === 'list') {
      for (const [name, version] of installedPackages(process)) process.out(`${name}/now ${version} [installed,local]\n`);
      return 0;
    }
    if (process.uid !== 0) {
      const lock = verb === 'update' ? `${LISTS}/lock` : '/var/lib/dpkg/lock-frontend';
      process.err(`E: Could not open lock file ${lock} - open (13: Permission denied)\nE: Unable to ${verb === 'update' ? `lock directory ${LISTS}/` : 'acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend), are you root?'}\n`);
      return 100;
    }
    switch (verb) {
      case 'update':
        return updateLists(process);
      case 'install':
      case 'reinstall':
        return installPackages(process, names, flags);
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
      case 'download': case 'source': case 'build-dep': case 'check': case 'changelog': case 'show': case 'search':
        return notSimulated(process, 'apt-get', `${process.name} ${verb}`);
      default:
        process.err(`E: Invalid operation ${verb ?? ''}\n`);
        return 100;
    }
  },
};

function removePackages(process: Process, names: readonly string[]): number {
  process.out(HEADER);
  const installed = installedPackages(process);
  const there = names.map((name) => name.replace(/[-+]$/, '')).filter((name) => installed.has(name));
  for (const name of names.filter((one) => !there.includes(one))) process.out(`Package '${name}' is not installed, so not removed\n`);
  process.out(`0 upgraded, 0 newly installed, ${there.length} to remove and 0 not upgraded.\n`);
  for (const name of there) {
    process.out(`Removing ${name} (${installed.get(name) ?? ''}) ...\n`);
    removePackage(process, name);
    if (process.peek(`/var/cache/apt/archives/${name}.deb`)) attempt(() => process.files.unlink(process, `/var/cache/apt/archives/${name}.deb`));
  }
  recordRemoved(process, there);
  modelled(process, 'apt-get', 500 + there.length * 150, 0, 'Removing packages is taken to be quick; what a package pulled in goes with it.');
  return 0;
}
