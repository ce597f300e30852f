/** `gem install`: writes gems, their archives and commands to GEM_HOME. Without a version it takes one that stands for the newest. */
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { writeDescribed } from '../../system/writing.ts';
import { modelled, notSimulated, varied } from '../model.ts';
import type { Tool } from '../tool.ts';
import { cannotCompile, gemHome, isInstalled, unpackGem, type Gem } from './gems.ts';

const BASIS = 'Estimated: a gem is about a megabyte; its documentation half of that.';
const NEWEST: Readonly<Record<string, string>> = { bundler: '4.0.3', puma: '7.1.0', rails: '8.1.1', rake: '13.3.1', sinatra: '4.2.1' };
const VALUED = new Set(['-v', '--version', '-i', '--install-dir', '-n', '--bindir', '-s', '--source', '-P', '--trust-policy', '-p', '--http-proxy']);

export const gem: Tool = {
  name: 'gem',
  run(process, args) {
    const [verb = '', ...rest] = args;
    if (verb === '--version' || verb === '-v') {
      process.out('4.0.3\n');
      return 0;
    }
    if (verb === 'install' || verb === 'i') return install(process, rest);
    if (verb !== 'list') return notSimulated(process, 'gem', `gem ${verb}`.trim());
    const folder = process.peek(`${gemHome(process)}/gems`);
    process.out(folder?.type === 'dir' ? folder.names().map((name) => `${name.replace(/-([^-]+)$/, ' ($1)')}\n`).join('') : '');
    return 0;
  },
};

function install(process: Process, args: readonly string[]): number {
  const after = (...names: string[]) => args.find((_, i) => names.includes(args[i - 1] ?? ''));
  const asked = args.filter((arg, i) => arg[0] !== '-' && !VALUED.has(args[i - 1] ?? ''));
  if (asked.length === 0) {
    process.err('ERROR:  While executing gem ... (Gem::CommandLineError)\n    Please specify at least one gem name (e.g. gem build GEMNAME)\n');
    return 1;
  }
  const home = after('-i', '--install-dir') ?? gemHome(process);
  const gems = asked.map((word): Gem => {
    const [name = '', version] = word.split(':');
    return { name, version: version ?? after('-v', '--version')?.replace(/^[~>=\s]+/, '') ?? NEWEST[name] ?? '1.0.0' };
  });
  const fresh = gems.filter((one) => !isInstalled(process, home, one));
  if (fresh.length > 0 && process.machine.request.network === 'none') {
    process.err(`ERROR:  Could not find a valid gem '${fresh[0]!.name}' (>= 0), here is why:\n          Unable to download data from https://rubygems.org/ - Failed to open TCP connection to rubygems.org:443 (getaddrinfo(3): Temporary failure in name resolution)\n`);
    return 2;
  }
  const documents = !args.some((arg) => /^(--no-document|--no-doc|-N)$/.test(arg)) && !['/usr/local/etc/gemrc', '/etc/gemrc', `${process.env.get('HOME') ?? '/root'}/.gemrc`].some((path) => attempt(() => process.readFile(path)).value?.includes('--no-document'));
  let duration = 700;
  let bytes = 0;
  for (const one of fresh) {
    const problem = cannotCompile(process, one.name);
    if (problem !== undefined) {
      process.err(`Building native extensions. This could take a while...\nERROR:  Error installing ${one.name}:\n\t${problem}`);
      return 1;
    }
    const done = unpackGem(process, home, one);
    if (done.native) process.out('Building native extensions. This could take a while...\n');
    process.out(`Successfully installed ${one.name}-${one.version}\n`);
    duration += done.duration;
    bytes += done.bytes;
    if (!documents) continue;
    const size = varied(one.name, 500_000);
    writeDescribed(process, `${home}/doc/${one.name}-${one.version}/ri/documents.ri`, size, `documents ${one.name} ${one.version}`);
    process.out(`Installing ri documentation for ${one.name}-${one.version}\n`);
    duration += 1500;
    bytes += size;
  }
  process.out(`${gems.length} gem${gems.length === 1 ? '' : 's'} installed\n`);
  modelled(process, 'gem', Math.round(duration), bytes, BASIS);
  return 0;
}
