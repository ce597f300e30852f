import { readOptions, wrongUse } from './options.ts';
import type { Tool } from './tool.ts';

export const basename: Tool = {
  name: 'basename',
  run(process, args) {
    const options = readOptions(process, args, 'a multiple=a s: suffix=s: z', true);
    if (typeof options === 'number') return options;
    const [first, second] = options.operands;
    if (first === undefined) return wrongUse(process, 'missing operand');
    const many = options.has('a') || options.has('s');
    if (!many && options.operands.length > 2) return wrongUse(process, `extra operand '${options.operands[2]}'`);
    const suffix = options.values.get('s') ?? (many ? '' : (second ?? ''));
    for (const path of many ? options.operands : [first]) {
      const name = path.replace(/(.)\/+$/, '$1').replace(/^.*\/(?=.)/, '') || path;
      process.out(`${suffix !== '' && name !== suffix && name.endsWith(suffix) ? name.slice(0, -suffix.length) : name}\n`);
    }
    return 0;
  },
};
