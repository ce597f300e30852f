import type { InstructionNode, ParsedDockerfile } from '#engine/dockerfile/index.ts';
import type { Range } from '#engine/source/range.ts';

/**
 * An instruction as one line: continuations joined, comments between them dropped, as BuildKit reads it. `source` and
 * `joined` lead from this line to the text and back.
 */
export class LogicalLine {
  readonly node: InstructionNode;
  readonly text: string;
  private readonly pieces: readonly number[];

  constructor(parsed: ParsedDockerfile, node: InstructionNode) {
    this.node = node;
    this.text = node.original;
    this.pieces = parsed.pieces.slice(node.pieces.from, node.pieces.to);
  }

  /** Offset in the line → offset in the text. At a seam, the start of the later piece; with `end`, the end of the earlier. */
  source(offset: number, end = false): number {
    const at = this.pieceAt(end ? offset - 1 : offset, 1);
    return this.pieces[at]! + offset - this.pieces[at + 1]!;
  }

  /** Offset in the text → offset in the line; a place between the pieces counts as the end of the piece before. */
  joined(position: number): number {
    const at = this.pieceAt(position, 0);
    const last = this.pieces[at + 3] ?? this.text.length;
    return Math.max(0, Math.min(last, this.pieces[at + 1]! + position - this.pieces[at]!));
  }

  /** A span of the line → its ranges in the text, one for each piece it touches. */
  ranges(from: number, to: number): readonly Range[] {
    const ranges: Range[] = [];
    for (let at = this.pieceAt(from, 1); at < this.pieces.length && this.pieces[at + 1]! < to; at += 2) {
      const start = Math.max(from, this.pieces[at + 1]!);
      const end = Math.min(to, this.pieces[at + 3] ?? this.text.length);
      if (start >= end) continue;
      const shift = this.pieces[at]! - this.pieces[at + 1]!;
      ranges.push({ from: start + shift, to: end + shift });
    }
    return ranges;
  }

  /** The place in `pieces` of the last piece that begins at an offset or before: of the text with 0, of the line with 1. */
  private pieceAt(offset: number, side: 0 | 1): number {
    let low = 0;
    let high = this.pieces.length / 2 - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.pieces[2 * middle + side]! <= offset) low = middle;
      else high = middle - 1;
    }
    return 2 * low;
  }

  /** The ends of all pieces but the last in the text: where the escape tokens are. */
  get seams(): readonly number[] {
    const seams: number[] = [];
    for (let at = 0; at + 2 < this.pieces.length; at += 2) seams.push(this.pieces[at]! + this.pieces[at + 3]! - this.pieces[at + 1]!);
    return seams;
  }

  /** Where the last piece ends in the text; heredocs and the line end come after it. */
  get end(): number {
    return this.source(this.text.length);
  }
}
