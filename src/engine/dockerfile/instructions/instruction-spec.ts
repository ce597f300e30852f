import type { Message } from '../../source/message.ts';
import { trimSpace } from '../go/space.ts';
import type { Command, CommandSource, Stage } from '../instruction.ts';
import type { Expander } from '../expand/expand.ts';
import type { ArgumentForm } from '../syntax/arguments.ts';
import type { InstructionNode } from '../syntax/node.ts';

/** The word of an instruction an error is about: the instruction word, or a flag or argument by its number. */
export type Place = 'keyword' | { readonly flag: number } | { readonly arg: number };

/** The text of an error, without `dockerfile parse error on line N: `. */
export interface Failure {
  readonly ok: false;
  readonly message: string;
  /** Absent: the whole instruction. */
  readonly place?: Place;
  /** What to do about it. */
  readonly hint?: Message;
}

/** A value, or why there is none. */
export type Read<T> = { readonly ok: true; readonly value: T } | Failure;

/** A flag of an instruction: what it takes, since when, and what the editor says about it. */
export interface FlagSpec {
  /** Without dashes. */
  readonly name: string;
  /** `list`: may be repeated. */
  readonly kind: 'text' | 'list' | 'bool';
  /** All values there are, or the useful ones to offer. */
  readonly values?: readonly string[];
  /** What to type after `=`: `user[:group]`. */
  readonly placeholder?: string;
  /** First version of the Dockerfile syntax that has it; absent where it was always there. */
  readonly since?: string;
  /** Only in the `-labs` channel of that syntax. */
  readonly labs?: boolean;
  /** One sentence, Markdown. */
  readonly documentation: string;
}

/** Everything the project knows about one instruction. */
export interface InstructionSpec<T extends Stage | Command = Stage | Command> {
  /** Upper case. */
  readonly keyword: string;
  readonly form: ArgumentForm;
  /** `<<NAME` in its arguments begins an inline file. */
  readonly heredocs?: boolean;
  readonly flags: readonly FlagSpec[];
  /** Checks a node and makes the typed instruction; error texts are BuildKit's. */
  readonly read: (node: InstructionNode) => Read<T>;
  /** Which words are expanded at dispatch, as code; absent where none are. */
  readonly expand?: (command: T, expand: Expander) => Read<T>;
  /** The same in words, for a reader. */
  readonly expands: string;
  /** How it is written, one line a form. */
  readonly usage: readonly string[];
  /** Hover text, Markdown. */
  readonly documentation: string;
  /** Snippets that the editor offers behind the word. */
  readonly completions: readonly string[];
}

/** An error text, with its place and what to do where that is known. */
export function failure(message: string, place?: Place, hint?: Message): Failure {
  return { ok: false, message, place, hint };
}

/** A value that could be read. */
export function success<T>(value: T): Read<T> {
  return { ok: true, value };
}

/** What every command takes from its node. */
export function sourceOf(node: InstructionNode): CommandSource {
  return { name: node.keyword, code: trimSpace(node.original), lines: node.lines, range: node.range, comments: node.comments, node };
}
