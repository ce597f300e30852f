import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { makeDirectories, writeDescribed } from '../../system/writing.ts';
import { searchPath } from '../../shell/search.ts';
import type { Tool } from '../tool.ts';
import { modelled, notSimulated, transferTime } from '../model.ts';

/** Commands by package manager; versions where nothing asks for one; bytes of the archives as unpacked. */
const MANAGERS: Readonly<Record<string, { readonly commands: readonly string[]; readonly version: string; readonly size: number }>> = {
  pnpm: { commands: ['pnpm', 'pnpx'], version: '10.20.0', size: 14_000_000 },
  yarn: { commands: ['yarn', 'yarnpkg'], version: '1.22.22', size: 5_300_000 },
};
const LIBRARY = '/usr/local/lib/node_modules/corepack/dist';
const BASIS = 'A package manager of 5 to 14 MB, downloaded at 100 Mbit/s: estimated.';

/**
 * corepack: puts shims for pnpm and yarn next to node, and downloads the version that `packageManager` asks for into its
 * cache (`COREPACK_HOME`, or `~/.cache/node/corepack`).
 */
export const corepack: Tool = {
  name: 'corepack',
  run(process, args) {
    const [verb = '', ...words] = args.filter((arg) => arg[0] !== '-');
    if (args.includes('--version') || args.includes('-v')) {
      process.out('0.34.6\n');
      return 0;
    }
    switch (verb) {
      case 'enable':
        return enable(process, words.length > 0 ? words : Object.keys(MANAGERS));
      case 'disable':
        for (const name of words.length > 0 ? words : Object.keys(MANAGERS)) for (const command of MANAGERS[name]?.commands ?? []) attempt(() => process.files.unlink(process, `/usr/local/bin/${command}`));
        return 0;
      case 'prepare':
      case 'install':
      case 'use':
        return install(process, words);
      case 'pnpm':
      case 'yarn':
        return notSimulated(process, 'corepack', `corepack ${verb}`);
      default:
        return notSimulated(process, 'corepack', `corepack ${verb}`.trim());
    }
  },
};

function enable(process: Process, names: readonly string[]): number {
  process.machine.advance(150);
  for (const name of names) {
    const manager = MANAGERS[name];
    if (!manager) {
      process.out(`Usage Error: Invalid package manager name '${name}'\n\n$ corepack enable [--install-directory #0] ...\n`);
      return 1;
    }
    for (const command of manager.commands) {
      const path = `/usr/local/bin/${command}`;
      if (!process.peek(`${LIBRARY}/${command}.js`)) writeDescribed(process, `${LIBRARY}/${command}.js`, 300, `corepack ${command}`, 0o755);
      if (process.peek(path, false)) process.files.unlink(process, path);
      process.files.symlink(process, `../lib/node_modules/corepack/dist/${command}.js`, path);
    }
  }
  return 0;
}

/** `corepack install` reads `packageManager`; `corepack prepare pnpm@10 --activate` names it. */
function install(process: Process, words: readonly string[]): number {
  const asked = words[0] ?? wantedHere(process);
  if (asked === undefined) {
    process.out('Usage Error: No package manager has been specified in the project\n');
    return 1;
  }
  const [name = '', version] = asked.split('@');
  if (!MANAGERS[name]) {
    process.out(`Usage Error: Unsupported package manager specification (${asked})\n`);
    return 1;
  }
  process.out(`Preparing ${asked} for immediate activation...\n`);
  return download(process, name, /^\d/.test(version ?? '') ? version! : MANAGERS[name].version);
}

/** `packageManager` of the nearest `package.json`, without its checksum. */
function wantedHere(process: Process): string | undefined {
  for (let dir = process.cwd; ; dir = dir.slice(0, dir.lastIndexOf('/'))) {
    const text = attempt(() => process.readFile(`${dir}/package.json`)).value;
    const found = /"packageManager"\s*:\s*"([^"+]+)/.exec(text ?? '')?.[1];
    if (found !== undefined) return found;
    if (dir === '' || dir === '/') return undefined;
  }
}

/** Where a version lies once it was downloaded. */
function download(process: Process, name: string, version: string): number {
  const home = process.env.get('COREPACK_HOME') ?? `${process.env.get('HOME') ?? '/root'}/.cache/node/corepack`;
  const path = `${home}/v1/${name}/${version}`;
  if (process.peek(path)) return 0;
  if (process.machine.request.network === 'none') {
    process.err(`Internal Error: Error when performing the request to https://registry.npmjs.org/${name}/-/${name}-${version}.tgz; for troubleshooting help, see https://github.com/nodejs/corepack#troubleshooting\n`);
    return 1;
  }
  const size = MANAGERS[name]?.size ?? 10_000_000;
  makeDirectories(process, path);
  writeDescribed(process, `${path}/dist/${name}.cjs`, size, `corepack ${name}@${version}`);
  modelled(process, 'corepack', 300 + transferTime(size * 0.3, size), size, BASIS);
  return 0;
}

/**
 * Called by pnpm and yarn before they do anything: where they were started through corepack's shim, the version that the
 * project asks for is downloaded if it is not there. An exit code where that fails or where the project wants another manager.
 */
export function prepareShim(process: Process, name: 'pnpm' | 'yarn'): number | undefined {
  const found = searchPath(process, name);
  if (!('path' in found) || !process.locate(found.path).path.includes('/corepack/')) return undefined;
  const [wanted = name, version = MANAGERS[name]!.version] = wantedHere(process)?.split('@') ?? [];
  if (wanted !== name) {
    process.out(`Usage Error: This project is configured to use ${wanted} because ${process.cwd}/package.json has a "packageManager" field\n`);
    return 1;
  }
  return download(process, name, version) || undefined;
}
