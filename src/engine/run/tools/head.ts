import type { Process } from '../system/process.ts';
import { readOptions } from './options.ts';
import { reportFault } from './report.ts';
import { splitLines } from './lines.ts';
import type { Tool } from './tool.ts';

const UNITS: Readonly<Record<string, number>> = { '': 1, b: 512, k: 1024, K: 1024, kB: 1000, M: 1 << 20, MB: 1e6, G: 1 << 30, GB: 1e9 };

/** A count such as `10`, `-3`, `1k`; undefined where it is none. */
export function readCount(text: string): { sign: string; n: number } | undefined {
  const match = /^([-+]?)(\d+)([a-zA-Z]*)$/.exec(text);
  const unit = match && UNITS[match[3]!];
  return match && unit !== undefined ? { sign: match[1]!, n: Number(match[2]) * (unit ?? 1) } : undefined;
}

export const head: Tool = {
  name: 'head',
  run(process, args) {
    const old = /^-(\d+)$/.exec(args[0] ?? '');
    const options = readOptions(process, old ? ['-n', old[1]!, ...args.slice(1)] : args, 'n: lines=n: c: bytes=c: q quiet=q silent=q v verbose=v');
    if (typeof options === 'number') return options;
    const bytes = options.values.get('c');
    const text = bytes ?? options.values.get('n') ?? '10';
    const count = readCount(text);
    if (!count) return process.fail(process.userland === 'gnu' ? `invalid number of ${bytes === undefined ? 'lines' : 'bytes'}: '${text}'` : `invalid number '${text}'`);
    const paths = options.operands.length > 0 ? options.operands : ['-'];
    const headers = (paths.length > 1 && !options.has('q')) || options.has('v');
    let status = 0;
    let first = true;
    for (const path of paths) {
      try {
        const stream = path === '-' ? process.stream(0) : process.open(path, 'read');
        if (headers) process.out(`${first ? '' : '\n'}==> ${path === '-' ? 'standard input' : path} <==\n`);
        first = false;
        if (count.sign === '-') {
          const rest: string[] = [];
          for (let part = stream.read(1 << 16); part !== ''; part = stream.read(1 << 16)) rest.push(part);
          const all = rest.join('');
          const lines = all.match(/[^\n]*\n|[^\n]+$/g) ?? [];
          process.out(bytes === undefined ? lines.slice(0, Math.max(0, lines.length - count.n)).join('') : all.slice(0, Math.max(0, all.length - count.n)));
        } else if (bytes !== undefined) copyBytes(process, stream, count.n);
        else copyLines(process, stream, count.n);
      } catch (fault) {
        status = reportFault(process, fault, `cannot open '${path}' for reading`, path);
      }
    }
    return status;
  },
};

function copyBytes(process: Process, stream: ReturnType<Process['stream']>, n: number): void {
  for (let left = n; left > 0; ) {
    const part = stream.read(Math.min(left, 1 << 16));
    if (part === '') return;
    process.out(part);
    left -= part.length;
  }
}

function copyLines(process: Process, stream: ReturnType<Process['stream']>, n: number): void {
  for (let left = n; left > 0; ) {
    const part = stream.read(1 << 12);
    if (part === '') return;
    const count = splitLines(part).length - (part.endsWith('\n') ? 0 : 1);
    if (count < left) {
      process.out(part);
      left -= count;
      continue;
    }
    let end = -1;
    for (; left > 0; left--) end = part.indexOf('\n', end + 1);
    process.out(part.slice(0, end + 1));
    stream.unread(part.slice(end + 1));
  }
}
