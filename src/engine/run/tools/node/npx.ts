import type { Process } from '../../system/process.ts';
import { searchPath } from '../../shell/search.ts';
import type { Tool } from '../tool.ts';
import { notSimulated } from '../model.ts';
import type { Arguments } from './arguments.ts';
import { readArguments } from './arguments.ts';
import { passTime } from './install-time.ts';
import { npmArchives, npmCache, npmVersion } from './npm-settings.ts';
import { npmError, offline } from './npm-words.ts';
import { withoutLock } from './package.ts';
import { missingOf, place } from './place.ts';
import { refusal } from './registry.ts';
import { binFolders } from './script.ts';

const VALUED = ['p', 'package', 'c', 'call', 'w', 'workspace'];

/**
 * npx: a command of an installed package, or of one that is downloaded for this once into `~/.npm/_npx`, with its usual
 * tree of packages.
 */
export const npx: Tool = {
  name: 'npx',
  run(process, all) {
    const args = readArguments(all, VALUED, 1);
    if (args.words.length === 0 && (args.flags.has('version') || args.flags.has('v'))) {
      process.out(`${npmVersion(process)}\n`);
      return 0;
    }
    return runPackageCommand(process, 'npm', [...args.words], args);
  },
};

/** Runs the command that the first word names; `manager` is whose cache is used. */
export function runPackageCommand(process: Process, manager: 'npm' | 'pnpm' | 'yarn' | 'bun', words: readonly string[], args: Arguments): number {
  const [asked = '', ...more] = [...words, ...args.rest];
  if (asked === '') return notSimulated(process, manager === 'npm' ? 'npx' : manager, 'A shell for commands of packages');
  const at = asked.indexOf('@', 1);
  const name = at < 0 ? asked : asked.slice(0, at);
  const command = name.split('/').at(-1)!;
  const child = process.fork();
  child.env.set('PATH', [...binFolders(process), child.env.get('PATH') ?? ''].join(':'));
  const local = at < 0 ? searchPath(child, command) : undefined;
  if (local && 'path' in local) return process.limits.nested(() => child.launch(child, [command, ...more], local.path));
  const wanted = args.repeated('package').concat(args.repeated('p'))[0] ?? asked;
  if (args.flags.has('no') || args.flags.has('no-install')) return npmError(process, [`npx canceled due to missing packages and no YES option: ["${wanted}"]`]);
  const folder = `${npmCache(process)}/_npx/${command}/node_modules`;
  const split = wanted.indexOf('@', 1);
  const packages = withoutLock([{ name: split < 0 ? wanted : wanted.slice(0, split), range: split < 0 ? 'latest' : wanted.slice(split + 1), dev: false, optional: false }], folder);
  const missing = missingOf(process, packages);
  const refused = refusal(process, missing);
  if (refused) return offline(process, refused.url);
  const work = place(process, missing, npmArchives(process));
  passTime(process, manager, work, work.written);
  const found = searchPath(child, `${folder}/.bin/${command}`);
  if (!('path' in found)) return npmError(process, ['could not determine executable to run']);
  return process.limits.nested(() => child.launch(child, [command, ...more], found.path));
}
