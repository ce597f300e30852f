import { wrongUse } from './options.ts';
import type { Tool } from './tool.ts';

export const seq: Tool = {
  name: 'seq',
  run(process, args) {
    let separator = '\n';
    let width = false;
    let format: string | undefined;
    const operands: string[] = [];
    for (let i = 0; i < args.length; i++) {
      const arg = args[i]!;
      if (arg === '-s') separator = args[++i] ?? '';
      else if (arg.startsWith('-s')) separator = arg.slice(2);
      else if (arg === '-w') width = true;
      else if (arg === '-f') format = args[++i];
      else operands.push(arg);
    }
    if (operands.length === 0) return wrongUse(process, 'missing operand');
    const wrong = operands.find((text) => !/^[-+]?(\d+\.?\d*|\.\d+)$/.test(text));
    if (wrong !== undefined) return process.userland === 'gnu' ? wrongUse(process, `invalid floating point argument: '${wrong}'`) : process.fail(`invalid number '${wrong}'`);
    const numbers = operands.map(Number);
    const [first, step, last] = numbers.length === 1 ? [1, 1, numbers[0]!] : numbers.length === 2 ? [numbers[0]!, 1, numbers[1]!] : [numbers[0]!, numbers[1]!, numbers[2]!];
    const places = Math.max(...operands.slice(0, 2).map((text) => (text.split('.')[1] ?? '').length));
    if (step === 0) return process.fail("invalid Zero increment value: '0'");
    const texts: string[] = [];
    const count = Math.floor((last - first) / step + 1e-10);
    process.limits.step(Math.max(0, count >> 4));
    for (let i = 0; i <= count; i++) {
      const text = (first + i * step).toFixed(places);
      texts.push(format === undefined ? text : format.replace(/%0?(\d*)\.?\d*[gfe]/, (whole, n: string) => text.padStart(Number(n) || 0, whole[1] === '0' ? '0' : ' ')));
    }
    const longest = Math.max(...texts.map((text) => text.length), 0);
    const shown = width ? texts.map((text) => (text[0] === '-' ? `-${text.slice(1).padStart(longest - 1, '0')}` : text.padStart(longest, '0'))) : texts;
    if (shown.length > 0) process.out(`${shown.join(separator)}\n`);
    return 0;
  },
};
