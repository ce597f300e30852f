/** What stands beside apt-get: `dpkg`, `dpkg-query`, `apt-cache`, `apt-mark`, `debconf-set-selections`, `add-apt-repository`. */
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { modelled, notSimulated } from '../model.ts';
import type { Tool } from '../tool.ts';
import { aptIndex, packageOf } from './apt-index.ts';
import { listsDate, updateLists } from './apt-lists.ts';
import { installedPackages, recordInstalled, recordRemoved } from './dpkg-database.ts';
import { removePackage, unpackPackage } from './package-files.ts';

export const dpkg: Tool = {
  name: 'dpkg',
  aliases: ['dpkg-query'],
  run(process, args) {
    const [verb = '', ...rest] = args;
    const names = rest.filter((arg) => arg[0] !== '-');
    const installed = installedPackages(process);
    switch (verb) {
      case '--print-architecture':
        process.out(`${process.machine.request.platform.split('/')[1]!}\n`);
        return 0;
      case '-l': case '--list': case '-W': case '--show': case '--get-selections':
        return list(process, verb, names, installed);
      case '-s': case '--status': {
        const missing = names.filter((name) => !installed.has(name));
        for (const name of names.filter((one) => installed.has(one))) process.out(`Package: ${name}\nStatus: install ok installed\nVersion: ${installed.get(name)!}\n`);
        if (missing.length > 0) process.err(missing.map((name) => `dpkg-query: package '${name}' is not installed and no information is available\n`).join(''));
        return missing.length > 0 ? 1 : 0;
      }
      case '-i': case '--install':
        return installFiles(process, names);
      case '-r': case '--remove': case '-P': case '--purge':
        for (const name of names) removePackage(process, name);
        recordRemoved(process, names);
        return 0;
      case '--configure': case '--add-architecture':
        return 0;
      case '--version':
        process.out("Debian 'dpkg' package management program version 1.22.21 (amd64).\n");
        return 0;
      default:
        return notSimulated(process, 'dpkg', `${process.name} ${verb}`.trim());
    }
  },
};

function list(process: Process, verb: string, names: readonly string[], installed: ReadonlyMap<string, string>): number {
  const chosen = names.length === 0 ? [...installed.keys()] : names.filter((name) => installed.has(name));
  for (const name of [...chosen].sort()) process.out(verb === '-l' || verb === '--list' ? `ii  ${name.padEnd(24)} ${installed.get(name)!}\n` : `${name}\t${verb === '--get-selections' ? 'install' : installed.get(name)!}\n`);
  const missing = names.filter((name) => !installed.has(name));
  for (const name of missing) process.err(`dpkg-query: no packages found matching ${name}\n`);
  return missing.length > 0 ? 1 : 0;
}

function installFiles(process: Process, paths: readonly string[]): number {
  for (const path of paths) {
    const inode = attempt(() => process.readable(path)).value;
    if (inode?.type !== 'file') {
      process.err(`dpkg: error: cannot access archive '${path}': No such file or directory\n`);
      return 2;
    }
    const name = /([^/_]+)[^/]*$/.exec(path)![1]!.toLowerCase().replace(/\.deb$/, '');
    process.out(`Selecting previously unselected package ${name}.\nUnpacking ${name} ...\nSetting up ${name} ...\n`);
    unpackPackage(process, 'dpkg', name, inode.size * 4);
    recordInstalled(process, [{ name, version: '1.0-1' }], process.machine.request.platform.split('/')[1]!);
    modelled(process, 'dpkg', 500 + inode.size / 20_000, inode.size * 4, 'An archive is taken to be unpacked to four times its bytes; what is in it is made up from its name.');
  }
  return 0;
}

export const aptCache: Tool = {
  name: 'apt-cache',
  run(process, args) {
    const [verb, ...names] = args.filter((arg) => arg[0] !== '-');
    const index = aptIndex(process);
    const there = listsDate(process) !== undefined;
    if (verb === 'policy' || verb === 'show' || verb === 'madison') {
      for (const name of names) {
        const found = there ? packageOf(index, name, false) : undefined;
        if (!found && verb === 'show') {
          process.err('E: No packages found\n');
          return 100;
        }
        if (!found) continue;
        process.out(verb === 'madison' ? `${name} | ${found.version} | ${index.mirror} ${index.suite}/main Packages\n` : verb === 'show' ? `Package: ${name}\nVersion: ${found.version}\n` : `${name}:\n  Installed: ${installedPackages(process).get(name) ?? '(none)'}\n  Candidate: ${found.version}\n`);
      }
      return 0;
    }
    return notSimulated(process, 'apt-cache', `apt-cache ${verb ?? ''}`.trim());
  },
};

export const aptMark: Tool = {
  name: 'apt-mark',
  run(process, args) {
    const [verb, ...names] = args.filter((arg) => arg[0] !== '-');
    if (verb === 'showmanual') process.out([...installedPackages(process).keys()].sort().map((name) => `${name}\n`).join(''));
    else if (verb === 'hold' || verb === 'unhold') process.out(names.map((name) => `${name} ${verb === 'hold' ? 'set on hold' : 'was already not hold'}.\n`).join(''));
    else if (verb === 'manual' || verb === 'auto') process.out(names.map((name) => `${name} set to ${verb === 'auto' ? 'automatically' : 'manually'} installed.\n`).join(''));
    return 0;
  },
};

export const debconf: Tool = {
  name: 'debconf-set-selections',
  run(process, args) {
    const file = args.find((arg) => arg[0] !== '-');
    const text = file === undefined ? process.readInput() : process.readFile(file);
    process.open('/var/cache/debconf/config.dat', 'append', 0o644).write(text, process);
    return 0;
  },
};

export const addRepository: Tool = {
  name: 'add-apt-repository',
  run(process, args) {
    const what = args.find((arg) => arg[0] !== '-') ?? '';
    process.writeFile(`/etc/apt/sources.list.d/${what.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '')}.list`, `# ${what}\n`);
    return updateLists(process);
  },
};
