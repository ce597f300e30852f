/**
 * Text of a script → tokens. A word comes with its pieces already taken apart; for a command substitution the lexer
 * calls the parser, which reads on from the same text.
 */
import type { Part, Script, Word } from './ast.ts';
import { SyntaxFault } from './dialect.ts';
import type { Dialect } from './dialect.ts';
import { readParameter } from './parameter.ts';

export type Token =
  | { readonly type: 'word'; readonly word: Word; readonly line: number; /** Its text where nothing in it is quoted or expanded. */ readonly plain?: string }
  | { readonly type: 'operator'; readonly text: string; readonly line: number }
  | { readonly type: 'redirect'; readonly text: string; readonly fd?: number; readonly line: number }
  | { readonly type: 'newline' | 'end'; readonly line: number };

/** A here-document whose operator was read and whose body comes after the line. */
export interface PendingHeredoc {
  readonly delimiter: string;
  readonly stripTabs: boolean;
  readonly quoted: boolean;
  body: Word;
}

/** What surrounds the characters being read. */
export interface Context {
  readonly doubleQuoted: boolean;
  /** Inside `${…}`: ends at the brace. */
  readonly brace?: boolean;
  readonly heredoc?: boolean;
  readonly arithmetic?: boolean;
  /** Also ends at this character (`/` and `:` in bash's forms). */
  readonly stop?: string;
}

/** Reads the commands of a substitution: up to its parenthesis, or where `whole`, up to the end of the lexer's text. */
export type ParseSubstitution = (lexer: Lexer, whole: boolean) => Script;

const OPERATORS = ['&&', '||', ';;', ';&', '&', '|', ';', '(', ')'];
const REDIRECTS = ['<<<', '<<-', '<<', '<&', '<>', '>>', '>&', '>|', '<', '>'];
const MAX_NESTING = 60;

export class Lexer {
  readonly source: string;
  readonly dialect: Dialect;
  readonly #parse: ParseSubstitution;
  position = 0;
  line: number;
  heredocs: PendingHeredoc[] = [];
  #nesting = 0;

  constructor(source: string, dialect: Dialect, parse: ParseSubstitution, line = 1) {
    this.source = source;
    this.dialect = dialect;
    this.#parse = parse;
    this.line = line;
  }

  fail(message: string, line = this.line): never {
    throw new SyntaxFault(line, { message });
  }

  /** Runs `body` one nesting deeper. */
  nested<T>(body: () => T): T {
    if (++this.#nesting > MAX_NESTING) this.fail('nested too deeply');
    const result = body();
    this.#nesting--;
    return result;
  }

  /** The next character, a continued line joined. */
  peek(ahead = 0): string {
    while (this.source[this.position] === '\\' && this.source[this.position + 1] === '\n') {
      this.position += 2;
      this.line++;
    }
    return this.source[this.position + ahead] ?? '';
  }

  next(): Token {
    for (;;) {
      const c = this.peek();
      if (c === ' ' || c === '\t') this.position++;
      else if (c === '#') while (this.position < this.source.length && this.source[this.position] !== '\n') this.position++;
      else break;
    }
    const line = this.line;
    const c = this.peek();
    if (c === '') {
      if (this.heredocs.length > 0) this.#readHeredocs();
      return { type: 'end', line };
    }
    if (c === '\n') {
      this.position++;
      this.line++;
      this.#readHeredocs();
      return { type: 'newline', line };
    }
    const rest = this.source.slice(this.position, this.position + 3);
    if (this.dialect !== 'dash' && rest.startsWith('&>')) {
      this.position += 2;
      return { type: 'redirect', text: '&>', line };
    }
    const operator = OPERATORS.find((text) => rest.startsWith(text));
    if (operator) {
      this.position += operator.length;
      return { type: 'operator', text: operator, line };
    }
    const redirect = this.#redirect(rest);
    if (redirect) return { type: 'redirect', text: redirect, line };
    return this.#word(line);
  }

  #redirect(rest: string): string | undefined {
    const text = REDIRECTS.find((one) => rest.startsWith(one) && (one !== '<<<' || this.dialect === 'bash'));
    if (text) this.position += text.length;
    return text;
  }

  #word(line: number): Token {
    const from = this.position;
    const word = this.parts({ doubleQuoted: false });
    const raw = this.source.slice(from, this.position);
    const c = this.peek();
    if ((c === '<' || c === '>') && (this.dialect === 'dash' ? /^\d$/ : /^\d{1,9}$/).test(raw)) {
      const text = this.#redirect(this.source.slice(this.position, this.position + 3))!;
      return { type: 'redirect', text, fd: Number(raw), line };
    }
    const only = word.length === 1 && word[0]!.kind === 'text' && !word[0]!.quoted ? word[0] : undefined;
    return only ? { type: 'word', word, line, plain: only.text } : { type: 'word', word, line };
  }

  /** Reads pieces up to where the context ends; the character that ends it is left. */
  parts(context: Context): Word {
    const parts: Part[] = [];
    let text = '';
    const flush = () => {
      if (text !== '') parts.push({ kind: 'text', text, quoted: context.doubleQuoted });
      text = '';
    };
    let depth = 0;
    for (;;) {
      const c = this.source[this.position];
      if (c === undefined) {
        if (context.arithmetic) this.fail("Missing '))'");
        if (context.brace) this.fail(this.dialect === 'ash' ? "Missing '}'" : "Missing '}'");
        break;
      }
      if (c === '\\') {
        const following = this.source[this.position + 1];
        if (following === '\n') {
          this.position += 2;
          this.line++;
          continue;
        }
        const inQuotes = context.doubleQuoted || context.heredoc || context.arithmetic;
        const active = inQuotes ? '$`\\' + (context.heredoc || context.arithmetic ? '' : '"') + (context.brace ? '}' : '') : undefined;
        if (following !== undefined && (!active || active.includes(following))) {
          flush();
          parts.push({ kind: 'text', text: following, quoted: true });
          this.position += 2;
          continue;
        }
        text += c;
        this.position++;
        continue;
      }
      if (this.#ends(c, context)) {
        if (!context.arithmetic) break;
        if (depth === 0 && this.source[this.position + 1] === ')') break;
        if (depth > 0) depth--;
      } else if (context.arithmetic && c === '(') depth++;
      if (c === '$') {
        const part = this.#dollar(context);
        if (part) {
          flush();
          parts.push(...part);
        } else text += '$';
        continue;
      }
      if (c === '`') {
        flush();
        parts.push(this.#backquote(context));
        continue;
      }
      if (c === "'" && !context.doubleQuoted && !context.heredoc && !context.arithmetic) {
        flush();
        parts.push({ kind: 'text', text: this.#singleQuoted(), quoted: true });
        continue;
      }
      if (c === '"' && !context.heredoc && !context.arithmetic) {
        flush();
        parts.push(...this.#doubleQuoted());
        continue;
      }
      if (c === '\n') this.line++;
      text += c;
      this.position++;
    }
    flush();
    return parts;
  }

  #ends(c: string, context: Context): boolean {
    if (context.stop?.includes(c)) return true;
    if (context.brace) return c === '}';
    if (context.arithmetic) return c === ')';
    if (context.heredoc) return false;
    if (context.doubleQuoted) return c === '"';
    return c === ' ' || c === '\t' || c === '\n' || c === ';' || c === '&' || c === '|' || c === '<' || c === '>' || c === '(' || c === ')';
  }

  #singleQuoted(): string {
    const end = this.source.indexOf("'", this.position + 1);
    if (end < 0) {
      this.line += countNewlines(this.source.slice(this.position));
      this.fail('Unterminated quoted string');
    }
    const text = this.source.slice(this.position + 1, end);
    this.line += countNewlines(text);
    this.position = end + 1;
    return text;
  }

  #doubleQuoted(): Word {
    this.position++;
    const word = this.nested(() => this.parts({ doubleQuoted: true }));
    if (this.source[this.position] !== '"') this.fail('Unterminated quoted string');
    this.position++;
    return word.length > 0 ? word : [{ kind: 'text', text: '', quoted: true }];
  }

  #dollar(context: Context): Word | undefined {
    const quoted = context.doubleQuoted || context.heredoc === true || context.arithmetic === true;
    this.position++;
    const c = this.peek();
    if (c === '(') {
      if (this.peek(1) === '(') return [this.#arithmetic(quoted)];
      this.position++;
      return [{ kind: 'command', script: this.nested(() => this.#substitution()), quoted }];
    }
    if (c === "'" && !quoted && this.dialect !== 'dash') {
      return [{ kind: 'text', text: this.#ansiQuoted(), quoted: true }];
    }
    const part = readParameter(this, { ...context, doubleQuoted: quoted });
    return part && [part];
  }

  #substitution(): Script {
    const outer = this.heredocs;
    this.heredocs = [];
    const script = this.#parse(this, false);
    this.heredocs = outer;
    return script;
  }

  /** The expression of `((…))`, from its second parenthesis. */
  calculation(): Word {
    this.position++;
    const expression = this.nested(() => this.parts({ doubleQuoted: false, arithmetic: true }));
    this.position += 2;
    return expression;
  }

  #arithmetic(quoted: boolean): Part {
    this.position += 2;
    const expression = this.nested(() => this.parts({ doubleQuoted: false, arithmetic: true }));
    this.position += 2;
    return { kind: 'arithmetic', expression, quoted };
  }

  #backquote(context: Context): Part {
    const line = this.line;
    this.position++;
    let text = '';
    for (;;) {
      const c = this.source[this.position];
      if (c === undefined) this.fail('EOF in backquote substitution');
      this.position++;
      if (c === '`') break;
      if (c === '\n') this.line++;
      const following = this.source[this.position];
      if (c === '\\' && following !== undefined) {
        if (following === '\n') this.line++;
        if ('\\`$'.includes(following) || (following === '"' && context.doubleQuoted)) text += following;
        else if (following !== '\n') text += c + following;
        this.position++;
      } else text += c;
    }
    const inner = new Lexer(text, this.dialect, this.#parse, line);
    inner.#nesting = this.#nesting;
    return { kind: 'command', script: inner.nested(() => this.#parse(inner, true)), quoted: context.doubleQuoted || context.heredoc === true };
  }

  #ansiQuoted(): string {
    this.position++;
    let text = '';
    for (;;) {
      const c = this.source[this.position];
      if (c === undefined) this.fail('Unterminated quoted string');
      this.position++;
      if (c === "'") return text;
      if (c === '\n') this.line++;
      if (c !== '\\') {
        text += c;
        continue;
      }
      const match = /^(?:[abefnrtv\\'"?]|x[0-9a-fA-F]{1,2}|[0-7]{1,3})/.exec(this.source.slice(this.position, this.position + 3));
      const code = match?.[0] ?? '';
      this.position += code.length;
      if (code === '') text += '\\';
      else if (code[0] === 'x') text += String.fromCharCode(parseInt(code.slice(1), 16));
      else if (/\d/.test(code)) text += String.fromCharCode(parseInt(code, 8) & 255);
      else text += { a: '\x07', b: '\b', e: '\x1b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }[code] ?? code;
    }
  }

  #readHeredocs(): void {
    const pending = this.heredocs;
    this.heredocs = [];
    for (const heredoc of pending) {
      const line = this.line;
      let text = '';
      while (this.position < this.source.length) {
        let end = this.source.indexOf('\n', this.position);
        if (end < 0) end = this.source.length;
        let content = this.source.slice(this.position, end);
        // In an unquoted here-document a backslash joins lines before the delimiter is looked for.
        while (!heredoc.quoted && /(?:^|[^\\])(?:\\\\)*\\$/.test(content) && end < this.source.length) {
          const from = end + 1;
          end = this.source.indexOf('\n', from);
          if (end < 0) end = this.source.length;
          content = content.slice(0, -1) + this.source.slice(from, end);
          this.line++;
        }
        if (heredoc.stripTabs) content = content.replace(/^\t+/, '');
        this.position = Math.min(end + 1, this.source.length);
        this.line++;
        if (content === heredoc.delimiter) break;
        text += end < this.source.length ? `${content}\n` : content;
      }
      if (heredoc.quoted) heredoc.body = text === '' ? [] : [{ kind: 'text', text, quoted: true }];
      else {
        const inner = new Lexer(text, this.dialect, this.#parse, line);
        inner.#nesting = this.#nesting;
        heredoc.body = inner.nested(() => inner.parts({ doubleQuoted: false, heredoc: true }));
      }
    }
  }
}

function countNewlines(text: string): number {
  return text.split('\n').length - 1;
}
