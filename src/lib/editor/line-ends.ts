/**
 * Windows line ends at the border of the editor, which counts each as one character: a file that has them throughout is shown
 * without, and given back with them. Where ends are mixed the text is kept to the last character.
 */
import type { Text } from '@codemirror/state';
import type { Range } from '#engine/source/range.ts';

/** Whether a text has line ends and all of them are `\r\n`. */
export function hasWindowsEnds(text: string): boolean {
  return text.includes('\r\n') && !/(?:^|[^\r])\n|\r(?!\n)/.test(text);
}

export const withoutReturns = (text: string): string => text.replaceAll('\r\n', '\n');

export const withReturns = (text: string): string => text.replaceAll('\n', '\r\n');

/** A range of the file → the range of the document that shows it without returns. */
export function rangeWithoutReturns(doc: Text, { from, to }: Range): Range {
  return { from: placeWithoutReturns(doc, from), to: placeWithoutReturns(doc, to) };
}

function placeWithoutReturns(doc: Text, offset: number): number {
  let low = 1;
  let high = doc.lines;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (doc.line(middle).from + middle - 1 <= offset) low = middle;
    else high = middle - 1;
  }
  return Math.min(doc.line(low).to, offset - (low - 1));
}
