import { searchPath } from '../shell/search.ts';
import type { Tool } from './tool.ts';

export const which: Tool = {
  name: 'which',
  run(process, args) {
    let status = args.length === 0 ? 1 : 0;
    for (const name of args.filter((arg) => arg[0] !== '-')) {
      const found = searchPath(process, name);
      if ('path' in found) process.out(`${found.path}\n`);
      else status = 1;
    }
    return status;
  },
};
