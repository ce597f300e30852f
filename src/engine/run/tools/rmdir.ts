import { readOptions, wrongUse } from './options.ts';
import { forEach, quoted, reportFault } from './report.ts';
import type { Tool } from './tool.ts';

export const rmdir: Tool = {
  name: 'rmdir',
  run(process, args) {
    const options = readOptions(process, args, 'p parents=p v ignore-fail-on-non-empty=i');
    if (typeof options === 'number') return options;
    if (options.operands.length === 0) return wrongUse(process, 'missing operand');
    return forEach(options.operands, (path) => {
      for (let at = path; at !== ''; at = at.replace(/\/*[^/]*\/*$/, '')) {
        try {
          process.files.rmdir(process, at);
        } catch (fault) {
          if (options.has('i')) return 0;
          return reportFault(process, fault, `failed to remove ${quoted(process, at)}`, quoted(process, at));
        }
        if (!options.has('p')) return 0;
      }
      return 0;
    });
  },
};
