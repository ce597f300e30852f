/** A light reader of shell text, for colours only: strings, variables, comments, operators, and keywords where a command begins. */
import type { Emit } from './nodes.ts';
import { variableEnd } from './word-tokens.ts';

const keywords = new Set(['if', 'then', 'else', 'elif', 'fi', 'for', 'in', 'do', 'done', 'while', 'until', 'case', 'esac', 'function', 'select', '!', '{', '}', '[[', ']]']);
/** After these a command begins. */
const openers = new Set(['if', 'then', 'else', 'elif', 'do', 'while', 'until', '!', '{']);
/** `2>&1`, `&&`, `;;`, `<<<` … longest first. */
const operator = /(?:\d*(?:>>|>&|>\||<>|<&|>)|&>>|&>|&&|\|\||;;|\|&|<<<|[|&;()<>])/y;
const heredocMarker = /\d*<<-?[\t ]*(?:"[^"\n]*"|'[^'\n]*'|[^\s<>|&;()"']+)/y;
const assignment = /[A-Za-z_][A-Za-z0-9_]*\+?=/y;
const word = /[^\s"'`$\\|&;()<>]+/y;

/** Emits the tokens of a shell script; line breaks end commands. */
export function shellTokens(text: string, from: number, to: number, emit: Emit): void {
  new ShellReader(text, to, emit).read(from);
}

class ShellReader {
  private readonly text: string;
  private readonly to: number;
  private readonly emit: Emit;
  /** The next word is a command, not an argument. */
  private command = true;
  /** Words of the current `for` or `case`: `in` is a keyword among them. */
  private awaitsIn = false;

  constructor(text: string, to: number, emit: Emit) {
    this.text = text;
    this.to = to;
    this.emit = emit;
  }

  read(from: number): void {
    let at = from;
    let wordStart = true;
    while (at < this.to) {
      const c = this.text[at]!;
      if (c === '\n') {
        this.command = wordStart = true;
        at++;
      } else if (c === ' ' || c === '\t' || c === '\r') {
        wordStart = true;
        at++;
      } else if (c === '#' && wordStart) {
        const newline = this.text.indexOf('\n', at);
        const end = newline < 0 ? this.to : Math.min(newline, this.to);
        this.emit('Comment', at, end);
        at = end;
      } else {
        const next = this.token(at, wordStart);
        wordStart = this.command && /[;&|()]/.test(this.text[next - 1]!);
        at = next;
      }
    }
  }

  private token(at: number, wordStart: boolean): number {
    const { text, to } = this;
    switch (text[at]) {
      case '\\':
        this.command = this.command && text[at + 1] === '\n';
        return Math.min(at + 2, to);
      case "'":
        return this.single(at);
      case '"':
        return this.double(at);
      case '`':
        this.emit('Operator', at, at + 1);
        this.command = true;
        return at + 1;
      case '$':
        return this.dollar(at);
    }
    const marker = wordStart ? match(heredocMarker, text, at, to) : undefined;
    if (marker !== undefined) {
      this.emit('HeredocMarker', at, marker);
      return marker;
    }
    const sign = match(operator, text, at, to);
    if (sign !== undefined) {
      this.emit('Operator', at, sign);
      if (!/[<>]/.test(text.slice(at, sign))) this.command = true;
      return sign;
    }
    const end = match(word, text, at, to) ?? at + 1;
    if (wordStart) this.word(at, end);
    return end;
  }

  private word(from: number, to: number): void {
    const value = this.text.slice(from, to);
    const keyword = (this.command && keywords.has(value)) || (this.awaitsIn && value === 'in');
    if (keyword) {
      this.emit('ShellKeyword', from, to);
      this.awaitsIn = value === 'for' || value === 'case' || value === 'select';
      this.command = openers.has(value);
    } else if (!this.command || match(assignment, this.text, from, to) === undefined) {
      if (value === ']]') this.emit('ShellKeyword', from, to);
      this.command = false;
    }
  }

  private single(at: number): number {
    const quote = this.text.indexOf("'", at + 1);
    const end = quote < 0 || quote >= this.to ? this.to : quote + 1;
    this.emit('String', at, end);
    this.command = false;
    return end;
  }

  private double(from: number): number {
    const { text, to } = this;
    let start = from;
    let at = from + 1;
    while (at < to && text[at] !== '"') {
      if (text[at] === '\\') at += 2;
      else if (text[at] === '$') {
        const end = text[at + 1] === '(' ? at : variableEnd(text, at, to);
        if (end > at) {
          this.emit('String', start, at);
          this.emit('Variable', at, end);
          start = end;
        }
        at = Math.max(end, at + 1);
      } else at++;
    }
    const end = Math.min(at + 1, to);
    if (end > start) this.emit('String', start, end);
    this.command = false;
    return end;
  }

  private dollar(at: number): number {
    if (this.text[at + 1] === '(') {
      const end = Math.min(this.text[at + 2] === '(' ? at + 3 : at + 2, this.to);
      this.emit('Operator', at, end);
      this.command = true;
      return end;
    }
    this.command = false;
    const end = variableEnd(this.text, at, this.to);
    if (end === at) return at + 1;
    this.emit('Variable', at, end);
    return end;
  }
}

function match(pattern: RegExp, text: string, at: number, to: number): number | undefined {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  return found && at + found[0].length <= to ? at + found[0].length : undefined;
}
