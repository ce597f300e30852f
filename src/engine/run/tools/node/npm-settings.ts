/** Where npm keeps things, and which npm it is. */
import type { Process } from '../../system/process.ts';
import { setting } from './config.ts';

const NO_FLAGS = { flags: new Map<string, string | true>() };
const VERSIONS: Readonly<Record<string, string>> = { '18': '10.8.2', '20': '10.8.2', '22': '10.9.4', '24': '11.6.2' };

/** `~/.npm`, or what `cache` says. */
export function npmCache(process: Process, args: Parameters<typeof setting>[1] = NO_FLAGS): string {
  return setting(process, args, 'cache') ?? `${process.env.get('HOME') ?? '/root'}/.npm`;
}

/** The folder of archives in it. */
export function npmArchives(process: Process, args?: Parameters<typeof setting>[1]): string {
  return `${npmCache(process, args)}/_cacache/content-v2/sha512`;
}

/** Where global packages go: below `/usr/local` in Node's images. */
export function npmPrefix(process: Process, args: Parameters<typeof setting>[1] = NO_FLAGS): string {
  return setting(process, args, 'prefix') ?? '/usr/local';
}

/** The npm that came with this Node.js. */
export function npmVersion(process: Process): string {
  return VERSIONS[process.env.get('NODE_VERSION')?.split('.')[0] ?? ''] ?? '11.6.2';
}
