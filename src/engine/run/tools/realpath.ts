import { readOptions, wrongUse } from './options.ts';
import { forEach, reportFault } from './report.ts';
import { SystemFault } from '../system/errno.ts';
import type { Tool } from './tool.ts';

export const realpath: Tool = {
  name: 'realpath',
  run(process, args) {
    const options = readOptions(process, args, 'e canonicalize-existing=e m canonicalize-missing=m s strip=s no-symlinks=s q z relative-to=R:');
    if (typeof options === 'number') return options;
    if (options.operands.length === 0) return wrongUse(process, 'missing operand');
    return forEach(options.operands, (path) => {
      try {
        const place = process.locate(path);
        if (!place.inode && (options.has('e') || process.userland === 'busybox')) throw SystemFault.of('ENOENT');
        process.out(`${place.path}\n`);
        return 0;
      } catch (fault) {
        return reportFault(process, fault, path);
      }
    });
  },
};
