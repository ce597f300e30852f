import type { Stream } from '../system/stream.ts';
import { readOptions } from './options.ts';
import { reportFault } from './report.ts';
import type { Tool } from './tool.ts';

export const tee: Tool = {
  name: 'tee',
  run(process, args) {
    const options = readOptions(process, args, 'a append=a i p');
    if (typeof options === 'number') return options;
    let status = 0;
    const outputs: Stream[] = [];
    for (const path of options.operands) {
      try {
        outputs.push(process.open(path, options.has('a') ? 'append' : 'write'));
      } catch (fault) {
        status = reportFault(process, fault, path);
      }
    }
    const input = process.stream(0);
    for (let part = input.read(1 << 16); part !== ''; part = input.read(1 << 16)) {
      process.out(part);
      for (const output of outputs) output.write(part, process);
    }
    return status;
  },
};
