import { readInputs, splitLines } from './lines.ts';
import { readOptions, wrongUse } from './options.ts';
import type { Tool } from './tool.ts';

function ranges(text: string): ((n: number) => boolean) | undefined {
  const list: [number, number][] = [];
  for (const part of text.split(/[, ]/)) {
    const match = /^(\d*)(-?)(\d*)$/.exec(part);
    if (!match || part === '' || part === '-') return undefined;
    const low = match[1] === '' ? 1 : Number(match[1]);
    list.push([low, match[2] === '' ? low : match[3] === '' ? Infinity : Number(match[3])]);
  }
  return (n) => list.some(([low, high]) => n >= low && n <= high);
}

export const cut: Tool = {
  name: 'cut',
  run(process, args) {
    const options = readOptions(process, args, 'b: bytes=b: c: characters=c: f: fields=f: d: delimiter=d: s only-delimited=s n complement=X output-delimiter=O:');
    if (typeof options === 'number') return options;
    const { values } = options;
    const list = values.get('f') ?? values.get('c') ?? values.get('b');
    if (list === undefined) return wrongUse(process, process.userland === 'gnu' ? 'you must specify a list of bytes, characters, or fields' : "expected a list of bytes, characters, or fields");
    const chosen = ranges(list);
    if (!chosen) return wrongUse(process, 'invalid field range');
    const keep = options.has('X') ? (n: number) => !chosen(n) : chosen;
    const delimiter = values.get('d') ?? '\t';
    if (delimiter.length !== 1) return wrongUse(process, 'the delimiter must be a single character');
    const joiner = values.get('O') ?? delimiter;
    const { inputs, status } = readInputs(process, options.operands);
    for (const { text } of inputs) {
      for (const line of splitLines(text)) {
        if (!values.has('f')) {
          process.out(`${[...line].filter((_, i) => keep(i + 1)).join('')}\n`);
          continue;
        }
        if (!line.includes(delimiter)) {
          if (!options.has('s')) process.out(`${line}\n`);
          continue;
        }
        process.out(`${line.split(delimiter).filter((_, i) => keep(i + 1)).join(joiner)}\n`);
      }
    }
    return status;
  },
};
