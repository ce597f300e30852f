/**
 * Where the parts of an instruction are in its logical line. Parsing does not need to know, so it is worked out when asked
 * for, by the same readers: `split.ts` and `arguments.ts`.
 */
import { stringEnd } from '../go/json.ts';
import { widen } from '../go/bytes.ts';
import { isBlank, isSpace, skipSpace } from '../go/space.ts';
import { instructionFor } from '../instructions/index.ts';
import { quotedWordSpans } from './arguments.ts';
import type { EscapeToken, InstructionNode } from './node.ts';
import { readFlags } from './split.ts';

/** `text` is left to the shell; `sign` is `=`, `--` and JSON punctuation. */
export type PartKind = 'keyword' | 'flag-name' | 'flag-value' | 'word' | 'name' | 'value' | 'text' | 'sign';

/** A stretch of the logical line; white space lies between parts. */
export interface Part {
  readonly kind: PartKind;
  readonly from: number;
  readonly to: number;
  /** Which of `args` it is; `name=value` words of ARG have two parts of one argument. */
  readonly arg?: number;
  /** How many ONBUILDs are around it. */
  readonly depth: number;
}

/** The parts of a node's logical line in order. A trigger's parts follow those of its ONBUILD. */
export function lineParts(node: InstructionNode, escape: EscapeToken): readonly Part[] {
  const line = node.original;
  const parts: Part[] = [];
  let end = line.length;
  while (end > 0 && isSpace(line.charCodeAt(end - 1))) end--;
  let from = skipSpace(line, 0, end);
  let depth = 0;
  for (let current: InstructionNode | undefined = node; current; current = current.child) {
    const keywordEnd = blankFrom(line, from, end);
    if (keywordEnd > from) parts.push({ kind: 'keyword', from, to: keywordEnd, depth });
    from = flagParts(line, skipBlanks(line, keywordEnd, end), end, escape, depth, parts);
    if (!current.child) argumentParts(line, from, end, current, escape, depth, parts);
    depth++;
  }
  return parts;
}

function blankFrom(line: string, from: number, end: number): number {
  while (from < end && !isBlank(line.charCodeAt(from))) from++;
  return from;
}

function skipBlanks(line: string, from: number, end: number): number {
  while (from < end && isBlank(line.charCodeAt(from))) from++;
  return from;
}

/** Adds the flags and gives the place where the arguments begin. */
function flagParts(line: string, from: number, end: number, escape: EscapeToken, depth: number, parts: Part[]): number {
  if (!line.startsWith('--', from)) return skipSpace(line, from, end);
  const words = readFlags(line.slice(from, end), escape);
  let lastEnd = from;
  for (let i = 0; i < words.spans.length; i += 2) {
    const start = from + words.spans[i]!;
    const stop = from + words.spans[i + 1]!;
    const nameEnd = signIn(line, start, stop);
    lastEnd = stop;
    parts.push({ kind: 'flag-name', from: start, to: nameEnd, depth });
    if (nameEnd === stop) continue;
    parts.push({ kind: 'sign', from: nameEnd, to: nameEnd + 1, depth });
    if (nameEnd + 1 < stop) parts.push({ kind: 'flag-value', from: nameEnd + 1, to: stop, depth });
  }
  const rest = from + words.end;
  const dashes = skipSpace(line, lastEnd, rest);
  if (dashes < rest) parts.push({ kind: 'sign', from: dashes, to: rest, depth });
  return skipSpace(line, rest, end);
}

/** Where the first `=` of a word is, or its end. */
function signIn(line: string, from: number, to: number): number {
  for (let at = from; at < to; at++) if (line.charCodeAt(at) === 61) return at;
  return to;
}

function argumentParts(line: string, from: number, end: number, node: InstructionNode, escape: EscapeToken, depth: number, parts: Part[]): void {
  if (from >= end) return;
  const add = (kind: PartKind, start: number, to: number, arg?: number) => {
    if (start < to) parts.push({ kind, from: start, to, depth, ...(arg !== undefined && { arg }) });
  };
  const form = instructionFor(node.keyword)?.form;
  const list = form === 'list' || form === 'json-or-list';
  if (form === 'health') {
    const typeEnd = spaceFrom(line, from, end);
    add('word', from, typeEnd, 0);
    const rest = skipSpace(line, typeEnd, end);
    if (node.json) jsonParts(line, rest, end, 1, add);
    else add('text', rest, end, 1);
  } else if (node.json) jsonParts(line, from, end, 0, add);
  else if (form === 'words' || (form === 'pairs' && node.args[2] !== '')) pairParts(line, from, end, escape, form === 'pairs', add);
  else if (form === 'pairs') {
    const nameEnd = blankFrom(line, from, end);
    add('name', from, nameEnd, 0);
    add('value', skipBlanks(line, nameEnd, end), end, 1);
  } else if (list) {
    for (let at = from, arg = 0; at < end; arg++) {
      const to = blankFrom(line, at, end);
      add('word', at, to, arg);
      at = skipBlanks(line, to, end);
    }
  } else add('text', from, end, 0);
}

type Add = (kind: PartKind, from: number, to: number, arg?: number) => void;

/** The first white space at or behind a place, by bytes: half a character counts to the word before. */
function spaceFrom(line: string, from: number, end: number): number {
  for (let at = from; at < end; ) {
    if (isSpace(line.charCodeAt(at))) return at;
    const char = String.fromCodePoint(line.codePointAt(at)!);
    at += char.length;
    if (char >= '\x80' && /[\x85\xa0]/.test(widen(char))) return at;
  }
  return end;
}

function jsonParts(line: string, from: number, end: number, firstArg: number, add: Add): void {
  for (let at = from, arg = firstArg; at < end; ) {
    const to = stringEnd(line, at);
    if (to > 0) {
      add('word', at, to, arg++);
      at = to;
    } else {
      if (!isSpace(line.charCodeAt(at))) add('sign', at, at + 1);
      at++;
    }
  }
}

function pairParts(line: string, from: number, end: number, escape: EscapeToken, triples: boolean, add: Add): void {
  const spans = quotedWordSpans(line.slice(from, end), escape);
  for (let i = 0, arg = 0; i < spans.length; i += 2, arg += triples ? 3 : 1) {
    const start = from + spans[i]!;
    const to = from + spans[i + 1]!;
    const nameEnd = signIn(line, start, to);
    add('name', start, nameEnd, arg);
    if (nameEnd === to) continue;
    add('sign', nameEnd, nameEnd + 1, triples ? arg + 2 : arg);
    add('value', nameEnd + 1, to, triples ? arg + 1 : arg);
  }
  const last = from + (spans.at(-1) ?? 0);
  const dropped = skipSpace(line, last, end);
  if (dropped < end) add('text', dropped, end);
}
