/**
 * Lays a Dockerfile out: one case for instruction words, one space between words, four in front of continued words, no
 * white space at line ends, at most one blank line, one before each stage. It never changes what BuildKit reads: the
 * text of a command, quoted words and heredocs stay as they are, and so do comments.
 */
import { goLower, goUpper } from '../go/case.ts';
import { trimSpace } from '../go/space.ts';
import { instructionFor } from '../instructions/index.ts';
import { contentEnd } from '../syntax/lines.ts';
import type { InstructionNode, ParsedDockerfile } from '../syntax/node.ts';
import { parse } from '../syntax/parse.ts';
import { logicalLines } from './logical-lines.ts';
import { withoutBlanksAtEnd } from './line-end.ts';

/** The text laid out; a text that BuildKit's parser refuses comes back as it is. */
export function format(text: string): string {
  const parsed = parse(text);
  return parsed.error ? text : new Layout(parsed).write();
}

class Layout {
  private readonly parsed: ParsedDockerfile;
  private readonly toCase: (keyword: string) => string;
  /** Finished lines, without line ends; heredocs are one of them, with the line ends they have. */
  private readonly lines: string[] = [];

  constructor(parsed: ParsedDockerfile) {
    this.parsed = parsed;
    const lower = parsed.nodes.filter((node) => node.keyword === goLower(node.keyword)).length;
    this.toCase = 2 * lower > parsed.nodes.length ? goLower : goUpper;
  }

  write(): string {
    const { text, nodes, lineStarts } = this.parsed;
    let line = 0;
    for (const node of nodes) {
      const above = this.lines.length;
      this.betweenInstructions(line, node.lines.first - 1);
      if (above > 0 && instructionFor(node.keyword)?.keyword === 'FROM') this.separateStage(above);
      this.instruction(node);
      line = node.lines.last;
    }
    this.betweenInstructions(line, lineStarts.length);
    while (this.lines.at(-1) === '') this.lines.pop();
    const newline = text.includes('\n') && !/(^|[^\r])\n/.test(text) ? '\r\n' : '\n';
    const out = this.lines.map((each) => each + newline).join('');
    if (text.startsWith('\ufeff')) return '\ufeff' + out;
    return out.startsWith('\ufeff') ? newline + out : out;
  }

  /** Comments and blank lines. */
  private betweenInstructions(from: number, to: number): void {
    for (let line = from; line < to; line++) {
      const content = this.lineContent(line);
      if (trimSpace(content) !== '') this.lines.push(withoutBlanksAtEnd(content));
      else if (this.lines.length > 0 ? this.lines.at(-1) !== '' : this.isComment(line + 1)) this.lines.push('');
    }
  }

  /** Whether the next line that is not blank is a comment: a blank first line keeps it from being a directive. */
  private isComment(line: number): boolean {
    const { lineStarts } = this.parsed;
    while (line < lineStarts.length && trimSpace(this.lineContent(line)) === '') line++;
    return line < lineStarts.length && trimSpace(this.lineContent(line)).startsWith('#');
  }

  private lineContent(line: number): string {
    const { text, lineStarts } = this.parsed;
    const bom = line === 0 && text.startsWith('\ufeff') ? 1 : 0;
    return text.slice(lineStarts[line]! + bom, contentEnd(text, lineStarts, line));
  }

  /** A blank line above a stage and the comments on it, which begin at or behind line `least`. */
  private separateStage(least: number): void {
    let at = this.lines.length;
    while (at > least && this.lines[at - 1] !== '') at--;
    if (this.lines[at - 1] !== '') this.lines.splice(at, 0, '');
  }

  private instruction(node: InstructionNode): void {
    const { text, lineStarts } = this.parsed;
    for (const line of logicalLines(this.parsed, node, this.toCase)) this.lines.push(line);
    const bodies = node.heredocs[0]?.range.from;
    if (bodies !== undefined) this.lines.push(text.slice(bodies, contentEnd(text, lineStarts, node.lines.last - 1)));
  }
}
