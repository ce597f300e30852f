/** The layout of `--help`: pflag's table of flags, broken at the width of a terminal as pflag breaks it. */
import type { Flag } from './flag-table.ts';

/** Columns of a terminal whose size nobody knows, less the one that docker leaves free. */
const width = 79;
/** pflag lets a line run over by this much where that saves another line. */
const slop = 5;
const narrowest = 24;

/** The table of flags that are not hidden, sorted by name, each line with its newline (`FlagUsagesWrapped`). */
export function flagUsages(flags: readonly Flag[]): string {
  const shown = flags.filter(({ hidden }) => !hidden).sort((a, b) => (a.name < b.name ? -1 : 1));
  const heads = shown.map(({ name, short, type }) => `${short === undefined ? '      ' : `  -${short}, `}--${name}${type === undefined ? '' : ` ${type}`}`);
  const longest = Math.max(0, ...heads.map(({ length }) => length));
  return shown.map(({ about }, at) => `${(heads[at] ?? '').padEnd(longest)}   ${wrap(longest + 3, about)}\n`).join('');
}

/** A text whose further lines begin at a column. */
function wrap(column: number, text: string): string {
  let indent = column;
  let room = width - column;
  let wrapped = '';
  if (room < narrowest) {
    indent = 16;
    room = width - indent;
    wrapped = `\n${' '.repeat(indent)}`;
  }
  const lines: string[] = [];
  let rest = text;
  do {
    const [line, after] = cut(rest, room - slop);
    lines.push(line.replaceAll('\n', `\n${' '.repeat(indent)}`));
    rest = after;
  } while (rest !== '');
  return wrapped + lines.join(`\n${' '.repeat(indent)}`);
}

/** The first line of a text and the rest (`wrapN`). */
function cut(text: string, room: number): readonly [string, string] {
  if (room + slop > text.length) return [text, ''];
  const head = text.slice(0, room);
  const space = Math.max(head.lastIndexOf(' '), head.lastIndexOf('\t'), head.lastIndexOf('\n'));
  if (space <= 0) return [text, ''];
  const newline = head.lastIndexOf('\n');
  const at = newline > 0 && newline < space ? newline : space;
  return [text.slice(0, at), text.slice(at + 1)];
}
