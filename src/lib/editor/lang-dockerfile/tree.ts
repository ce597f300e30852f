import { Tree } from '@lezer/common';
import type { InstructionNode, ParsedDockerfile } from '#engine/dockerfile/index.ts';
import { heredocEnd, heredocTokens } from './heredoc-tokens.ts';
import { instructionTokens } from './instruction-tokens.ts';
import { LogicalLine } from './logical-line.ts';
import { nodeId, nodeSet, type Token, type TokenName } from './nodes.ts';
import { SurroundingsReader } from './surroundings.ts';

/** Makes the syntax tree of a parsed Dockerfile, some instructions at a time. */
export class TreeBuilder {
  private readonly parsed: ParsedDockerfile;
  private readonly around: SurroundingsReader;
  private next = 0;
  /** Where comments between instructions are looked for next. */
  private read = 0;
  private readonly top: Branch = new Branch();
  private stage: Branch | undefined;

  constructor(parsed: ParsedDockerfile) {
    this.parsed = parsed;
    this.around = new SurroundingsReader(parsed.escape);
  }

  /** The place up to which there is a tree. */
  get position(): number {
    return this.read;
  }

  get done(): boolean {
    return this.next >= this.parsed.nodes.length;
  }

  /** Adds up to `count` instructions. */
  advance(count: number): void {
    for (let left = count; left > 0 && !this.done; left--) this.add(this.parsed.nodes[this.next++]!);
  }

  /** The tree of what was added. */
  finish(length: number): Tree {
    this.comments(length);
    this.closeStage();
    return this.top.tree('Dockerfile', 0, length).balance();
  }

  private add(node: InstructionNode): void {
    const { from, to } = node.range;
    this.comments(from);
    if (node.keyword.toUpperCase() === 'FROM') {
      this.closeStage();
      this.stage = new Branch(from);
    }
    (this.stage ?? this.top).add(this.instruction(node), from, to);
    this.read = to;
  }

  private instruction(node: InstructionNode): Tree {
    const { text } = this.parsed;
    const line = new LogicalLine(this.parsed, node);
    const around = this.around.before(node);
    const tokens: Token[] = [];
    instructionTokens(line, around, (name, from, to) => {
      for (const range of line.ranges(from, to)) tokens.push({ name, ...range });
    });
    for (const at of line.seams) tokens.push({ name: 'Continuation', from: at, to: at + 1 });
    this.commentTokens(line.seams[0] ?? line.end, line.end, tokens);

    const branch = new Branch(node.range.from);
    for (const token of sorted(tokens)) branch.add(leaf(token.name, token.to - token.from), token.from, token.to);
    for (const heredoc of node.heredocs) {
      const { from, to } = heredoc.range;
      const body = new Branch(from);
      const inside: Token[] = [];
      heredocTokens(text, node, heredoc, around.posix, (name, start, end) => inside.push({ name, from: start, to: end }));
      for (const token of sorted(inside)) body.add(leaf(token.name, token.to - token.from), token.from, token.to);
      if (to > from) branch.add(body.tree('HeredocBody', from, to), from, to);
      const end = heredocEnd(text, heredoc);
      if (end.to > end.from) branch.add(leaf('HeredocEnd', end.to - end.from), end.from, end.to);
    }
    return branch.tree('Instruction', node.range.from, node.range.to);
  }

  /** Whole-line comments between the pieces of an instruction. */
  private commentTokens(from: number, to: number, tokens: Token[]): void {
    const { text } = this.parsed;
    for (let newline = text.indexOf('\n', from); newline >= 0 && newline < to; newline = text.indexOf('\n', newline + 1)) {
      const comment = lineComment(text, newline + 1);
      if (comment && comment.from < to) tokens.push({ name: 'Comment', ...comment });
    }
  }

  /** Comments and directives between the last instruction and `to`. */
  private comments(to: number): void {
    const { text, directives, lineStarts } = this.parsed;
    const lastDirective = Math.max(directives.syntax?.line ?? 0, directives.escape?.line ?? 0, directives.check?.line ?? 0);
    const directivesEnd = lastDirective === 0 ? 0 : (lineStarts[lastDirective] ?? text.length);
    let from = this.read;
    while (from < to) {
      const comment = lineComment(text, from);
      if (comment && comment.from < to) {
        const name = comment.from < directivesEnd ? 'Directive' : 'Comment';
        (this.stage ?? this.top).add(leaf(name, comment.to - comment.from), comment.from, comment.to);
      }
      const newline = text.indexOf('\n', from);
      from = newline < 0 ? to : newline + 1;
    }
    this.read = Math.max(this.read, to);
  }

  private closeStage(): void {
    const { stage } = this;
    if (!stage) return;
    this.top.add(stage.tree('Stage', stage.start, stage.end), stage.start, stage.end);
    this.stage = undefined;
  }
}

/** Children of a node while it is being made; places are in the text. */
class Branch {
  readonly start: number;
  end: number;
  private readonly children: Tree[] = [];
  private readonly places: number[] = [];

  constructor(start = 0) {
    this.start = start;
    this.end = start;
  }

  add(child: Tree, from: number, to: number): void {
    this.children.push(child);
    this.places.push(from - this.start);
    this.end = to;
  }

  tree(name: Parameters<typeof nodeId>[0], from: number, to: number): Tree {
    return new Tree(nodeSet.types[nodeId(name)]!, this.children, this.places, to - from);
  }
}

function leaf(name: TokenName, length: number): Tree {
  return new Tree(nodeSet.types[nodeId(name)]!, [], [], length);
}

/** By place; a token that begins inside another is dropped. */
function sorted(tokens: readonly Token[]): readonly Token[] {
  let end = 0;
  return [...tokens]
    .sort((a, b) => a.from - b.from)
    .filter((token) => {
      if (token.from < end || token.to <= token.from) return false;
      end = token.to;
      return true;
    });
}

function lineComment(text: string, start: number): { readonly from: number; readonly to: number } | undefined {
  let from = start;
  while (text[from] === ' ' || text[from] === '\t' || text[from] === '\ufeff') from++;
  if (text[from] !== '#') return undefined;
  const newline = text.indexOf('\n', from);
  let to = newline < 0 ? text.length : newline;
  if (text[to - 1] === '\r') to--;
  return { from, to };
}
