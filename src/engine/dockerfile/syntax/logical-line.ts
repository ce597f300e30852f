import type { Range } from '../../source/range.ts';
import type { InstructionNode, ParsedDockerfile } from './node.ts';

/**
 * Place in a node's logical line → place in the text. Where two physical lines meet: the start of the later one, or with
 * `asEnd` the end of the earlier.
 */
function sourceOffset(parsed: ParsedDockerfile, node: InstructionNode, offset: number, asEnd = false): number {
  const { pieces } = parsed;
  let low = node.pieces.from;
  let high = node.pieces.to - 2;
  while (low < high) {
    const middle = low + 2 * Math.ceil((high - low) / 4);
    const before = asEnd ? pieces[middle + 1]! < offset : pieces[middle + 1]! <= offset;
    if (before) low = middle;
    else high = middle - 2;
  }
  return pieces[low]! + offset - pieces[low + 1]!;
}

/** A stretch of the logical line → where it is in the text; continuations in between are in the range. */
export function sourceRange(parsed: ParsedDockerfile, node: InstructionNode, from: number, to: number): Range {
  const start = sourceOffset(parsed, node, from);
  return { from: start, to: Math.max(start, sourceOffset(parsed, node, to, true)) };
}
