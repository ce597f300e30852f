import { instructionFor, type EscapeToken } from '#engine/dockerfile/index.ts';
import type { LogicalLine } from './logical-line.ts';
import type { Emit } from './nodes.ts';
import { shellTokens } from './shell-tokens.ts';
import { expandableTokens, jsonTokens, wordSpans } from './word-tokens.ts';

/** What an instruction's colours depend on beside its own text. */
export interface Surroundings {
  readonly escape: EscapeToken;
  /** Lower-cased names of the stages before it. */
  readonly stages: ReadonlySet<string>;
  /** How many stages are before it: `--from=0` is the first. */
  readonly stageCount: number;
  /** The stage's SHELL reads POSIX shell text. */
  readonly posix: boolean;
}

/** The tokens of a logical line, in its own coordinates: heredoc bodies and comments between its pieces are not in it. */
export function instructionTokens({ text, node }: LogicalLine, around: Surroundings, emit: Emit): void {
  let from = 0;
  let current = node;
  for (;;) {
    const keywordEnd = from + current.keyword.length;
    const spec = instructionFor(current.keyword);
    emit(spec ? 'Keyword' : 'UnknownKeyword', from, keywordEnd);
    if (!spec) return;
    const rest = flagTokens(text, keywordEnd, around, emit);
    if (!current.child) return argumentTokens(text, rest, spec.keyword, spec.form, current.json, around, emit);
    from = rest;
    current = current.child;
  }
}

/** Emits the flags behind the instruction word and gives the place where the arguments begin. */
function flagTokens(text: string, from: number, around: Surroundings, emit: Emit): number {
  for (const { from: start, to } of wordSpans(text, from, text.length, around.escape)) {
    if (!text.startsWith('--', start) || to === start + 2) return start;
    const equals = text.indexOf('=', start);
    const nameEnd = equals < 0 || equals >= to ? to : equals + 1;
    emit('FlagName', start, nameEnd);
    flagValue(text, nameEnd, to, text.slice(start + 2, nameEnd - 1), around, emit);
  }
  return text.length;
}

function flagValue(text: string, from: number, to: number, flag: string, around: Surroundings, emit: Emit): void {
  const stage = flag === 'from' ? { from, to } : flag === 'mount' ? mountSource(text, from, to) : undefined;
  if (stage && isStage(text.slice(stage.from, stage.to), around)) {
    if (stage.from > from) emit('FlagValue', from, stage.from);
    emit('FlagStage', stage.from, stage.to);
    if (stage.to < to) emit('FlagValue', stage.to, to);
    return;
  }
  let plain = from;
  expandableTokens(text, from, to, around.escape, (name, start, end) => {
    if (name !== 'Variable') return;
    if (start > plain) emit('FlagValue', plain, start);
    emit('Variable', start, end);
    plain = end;
  });
  if (to > plain) emit('FlagValue', plain, to);
}

function isStage(word: string, { stages, stageCount }: Surroundings): boolean {
  return stages.has(word.toLowerCase()) || (/^[0-9]{1,6}$/.test(word) && Number(word) < stageCount);
}

/** The value of `from=` in a mount, where there is one. */
export function mountSource(text: string, from: number, to: number): { readonly from: number; readonly to: number } | undefined {
  const value = text.slice(from, to);
  const match = /(?:^|,)from=([^,]*)/.exec(value);
  if (!match) return undefined;
  const end = from + match.index + match[0].length;
  return { from: end - match[1]!.length, to: end };
}

function argumentTokens(text: string, from: number, keyword: string, form: string, json: boolean, around: Surroundings, emit: Emit): void {
  const to = text.length;
  const { escape } = around;
  if (json && form !== 'health') return jsonTokens(text, from, to, emit);
  switch (keyword) {
    case 'FROM':
      return baseTokens(text, from, around, emit);
    case 'RUN':
    case 'CMD':
    case 'ENTRYPOINT':
      return commandTokens(text, from, around, emit);
    case 'HEALTHCHECK':
      return healthTokens(text, from, json, around, emit);
    case 'ENV':
    case 'LABEL':
      return pairTokens(text, from, keyword, around, emit);
    case 'ARG':
      return argTokens(text, from, around, emit);
    case 'ADD':
    case 'COPY':
      for (const word of wordSpans(text, from, to)) {
        if (/^\d*<</.test(text.slice(word.from, word.to))) emit('HeredocMarker', word.from, word.to);
        else expandableTokens(text, word.from, word.to, escape, emit, false);
      }
      return;
    case 'MAINTAINER':
      return;
    default:
      return expandableTokens(text, from, to, escape, emit, form !== 'json-or-list');
  }
}

function baseTokens(text: string, from: number, around: Surroundings, emit: Emit): void {
  const [base, as, name] = wordSpans(text, from, text.length);
  if (!base) return;
  const word = text.slice(base.from, base.to);
  if (word.includes('$')) expandableTokens(text, base.from, base.to, around.escape, emit);
  else emit(around.stages.has(word.toLowerCase()) ? 'StageReference' : 'Image', base.from, base.to);
  if (as && text.slice(as.from, as.to).toUpperCase() === 'AS') emit('Keyword', as.from, as.to);
  if (name) emit('StageName', name.from, name.to);
}

function commandTokens(text: string, from: number, around: Surroundings, emit: Emit): void {
  if (around.posix) shellTokens(text, from, text.length, emit);
  else expandableTokens(text, from, text.length, around.escape, (name, start, end) => name === 'String' && emit(name, start, end));
}

function healthTokens(text: string, from: number, json: boolean, around: Surroundings, emit: Emit): void {
  const [type] = wordSpans(text, from, text.length);
  if (!type) return;
  emit('Keyword', type.from, type.to);
  if (json) jsonTokens(text, type.to, text.length, emit);
  else commandTokens(text, type.to, around, emit);
}

function pairTokens(text: string, from: number, keyword: string, around: Surroundings, emit: Emit): void {
  const words = wordSpans(text, from, text.length, around.escape);
  const name = keyword === 'ENV' ? 'VariableName' : 'Key';
  const [first] = words;
  if (!first) return;
  if (!text.slice(first.from, first.to).includes('=')) {
    emit(name, first.from, first.to);
    return expandableTokens(text, first.to, text.length, around.escape, emit);
  }
  for (const word of words) {
    const equals = text.indexOf('=', word.from);
    const end = equals < 0 || equals > word.to ? word.to : equals;
    emit(name, word.from, end);
    if (end === word.to) continue;
    emit('Operator', end, end + 1);
    expandableTokens(text, end + 1, word.to, around.escape, emit);
  }
}

function argTokens(text: string, from: number, around: Surroundings, emit: Emit): void {
  for (const word of wordSpans(text, from, text.length, around.escape)) {
    const equals = text.indexOf('=', word.from);
    const end = equals < 0 || equals > word.to ? word.to : equals;
    emit('VariableName', word.from, end);
    if (end === word.to) continue;
    emit('Operator', end, end + 1);
    expandableTokens(text, end + 1, word.to, around.escape, emit);
  }
}
