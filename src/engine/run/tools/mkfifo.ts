import { changeMode } from './mode.ts';
import { readOptions, wrongUse } from './options.ts';
import { forEach, quoted, reportFault } from './report.ts';
import type { Tool } from './tool.ts';

export const mkfifo: Tool = {
  name: 'mkfifo',
  run(process, args) {
    const options = readOptions(process, args, 'm: mode=m:');
    if (typeof options === 'number') return options;
    if (options.operands.length === 0) return wrongUse(process, 'missing operand');
    const mode = changeMode(options.values.get('m') ?? '666', 0, false, 0) ?? 0o666;
    return forEach(options.operands, (path) => {
      try {
        process.files.mknod(process, path, 'fifo', mode);
        return 0;
      } catch (fault) {
        return reportFault(process, fault, `cannot create fifo ${quoted(process, path)}`, path);
      }
    });
  },
};
