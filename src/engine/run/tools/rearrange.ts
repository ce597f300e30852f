/** Tools that put lines in another shape: `tac`, `rev`, `nl`, `paste`, `fold`, `base64`. */
import { readInputs, splitLines } from './lines.ts';
import { readOptions } from './options.ts';
import type { Tool } from './tool.ts';

export const tac: Tool = {
  name: 'tac',
  run(process, args) {
    const { inputs, status } = readInputs(process, args);
    for (const { text } of inputs) process.out((text.match(/[^\n]*\n|[^\n]+$/g) ?? []).reverse().join(''));
    return status;
  },
};

export const rev: Tool = {
  name: 'rev',
  run(process, args) {
    const { inputs, status } = readInputs(process, args);
    for (const { text } of inputs) process.out(splitLines(text).map((line) => `${[...line].reverse().join('')}\n`).join(''));
    return status;
  },
};

export const nl: Tool = {
  name: 'nl',
  run(process, args) {
    const options = readOptions(process, args, 'b: w: s: v: i: n:');
    if (typeof options === 'number') return options;
    const { inputs, status } = readInputs(process, options.operands);
    const width = Number(options.values.get('w') ?? 6);
    let n = Number(options.values.get('v') ?? 1);
    for (const { text } of inputs) {
      for (const line of splitLines(text)) {
        const counts = options.values.get('b') === 'a' || line !== '';
        process.out(counts ? `${String(n++).padStart(width)}${options.values.get('s') ?? '\t'}${line}\n` : `${' '.repeat(width + 1)}\n`);
      }
    }
    return status;
  },
};

export const paste: Tool = {
  name: 'paste',
  run(process, args) {
    const options = readOptions(process, args, 'd: delimiters=d: s serial=s');
    if (typeof options === 'number') return options;
    const { inputs, status } = readInputs(process, options.operands);
    const delimiters = (options.values.get('d') ?? '\t').replace(/\\n/g, '\n').replace(/\\t/g, '\t').replace(/\\0/g, '');
    const join = (parts: readonly string[]) => parts.reduce((sum, part, i) => sum + (i > 0 ? (delimiters[(i - 1) % Math.max(1, delimiters.length)] ?? '') : '') + part, '');
    const columns = inputs.map(({ text }) => splitLines(text));
    if (options.has('s')) for (const column of columns) process.out(`${join(column)}\n`);
    else {
      const height = Math.max(0, ...columns.map((column) => column.length));
      for (let i = 0; i < height; i++) process.out(`${join(columns.map((column) => column[i] ?? ''))}\n`);
    }
    return status;
  },
};

export const fold: Tool = {
  name: 'fold',
  run(process, args) {
    const options = readOptions(process, args, 'w: width=w: s spaces=s b');
    if (typeof options === 'number') return options;
    const width = Math.max(1, Number(options.values.get('w') ?? 80));
    const { inputs, status } = readInputs(process, options.operands);
    for (const { text } of inputs) process.out(text.replace(new RegExp(options.has('s') ? `([^\\n]{1,${width}}(?= |\\n|$)|[^\\n]{${width}})(?=[^\\n])` : `([^\\n]{${width}})(?=[^\\n])`, 'g'), '$1\n'));
    return status;
  },
};

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export const base64: Tool = {
  name: 'base64',
  run(process, args) {
    const options = readOptions(process, args, 'd decode=d D=d w: wrap=w: i');
    if (typeof options === 'number') return options;
    const text = process.readFile(options.operands[0] ?? '-', true);
    if (options.has('d')) {
      const clean = text.replace(/\s/g, '');
      if (!/^[A-Za-z0-9+/]*={0,2}$/.test(clean)) return process.fail('invalid input');
      let bits = '';
      for (const c of clean.replace(/=+$/, '')) bits += ALPHABET.indexOf(c).toString(2).padStart(6, '0');
      process.out((bits.match(/[01]{8}/g) ?? []).map((byte) => String.fromCharCode(parseInt(byte, 2))).join(''));
      return 0;
    }
    let result = '';
    for (let i = 0; i < text.length; i += 3) {
      const [a, b, c] = [text.charCodeAt(i), text.charCodeAt(i + 1), text.charCodeAt(i + 2)];
      const group = (a << 16) | ((b || 0) << 8) | (c || 0);
      const letters = [18, 12, 6, 0].map((shift) => ALPHABET[(group >> shift) & 63]!);
      result += letters.slice(0, i + 1 >= text.length ? 2 : i + 2 >= text.length ? 3 : 4).join('').padEnd(4, '=');
    }
    const width = Number(options.values.get('w') ?? 76);
    process.out(width > 0 ? result.replace(new RegExp(`.{1,${width}}`, 'g'), '$&\n') : result);
    return 0;
  },
};
