import { instructionFor } from '#engine/dockerfile/index.ts';
import type { AnyInstruction } from '#engine/dockerfile/instructions/index.ts';
import { modelOf, type InstructionEntry } from './model.ts';
import { wordSpans } from './word-tokens.ts';

/** What is being written at a place. `from` is where the word begins in the text, `prefix` what of it is there. */
export type Place =
  | { readonly kind: 'instruction'; readonly from: number; readonly prefix: string }
  | { readonly kind: 'directive'; readonly from: number; readonly prefix: string }
  | { readonly kind: 'variable'; readonly from: number; readonly prefix: string; readonly brace: boolean }
  | { readonly kind: 'flag'; readonly spec: AnyInstruction; readonly used: readonly string[]; readonly from: number; readonly prefix: string }
  | { readonly kind: 'flag-value'; readonly spec: AnyInstruction; readonly flag: string; readonly value: string; readonly from: number; readonly prefix: string }
  | { readonly kind: 'argument'; readonly spec: AnyInstruction; readonly words: readonly string[]; readonly flags: readonly string[]; readonly from: number; readonly prefix: string };

/** What a cursor is in; nothing in comments, inline files and behind words that are no instruction. */
export function placeAt(text: string, position: number): Place | undefined {
  const model = modelOf(text);
  const lineStart = text.lastIndexOf('\n', position - 1) + 1;
  const typed = text.slice(lineStart, position);
  const entry = model.instructions.findLast(({ node }) => node.range.from < position);
  const inside = entry && holds(text, entry, position);
  if (!inside) {
    if (/^\s*[A-Za-z]*$/.test(typed)) return wordPlace('instruction', typed.trimStart(), position);
    const directive = /^#\s*([a-z]*)$/i.exec(typed);
    return directive && model.instructions.every(({ node }) => node.range.from > position) ? wordPlace('directive', directive[1]!, position) : undefined;
  }
  const variable = /\$(\{?)([A-Za-z_][A-Za-z0-9_]*)?$/.exec(typed);
  if (variable && !/\\\$\{?\w*$/.test(typed)) return { ...wordPlace('variable', variable[2] ?? '', position), brace: variable[1] === '{' };
  if (position > entry.line.end && entry.node.heredocs.length > 0) return undefined;
  if (/^\s*#/.test(typed) && lineStart > entry.node.range.from) return undefined;
  return within(entry, entry.line.text.slice(0, position > entry.line.end ? undefined : entry.line.joined(position)), model.parsed.escape, position);
}

const wordPlace = <Kind extends string>(kind: Kind, prefix: string, position: number) => ({ kind, from: position - prefix.length, prefix });

/** Whether a place is in an instruction, or on the empty line that its last escape token continues it on. */
function holds(text: string, { node, line }: InstructionEntry, position: number): boolean {
  if (position <= node.range.to) return true;
  if (node.heredocs.length > 0) return false;
  const behind = text.slice(line.end, position);
  return /^[\\`][\t ]*\r?\n\s*$/.test(behind);
}

function within(entry: InstructionEntry, typed: string, escape: '\\' | '`', position: number): Place | undefined {
  let start = 0;
  let node = entry.node;
  for (;;) {
    const wordEnd = start + node.keyword.length;
    if (typed.length <= wordEnd) return wordPlace('instruction', typed.slice(start), position);
    const spec = instructionFor(node.keyword);
    if (!spec) return undefined;
    const words = wordSpans(typed, wordEnd, typed.length, escape).map(({ from, to }) => typed.slice(from, to));
    const current = /\s$/.test(typed) ? '' : (words.pop() ?? '');
    const flagCount = words.findIndex((word) => !word.startsWith('--'));
    const flags = flagCount < 0 ? words : words.slice(0, flagCount);
    const args = words.slice(flags.length);
    if (args.length === 0 && current.startsWith('-') && spec.flags.length > 0) return flagPlace(spec, flags, current, position);
    if (spec.keyword !== 'ONBUILD') return { kind: 'argument', spec, words: args, flags, from: position - current.length, prefix: current };
    if (args.length === 0 || !node.child) return wordPlace('instruction', current, position);
    start = typed.indexOf(args[0]!, wordEnd);
    node = node.child;
  }
}

function flagPlace(spec: AnyInstruction, flags: readonly string[], current: string, position: number): Place {
  const equals = current.indexOf('=');
  if (equals < 0) return { kind: 'flag', spec, used: flags.map((flag) => flag.slice(2).replace(/=.*/s, '')), from: position - current.length, prefix: current };
  const value = current.slice(equals + 1);
  const flag = current.slice(2, equals);
  const prefix = flag === 'mount' ? value.slice(value.lastIndexOf(',') + 1) : value;
  return { kind: 'flag-value', spec, flag, value, from: position - prefix.length, prefix };
}
