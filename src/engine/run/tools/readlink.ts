import { attempt, strerror } from '../system/errno.ts';
import { readOptions, wrongUse } from './options.ts';
import { forEach } from './report.ts';
import type { Tool } from './tool.ts';

export const readlink: Tool = {
  name: 'readlink',
  run(process, args) {
    const options = readOptions(process, args, 'f canonicalize=f e canonicalize-existing=e m canonicalize-missing=m n no-newline=n q s v z');
    if (typeof options === 'number') return options;
    if (options.operands.length === 0) return wrongUse(process, 'missing operand');
    const end = options.has('n') ? '' : '\n';
    return forEach(options.operands, (path) => {
      if (options.has('f') || options.has('e') || options.has('m')) {
        const { value } = attempt(() => process.locate(path));
        if (!value || (options.has('e') && !value.inode)) return 1;
        process.out(value.path + end);
        return 0;
      }
      const inode = process.peek(path, false);
      if (inode?.type !== 'symlink') {
        if (options.has('v')) process.fail(`${path}: ${strerror(inode ? 'EINVAL' : 'ENOENT')}`);
        return 1;
      }
      process.out(inode.target + end);
      return 0;
    });
  },
};
