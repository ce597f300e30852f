/**
 * `bundle install`, `config` and `exec`: read `Gemfile`, `Gemfile.lock` and Bundler's settings, write gems below
 * `BUNDLE_PATH` or `GEM_HOME`, without those of excluded groups. Gems with native code need a compiler.
 * Times: estimated from Rails applications, where compiling is most of it.
 */
import { searchPath } from '../../shell/search.ts';
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { modelled, notSimulated } from '../model.ts';
import type { Tool } from '../tool.ts';
import { cannotCompile, isInstalled, unpackGem } from './gems.ts';
import { readGemfile, readGems, withoutGroups, type Locked } from './lockfile.ts';
import { bundleHome, configure, excludedGroups, isOn } from './settings.ts';

const BASIS = 'Estimated: bundle install of a Rails application takes 25 to 240 s, most of it for native extensions; 78 gems are 150 MB.';

export const bundle: Tool = {
  name: 'bundle',
  aliases: ['bundler'],
  run(process, args) {
    const at = args.findIndex((arg) => arg[0] !== '-');
    const verb = at >= 0 ? args[at]! : args.includes('--version') || args.includes('-v') ? 'version' : 'install';
    if (verb === 'version') {
      process.out('Bundler version 4.0.3\n');
      return 0;
    }
    if (verb === 'config') return configure(process, args.slice(at + 1));
    const gemfile = attempt(() => process.readFile(process.env.get('BUNDLE_GEMFILE') ?? 'Gemfile')).value;
    if (gemfile === undefined) {
      process.err('Could not locate Gemfile or .bundle/ directory\n');
      return 10;
    }
    if (verb === 'install') return install(process, gemfile, args);
    if (verb === 'exec') return execute(process, gemfile, args.slice(at + 1));
    if (verb !== 'check') return notSimulated(process, 'bundle', `bundle ${verb}`);
    const missing = missingGems(process, gemfile);
    process.out(missing.length === 0 ? "The Gemfile's dependencies are satisfied\n" : `The following gems are missing\n${missing.map(({ name, version }) => ` * ${name} (${version})\n`).join('')}Install missing gems with \`bundle install\`\n`);
    return missing.length === 0 ? 0 : 1;
  },
};

/** The gems that this machine is to have, by the lock file where there is one. */
function chosen(process: Process, gemfile: string): readonly Locked[] {
  const requirements = readGemfile(gemfile);
  if ('error' in requirements) return [];
  const lock = attempt(() => process.readFile('Gemfile.lock')).value;
  const locked = lock === undefined ? [] : readGems(lock);
  const added = requirements.filter(({ name }) => !locked.some((one) => one.name === name)).map(({ name }) => ({ name, version: '1.0.0', needs: [] }));
  return withoutGroups([...locked, ...added], requirements, excludedGroups(process));
}

/** Bundled gems that are not installed. */
export function missingGems(process: Process, gemfile: string): readonly Locked[] {
  const home = bundleHome(process);
  return chosen(process, gemfile).filter((gem) => !isInstalled(process, home, gem));
}

function install(process: Process, gemfile: string, args: readonly string[]): number {
  const requirements = readGemfile(gemfile);
  if ('error' in requirements) {
    process.err(`\n[!] There was an error parsing \`Gemfile\`: ${requirements.error}. Bundler cannot continue.\n`);
    return 4;
  }
  const lock = attempt(() => process.readFile('Gemfile.lock')).value;
  const frozen = isOn(process, 'deployment') || isOn(process, 'frozen') || args.includes('--deployment') || args.includes('--frozen');
  if (lock === undefined && frozen) {
    process.err('The deployment setting requires a lockfile. Please make sure you have checked your Gemfile.lock into version control before deploying.\n');
    return 16;
  }
  const locked = new Set(readGems(lock ?? '').map(({ name }) => name));
  const added = requirements.filter(({ name }) => !locked.has(name));
  if (frozen && added.length > 0) {
    process.err(`The dependencies in your gemfile changed, but the lockfile can't be updated because frozen mode is set\n\nYou have added to the Gemfile:\n${added.map(({ name }) => `* ${name}\n`).join('')}\nRun \`bundle install\` elsewhere and add the updated Gemfile.lock to version control.\n`);
    return 16;
  }
  const gems = chosen(process, gemfile);
  const home = bundleHome(process);
  const fresh = gems.filter((gem) => !isInstalled(process, home, gem));
  if (fresh.length > 0 && process.machine.request.network === 'none') {
    process.err('Could not reach host rubygems.org. Check your network connection and try again.\n');
    return 17;
  }
  let duration = 1200;
  let bytes = 0;
  for (const gem of fresh) {
    const problem = cannotCompile(process, gem.name);
    if (problem !== undefined) {
      process.err(`Gem::Ext::BuildError: ${problem}\nAn error occurred while installing ${gem.name} (${gem.version}), and Bundler cannot continue.\n`);
      return 5;
    }
    const done = unpackGem(process, home, gem);
    process.out(`Installing ${gem.name} ${gem.version}${done.native ? ' with native extensions' : ''}\n`);
    duration += done.duration;
    bytes += done.bytes;
  }
  if (lock === undefined) process.writeFile('Gemfile.lock', `GEM\n  remote: https://rubygems.org/\n  specs:\n${gems.map(({ name, version }) => `    ${name} (${version})\n`).join('')}\nPLATFORMS\n  ruby\n\nDEPENDENCIES\n${requirements.map(({ name }) => `  ${name}\n`).join('')}`);
  const groups = excludedGroups(process);
  process.out(`Bundle complete! ${requirements.length} Gemfile dependencies, ${gems.length} gems now installed.\n${groups.length > 0 ? `Gems in the group${groups.length > 1 ? 's' : ''} ${groups.map((name) => `'${name}'`).join(' and ')} were not installed.\n` : ''}`);
  modelled(process, 'bundle', Math.round(duration), bytes, BASIS);
  return 0;
}

function execute(process: Process, gemfile: string, command: readonly string[]): number {
  const [missing] = missingGems(process, gemfile);
  if (missing) {
    process.err(`Could not find ${missing.name}-${missing.version} in locally installed gems\nRun \`bundle install\` to install missing gems.\n`);
    return 7;
  }
  const child = process.fork();
  child.env.set('PATH', `${bundleHome(process)}/bin:${process.env.get('PATH') ?? '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'}`);
  const found = searchPath(child, command[0] ?? '');
  if ('path' in found) return process.limits.nested(() => process.launch(child, command, found.path));
  process.err(`bundler: command not found: ${command[0] ?? ''}\nInstall missing gem executables with \`bundle install\`\n`);
  return 127;
}
