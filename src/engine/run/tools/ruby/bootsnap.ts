/** `bootsnap precompile`: reads the Ruby files of the folders it is given, with `--gemfile` those of gems; writes `tmp/cache/bootsnap`. */
import { sha256 } from '../../../fs/index.ts';
import { attempt } from '../../system/errno.ts';
import { writeDescribed } from '../../system/writing.ts';
import { bytesBelow, digestOf } from '../artifacts.ts';
import { modelled, notSimulated } from '../model.ts';
import type { Tool } from '../tool.ts';
import { bundleHome } from './settings.ts';

export const bootsnap: Tool = {
  name: 'bootsnap',
  run(process, args) {
    if (args[0] !== 'precompile') return notSimulated(process, 'bootsnap', `bootsnap ${args[0] ?? ''}`.trim());
    const folders = args.slice(1).filter((arg) => arg[0] !== '-').map((path) => path.replace(/\/$/, ''));
    let bytes = 0;
    const write = (name: string, size: number, seed: string) => {
      writeDescribed(process, `tmp/cache/bootsnap/compile-cache-iseq/${name}`, size, sha256(seed));
      bytes += size;
    };
    if (args.includes('--gemfile')) write('gems', Math.round(bytesBelow(process, `${bundleHome(process)}/gems`) * 0.4), `gems ${attempt(() => process.readFile('Gemfile.lock')).value ?? ''}`);
    for (const folder of folders.filter((path) => process.peek(path))) write(folder.replaceAll('/', '-'), Math.round(bytesBelow(process, folder) * 1.4), digestOf(process, [folder]));
    modelled(process, 'bootsnap', 400 + Math.round(bytes / 10_000), bytes, 'Estimated: compiled code is about as large as its source and takes a second for 10 MB.');
    return 0;
  },
};
