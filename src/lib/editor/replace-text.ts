import type { ChangeSpec, Text } from '@codemirror/state';

/**
 * The smallest single change that makes one text of another, so that the cursor and the folds outside it stay.
 * Nothing where they are equal. Never splits a surrogate pair.
 */
export function replaceText(before: Text, after: string): ChangeSpec | undefined {
  const old = before.toString();
  if (old === after) return undefined;
  const shorter = Math.min(old.length, after.length);
  let head = 0;
  while (head < shorter && old.charCodeAt(head) === after.charCodeAt(head)) head++;
  if (head > 0 && isHigh(old.charCodeAt(head - 1))) head--;
  let tail = 0;
  while (tail < shorter - head && old.charCodeAt(old.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail++;
  if (tail > 0 && isLow(old.charCodeAt(old.length - tail))) tail--;
  return { from: head, to: old.length - tail, insert: after.slice(head, after.length - tail) };
}

const isHigh = (unit: number) => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number) => unit >= 0xdc00 && unit < 0xe000;
