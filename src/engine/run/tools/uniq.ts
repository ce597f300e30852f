import { readOptions } from './options.ts';
import { splitLines } from './lines.ts';
import type { Tool } from './tool.ts';

export const uniq: Tool = {
  name: 'uniq',
  run(process, args) {
    const options = readOptions(process, args, 'c count=c d repeated=d u unique=u i ignore-case=i f: s: w: z');
    if (typeof options === 'number') return options;
    const [input = '-', output] = options.operands;
    const groups: { line: string; count: number }[] = [];
    const key = (line: string) => {
      let text = line.replace(new RegExp(`^(?:[ \\t]*[^ \\t]+){0,${Number(options.values.get('f') ?? 0) || 0}}`), '').slice(Number(options.values.get('s') ?? 0));
      if (options.values.has('w')) text = text.slice(0, Number(options.values.get('w')));
      return options.has('i') ? text.toLowerCase() : text;
    };
    for (const line of splitLines(process.readFile(input, true))) {
      const last = groups.at(-1);
      if (last && key(last.line) === key(line)) last.count++;
      else groups.push({ line, count: 1 });
    }
    const kept = groups.filter(({ count }) => (options.has('d') ? count > 1 : true) && (options.has('u') ? count === 1 : true));
    const text = kept.map(({ line, count }) => `${options.has('c') ? `${String(count).padStart(7)} ` : ''}${line}\n`).join('');
    if (output === undefined) process.out(text);
    else process.writeFile(output, text);
    return 0;
  },
};
