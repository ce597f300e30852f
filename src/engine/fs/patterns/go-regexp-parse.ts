/**
 * The part of Go's `regexp` (RE2) syntax that an ignore pattern can reach: literals, classes, escapes, `{n,m}`, `|`, `^`, `$`, `.`
 * and the loops that `*`, `?` and `**` are written as. What Go refuses is refused.
 */

/** One character of a class, an assertion, or `dirs`: the optional directories that `**` stands for. */
export interface Item {
  readonly kind: 'char' | 'begin' | 'end' | 'boundary' | 'noBoundary' | 'dirs';
  /** The class of a `char`, as a JavaScript expression with the flag `u`. */
  readonly source: string;
  /** How often it may be repeated. */
  readonly min: number;
  readonly max: number;
}

const POSIX: Readonly<Record<string, string>> = {
  alnum: '0-9A-Za-z', alpha: 'A-Za-z', ascii: '\\x00-\\x7F', blank: '\\t ', cntrl: '\\x00-\\x1F\\x7F', digit: '0-9', graph: '!-~', lower: 'a-z',
  print: ' -~', punct: '!-\\/:-@\\[-`{-~', space: '\\t\\n\\v\\f\\r ', upper: 'A-Z', word: '0-9A-Za-z_', xdigit: '0-9A-Fa-f',
};
const PERL: Readonly<Record<string, string>> = { d: '0-9', s: '\\t\\n\\f\\r ', w: '0-9A-Za-z_' };
const CONTROL: Readonly<Record<string, number>> = { a: 7, f: 12, n: 10, r: 13, t: 9, v: 11 };

class Malformed extends Error {}

const hexChar = (code: number) => `\\u{${code.toString(16)}}`;

class Parser {
  readonly chars: readonly string[];
  at = 0;

  /** Where the last `:]` is. */
  private readonly lastClose: number;

  constructor(text: string) {
    this.chars = Array.from(text);
    this.lastClose = this.chars.findLastIndex((char, i) => char === ':' && this.chars[i + 1] === ']');
  }

  get more(): boolean {
    return this.at < this.chars.length;
  }

  next(): string {
    const char = this.chars[this.at++];
    if (char === undefined) throw new Malformed();
    return char;
  }

  take(text: string): boolean {
    if (!this.chars.slice(this.at, this.at + text.length).join('').startsWith(text)) return false;
    this.at += text.length;
    return true;
  }

  /** `\p{Greek}`, `\pL`, `\PN`: behind the backslash. Inside a class and outside alike. */
  property(): string | undefined {
    const letter = this.chars[this.at];
    if (letter !== 'p' && letter !== 'P') return undefined;
    this.at++;
    let name = this.next();
    if (name === '{') {
      name = '';
      for (let c = this.next(); c !== '}'; c = this.next()) name += c;
    }
    const negated = name.startsWith('^');
    if (negated) name = name.slice(1);
    const kind = (letter === 'p') === negated ? 'P' : 'p';
    if (name === 'Any') return `\\${kind}{Any}`;
    for (const source of [`\\${kind}{${name}}`, `\\${kind}{Script=${name}}`]) {
      try {
        if (/^\w+$/.test(name)) return new RegExp(source, 'u').source;
      } catch {
        continue;
      }
    }
    throw new Malformed();
  }

  /** Code of an escaped character, behind the backslash. */
  escape(): number {
    const c = this.next();
    const code = c.codePointAt(0)!;
    if (/[1-7]/.test(c) && !/[0-7]/.test(this.chars[this.at] ?? '')) throw new Malformed();
    if (/[0-7]/.test(c)) {
      let digits = c;
      while (digits.length < 3 && /[0-7]/.test(this.chars[this.at] ?? '')) digits += this.next();
      return parseInt(digits, 8);
    }
    if (c === 'x') {
      let digits = this.next();
      if (digits === '{') {
        digits = '';
        for (let d = this.next(); d !== '}'; d = this.next()) digits += d;
      } else digits += this.next();
      const value = /^[0-9A-Fa-f]+$/.test(digits) ? parseInt(digits, 16) : Infinity;
      if (value > 0x10ffff) throw new Malformed();
      return value;
    }
    if (c in CONTROL) return CONTROL[c]!;
    if (code < 0x80 && !/[0-9A-Za-z]/.test(c)) return code;
    throw new Malformed();
  }

  classChar(): number {
    const c = this.next();
    return c === '\\' ? this.escape() : c.codePointAt(0)!;
  }

  /** `[:digit:]` in a class; undefined where there is nothing of that form. */
  private posixClass(): string | undefined {
    if (this.chars[this.at] !== '[' || this.chars[this.at + 1] !== ':' || this.lastClose < this.at + 2) return undefined;
    const match = /^(\^?)(\w*):\]/.exec(this.chars.slice(this.at + 2, this.at + 14).join(''));
    const members = POSIX[match?.[2] ?? ''];
    if (!match || members === undefined) throw new Malformed();
    this.at += match[0].length + 2;
    return match[1] === '^' ? outside(members) : members;
  }

  /** A class, behind its `[`. */
  charClass(): string {
    const negated = this.take('^');
    let body = '';
    for (let first = true; first || this.chars[this.at] !== ']'; first = false) {
      if (!this.more) throw new Malformed();
      const posix = this.posixClass();
      if (posix !== undefined) {
        body += posix;
        continue;
      }
      if (this.chars[this.at] === '\\') {
        const letter = this.chars[this.at + 1] ?? '';
        if (letter.toLowerCase() in PERL) {
          this.at += 2;
          body += letter in PERL ? PERL[letter]! : outside(PERL[letter.toLowerCase()]!);
          continue;
        }
        if (letter === 'p' || letter === 'P') {
          this.at++;
          body += this.property()!;
          continue;
        }
      }
      const low = this.classChar();
      let high = low;
      if (this.chars[this.at] === '-' && this.chars[this.at + 1] !== ']' && this.at + 1 < this.chars.length) {
        this.at++;
        high = this.classChar();
        if (high < low) throw new Malformed();
      }
      body += high === low ? hexChar(low) : `${hexChar(low)}-${hexChar(high)}`;
    }
    this.at++;
    return `[${negated ? '^' : ''}${body}]`;
  }

  /** `{2}`, `{2,}`, `{2,3}` at this place; what is not of that form is a literal. */
  repeat(): readonly [number, number] | undefined {
    const match = /^\{(0|[1-9]\d*)(,(0|[1-9]\d*)?)?\}/.exec(this.chars.slice(this.at, this.at + 40).join(''));
    if (!match) return undefined;
    this.at += match[0].length;
    const min = Number(match[1]);
    const max = match[2] === undefined ? min : match[3] === undefined ? Infinity : Number(match[3]);
    if (min > 1000 || (max > 1000 && max !== Infinity) || max < min) throw new Malformed();
    return [min, max];
  }
}

/** The members of a class turned around, as members: `a-z` → all but these. */
function outside(members: string): string {
  const has = new RegExp(`[${members}]`, 'u');
  let body = '';
  let start = 0;
  for (let code = 0; code <= 0x80; code++) {
    if (code < 0x80 && !has.test(String.fromCharCode(code))) continue;
    if (code > start) body += code === 0x80 ? '' : `${hexChar(start)}-${hexChar(code - 1)}`;
    if (code < 0x80) start = code + 1;
  }
  return `${body}${hexChar(start)}-${hexChar(0x10ffff)}`;
}

const char = (source: string): Item => ({ kind: 'char', source, min: 1, max: 1 });
const empty = (kind: Item['kind']): Item => ({ kind, source: '', min: 1, max: 1 });

/** One item, behind which a repetition may stand. */
function parseItem(parser: Parser): Item[] {
  if (parser.take('(.*/)?')) return [{ ...empty('dirs'), min: 0 }];
  const c = parser.next();
  if (c === '.') return [char('[^\\n]')];
  if (c === '^') return [empty('begin')];
  if (c === '$') return [empty('end')];
  if (c === '[') return [char(parser.charClass())];
  if (c !== '\\') return [char(`[${hexChar(c.codePointAt(0)!)}]`)];
  const letter = parser.chars[parser.at];
  if (letter === undefined) throw new Malformed();
  if (letter === 'Q') {
    parser.at++;
    const items: Item[] = [];
    while (parser.more && !parser.take('\\E')) items.push(char(`[${hexChar(parser.next().codePointAt(0)!)}]`));
    return items;
  }
  const named = ({ A: 'begin', z: 'end', b: 'boundary', B: 'noBoundary' } as const)[letter];
  if (named) {
    parser.at++;
    return [empty(named)];
  }
  if (letter.toLowerCase() in PERL) {
    parser.at++;
    return [char(`[${letter in PERL ? PERL[letter]! : outside(PERL[letter.toLowerCase()]!)}]`)];
  }
  const property = parser.property();
  return [char(property ? `[${property}]` : `[${hexChar(parser.escape())}]`)];
}

function parseAlternatives(text: string): Item[][] {
  const parser = new Parser(text);
  const alternatives: Item[][] = [[]];
  let copies = 0;
  while (parser.more) {
    const items = alternatives.at(-1)!;
    if (parser.take('|')) {
      alternatives.push([]);
      continue;
    }
    const isDirs = parser.chars.slice(parser.at, parser.at + 6).join('') === '(.*/)?';
    if (!isDirs && parser.chars[parser.at] === '{' && parser.repeat()) throw new Malformed();
    items.push(...parseItem(parser));
    const star = !isDirs && parser.take('*');
    const times: readonly [number, number] | undefined = star ? [0, Infinity] : parser.repeat();
    if (!times) continue;
    if (isDirs || parser.take('*') || parser.repeat()) throw new Malformed();
    const last = items.pop();
    if (!last) throw new Malformed();
    copies += Math.max(times[0], times[1] === Infinity ? 0 : times[1]);
    if (copies > 1000) throw new Malformed();
    items.push({ ...last, min: last.kind === 'char' ? times[0] : Math.min(times[0], 1), max: last.kind === 'char' ? times[1] : 1 });
  }
  return alternatives;
}

/** Alternatives of items one after another; undefined where Go would not compile the text. */
export function parseGoRegexp(text: string): readonly (readonly Item[])[] | undefined {
  try {
    return parseAlternatives(text);
  } catch (error) {
    if (error instanceof Malformed) return undefined;
    throw error;
  }
}
