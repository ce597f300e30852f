import { unescape } from './echo.ts';
import { readOptions, wrongUse } from './options.ts';
import type { Tool } from './tool.ts';

const CLASSES: Readonly<Record<string, RegExp>> = {
  alnum: /[A-Za-z0-9]/, alpha: /[A-Za-z]/, blank: /[ \t]/, cntrl: /[\x00-\x1f\x7f]/, digit: /\d/, graph: /[!-~]/, lower: /[a-z]/,
  print: /[ -~]/, punct: /[!-/:-@[-`{-~]/, space: /[ \t-\r]/, upper: /[A-Z]/, xdigit: /[0-9A-Fa-f]/,
};

/** The characters of a set such as `a-z[:digit:]\n`. */
function expandSet(text: string, length: number): string {
  let source = text.replace(/\[:(\w+):\]/g, (whole, name: string) => {
    const test = CLASSES[name];
    return test ? Array.from({ length: 256 }, (_, i) => String.fromCharCode(i)).filter((c) => test.test(c)).map((c) => (c === '-' || c === '\\' ? `\\${c}` : c)).join('') : whole;
  });
  source = source.replace(/\[(.)\*(\d*)\]/gs, (_, c: string, n: string) => c.repeat(Math.min(Number(n) || Math.max(0, length), 4096)));
  let result = '';
  for (let i = 0; i < source.length; i++) {
    const read = (): string => {
      if (source[i] !== '\\') return source[i]!;
      const sequence = /^\\(?:[0-7]{1,3}|.)/s.exec(source.slice(i))?.[0] ?? '\\';
      i += sequence.length - 1;
      const value = unescape(sequence, true, false).text;
      return value.length === 1 ? value : (sequence[1] ?? '\\');
    };
    const low = read();
    if (source[i + 1] === '-' && i + 2 < source.length) {
      i += 2;
      const high = read();
      for (let code = low.charCodeAt(0); code <= high.charCodeAt(0); code++) result += String.fromCharCode(code);
    } else result += low;
  }
  return result;
}

export const tr: Tool = {
  name: 'tr',
  run(process, args) {
    const options = readOptions(process, args, 'c complement=c C d delete=d s squeeze-repeats=s t', true);
    if (typeof options === 'number') return options;
    const [first, second] = options.operands;
    if (first === undefined) return wrongUse(process, 'missing operand');
    if (second === undefined && process.userland === 'gnu' && !options.has('d') && !options.has('s')) return wrongUse(process, `missing operand after '${first}'\nTwo strings must be given when translating.`);
    let from = expandSet(first, 0);
    if (options.has('c') || options.has('C')) from = Array.from({ length: 256 }, (_, i) => String.fromCharCode(i)).filter((c) => !from.includes(c)).join('');
    const to = second === undefined ? undefined : expandSet(second, from.length);
    const squeezed = options.has('s') ? (options.has('d') || to !== undefined ? (to ?? '') : from) : '';
    const map = new Map<string, string>();
    if (to !== undefined && !options.has('d')) [...from].forEach((c, i) => map.set(c, to[Math.min(i, to.length - 1)] ?? c));
    const deleted = options.has('d') ? new Set(from) : undefined;
    let result = '';
    let last = '';
    for (const c of process.readInput()) {
      if (deleted?.has(c)) continue;
      const mapped = map.get(c) ?? c;
      if (mapped === last && squeezed.includes(mapped)) continue;
      last = mapped;
      result += mapped;
    }
    process.out(result);
    return 0;
  },
};
