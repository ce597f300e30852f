import { trimSpace } from '../go/space.ts';
import { instructionFor } from '../instructions/index.ts';
import { lineParts, type Part } from '../syntax/line-parts.ts';
import { contentEnd, continuationAt } from '../syntax/lines.ts';
import type { InstructionNode, ParsedDockerfile } from '../syntax/node.ts';
import { withoutBlanksAtEnd } from './line-end.ts';

const indent = '    ';
const blanks = /^[ \t]*$/;

/** The lines of an instruction without its heredocs, laid out: parts as they are, what is between them tidied. */
export function logicalLines(parsed: ParsedDockerfile, node: InstructionNode, toCase: (keyword: string) => string): readonly string[] {
  const parts = lineParts(node, parsed.escape);
  if (parts.length === 0 || endsInEscape(node.original, parts, parsed)) return [parsed.text.slice(node.range.from, node.range.to)];
  const writer = new LineWriter(parsed, node, jsonStart(node, parts));
  writer.copy(parts[0]!.from);
  parts.forEach((part, i) => {
    if (i > 0) writer.gap(parts[i - 1]!, part);
    writer.copy(part.to, part.kind === 'keyword' && isKnown(node.original.slice(part.from, part.to)) ? toCase : undefined);
  });
  return writer.finish();
}

/** An escape token with white space behind it that keeps it from continuing the line: better left alone. */
function endsInEscape(line: string, parts: readonly Part[], { escape }: ParsedDockerfile): boolean {
  const { from, to } = parts.at(-1)!;
  return continuationAt(line, from, to, escape.charCodeAt(0)) >= 0;
}

/** Where a JSON array begins in the joined line; beyond its end where there is none. */
function jsonStart(node: InstructionNode, parts: readonly Part[]): number {
  let innermost = node;
  while (innermost.child) innermost = innermost.child;
  const bracket = innermost.json ? parts.find((part) => part.kind === 'sign' && node.original[part.from] === '[') : undefined;
  return bracket?.from ?? Infinity;
}

/** Only ASCII words change case: other letters need not come back the same. */
function isKnown(word: string): boolean {
  return /^[A-Za-z]+$/.test(word) && instructionFor(word) !== undefined;
}

class LineWriter {
  private readonly parsed: ParsedDockerfile;
  private readonly node: InstructionNode;
  private readonly jsonStart: number;
  /** Blanks in the quoted name of a heredoc count, and words are split there all the same. */
  private readonly mayQuoteHeredoc: boolean;
  private readonly lines: string[] = [];
  private current = '';
  /** How far the joined line is written. */
  private at = 0;
  /** Index into `pieces` of the physical line that is being written, and its number. */
  private piece: number;
  private line: number;

  constructor(parsed: ParsedDockerfile, node: InstructionNode, jsonStart: number) {
    this.parsed = parsed;
    this.node = node;
    this.piece = node.pieces.from;
    this.line = node.lines.first - 1;
    this.jsonStart = jsonStart;
    this.mayQuoteHeredoc = node.original.includes('<<') && /['"]/.test(node.original);
  }

  /** Writes the joined line up to a place as it is. */
  copy(to: number, change: (text: string) => string = (text) => text): void {
    while (to > this.pieceEnd()) {
      this.current += change(this.node.original.slice(this.at, this.pieceEnd()));
      this.at = this.pieceEnd();
      this.breakLine();
    }
    this.current += change(this.node.original.slice(this.at, to));
    this.at = to;
  }

  /** Writes what is between two parts. */
  gap(before: Part, after: Part): void {
    const text = this.node.original.slice(before.to, after.from);
    const inJson = before.from >= this.jsonStart;
    const escaped = this.node.original[before.to - 1] === this.parsed.escape;
    if (!inJson && (text === '' || !blanks.test(text) || escaped || this.mayQuoteHeredoc)) return this.copy(after.from);
    let broken = false;
    while (this.pieceEnd() <= after.from && this.piece + 2 < this.node.pieces.to) {
      if (!broken) this.current += ' ';
      this.at = this.pieceEnd();
      this.breakLine();
      broken = true;
      this.current = after.kind === 'text' ? this.node.original.slice(this.at, Math.min(after.from, this.pieceEnd())) : indent;
    }
    if (!broken) this.current += inJson ? this.jsonSpace(before, after) : ' ';
    this.at = after.from;
  }

  /** The lines; what is behind the last part is white space and comments. */
  finish(): readonly string[] {
    this.lines.push(this.current);
    for (this.line++; this.line < this.node.lines.last && this.node.heredocs.length === 0; this.line++) this.comment();
    return this.lines;
  }

  private pieceEnd(): number {
    return this.piece + 2 < this.node.pieces.to ? this.parsed.pieces[this.piece + 3]! : this.node.original.length;
  }

  /** Ends the line with the escape token and goes to the next piece; comments in between are kept, blank lines are not. */
  private breakLine(): void {
    this.lines.push(this.current + this.parsed.escape);
    this.current = '';
    this.piece += 2;
    const start = this.parsed.pieces[this.piece]!;
    for (this.line++; this.parsed.lineStarts[this.line]! < start; this.line++) this.comment();
  }

  private comment(): void {
    const { text, lineStarts } = this.parsed;
    const content = text.slice(lineStarts[this.line], contentEnd(text, lineStarts, this.line));
    if (trimSpace(content).startsWith('#')) this.lines.push(withoutBlanksAtEnd(content));
  }

  private jsonSpace(before: Part, after: Part): string {
    const sign = this.node.original[before.from];
    return before.kind === 'sign' && sign === ',' && after.kind !== 'sign' ? ' ' : '';
  }
}
