import { readOptions } from './options.ts';
import type { Tool } from './tool.ts';

const MACHINES: Readonly<Record<string, string>> = { amd64: 'x86_64', arm64: 'aarch64', arm: 'armv7l', 386: 'i686', riscv64: 'riscv64', s390x: 's390x', ppc64le: 'ppc64le' };

/** Name of a platform's processor as the kernel tells it. */
export function machineName(platform: string): string {
  const arch = platform.split('/')[1] ?? 'amd64';
  return MACHINES[arch] ?? arch;
}

export const uname: Tool = {
  name: 'uname',
  aliases: ['arch'],
  run(process, args) {
    const machine = machineName(process.machine.request.platform);
    if (process.name === 'arch') {
      process.out(`${machine}\n`);
      return 0;
    }
    const options = readOptions(process, args, 'a all=a s kernel-name=s n nodename=n r kernel-release=r v kernel-version=v m machine=m p i o operating-system=o');
    if (typeof options === 'number') return options;
    const all = options.has('a');
    const parts: string[] = [];
    if (all || options.has('s') || options.values.size === 0) parts.push('Linux');
    if (all || options.has('n')) parts.push(process.machine.hostname);
    if (all || options.has('r')) parts.push('6.12.0');
    if (all || options.has('v')) parts.push('#1 SMP');
    if (all || options.has('m')) parts.push(machine);
    if (options.has('p') || options.has('i')) parts.push('unknown');
    if (all || options.has('o')) parts.push(process.userland === 'gnu' ? 'GNU/Linux' : 'Linux');
    process.out(`${parts.join(' ')}\n`);
    return 0;
  },
};
