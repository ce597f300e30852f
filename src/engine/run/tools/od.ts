import { readInputs } from './lines.ts';
import { readOptions } from './options.ts';
import type { Tool } from './tool.ts';

const NAMES: Readonly<Record<number, string>> = { 0: '\\0', 7: '\\a', 8: '\\b', 9: '\\t', 10: '\\n', 11: '\\v', 12: '\\f', 13: '\\r' };

function byChar(code: number): string {
  return NAMES[code] ?? (code >= 32 && code < 127 ? String.fromCharCode(code) : code.toString(8).padStart(3, '0'));
}

export const od: Tool = {
  name: 'od',
  run(process, args) {
    const options = readOptions(process, args, 'c b x A: address-radix=A: t: format=t: N: read-bytes=N: j: v w: d o X');
    if (typeof options === 'number') return options;
    const { inputs, status } = readInputs(process, options.operands);
    const skip = Number(options.values.get('j') ?? 0);
    let text = inputs.map((one) => one.text).join('').slice(skip);
    if (options.values.has('N')) text = text.slice(0, Number(options.values.get('N')));
    const format = options.values.get('t') ?? (options.has('c') ? 'c' : options.has('b') ? 'o1' : options.has('x') ? 'x2' : 'o2');
    const unit = format === 'c' || format === 'a' ? 1 : Number(/\d/.exec(format)?.[0] ?? 4);
    const radix = options.values.get('A') ?? 'o';
    const address = (n: number) => (radix === 'n' ? '' : radix === 'x' ? n.toString(16).padStart(6, '0') : radix === 'd' ? String(n).padStart(7, '0') : n.toString(8).padStart(7, '0'));
    const cell = (at: number): string => {
      if (format === 'c' || format === 'a') return byChar(text.charCodeAt(at)).padStart(4);
      let value = 0;
      for (let k = unit - 1; k >= 0; k--) value = value * 256 + (at + k < text.length ? text.charCodeAt(at + k) : 0);
      if (format[0] === 'x') return ` ${value.toString(16).padStart(unit * 2, '0')}`;
      if (format[0] === 'o') return ` ${value.toString(8).padStart(unit === 1 ? 3 : unit === 2 ? 6 : 11, '0')}`;
      return String(value).padStart(unit === 1 ? 4 : unit === 2 ? 6 : 11);
    };
    let last: string | undefined;
    let starred = false;
    for (let i = 0; i < text.length; i += 16) {
      const chunk = text.slice(i, i + 16);
      if (chunk === last && chunk.length === 16 && !options.has('v')) {
        if (!starred) process.out('*\n');
        starred = true;
        continue;
      }
      starred = false;
      last = chunk;
      let line = address(i + skip);
      for (let j = 0; j < chunk.length; j += unit) line += cell(i + j);
      process.out(`${line}\n`);
    }
    if (radix !== 'n') process.out(`${address(text.length + skip)}\n`);
    return status;
  },
};
