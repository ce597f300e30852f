import { attempt, strerror } from '../system/errno.ts';
import type { Process } from '../system/process.ts';
import { join } from './copy-tree.ts';
import { readOptions, wrongUse } from './options.ts';
import type { Options } from './options.ts';
import { formatTime } from './time-format.ts';
import type { Tool } from './tool.ts';

interface Hunk {
  readonly kind: 'same' | 'del' | 'add';
  readonly line: string;
}

const MAX_CELLS = 4_000_000;

export const diff: Tool = {
  name: 'diff',
  run(process, args) {
    const options = readOptions(process, args, 'u U: unified=u q brief=q r recursive=r N new-file=N s i w b B a c L: label=L:');
    if (typeof options === 'number') return 2;
    const [from, to] = options.operands;
    if (from === undefined || to === undefined) return wrongUse(process, 'missing operand', 2);
    return compare(process, from, to, options);
  },
};

function compare(process: Process, from: string, to: string, options: Options): number {
  const [a, b] = [from, to].map((path) => (path === '-' ? undefined : process.peek(path)));
  if (a?.type === 'dir' && b?.type === 'dir') {
    let status = 0;
    for (const name of [...new Set([...a.names(), ...b.names()])].sort()) {
      if (!a.get(name) || !b.get(name)) {
        process.out(`Only in ${a.get(name) ? from : to}: ${name}\n`);
        status = 1;
      } else if (a.get(name)?.type === 'dir' && b.get(name)?.type === 'dir' && !options.has('r')) process.out(`Common subdirectories: ${join(from, name)} and ${join(to, name)}\n`);
      else status = Math.max(status, compare(process, join(from, name), join(to, name), options));
    }
    return status;
  }
  const texts: string[] = [];
  for (const path of [from, to]) {
    const { value, errno } = attempt(() => process.readFile(path, true));
    if (value === undefined && !(options.has('N') && errno === 'ENOENT')) {
      process.fail(`${path}: ${strerror(errno!)}`);
      return 2;
    }
    texts.push(value ?? '');
  }
  const [left = '', right = ''] = texts;
  if (left === right) return 0;
  if (options.has('q')) {
    process.out(`Files ${from} and ${to} differ\n`);
    return 1;
  }
  const split = (text: string) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const [x, y] = [split(left), split(right)];
  if (x.length * y.length > MAX_CELLS || /\0/.test(left + right)) {
    process.out(`Binary files ${from} and ${to} differ\n`);
    return 1;
  }
  const hunks = script(x, y);
  if (options.has('u') || options.has('U') || process.userland === 'busybox') {
    const stamp = (path: string) => (process.userland === 'gnu' ? `\t${formatTime('%Y-%m-%d %H:%M:%S', process.peek(path)?.mtime ?? 0)}.000000000 +0000` : '');
    process.out(`--- ${from}${stamp(from)}\n+++ ${to}${stamp(to)}\n${unified(hunks, Number(options.values.get('U') ?? 3))}`);
  } else process.out(normal(hunks));
  return 1;
}

/** Lines kept, deleted and added, by the longest common subsequence. */
function script(x: readonly string[], y: readonly string[]): Hunk[] {
  const width = y.length + 1;
  const table = new Uint32Array((x.length + 1) * width);
  for (let i = x.length - 1; i >= 0; i--) {
    for (let j = y.length - 1; j >= 0; j--) {
      table[i * width + j] = x[i] === y[j] ? table[(i + 1) * width + j + 1]! + 1 : Math.max(table[(i + 1) * width + j]!, table[i * width + j + 1]!);
    }
  }
  const hunks: Hunk[] = [];
  let [i, j] = [0, 0];
  while (i < x.length || j < y.length) {
    if (i < x.length && j < y.length && x[i] === y[j]) {
      hunks.push({ kind: 'same', line: x[i++]! });
      j++;
    } else if (i < x.length && (j >= y.length || table[(i + 1) * width + j]! >= table[i * width + j + 1]!)) hunks.push({ kind: 'del', line: x[i++]! });
    else hunks.push({ kind: 'add', line: y[j++]! });
  }
  return hunks;
}

function show(mark: string, line: string): string {
  return line.endsWith('\n') ? mark + line : `${mark}${line}\n\\ No newline at end of file\n`;
}

function unified(hunks: readonly Hunk[], context: number): string {
  const shown = hunks.map((_, i) => hunks.slice(Math.max(0, i - context), i + context + 1).some((one) => one.kind !== 'same'));
  let result = '';
  let [a, b] = [1, 1];
  for (let i = 0; i < hunks.length; ) {
    if (!shown[i]) {
      a++;
      b++;
      i++;
      continue;
    }
    const from = i;
    while (i < hunks.length && shown[i]) i++;
    const part = hunks.slice(from, i);
    const dels = part.filter((one) => one.kind !== 'add').length;
    const adds = part.filter((one) => one.kind !== 'del').length;
    const range = (start: number, n: number) => (n === 1 ? String(start) : `${n === 0 ? start - 1 : start},${n}`);
    result += `@@ -${range(a, dels)} +${range(b, adds)} @@\n`;
    for (const { kind, line } of part) result += show(kind === 'same' ? ' ' : kind === 'del' ? '-' : '+', line);
    a += dels;
    b += adds;
  }
  return result;
}

function normal(hunks: readonly Hunk[]): string {
  let result = '';
  let [a, b] = [0, 0];
  for (let i = 0; i < hunks.length; ) {
    if (hunks[i]!.kind === 'same') {
      a++;
      b++;
      i++;
      continue;
    }
    const dels: string[] = [];
    const adds: string[] = [];
    for (; i < hunks.length && hunks[i]!.kind !== 'same'; i++) (hunks[i]!.kind === 'del' ? dels : adds).push(hunks[i]!.line);
    const range = (start: number, n: number) => (n > 1 ? `${start + 1},${start + n}` : String(n === 0 ? start : start + 1));
    result += `${range(a, dels.length)}${dels.length === 0 ? 'a' : adds.length === 0 ? 'd' : 'c'}${range(b, adds.length)}\n`;
    result += dels.map((line) => show('< ', line)).join('');
    if (dels.length > 0 && adds.length > 0) result += '---\n';
    result += adds.map((line) => show('> ', line)).join('');
    a += dels.length;
    b += adds.length;
  }
  return result;
}
