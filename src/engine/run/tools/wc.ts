import { FileStream } from '../system/stream.ts';
import { readOptions } from './options.ts';
import { reportFault } from './report.ts';
import type { Tool } from './tool.ts';

type Counts = readonly [lines: number, words: number, characters: number, bytes: number, longest: number];

export const wc: Tool = {
  name: 'wc',
  run(process, args) {
    const options = readOptions(process, args, 'l lines=l w words=w c bytes=c m chars=m L max-line-length=L');
    if (typeof options === 'number') return options;
    const letters = ['l', 'w', 'm', 'c', 'L'] as const;
    const shown = letters.map((letter) => (options.values.size === 0 ? 'lwc'.includes(letter) : options.has(letter)));
    const rows: { counts: Counts; name: string }[] = [];
    let status = 0;
    for (const path of options.operands.length > 0 ? options.operands : ['']) {
      try {
        const stream = path === '' || path === '-' ? process.stream(0) : process.open(path, 'read');
        if (options.has('c') && options.values.size === 1 && stream instanceof FileStream && path !== '' && path !== '-') {
          rows.push({ counts: [0, 0, 0, stream.file.size, 0], name: path });
          continue;
        }
        const parts: string[] = [];
        for (let part = stream.read(1 << 16); part !== ''; part = stream.read(1 << 16)) parts.push(part);
        rows.push({ counts: count(parts.join('')), name: path });
      } catch (fault) {
        status = reportFault(process, fault, path);
      }
    }
    if (rows.length > 1 || (options.operands.length > 1 && process.userland === 'gnu')) {
      const total = rows.reduce<Counts>((sum, { counts }) => [sum[0] + counts[0], sum[1] + counts[1], sum[2] + counts[2], sum[3] + counts[3], Math.max(sum[4], counts[4])], [0, 0, 0, 0, 0]);
      rows.push({ counts: total, name: 'total' });
    }
    const single = shown.filter(Boolean).length === 1;
    const largest = Math.max(0, ...rows.map(({ counts }) => counts[3]));
    const fromFile = options.operands.length > 0 && !options.operands.includes('-');
    const input = process.fds.get(0);
    const sized = options.operands.length === 0 && input instanceof FileStream;
    const width = process.userland === 'busybox' ? (single && rows.length === 1 ? 0 : 9) : single && rows.length === 1 ? 0 : fromFile || sized ? String(largest).length : 7;
    for (const { counts, name } of rows) {
      const columns = counts.filter((_, i) => shown[i]).map((n) => String(n).padStart(width));
      process.out(`${columns.join(' ')}${name === '' ? '' : ` ${name}`}\n`);
    }
    return status;
  },
};

function count(text: string): Counts {
  const lines = text.split('\n');
  const words = text.match(/[^ \t\n\v\f\r]+/g)?.length ?? 0;
  const longest = Math.max(...lines.map((line) => line.length));
  return [lines.length - 1, words, text.length, text.length, longest];
}
