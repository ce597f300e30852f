/** What stands between a package manager and its packages: the network, and registries that want a token. */
import type { Process } from '../../system/process.ts';
import { rcFiles } from './config.ts';
import type { Locked } from './package.ts';

const OPEN = new Set(['registry.npmjs.org', 'registry.yarnpkg.com', 'registry.npmmirror.com', '']);

/** Why packages cannot be downloaded. */
export type Refusal = { readonly kind: 'offline' | 'unauthorized'; readonly url: string };

/** The first package that cannot be downloaded; undefined where all can. */
export function refusal(process: Process, packages: readonly Locked[]): Refusal | undefined {
  const [first] = packages;
  if (first && process.machine.request.network === 'none') return { kind: 'offline', url: `https://registry.npmjs.org/${first.name.replace('/', '%2f')}` };
  const guarded = packages.filter(({ resolved }) => !OPEN.has(hostOf(resolved)));
  if (guarded.length === 0) return undefined;
  const files = rcFiles(process);
  const refused = guarded.find(({ resolved }) => !hasToken(files, hostOf(resolved)));
  return refused && { kind: 'unauthorized', url: refused.resolved };
}

function hostOf(url: string): string {
  return /^https?:\/\/([^/]+)/.exec(url)?.[1] ?? '';
}

/** `//host/path/:_authToken=…`; a variable that is not set stays as it is written, and is no token. */
function hasToken(files: readonly ReadonlyMap<string, string>[], host: string): boolean {
  return files.some((file) => [...file].some(([key, value]) => key.startsWith(`//${host}/`) && /:_(authToken|auth|password)$/.test(key) && value !== '' && !value.includes('${')));
}
