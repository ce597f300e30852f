import { sha256 } from '../../../fs/index.ts';
import { writeDescribed } from '../../system/writing.ts';
import { modelled, notSimulated } from '../model.ts';
import type { Tool } from '../tool.ts';

/** `git clone` writes a stand-in of the repository; other commands are not simulated. */
export const git: Tool = {
  name: 'git',
  run(process, args) {
    if (args[0] === '--version') {
      process.out('git version 2.47.3\n');
      return 0;
    }
    if (args[0] !== 'clone') return notSimulated(process, 'git', `git ${args[0] ?? ''}`.trim());
    const words = args.slice(1).filter((arg, i, all) => arg[0] !== '-' && !/^(-b|--branch|--depth|-o|--origin)$/.test(all[i - 1] ?? ''));
    const [url = '', given] = words;
    const dir = given ?? url.replace(/\/+$/, '').split('/').at(-1)!.replace(/\.git$/, '');
    process.err(`Cloning into '${dir}'...\n`);
    if (process.machine.request.network === 'none') {
      process.err(`fatal: unable to access '${url}/': Could not resolve host: ${/\/\/([^/]+)/.exec(url)?.[1] ?? url}\n`);
      return 128;
    }
    const seed = sha256(`git ${args.join(' ')}`);
    process.limits.step(10);
    writeDescribed(process, `${dir}/.git/objects/pack/pack.pack`, 4_000_000, seed);
    writeDescribed(process, `${dir}/README.md`, 4000, `${seed} readme`);
    modelled(process, 'git', 2500, 4_004_000, 'A repository of unknown size: 4 MB. Its files are not there.');
    return 0;
  },
};
