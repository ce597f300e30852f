/** `/var/lib/dpkg/status`: what is installed, as dpkg and apt read and write it. */
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { makeDirectories } from '../../system/writing.ts';

const STATUS = '/var/lib/dpkg/status';

/** Versions by name; the empty text where the database does not say. */
export function installedPackages(process: Process): Map<string, string> {
  const text = attempt(() => process.readFile(STATUS)).value ?? '';
  return new Map([...text.matchAll(/^Package: (\S+)\n(?:(?!Package:|\n)[^\n]*\n)*/gm)].map((match) => [match[1]!, /^Version: (\S+)/m.exec(match[0])?.[1] ?? '']));
}

/** Adds entries. */
export function recordInstalled(process: Process, packages: readonly { readonly name: string; readonly version: string }[], architecture: string): void {
  makeDirectories(process, '/var/lib/dpkg', 0o755);
  process.open(STATUS, 'append').write(packages.map(({ name, version }) => `Package: ${name}\nStatus: install ok installed\nArchitecture: ${architecture}\nVersion: ${version}\n\n`).join(''), process);
}

/** Takes entries away. */
export function recordRemoved(process: Process, names: readonly string[]): void {
  const text = attempt(() => process.readFile(STATUS)).value;
  if (text === undefined || names.length === 0) return;
  process.writeFile(STATUS, text.split(/(?<=\n\n)/).filter((entry) => !names.some((name) => entry.startsWith(`Package: ${name}\n`))).join(''));
}
