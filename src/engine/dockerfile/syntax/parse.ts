/**
 * BuildKit's `frontend/dockerfile/parser`: physical lines → logical lines → instruction nodes. Upstream stops at the first
 * error; this notes it and goes on, so that there is always a tree to draw.
 */
import type { Diagnostic } from '../../source/diagnostic.ts';
import type { Message } from '../../source/message.ts';
import type { LineRange, Range } from '../../source/range.ts';
import { utf8Length } from '../../source/utf8.ts';
import { skipSpace, trimSpace } from '../go/space.ts';
import { instructionFor } from '../instructions/index.ts';
import { readArguments } from './arguments.ts';
import { DirectiveReader, readDirectives } from './directives.ts';
import { lineMarkers, type HeredocMarker } from './heredoc.ts';
import { bufferEnd, contentEnd, continuationAt, readLines, type LineTable } from './lines.ts';
import type { EscapeToken, Heredoc, InstructionNode, ParsedDockerfile } from './node.ts';
import { none, splitCommand } from './split.ts';

/** Dockerfile text → instruction nodes, directives and diagnostics. Accepts any text. */
export function parse(text: string): ParsedDockerfile {
  return new DocumentReader(text).read();
}

/** The part of a node that its logical line gives. */
type LineContent = Pick<InstructionNode, 'keyword' | 'original' | 'flags' | 'json' | 'args' | 'child'>;

const emptyContinuationUrl = 'https://docs.docker.com/go/dockerfile/rule/no-empty-continuation/';

class DocumentReader {
  private readonly text: string;
  private readonly table: LineTable;
  private readonly nodes: InstructionNode[] = [];
  private readonly pieces: number[] = [];
  private readonly errors: Diagnostic[] = [];
  private readonly warnings: Diagnostic[] = [];
  private readonly directives = new DirectiveReader();
  private comments: string[] = [];
  private escape: EscapeToken = '\\';
  /** Physical lines read so far: the 1-based number of the latest. */
  private line = 0;
  private directiveEnd = 0;
  /** A line that is too long stands where an instruction goes on. */
  private interrupted = false;

  constructor(text: string) {
    this.text = text;
    this.table = readLines(text);
  }

  read(): ParsedDockerfile {
    while (this.line < this.table.count) this.readLine();
    if (this.interrupted) this.readFilledBuffer();
    if (this.errors.length === 0) {
      const lines = { first: this.line, last: this.line };
      const unread = this.table.starts[this.table.count] ?? 0;
      if (this.nodes.length === 0) this.fail('file with no instructions', lines, nowhere, { id: 'editor.hint-begin' });
      else if (this.table.tooLong) this.fail('dockerfile line greater than max allowed size of 65535', lines, { from: unread, to: unread });
    }
    const error = this.errors[0];
    return {
      text: this.text,
      escape: this.escape,
      directives: readDirectives(this.text),
      nodes: this.nodes,
      ...(error && { error }),
      warnings: this.warnings,
      diagnostics: [...this.errors, ...this.warnings].sort((a, b) => a.range.from - b.range.from),
      lineStarts: this.table.starts,
      directiveEnd: this.directiveEnd,
      readEnd: this.table.starts[this.table.count] ?? this.text.length,
      pieces: this.pieces,
    };
  }

  /**
   * Go's scanner, asked once more behind a line that is too long, gives what fills its buffer as a last line. Only its errors
   * matter: without one, the line is an error all the same.
   */
  private readFilledBuffer(): void {
    const start = this.table.starts[this.table.count]!;
    const to = bufferEnd(this.text, start);
    const from = skipSpace(this.text, start, to);
    const lines = { first: ++this.line, last: this.line };
    if (from === to || this.text.charCodeAt(from) === 35) return;
    const cut = continuationAt(this.text, from, to, this.escape.charCodeAt(0));
    const line = this.text.slice(from, cut < 0 ? to : cut);
    const { content, error } = this.readContent(line);
    const heredocs = takesHeredocs(content) && line.includes('<<') ? lineMarkers(line) : { markers: none };
    const message = error ?? heredocs.error ?? (heredocs.markers.length > 0 ? 'unterminated heredoc' : undefined);
    if (message !== undefined) this.fail(message, lines, { from, to: from });
  }

  /** One physical line that begins something: blank, a comment or an instruction with all that belongs to it. */
  private readLine(): void {
    const { text } = this;
    let from = this.table.starts[this.line]!;
    const to = contentEnd(text, this.table.starts, this.line);
    if (this.line === 0 && text.charCodeAt(0) === 0xfeff) from = 1;
    this.line++;
    const first = skipSpace(text, from, to);
    if (text.charCodeAt(first) === 35 && first < to) return this.readComment(from, first, to);
    this.directives.done = true;
    if (first < to) this.readInstruction(first, to);
  }

  private readComment(from: number, hash: number, to: number): void {
    const directive = this.directives.done ? undefined : this.directives.read(this.text.slice(hash, to));
    const lines = { first: this.line - 1, last: this.line - 1 };
    if (directive?.duplicate) {
      this.fail(`only one ${directive.name} parser directive can be used`, lines, { from: hash, to });
    } else if (directive?.name === 'escape') {
      if (directive.value === '\\' || directive.value === '`') this.escape = directive.value;
      else this.fail(`invalid escape token '${directive.value}' does not match \` or \\`, lines, { from: hash, to });
    }
    if (directive) {
      this.directiveEnd = to;
      return;
    }
    const comment = trimSpace(withoutFirstByte(this.text.slice(from, to)));
    if (comment === '') this.comments = [];
    else this.comments.push(comment);
  }

  private readInstruction(from: number, to: number): void {
    const startLine = this.line;
    const firstPiece = this.pieces.length;
    const line = this.joinLines(from, to);
    const { content, error } = this.readContent(line);
    const head = { from, to: this.contentEnd() };
    if (error !== undefined) this.fail(error, { first: startLine, last: this.line }, head);
    const heredocs = takesHeredocs(content) && line.includes('<<') ? this.readHeredocs(line, startLine, head) : none;
    this.nodes.push({
      keyword: content.keyword,
      original: content.original,
      flags: content.flags,
      json: content.json,
      args: content.args,
      child: content.child,
      heredocs,
      comments: this.comments.length === 0 ? none : this.comments,
      lines: { first: startLine, last: this.line },
      range: { from, to: this.contentEnd() },
      pieces: { from: firstPiece, to: this.pieces.length },
    });
    if (this.comments.length > 0) this.comments = [];
  }

  /** The logical line that begins with a physical one: continuations joined, comments and blank lines between them dropped. */
  private joinLines(from: number, to: number): string {
    const { text, pieces } = this;
    const { starts, count } = this.table;
    const escapeUnit = this.escape.charCodeAt(0);
    let cut = continuationAt(text, from, to, escapeUnit);
    pieces.push(from, 0);
    if (cut < 0) return text.slice(from, to);
    let line = text.slice(from, cut);
    let blank = -1;
    while (cut >= 0 && this.line < count) {
      const start = starts[this.line]!;
      const end = contentEnd(text, starts, this.line);
      const first = skipSpace(text, start, end);
      this.line++;
      if (first === end) {
        if (blank < 0) blank = start;
      } else if (text.charCodeAt(first) !== 35) {
        cut = continuationAt(text, start, end, escapeUnit);
        pieces.push(start, line.length);
        line += text.slice(start, cut < 0 ? end : cut);
      }
    }
    if (cut >= 0 && this.table.tooLong) this.interrupted = true;
    if (blank >= 0) this.warnEmptyContinuation(line, blank);
    return line;
  }

  private warnEmptyContinuation(line: string, blank: number): void {
    this.warnings.push({
      code: 'NoEmptyContinuation',
      severity: 'warning',
      message: 'Empty continuation line found in: ' + line,
      range: { from: blank, to: blank },
      lines: [{ first: this.line, last: this.line }],
      url: emptyContinuationUrl,
    });
  }

  /** A logical line → its parts. Triggers of ONBUILD are read from the outside in, without recursion. */
  private readContent(line: string): { readonly content: LineContent; readonly error?: string } {
    const outer: LineContent[] = [];
    for (let original = line; ; ) {
      const { keyword, flags, rest } = splitCommand(original, this.escape);
      const spec = instructionFor(keyword);
      if (spec?.form === 'trigger' && rest !== '') {
        outer.push({ keyword, original, flags, json: false, args: none });
        original = rest;
        continue;
      }
      const { args, json, error } = readArguments(spec?.form, rest, spec?.keyword ?? keyword, this.escape);
      let content: LineContent = { keyword, original, flags, json, args };
      while (outer.length > 0) content = { ...outer.pop()!, child: this.asNode(content) };
      return error === undefined ? { content } : { content, error };
    }
  }

  /** A trigger as a node; its place is that of the ONBUILD around it. */
  private asNode(content: LineContent): InstructionNode {
    return { ...content, heredocs: none, comments: none, lines: { first: this.line, last: this.line }, range: nowhere, pieces: nowhere };
  }

  private readHeredocs(line: string, first: number, head: Range): readonly Heredoc[] {
    const { markers, error } = lineMarkers(line);
    if (error !== undefined) this.fail(error, { first, last: this.line }, head);
    const heredocs: Heredoc[] = [];
    for (const marker of markers) {
      const { from, to, terminated } = this.readBody(marker);
      heredocs.push({ ...marker, content: this.text.slice(from, to), range: { from, to }, terminated });
      if (!terminated) {
        this.fail('unterminated heredoc', { first, last: this.line }, head, { id: 'editor.hint-heredoc', values: { name: marker.name } });
        break;
      }
    }
    return heredocs;
  }

  /** Lines up to one that is the name. */
  private readBody({ name, chomp }: HeredocMarker): Range & { readonly terminated: boolean } {
    const { starts, count } = this.table;
    const from = starts[this.line] ?? this.text.length;
    while (this.line < count) {
      let start = starts[this.line]!;
      const to = start;
      const end = contentEnd(this.text, starts, this.line);
      this.line++;
      if (chomp) while (start < end && this.text.charCodeAt(start) === 9) start++;
      if (end - start === name.length && this.text.startsWith(name, start)) return { from, to, terminated: true };
    }
    return { from, to: starts[this.line] ?? this.text.length, terminated: false };
  }

  /** The end of the content of the latest line. */
  private contentEnd(): number {
    return contentEnd(this.text, this.table.starts, this.line - 1);
  }

  private fail(message: string, lines: LineRange, range: Range, hint?: Message): void {
    this.errors.push({ code: 'parse', severity: 'error', message, range, lines: [lines], ...(hint !== undefined && { hint }) });
  }
}

const nowhere: Range = { from: 0, to: 0 };

/** ADD, COPY and RUN, and ONBUILD of these, unless their arguments are JSON. */
function takesHeredocs(content: LineContent): boolean {
  const carrier = content.child ?? content;
  return !carrier.json && instructionFor(carrier.keyword)?.heredocs === true;
}

/** Upstream takes the `#` off by its width in bytes, even where the line begins with a wider space. */
function withoutFirstByte(line: string): string {
  if (line.charCodeAt(0) < 0x80) return line.slice(1);
  return '\ufffd'.repeat(utf8Length(line[0]!) - 1) + line.slice(1);
}
