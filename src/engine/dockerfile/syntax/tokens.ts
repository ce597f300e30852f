/**
 * The lossless view of a text: every UTF-16 unit belongs to exactly one token, in order. Two flat arrays, made when asked for.
 */
import { isSpace, skipSpace } from '../go/space.ts';
import { lineParts } from './line-parts.ts';
import type { InstructionNode, ParsedDockerfile } from './node.ts';

/**
 * What a token is. `text` is what the parser leaves to the shell or does not split; `sign` is `=`, `--` and JSON
 * punctuation; `continuation` is the escape token with the blanks behind it; `unread` is behind a line that is too long.
 */
export const tokenKinds = [
  ...(['space', 'newline', 'bom', 'directive', 'comment', 'continuation', 'unread'] as const),
  ...(['keyword', 'flag-name', 'flag-value', 'word', 'name', 'value', 'text', 'sign'] as const),
  ...(['heredoc-body', 'heredoc-end'] as const),
] as const;

/** One of `tokenKinds`. */
export type TokenKind = (typeof tokenKinds)[number];

/** Token `i` is `text.slice(ends[i - 1] ?? 0, ends[i])`; its kind is `tokenKinds[kinds[i]]`. */
export interface Tokens {
  readonly length: number;
  readonly kinds: Uint8Array;
  readonly ends: Uint32Array;
}

const kindIndex = new Map(tokenKinds.map((kind, i) => [kind, i]));

/** A parsed text → its tokens. */
export function tokens(parsed: ParsedDockerfile): Tokens {
  const writer = new TokenWriter(parsed);
  for (const node of parsed.nodes) writer.instruction(node);
  writer.finish();
  return { length: writer.kinds.length, kinds: Uint8Array.from(writer.kinds), ends: Uint32Array.from(writer.ends) };
}

class TokenWriter {
  readonly kinds: number[] = [];
  readonly ends: number[] = [];
  private readonly parsed: ParsedDockerfile;
  private readonly text: string;
  private at = 0;

  constructor(parsed: ParsedDockerfile) {
    this.parsed = parsed;
    this.text = parsed.text;
    if (this.text.charCodeAt(0) === 0xfeff) this.put('bom', 1);
  }

  /** Everything up to the end of an instruction. */
  instruction(node: InstructionNode): void {
    this.between(node.range.from);
    this.logicalLine(node);
    for (const { range, terminated } of node.heredocs) {
      this.between(range.from);
      this.put('heredoc-body', range.to);
      if (terminated) this.put('heredoc-end', this.lineEnd(range.to));
    }
    this.between(node.range.to);
  }

  finish(): void {
    this.between(this.parsed.readEnd);
    this.put('unread', this.text.length);
  }

  private put(kind: TokenKind, end: number): void {
    if (end <= this.at) return;
    this.kinds.push(kindIndex.get(kind)!);
    this.ends.push(end);
    this.at = end;
  }

  /** The end of the content of the line at a place. */
  private lineEnd(from: number): number {
    const newline = this.text.indexOf('\n', from);
    let to = newline < 0 ? this.text.length : newline;
    while (to > from && this.text.charCodeAt(to - 1) === 13) to--;
    return to;
  }

  /** The parts of the joined line, piece by piece; what is between two pieces is trivia. */
  private logicalLine(node: InstructionNode): void {
    const { pieces } = this.parsed;
    let piece = node.pieces.from;
    /** The end of a piece in the joined line. */
    const pieceEnd = () => (piece + 2 < node.pieces.to ? pieces[piece + 3]! : node.original.length);
    const toSource = (offset: number) => pieces[piece]! + offset - pieces[piece + 1]!;
    const putUpTo = (kind: TokenKind, offset: number) => {
      while (offset > pieceEnd()) {
        this.put(kind, toSource(pieceEnd()));
        piece += 2;
        this.between(pieces[piece]!);
      }
      this.put(kind, toSource(offset));
    };
    for (const part of lineParts(node, this.parsed.escape)) {
      putUpTo('space', part.from);
      putUpTo(part.kind, part.to);
    }
    putUpTo('space', node.original.length);
    while (piece + 2 < node.pieces.to) {
      piece += 2;
      this.between(pieces[piece]!);
    }
  }

  /** White space, line ends, comments, directives and continuation marks up to a place. */
  private between(end: number): void {
    const { text } = this;
    while (this.at < end) {
      const c = text.charCodeAt(this.at);
      if (c === 10 || (c === 13 && this.lineEnd(this.at) === this.at)) this.put('newline', Math.min(end, text.indexOf('\n', this.at) + 1 || end));
      else if (isSpace(c)) this.put('space', Math.min(end, skipSpace(text, this.at, this.lineEnd(this.at))));
      else if (c === 35) {
        const to = Math.min(end, this.lineEnd(this.at));
        this.put(this.at < this.parsed.directiveEnd ? 'directive' : 'comment', to);
      } else this.put('continuation', Math.min(end, this.lineEnd(this.at)));
    }
  }
}
