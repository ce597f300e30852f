/** One file in two file systems: its text line by line, its bytes by the first that differs, and what else of it differs. */
import { bytesOf, contentSize, sameContent } from '../../fs/index.ts';
import type { FileNode, Node } from '../../fs/node.ts';
import { lineDiff } from '../../source/line-diff.ts';
import { textIn } from './layer-files.ts';

/** What a place holds there. */
export interface FileSide {
  readonly type: Node['type'];
  /** Bytes. */
  readonly size: number;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Of a symbolic link. */
  readonly target?: string;
}

/** A line of a text diff. Numbers from 1, in the old and in the new text. */
export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added';
  readonly old?: number;
  readonly now?: number;
  readonly text: string;
}

export type Difference =
  /** Byte for byte; what differs is beside the contents. */
  | { readonly kind: 'same' }
  /** Changed lines with three around them. `cut`: there are more than are shown. `end`: only the newline at the end is other. */
  | { readonly kind: 'text'; readonly hunks: readonly (readonly DiffLine[])[]; readonly added: number; readonly removed: number; readonly cut: boolean; readonly end: boolean }
  /** `first`: offset of the first byte that differs. */
  | { readonly kind: 'bytes'; readonly first: number }
  /** Nobody has the bytes of one or both; they are other ones, or would be. */
  | { readonly kind: 'described' }
  /** One of them is no file. */
  | { readonly kind: 'other' };

export interface FileDifference {
  readonly path: string;
  /** Absent where there is nothing. */
  readonly before?: FileSide;
  readonly after?: FileSide;
  readonly difference: Difference;
}

/** Lines around a change, lines that are shown, and bytes that are compared as text. */
const around = 3;
const mostLines = 2000;
const mostText = 1_000_000;

/** From the one to the other; a side that is absent has no such file. */
export function fileDifference(path: string, before: Node | undefined, after: Node | undefined): FileDifference {
  return { path, ...(before && { before: sideOf(before) }), ...(after && { after: sideOf(after) }), difference: differenceOf(before, after) };
}

function sideOf(node: Node): FileSide {
  const { type, mode, uid, gid } = node;
  return { type, size: node.type === 'file' ? contentSize(node.content) : 0, mode, uid, gid, ...(node.type === 'symlink' && { target: node.target }) };
}

function differenceOf(before: Node | undefined, after: Node | undefined): Difference {
  const file = (node: Node | undefined): FileNode | undefined => (node?.type === 'file' ? node : undefined);
  const [old, now] = [file(before), file(after)];
  if ((before && !old) || (after && !now) || (!old && !now)) return { kind: 'other' };
  if (old && now && sameContent(old.content, now.content)) return { kind: 'same' };
  if (old?.content.kind === 'described' || now?.content.kind === 'described') return { kind: 'described' };
  const [a, b] = [old ? bytesOf(old.content) : nothing, now ? bytesOf(now.content) : nothing];
  const [text, other] = [textWithin(a), textWithin(b)];
  return text === undefined || other === undefined ? { kind: 'bytes', first: firstDifference(a, b) } : textDifference(text, other);
}

const nothing = new Uint8Array(0);
const textWithin = (bytes: Uint8Array): string | undefined => (bytes.length > mostText ? undefined : textIn(bytes));

function firstDifference(a: Uint8Array, b: Uint8Array): number {
  const shorter = Math.min(a.length, b.length);
  let at = 0;
  while (at < shorter && a[at] === b[at]) at++;
  return at;
}

/** Lines without the empty one after a newline at the end. */
function linesOf(text: string): readonly string[] {
  const lines = text.split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

function textDifference(before: string, after: string): Difference {
  const [old, now] = [linesOf(before), linesOf(after)];
  const changes = lineDiff(old, now);
  const hunks: DiffLine[][] = [];
  let at = { old: 0, now: 0 };
  let shown = 0;
  const added = changes.reduce((sum, { newFrom, newTo }) => sum + newTo - newFrom, 0);
  const removed = changes.reduce((sum, { oldFrom, oldTo }) => sum + oldTo - oldFrom, 0);
  for (const [index, { oldFrom, oldTo, newFrom, newTo }] of changes.entries()) {
    const joins = index > 0 && oldFrom - at.old <= around * 2;
    if (!joins) hunks.push([]);
    const hunk = hunks.at(-1)!;
    const lead = joins ? oldFrom - at.old : Math.min(around, oldFrom);
    for (let back = lead; back > 0; back--) hunk.push({ kind: 'same', old: oldFrom - back + 1, now: newFrom - back + 1, text: old[oldFrom - back] ?? '' });
    for (let line = oldFrom; line < oldTo; line++) hunk.push({ kind: 'removed', old: line + 1, text: old[line] ?? '' });
    for (let line = newFrom; line < newTo; line++) hunk.push({ kind: 'added', now: line + 1, text: now[line] ?? '' });
    at = { old: oldTo, now: newTo };
    const next = changes[index + 1];
    if (!next || next.oldFrom - oldTo > around * 2) {
      for (let line = 0; line < around && oldTo + line < old.length; line++) hunk.push({ kind: 'same', old: oldTo + line + 1, now: newTo + line + 1, text: old[oldTo + line] ?? '' });
    }
    shown += oldTo - oldFrom + newTo - newFrom;
    if (shown > mostLines) break;
  }
  return { kind: 'text', hunks: cutTo(hunks), added, removed, cut: added + removed > mostLines, end: changes.length === 0 };
}

/** No more lines than can be shown. */
function cutTo(hunks: readonly (readonly DiffLine[])[]): readonly (readonly DiffLine[])[] {
  let left = mostLines;
  return hunks.flatMap((hunk) => {
    const part = hunk.slice(0, left);
    left -= part.length;
    return part.length === 0 ? [] : [part];
  });
}
