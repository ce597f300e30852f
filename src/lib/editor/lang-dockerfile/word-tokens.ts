import type { EscapeToken } from '#engine/dockerfile/index.ts';
import type { Range } from '#engine/source/range.ts';
import type { Emit } from './nodes.ts';

const blank = /[\t\v\f\r ]/;

/** Words between blanks. With quotes, blanks inside them do not split, and the escape token takes the next character along. */
export function wordSpans(text: string, from: number, to: number, escape?: EscapeToken): readonly Range[] {
  const spans: Range[] = [];
  let at = from;
  while (at < to) {
    while (at < to && blank.test(text[at]!)) at++;
    if (at >= to) break;
    const start = at;
    let quote = '';
    for (; at < to; at++) {
      const c = text[at]!;
      if (escape !== undefined && c === escape && quote !== "'") at++;
      else if (quote) quote = c === quote ? '' : quote;
      else if (escape !== undefined && (c === '"' || c === "'")) quote = c;
      else if (blank.test(c)) break;
    }
    at = Math.min(at, to);
    spans.push({ from: start, to: at });
  }
  return spans;
}

const name = /[A-Za-z_][A-Za-z0-9_]*|[0-9?#*@$!-]/y;

/** The end of the variable that a `$` begins: `$NAME`, `${NAME:-word}`; the `$` itself where none does. */
export function variableEnd(text: string, at: number, to: number): number {
  if (text[at + 1] === '{') {
    let depth = 0;
    for (let i = at + 1; i < to; i++) {
      if (text[i] === '{') depth++;
      else if (text[i] === '}' && --depth === 0) return i + 1;
      else if (text[i] === '\n') return i;
    }
    return to;
  }
  name.lastIndex = at + 1;
  const match = name.exec(text);
  return match && at + 1 + match[0].length <= to ? at + 1 + match[0].length : at;
}

/** Strings and variables of a text that BuildKit expands. `quotes`: quotes group, as in ENV; else they are characters, as in COPY. */
export function expandableTokens(text: string, from: number, to: number, escape: EscapeToken, emit: Emit, quotes = true): void {
  let quote = '';
  let start = from;
  const string = (end: number) => {
    if (quote && end > start) emit('String', start, end);
  };
  for (let at = from; at < to; ) {
    const c = text[at]!;
    if (c === escape && quote !== "'") {
      at += 2;
    } else if (c === '$' && quote !== "'") {
      const end = variableEnd(text, at, to);
      if (end === at) {
        at++;
        continue;
      }
      string(at);
      emit('Variable', at, end);
      at = start = end;
    } else if (quotes && quote === '' && (c === '"' || c === "'")) {
      quote = c;
      start = at++;
    } else if (quote && c === quote) {
      string(++at);
      quote = '';
    } else at++;
  }
  string(to);
}

/** Brackets, strings and commas of a JSON array. */
export function jsonTokens(text: string, from: number, to: number, emit: Emit): void {
  for (let at = from; at < to; at++) {
    const c = text[at]!;
    if (c === '[' || c === ']') emit('Bracket', at, at + 1);
    else if (c === ',') emit('Separator', at, at + 1);
    else if (c === '"') {
      const start = at++;
      while (at < to && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
      emit('String', start, Math.min(at + 1, to));
    }
  }
}
