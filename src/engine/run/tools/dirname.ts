import { readOptions, wrongUse } from './options.ts';
import type { Tool } from './tool.ts';

export const dirname: Tool = {
  name: 'dirname',
  run(process, args) {
    const options = readOptions(process, args, 'z');
    if (typeof options === 'number') return options;
    if (options.operands.length === 0) return wrongUse(process, 'missing operand');
    for (const path of options.operands) {
      const trimmed = path.replace(/(.)\/+$/, '$1');
      const at = trimmed.lastIndexOf('/');
      process.out(`${at < 0 ? '.' : trimmed.slice(0, at).replace(/\/+$/, '') || '/'}\n`);
    }
    return 0;
  },
};
