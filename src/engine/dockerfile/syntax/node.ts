import type { Diagnostic } from '../../source/diagnostic.ts';
import type { LineRange, Range } from '../../source/range.ts';

/** What continues lines and escapes characters: a backslash, or a backtick after `# escape=`. */
export type EscapeToken = '\\' | '`';

/** An inline file announced by `<<NAME` on the instruction's line, with the lines that follow. */
export interface Heredoc {
  readonly name: string;
  /** The digits before `<<`; 0 where there are none. */
  readonly fd: number;
  /** No part of the name was quoted: variables in the content are expanded (COPY, ADD). */
  readonly expand: boolean;
  /** Written `<<-`: leading tabs are taken off each line when the content is used. */
  readonly chomp: boolean;
  /** The lines as they are in the source, tabs and line ends included. */
  readonly content: string;
  /** Where `content` is in the source. */
  readonly range: Range;
  /** The line that ends it is there. */
  readonly terminated: boolean;
}

/**
 * One instruction as BuildKit's parser sees it (`frontend/dockerfile/parser`, `Node`), not yet checked against what the instruction allows.
 * A byte that upstream splits off a character stands as a lone surrogate U+DC80–U+DCFF in `args` and as itself, widened, in `flags`.
 */
export interface InstructionNode {
  /** The instruction word as written. */
  readonly keyword: string;
  /** The logical line: continuations joined, comments dropped. */
  readonly original: string;
  /** Words before the arguments that start with `--`, quotes and escapes taken off. */
  readonly flags: readonly string[];
  /** The arguments were a JSON array. */
  readonly json: boolean;
  /** ENV and LABEL have triples: name, value, `=` (empty in the old form `ENV name value`). */
  readonly args: readonly string[];
  /** The trigger of an ONBUILD. */
  readonly child?: InstructionNode;
  readonly heredocs: readonly Heredoc[];
  /** Comment lines directly above, without `#`. */
  readonly comments: readonly string[];
  readonly lines: LineRange;
  /** From the instruction word to the end of its last line, heredocs included, without the final line end. */
  readonly range: Range;
  /** Which of the document's `pieces` its logical line is made of; `logical-line.ts` reads them. */
  readonly pieces: Range;
}

/** A parser directive (`# syntax=…`) as BuildKit's directive reader finds it. */
export interface Directive {
  /** Up to the first space. */
  readonly value: string;
  /** The whole value. */
  readonly cmdline: string;
  /** 1-based; 0 for the JSON form of `syntax`. */
  readonly line: number;
}

/** The directives of a text. */
export interface Directives {
  readonly syntax?: Directive;
  readonly escape?: Directive;
  readonly check?: Directive;
}

/** What BuildKit's parser says about a text. Parsing goes on after an error, so that an editor always has a tree. */
export interface ParsedDockerfile {
  readonly text: string;
  readonly escape: EscapeToken;
  readonly directives: Directives;
  /** Every instruction that could be read, those after an error too. */
  readonly nodes: readonly InstructionNode[];
  /** The error BuildKit stops with; absent where its parser accepts the text. */
  readonly error?: Diagnostic;
  /** Warnings of the parser itself: empty continuation lines. */
  readonly warnings: readonly Diagnostic[];
  /** `error`, the errors of instructions after it, and the warnings, by place. */
  readonly diagnostics: readonly Diagnostic[];
  /** Offset of the start of each physical line. */
  readonly lineStarts: readonly number[];
  /** Offset behind the last directive at the top of the file. */
  readonly directiveEnd: number;
  /** How far the text is read: a line that is too long ends it. */
  readonly readEnd: number;
  /** Pairs of source offset and offset in the joined line, one for each physical line of a logical line. */
  readonly pieces: readonly number[];
}
