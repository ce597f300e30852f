/** A sed script → commands, by POSIX with GNU's additions. */
import { compileRegex } from '../regex.ts';

export type Address = { readonly kind: 'line'; readonly n: number } | { readonly kind: 'last' } | { readonly kind: 'regex'; readonly regex: RegExp | undefined } | { readonly kind: 'step'; readonly first: number; readonly step: number };

export interface Command {
  readonly name: string;
  readonly from?: Address;
  readonly to?: Address | { readonly kind: 'plus'; readonly n: number };
  readonly negated: boolean;
  /** Number that tells this command apart: the state of its range. */
  readonly id: number;
  /** Text of `a i c`, label of `b t T :`, file of `r w`, exit code of `q Q`. */
  readonly text?: string;
  readonly block?: readonly Command[];
  readonly substitution?: Substitution;
  readonly translation?: ReadonlyMap<string, string>;
}

export interface Substitution {
  /** Undefined: the last one that was used. */
  readonly regex: RegExp | undefined;
  readonly replacement: readonly Piece[];
  readonly all: boolean;
  readonly nth: number;
  readonly print: boolean;
  readonly file?: string;
}

/** A part of a replacement: text, a group, or a change of case. */
export type Piece = { readonly text: string } | { readonly group: number } | { readonly fold: 'U' | 'L' | 'u' | 'l' | 'E' };

export class ScriptFault extends Error {}

/** `gnu` adds what BusyBox does not know: `first~step` and changes of case. */
export function parseScript(source: string, extended: boolean, gnu: boolean): readonly Command[] {
  const parser = new ScriptParser(source, extended, gnu);
  return parser.commands(false);
}

class ScriptParser {
  readonly #source: string;
  readonly #extended: boolean;
  readonly #gnu: boolean;
  #at = 0;
  #ids = 0;
  #depth = 0;

  constructor(source: string, extended: boolean, gnu: boolean) {
    this.#source = source;
    this.#gnu = gnu;
    this.#extended = extended;
  }

  #fail(message: string): never {
    throw new ScriptFault(`char ${this.#at}: ${message}`);
  }

  #skip(pattern: RegExp): void {
    while (this.#at < this.#source.length && pattern.test(this.#source[this.#at]!)) this.#at++;
  }

  commands(inBlock: boolean): Command[] {
    const list: Command[] = [];
    for (;;) {
      this.#skip(/[\s;]/);
      const c = this.#source[this.#at];
      if (c === undefined) {
        if (inBlock) throw new ScriptFault('char 0: unmatched `{\'');
        return list;
      }
      if (c === '#') {
        this.#skip(/[^\n]/);
        continue;
      }
      if (c === '}') {
        if (!inBlock) {
          this.#at++;
          this.#fail("unexpected `}'");
        }
        this.#at++;
        return list;
      }
      list.push(this.#command());
    }
  }

  #command(): Command {
    const from = this.#address();
    let to: Command['to'];
    this.#skip(/[ \t]/);
    if (from && this.#source[this.#at] === ',') {
      this.#at++;
      this.#skip(/[ \t]/);
      if (this.#source[this.#at] === '+' || this.#source[this.#at] === '~') {
        this.#at++;
        to = { kind: 'plus', n: this.#number() };
      } else {
        to = this.#address();
        if (!to) this.#fail("unexpected `,'");
      }
    }
    let negated = false;
    for (this.#skip(/[ \t]/); this.#source[this.#at] === '!'; this.#skip(/[ \t!]/)) negated = true;
    const name = this.#source[this.#at];
    if (name === undefined) this.#fail('missing command');
    this.#at++;
    const base = { name, negated, id: this.#ids++, ...(from && { from }), ...(to && { to }) };
    switch (name) {
      case '{': {
        if (++this.#depth > 50) this.#fail('nested too deeply');
        const block = this.commands(true);
        this.#depth--;
        return { ...base, block };
      }
      case 's':
        return { ...base, substitution: this.#substitution() };
      case 'y':
        return { ...base, translation: this.#translation() };
      case 'a':
      case 'i':
      case 'c':
        return { ...base, text: this.#text() };
      case ':':
      case 'b':
      case 't':
      case 'T': {
        this.#skip(/[ \t]/);
        const match = (name === ':' ? /[^\n;]*/y : /[^\n;}]*/y);
        match.lastIndex = this.#at;
        const text = match.exec(this.#source)![0];
        this.#at += text.length;
        return { ...base, text: text.trim() };
      }
      case 'r':
      case 'R':
      case 'w':
      case 'W': {
        this.#skip(/[ \t]/);
        const end = this.#source.indexOf('\n', this.#at);
        const text = this.#source.slice(this.#at, end < 0 ? undefined : end);
        this.#at = end < 0 ? this.#source.length : end;
        return { ...base, text };
      }
      case 'q':
      case 'Q':
      case 'l':
      case 'L': {
        this.#skip(/[ \t]/);
        const text = /\d/.test(this.#source[this.#at] ?? '') ? String(this.#number()) : '';
        this.#end();
        return { ...base, text };
      }
      default:
        if (!'dDgGhHnNpPxz=F'.includes(name)) this.#fail(`unknown command: \`${name}'`);
        this.#end();
        return base;
    }
  }

  #end(): void {
    this.#skip(/[ \t]/);
    const c = this.#source[this.#at];
    if (c !== undefined && !';\n}#'.includes(c)) {
      this.#at++;
      this.#fail('extra characters after command');
    }
  }

  #number(): number {
    const from = this.#at;
    this.#skip(/\d/);
    return Number(this.#source.slice(from, this.#at));
  }

  #address(): Address | undefined {
    const c = this.#source[this.#at];
    if (c === undefined) return undefined;
    if (/\d/.test(c)) {
      const n = this.#number();
      if (this.#source[this.#at] !== '~' || !this.#gnu) return { kind: 'line', n };
      this.#at++;
      return { kind: 'step', first: n, step: this.#number() };
    }
    if (c === '$') {
      this.#at++;
      return { kind: 'last' };
    }
    if (c !== '/' && c !== '\\') return undefined;
    if (c === '\\') this.#at++;
    const delimiter = this.#source[this.#at++] ?? '/';
    const text = this.#delimited(delimiter, true, 'unterminated address regex');
    const insensitive = this.#source[this.#at] === 'I';
    if (insensitive) this.#at++;
    return { kind: 'regex', regex: text === '' ? undefined : this.#regex(text, insensitive ? 'i' : '') };
  }

  #regex(text: string, flags: string): RegExp {
    const regex = compileRegex(text, this.#extended, flags);
    if ('error' in regex) return this.#fail(regex.error);
    return regex;
  }

  /** Text up to the delimiter, which is stripped of its backslash where it is escaped. */
  #delimited(delimiter: string, isRegex: boolean, message: string): string {
    let text = '';
    let bracket = false;
    for (;;) {
      const c = this.#source[this.#at];
      if (c === undefined || (c === '\n' && isRegex && !bracket)) this.#fail(message);
      this.#at++;
      if (c === '\\') {
        const next = this.#source[this.#at++] ?? '';
        if (next === delimiter && !bracket) text += isRegex && /[.*^$+?(){}|[\]]/.test(delimiter) && delimiter !== '|' ? `\\${next}` : isRegex || delimiter === '&' ? next : next;
        else if (next === 'n' && isRegex) text += bracket ? '\n' : '\n';
        else text += c + next;
        continue;
      }
      if (isRegex && c === '[' && !bracket) {
        bracket = true;
        const rest = /^\^?\]?/.exec(this.#source.slice(this.#at, this.#at + 2))![0];
        text += c + rest;
        this.#at += rest.length;
        continue;
      }
      if (bracket && c === '[' && /^[:.=]/.test(this.#source[this.#at] ?? '')) {
        const named = /^([:.=]).*?\1\]/.exec(this.#source.slice(this.#at, this.#at + 20));
        if (named) {
          text += c + named[0];
          this.#at += named[0].length;
          continue;
        }
      }
      if (bracket && c === ']') bracket = false;
      else if (c === delimiter && !bracket) return text;
      text += c;
    }
  }

  #substitution(): Substitution {
    const delimiter = this.#source[this.#at++];
    if (delimiter === undefined || delimiter === '\n' || delimiter === '\\') this.#fail("unterminated `s' command");
    const pattern = this.#delimited(delimiter, true, "unterminated `s' command");
    const replacement = readReplacement(this.#delimited(delimiter, false, "unterminated `s' command"), this.#gnu);
    let all = false;
    let nth = 1;
    let print = false;
    let flags = '';
    let file: string | undefined;
    for (;;) {
      const c = this.#source[this.#at];
      if (c === 'g') all = true;
      else if (c === 'p') print = true;
      else if (c === 'i' || c === 'I') flags += flags.includes('i') ? '' : 'i';
      else if (c === 'm' || c === 'M') flags += flags.includes('m') ? '' : 'm';
      else if (c === 'e') this.#fail("unknown option to `s'");
      else if (c !== undefined && /\d/.test(c)) {
        nth = this.#number();
        continue;
      } else if (c === 'w') {
        this.#at++;
        const from = this.#at;
        this.#skip(/[^\n]/);
        file = this.#source.slice(from, this.#at).trim();
        break;
      } else {
        this.#skip(/[ \t]/);
        const next = this.#source[this.#at];
        if (next !== undefined && !';\n}#'.includes(next)) {
          this.#at++;
          this.#fail("unknown option to `s'");
        }
        break;
      }
      this.#at++;
    }
    return { regex: pattern === '' ? undefined : this.#regex(pattern, `g${flags}`), replacement, all, nth, print, ...(file && { file }) };
  }

  #translation(): ReadonlyMap<string, string> {
    const delimiter = this.#source[this.#at++] ?? '/';
    const plain = (text: string) => text.replace(/\\(.)/gs, (_, c: string) => (c === 'n' ? '\n' : c === 't' ? '\t' : c));
    const from = plain(this.#delimited(delimiter, false, "unterminated `y' command"));
    const to = plain(this.#delimited(delimiter, false, "unterminated `y' command"));
    if (from.length !== to.length) this.#fail("strings for `y' command are different lengths");
    this.#end();
    return new Map([...from].map((c, i) => [c, to[i]!]));
  }

  /** Text of `a`, `i`, `c`: after a backslash and newline, or on the same line; a backslash continues it. */
  #text(): string {
    this.#skip(/[ \t]/);
    if (this.#source[this.#at] === '\\') {
      this.#at++;
      const rest = /^[ \t]*\n/.exec(this.#source.slice(this.#at, this.#at + 80));
      this.#at += rest?.[0].length ?? 0;
    }
    let text = '';
    for (;;) {
      const c = this.#source[this.#at];
      if (c === undefined || c === '\n') break;
      this.#at++;
      if (c !== '\\') {
        text += c;
        continue;
      }
      const next = this.#source[this.#at++] ?? '';
      text += next === 't' ? '\t' : next;
    }
    if (text === '' && this.#source[this.#at] === undefined) this.#fail('expected \\ after `a\', `c\' or `i\'');
    return `${text}\n`;
  }
}

function readReplacement(text: string, gnu: boolean): Piece[] {
  const pieces: Piece[] = [];
  let plain = '';
  const push = (piece: Piece) => {
    if (plain !== '') pieces.push({ text: plain });
    plain = '';
    pieces.push(piece);
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (c === '&') push({ group: 0 });
    else if (c !== '\\') plain += c;
    else {
      const next = text[++i] ?? '';
      if (/\d/.test(next)) push({ group: Number(next) });
      else if (gnu && /[ULulE]/.test(next)) push({ fold: next as 'U' });
      else plain += next === 'n' ? '\n' : next === 't' ? '\t' : next;
    }
  }
  if (plain !== '') pieces.push({ text: plain });
  return pieces;
}
