import { toArray } from '../system/byte-string.ts';
import { readCount } from './head.ts';
import { readOptions, wrongUse } from './options.ts';
import type { Tool } from './tool.ts';

export const truncate: Tool = {
  name: 'truncate',
  run(process, args) {
    const options = readOptions(process, args, 's: size=s: c no-create=c r:');
    if (typeof options === 'number') return options;
    const count = readCount(options.values.get('s') ?? '');
    if (!count || options.operands.length === 0) return wrongUse(process, 'you must specify either \'--size\' or \'--reference\'');
    for (const path of options.operands) {
      const inode = process.files.create(process, path);
      if (inode.type !== 'file') continue;
      const size = count.sign === '+' ? inode.size + count.n : count.sign === '-' ? Math.max(0, inode.size - count.n) : count.n;
      if (size <= inode.size) inode.content = { kind: 'bytes', bytes: toArray(inode.read(0, size)) };
      else {
        process.limits.chargeBytes(size);
        inode.write(size - 1, '\0');
      }
      process.files.modified(process, inode);
    }
    return 0;
  },
};
