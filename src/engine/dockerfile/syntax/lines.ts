import { utf8Length } from '../../source/utf8.ts';

/** Go's `bufio.MaxScanTokenSize`: a line of this many bytes is too long. */
const tooManyBytes = 65536;

/** The physical lines of a text. */
export interface LineTable {
  /** Offset of each line; a text that ends with a newline has an empty last one. */
  readonly starts: readonly number[];
  /** How many lines BuildKit reads: up to the first that is too long, without an empty last one. */
  readonly count: number;
  readonly tooLong: boolean;
}

/** Splits at `\n`. */
export function readLines(text: string): LineTable {
  const starts = [0];
  let tooLong = -1;
  for (let from = 0; ; ) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 ? text.length : newline;
    if (tooLong < 0 && isTooLong(text, from, to)) tooLong = starts.length - 1;
    if (newline < 0) {
      const count = tooLong >= 0 ? tooLong : from < to ? starts.length : starts.length - 1;
      return { starts, count, tooLong: tooLong >= 0 };
    }
    from = newline + 1;
    starts.push(from);
  }
}

/** Whether a line without its newline has too many bytes. */
export function isTooLong(text: string, from: number, to: number): boolean {
  return (to - from) * 3 >= tooManyBytes && (to - from >= tooManyBytes || utf8Length(text.slice(from, to)) >= tooManyBytes);
}

/** The end of the first 65,536 bytes of a line that is too long. */
export function bufferEnd(text: string, from: number): number {
  let at = from;
  for (let bytes = 0; bytes < tooManyBytes; ) {
    const char = String.fromCodePoint(text.codePointAt(at)!);
    bytes += utf8Length(char);
    at += char.length;
  }
  return at;
}

/** The end of a line without its `\r` and `\n`. */
export function contentEnd(text: string, starts: readonly number[], line: number): number {
  const from = starts[line]!;
  let to = starts[line + 1] ?? text.length;
  while (to > from) {
    const c = text.charCodeAt(to - 1);
    if (c !== 10 && c !== 13) break;
    to--;
  }
  return to;
}

/** Where the escape token is that continues the line on the next; -1 where it ends here. Two tokens do not. */
export function continuationAt(text: string, from: number, to: number, escapeUnit: number): number {
  let at = to - 1;
  while (at >= from && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at--;
  if (at < from || text.charCodeAt(at) !== escapeUnit) return -1;
  return at > from && text.charCodeAt(at - 1) === escapeUnit ? -1 : at;
}
