import { readOptions, wrongUse } from './options.ts';
import type { Tool } from './tool.ts';

export const cmp: Tool = {
  name: 'cmp',
  run(process, args) {
    const options = readOptions(process, args, 's silent=s quiet=s l verbose=l n: b i:');
    if (typeof options === 'number') return 2;
    const [first, second = '-'] = options.operands;
    if (first === undefined) return wrongUse(process, 'missing operand', 2);
    const [a, b] = [process.readFile(first, true), process.readFile(second, true)];
    let i = 0;
    while (i < a.length && i < b.length && a[i] === b[i]) i++;
    if (i === a.length && i === b.length) return 0;
    if (options.has('s')) return 1;
    if (i === a.length || i === b.length) {
      const path = i === a.length ? first : second;
      process.fail(process.userland === 'gnu' ? `EOF on ${path} after byte ${i}, ${/\n$/.test(a.slice(0, i)) ? 'line' : 'in line'} ${a.slice(0, i).split('\n').length - (/\n$/.test(a.slice(0, i)) ? 1 : 0)}` : `EOF on ${path}`);
    } else process.out(`${first} ${second} differ: ${process.userland === 'gnu' ? 'char' : 'byte'} ${i + 1}, line ${a.slice(0, i).split('\n').length}\n`);
    return 1;
  },
};
