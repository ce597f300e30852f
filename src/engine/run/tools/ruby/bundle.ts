/**
 * `bundle install` and `bundle exec`: read `Gemfile` and `Gemfile.lock`, write gems below `BUNDLE_PATH` or `GEM_HOME`.
 * Gems with native code need a compiler. Times: estimated from Rails applications, where compiling is most of it.
 */
import { sha256 } from '../../../fs/index.ts';
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { writeDescribed } from '../../system/writing.ts';
import { searchPath } from '../../shell/search.ts';
import { modelled, notSimulated, transferTime, varied } from '../model.ts';
import type { Tool } from '../tool.ts';
import { readGems } from './lockfile.ts';

const BASIS = 'Estimated: bundle install of a Rails application takes 25 to 240 s, most of it for native extensions; 78 gems are 150 MB.';
/** Gems with native code that is compiled at installation: virtual milliseconds. */
const NATIVE: Readonly<Record<string, number>> = { bcrypt: 3000, bigdecimal: 5000, bootsnap: 3000, json: 4000, msgpack: 4000, nio4r: 6000, pg: 9000, puma: 5000, racc: 3000, redcarpet: 4000 };

export const bundle: Tool = {
  name: 'bundle',
  aliases: ['bundler'],
  run(process, args) {
    const verb = args.find((arg) => arg[0] !== '-') ?? (args.includes('--version') || args.includes('-v') ? 'version' : 'install');
    if (verb === 'version') {
      process.out('Bundler version 4.0.3\n');
      return 0;
    }
    const gemfile = attempt(() => process.readFile('Gemfile')).value;
    if (gemfile === undefined && verb !== 'config') {
      process.err('Could not locate Gemfile or .bundle/ directory\n');
      return 10;
    }
    if (verb === 'install') return install(process, gemfile ?? '', args);
    if (verb !== 'exec') return notSimulated(process, 'bundle', `bundle ${verb}`);
    const command = args.slice(args.indexOf('exec') + 1);
    const found = searchPath(process, command[0] ?? '');
    if ('path' in found) return process.limits.nested(() => process.launch(process.fork(), command, found.path));
    process.err(`bundler: command not found: ${command[0] ?? ''}\nInstall missing gem executables with \`bundle install\`\n`);
    return 127;
  },
};

function install(process: Process, gemfile: string, args: readonly string[]): number {
  const lock = attempt(() => process.readFile('Gemfile.lock')).value;
  const frozen = ['BUNDLE_DEPLOYMENT', 'BUNDLE_FROZEN'].some((name) => ['1', 'true'].includes(process.env.get(name) ?? '')) || args.includes('--deployment') || args.includes('--frozen');
  if (lock === undefined && frozen) {
    process.err('The deployment setting requires a lockfile. Please make sure you have checked your Gemfile.lock into version control before deploying.\n');
    return 16;
  }
  const gems = lock === undefined ? [...gemfile.matchAll(/^\s*gem ["']([\w-]+)["']/gm)].map(([, name = '']) => ({ name, version: 'latest' })) : readGems(lock);
  const home = process.env.get('BUNDLE_PATH') ?? process.env.get('GEM_HOME') ?? '/usr/local/bundle';
  const fresh = gems.filter(({ name, version }) => !process.peek(`${home}/gems/${name}-${version}`));
  if (fresh.length > 0 && process.machine.request.network === 'none') {
    process.err('Could not reach host rubygems.org. Check your network connection and try again.\n');
    return 17;
  }
  let duration = 1200;
  let bytes = 0;
  for (const { name, version } of fresh) {
    process.limits.step(2);
    const compile = NATIVE[name];
    if (compile !== undefined && !('path' in searchPath(process, 'make'))) {
      process.err(`Gem::Ext::BuildError: ERROR: Failed to build gem native extension.\n\nYou have to install development tools first.\n\nAn error occurred while installing ${name} (${version}), and Bundler cannot continue.\n`);
      return 5;
    }
    const size = varied(name, 1_100_000);
    writeDescribed(process, `${home}/gems/${name}-${version}/gem.files`, size, sha256(`gem ${name} ${version}`));
    writeDescribed(process, `${home}/cache/${name}-${version}.gem`, Math.round(size * 0.32), sha256(`gem archive ${name} ${version}`));
    if (name === 'railties') writeDescribed(process, `${home}/bin/rails`, 600, 'rails command', 0o755);
    process.out(`Installing ${name} ${version}${compile === undefined ? '' : ' with native extensions'}\n`);
    duration += 120 + (compile ?? 0) + transferTime(size * 0.32, size);
    bytes += Math.round(size * 1.32);
  }
  process.out(`Bundle complete! ${gems.length} gems now installed.\n`);
  modelled(process, 'bundle', Math.round(duration), bytes, BASIS);
  return 0;
}
