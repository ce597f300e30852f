import type { Tool } from '../../run/tools/tool.ts';
import { searchPath } from '../../run/shell/search.ts';

/** Runs its arguments: whoever sits here may do everything already. */
export const sudo: Tool = {
  name: 'sudo',
  run(process, args) {
    const words = args.filter((arg, at) => at > 0 || arg !== '-E');
    const [name] = words;
    if (name === undefined || name.startsWith('-')) return process.fail('only a command without options is simulated: sudo COMMAND');
    const found = searchPath(process, name);
    return 'path' in found ? process.limits.nested(() => process.launch(process.fork(), words, found.path)) : process.fail(`${name}: command not found`);
  },
};
