/**
 * `pip`. `install` reads requirements files, projects and wheels, and the index (distributions.ts); it writes packages with
 * their bytecode and keeps wheels in its cache (`~/.cache/pip`). `uninstall`, `list`, `freeze`, `show`, `check`, `download`,
 * `wheel`, `cache purge` too. Time: published logs of small web apps (3.8 to 8.4 s) and of data apps (95 s).
 */
import type { Process } from '../../system/process.ts';
import { remove } from '../rm.ts';
import type { Tool } from '../tool.ts';
import { modelled, notSimulated } from '../model.ts';
import { interpreterOf, type Interpreter } from './interpreter.ts';
import { cacheFolder, pipInstall, readArguments } from './pip-install.ts';
import { normalise } from './requirement.ts';
import { installedIn, removeWheel } from './wheels.ts';

export const pip: Tool = {
  name: 'pip',
  aliases: ['pip3', 'pip3.11', 'pip3.12', 'pip3.13', 'pip3.14'],
  run(process, args) {
    const interpreter = interpreterOf(process, process.command.split(' ')[0]!) ?? interpreterOf(process, 'python3');
    if (!interpreter) return process.fail('cannot execute: required file not found', 127);
    return runPip(process, args, interpreter);
  },
};

/** pip for a Python: `pip …` and `python -m pip …`. */
export function runPip(process: Process, args: readonly string[], interpreter: Interpreter): number {
  const at = args.findIndex((arg) => arg[0] !== '-');
  const verb = args[at];
  const rest = args.filter((_, i) => i !== at);
  const { site, bin } = interpreter;
  if (verb === undefined) {
    if (!args.includes('--version') && !args.includes('-V')) return notSimulated(process, 'pip', 'pip without a command');
    process.out(`pip ${installedIn(process, site).get('pip') ?? '25.3'} from ${site}/pip (python ${interpreter.minor})\n`);
    return 0;
  }
  switch (verb) {
    case 'install':
    case 'download':
    case 'wheel':
      return pipInstall(process, readArguments(rest), interpreter, verb);
    case 'uninstall':
      return uninstall(process, rest, interpreter);
    case 'freeze':
    case 'list': {
      const all = [...installedIn(process, site)].sort(([a], [b]) => (a < b ? -1 : 1)).filter(([name]) => verb === 'list' || !/^(pip|setuptools|wheel)$/.test(name));
      const width = Math.max(7, ...all.map(([name]) => name.length));
      if (verb === 'list' && !rest.includes('--format=freeze')) process.out(`${'Package'.padEnd(width)} Version\n${'-'.repeat(width)} -------\n${all.map(([name, version]) => `${name.padEnd(width)} ${version}\n`).join('')}`);
      else process.out(all.map(([name, version]) => `${name}==${version}\n`).join(''));
      modelled(process, 'pip', 450, 0, 'Starting pip is taken to need 0.45 s.');
      return 0;
    }
    case 'show': {
      const found = installedIn(process, site);
      const wanted = rest.filter((arg) => arg[0] !== '-');
      const missing = wanted.filter((name) => !found.has(normalise(name)));
      for (const name of wanted.filter((one) => found.has(normalise(one)))) process.out(`Name: ${name}\nVersion: ${found.get(normalise(name))!}\nLocation: ${site}\n`);
      if (missing.length > 0) process.err(`WARNING: Package(s) not found: ${missing.join(', ')}\n`);
      return missing.length === wanted.length ? 1 : 0;
    }
    case 'check':
      process.out('No broken requirements found.\n');
      modelled(process, 'pip', 600, 0, 'What the index has is taken to fit together.');
      return 0;
    case 'cache':
      if (rest[0] === 'purge' && process.peek(cacheFolder(process))) remove(process, cacheFolder(process), true, true);
      else if (rest[0] === 'dir') process.out(`${cacheFolder(process)}\n`);
      return 0;
    case 'config':
      return notSimulated(process, 'pip', 'pip config');
    default:
      if (/^(index|inspect|hash|debug|search|completion|help|lock)$/.test(verb)) return notSimulated(process, 'pip', `pip ${verb}`);
      process.err(`ERROR: unknown command "${verb}"\n`);
      return 1;
  }

  function uninstall(child: Process, words: readonly string[], from: Interpreter): number {
    const names = words.filter((arg) => arg[0] !== '-');
    const yes = words.includes('-y') || words.includes('--yes');
    for (const name of names) {
      const version = installedIn(child, from.site).get(normalise(name));
      if (version === undefined) {
        child.err(`WARNING: Skipping ${name} as it is not installed.\n`);
        continue;
      }
      child.out(`Found existing installation: ${name} ${version}\nUninstalling ${name}-${version}:\n`);
      if (!yes) {
        child.err('ERROR: Exception:\nEOFError: EOF when reading a line\n');
        return 2;
      }
      removeWheel(child, site, bin, normalise(name));
      child.out(`  Successfully uninstalled ${name}-${version}\n`);
    }
    modelled(child, 'pip', 500 + names.length * 100, 0, 'Removing packages is taken to be quick.');
    return 0;
  }
}
