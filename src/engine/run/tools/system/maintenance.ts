/** Small programs that Dockerfiles call after installing: certificates, locales, libraries, keys, and services that there are none of. */
import { sha256 } from '../../../fs/index.ts';
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { contentOf } from '../../system/reading.ts';
import { writeDescribed } from '../../system/writing.ts';
import { modelled, notSimulated } from '../model.ts';
import { readOptions } from '../options.ts';
import type { Tool } from '../tool.ts';

const BUNDLE = '/etc/ssl/certs/ca-certificates.crt';
const OWN = '/usr/local/share/ca-certificates';

/** Reads `/usr/local/share/ca-certificates/*.crt`, writes the bundle and a link for each of them. */
export const updateCertificates: Tool = {
  name: 'update-ca-certificates',
  run(process) {
    const dir = process.peek(OWN);
    const names = dir?.type === 'dir' ? dir.names().filter((name) => name.endsWith('.crt')) : [];
    const added = names.filter((name) => !process.peek(`/etc/ssl/certs/${name.replace(/\.crt$/, '.pem')}`, false));
    for (const name of added) attempt(() => process.files.symlink(process, `${OWN}/${name}`, `/etc/ssl/certs/${name.replace(/\.crt$/, '.pem')}`));
    const size = names.reduce((sum, name) => sum + (process.find(`${OWN}/${name}`) as { size?: number }).size!, 214_000);
    writeDescribed(process, BUNDLE, size, sha256(`bundle ${names.map((name) => contentOf(process, `${OWN}/${name}`)).join('\n')}`));
    process.out(`Updating certificates in /etc/ssl/certs...\n${added.length} added, 0 removed; done.\nRunning hooks in /etc/ca-certificates/update.d...\ndone.\n`);
    modelled(process, 'update-ca-certificates', 900, size, 'Rewriting the bundle takes about a second: estimated.');
    return 0;
  },
};

/** Reads the named locales, or `/etc/locale.gen`; writes the archive of locales. */
export const localeGen: Tool = {
  name: 'locale-gen',
  run(process, args) {
    const listed = (attempt(() => process.readFile('/etc/locale.gen')).value ?? '').split('\n').filter((line) => /^[a-z]/.test(line)).map((line) => line.split(/\s/)[0]!);
    const wanted = [...new Set([...args.filter((arg) => arg[0] !== '-'), ...listed])];
    process.out(`Generating locales (this might take a while)...\n${wanted.map((name) => `  ${name}... done\n`).join('')}Generation complete.\n`);
    if (wanted.length > 0) writeDescribed(process, '/usr/lib/locale/locale-archive', 3_060_000 * wanted.length, sha256(`locales ${wanted.sort().join(' ')}`));
    modelled(process, 'locale-gen', 1300 * wanted.length, 3_060_000 * wanted.length, 'A locale takes about 1.3 s and 3 MB: estimated.');
    return 0;
  },
};

/** Writes the cache of shared libraries: its bytes depend on what is in the folders of libraries. */
export const ldconfig: Tool = {
  name: 'ldconfig',
  run(process, args) {
    if (args.includes('-p')) return notSimulated(process, 'ldconfig', 'ldconfig -p');
    const names = ['/usr/lib', '/usr/local/lib'].map((path) => process.peek(path)).flatMap((dir) => (dir?.type === 'dir' ? dir.names() : []));
    writeDescribed(process, '/etc/ld.so.cache', 6_000 + names.length * 60, sha256(`ld.so.cache ${names.join(' ')}`));
    modelled(process, 'ldconfig', 40, 0, 'Reading the folders of libraries takes no time to speak of.');
    return 0;
  },
};

/** `gpg --dearmor` writes the key it is given as a described file; other commands are not simulated. */
export const gpg: Tool = {
  name: 'gpg',
  run(process, args) {
    if (!args.includes('--dearmor')) return args.includes('--version') ? (process.out('gpg (GnuPG) 2.4.7\n'), 0) : notSimulated(process, 'gpg', 'gpg');
    const at = args.findIndex((arg) => arg === '-o' || arg === '--output');
    const input = args.find((arg, i) => arg[0] !== '-' && args[i - 1] !== '-o' && args[i - 1] !== '--output');
    const seed = sha256(`gpg ${input === undefined ? process.readInput() : contentOf(process, input)}`);
    const output = at >= 0 ? args[at + 1]! : input === undefined ? undefined : `${input}.gpg`;
    if (output === undefined) process.out(seed);
    else writeDescribed(process, output, 2_300, seed);
    modelled(process, 'gpg', 60, 2_300, 'A key is taken to have 2.3 kB.');
    return 0;
  },
};

/** There is no init system in a build container. */
export const systemctl: Tool = {
  name: 'systemctl',
  run(process, args) {
    const options = readOptions(process, args, 'q quiet=q now f force=f global user system no-pager');
    const [verb, ...units] = typeof options === 'number' ? [] : options.operands;
    if (verb === 'enable' || verb === 'disable' || verb === 'mask') return linkUnits(process, verb, units);
    process.err("System has not been booted with systemd as init system (PID 1). Can't operate.\nFailed to connect to bus: Host is down\n");
    return 1;
  },
};

function linkUnits(process: Process, verb: string, units: readonly string[]): number {
  for (const unit of units) {
    const name = unit.includes('.') ? unit : `${unit}.service`;
    if (verb === 'enable') process.err(`Synchronizing state of ${name} with SysV service script with /usr/lib/systemd/systemd-sysv-install.\n`);
  }
  return 0;
}

/** Starts what does not stay: a process of a RUN ends with it. */
export const service: Tool = {
  name: 'service',
  aliases: ['invoke-rc.d'],
  run: (process, args) => notSimulated(process, 'service', `Starting ${args[0] ?? 'a service'} (it would end with this RUN)`),
};
