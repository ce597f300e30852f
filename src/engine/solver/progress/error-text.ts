/** What the client prints after a failed build: the lines it is about, then the error (BuildKit `solver/errdefs/source.go`). */
import type { LineRange } from '../../source/range.ts';
import type { BuildRecord } from '../record.ts';

const rule = '-'.repeat(20);

/** Excerpts, one for each place of the Dockerfile, and `ERROR: failed to build: failed to solve: …`; nothing for a success. */
export function errorText(record: BuildRecord): string {
  const { error, dockerfile } = record;
  if (!error) return '';
  if (record.strategy === 'classic') return `${error.message}\n`;
  const { file, lines } = error.diagnostic;
  const name = dockerfile.path.split('/').at(-1) ?? dockerfile.path;
  const excerpts = file === undefined || file === dockerfile.path ? lines.map((range) => sourceExcerpt(name, dockerfile.text, [range])) : [];
  return `${excerpts.join('')}ERROR: failed to build: failed to solve: ${error.message}\n`;
}

/** The marked lines with two around one line, or one around several; empty where they lie outside of the text. */
export function sourceExcerpt(file: string, text: string, ranges: readonly LineRange[]): string {
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  let first = Math.min(...ranges.map((range) => range.first));
  let last = Math.max(...ranges.map((range) => range.last));
  if (first > lines.length || first < 1) return '';
  last = Math.min(last, lines.length);
  const padding = first === last ? 4 : 2;
  const header = first;
  for (let used = 0; used < padding; used++) {
    if (first > 1) {
      first--;
      used++;
    }
    if (last !== lines.length) {
      last++;
      used++;
    }
  }
  let out = `${file}:${header}\n${rule}\n`;
  for (let number = first; number <= last; number++) {
    const marked = ranges.some((range) => number >= range.first && number <= range.last);
    out += ` ${String(number).padStart(3)} | ${marked ? '>>>' : '   '} ${lines[number - 1]}\n`;
  }
  return `${out}${rule}\n`;
}
