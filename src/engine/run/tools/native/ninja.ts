/** `ninja`: builds a directory that cmake has configured for it, with as many jobs as there are processors. */
import { CORES, notSimulated } from '../model.ts';
import type { Tool } from '../tool.ts';
import { buildProject } from './cmake-build.ts';

export const ninja: Tool = {
  name: 'ninja',
  aliases: ['samu', 'ninja-build'],
  run(process, args) {
    if (args.includes('--version')) {
      process.out('1.12.1\n');
      return 0;
    }
    const at = args.indexOf('-C');
    const dir = at >= 0 ? args[at + 1] ?? '.' : '.';
    if (at >= 0) process.out(`ninja: Entering directory \`${dir}'\n`);
    if (!process.peek(`${dir}/build.ninja`)) {
      process.err("ninja: error: loading 'build.ninja': No such file or directory\n");
      return 1;
    }
    if (!process.peek(`${dir}/CMakeCache.txt`)) return notSimulated(process, 'ninja', 'A build.ninja that cmake did not write');
    const goals = args.filter((arg, i) => !arg.startsWith('-') && !['-C', '-j', '-k', '-l', '-f', '-t'].includes(args[i - 1] ?? ''));
    return buildProject(process, dir, { goals, jobs: CORES });
  },
};
