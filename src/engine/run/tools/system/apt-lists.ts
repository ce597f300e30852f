/** `apt-get update`, and the lists that it leaves: their age is what later installs depend on. */
import { sha256 } from '../../../fs/index.ts';
import type { Process } from '../../system/process.ts';
import { writeDescribed } from '../../system/writing.ts';
import { modelled } from '../model.ts';
import { aptIndex } from './apt-index.ts';

export const LISTS = '/var/lib/apt/lists';

/** When the lists were fetched, milliseconds since 1970; undefined where there are none. */
export function listsDate(process: Process): number | undefined {
  const inode = process.peek(LISTS);
  const names = inode?.type === 'dir' ? inode.names().filter((name) => name.endsWith('_Packages')) : [];
  const times = names.map((name) => process.peek(`${LISTS}/${name}`)?.mtime ?? 0);
  return times.length > 0 ? Math.max(...times) : undefined;
}

/** Fetches the lists as they are today. */
export function updateLists(process: Process): number {
  const index = aptIndex(process);
  const { suite, mirror, security } = index;
  const host = mirror.split('/')[2]!;
  if (process.machine.request.network === 'none') {
    process.err(`W: Failed to fetch ${mirror}/dists/${suite}/InRelease  Temporary failure resolving '${host}'\nW: Some index files failed to download. They have been ignored, or old ones used instead.\n`);
    return 0;
  }
  const architecture = process.machine.request.platform.split('/')[1]!;
  const today = Math.floor(process.machine.now / 86_400_000);
  process.out(`Get:1 ${mirror} ${suite} InRelease [140 kB]\nGet:2 ${mirror} ${suite}-updates InRelease [47.3 kB]\nGet:3 ${security} ${suite}-security InRelease [43.4 kB]\n`);
  process.out(`Get:4 ${mirror} ${suite}/main ${architecture} Packages [${(index.fetched / 1e6 - 0.5).toFixed(2)} MB]\n`);
  process.out(`Fetched ${(index.fetched / 1e6).toFixed(2)} MB in ${Math.round(index.time / 1000)}s (${Math.round(index.fetched / index.time)} kB/s)\nReading package lists...\n`);
  writeDescribed(process, `${LISTS}/lock`, 0, 'lock', 0o640);
  const prefix = `${LISTS}/${mirror.slice(7).replaceAll('/', '_')}_dists_${suite}`;
  writeDescribed(process, `${prefix}_InRelease`, 140_000, sha256(`${suite} InRelease ${today}`));
  writeDescribed(process, `${prefix}_main_binary-${architecture}_Packages`, index.kept - 140_000, sha256(`${suite} Packages ${today}`));
  modelled(process, 'apt-get', index.time, index.kept, index.ubuntu ? 'An update of Ubuntu fetches about 34 MB in 3 to 12 s: estimated.' : 'Bytes and seconds of an update were measured on one machine; the lists are taken to be renewed every day.');
  return 0;
}
