/** Tokens → the tree of an awk program. */
import { AwkFault, tokenize } from './lexer.ts';
import type { Token } from './lexer.ts';

export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'string' | 'regex' | 'variable'; readonly text: string }
  | { readonly kind: 'field'; readonly index: Expression }
  | { readonly kind: 'element'; readonly name: string; readonly keys: readonly Expression[] }
  | { readonly kind: 'in'; readonly name: string; readonly keys: readonly Expression[] }
  | { readonly kind: 'unary'; readonly operator: string; readonly operand: Expression }
  | { readonly kind: 'step'; readonly operator: string; readonly target: Expression; readonly after: boolean }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'assign'; readonly operator: string; readonly target: Expression; readonly value: Expression }
  | { readonly kind: 'choice'; readonly condition: Expression; readonly yes: Expression; readonly no: Expression }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'getline'; readonly target?: Expression };

export type Statement =
  | { readonly kind: 'expression'; readonly value: Expression }
  | { readonly kind: 'print' | 'printf'; readonly values: readonly Expression[]; readonly file?: { readonly append: boolean; readonly path: Expression } }
  | { readonly kind: 'if'; readonly condition: Expression; readonly yes: Statement; readonly no?: Statement }
  | { readonly kind: 'loop'; readonly first?: Statement; readonly condition?: Expression; readonly next?: Statement; readonly body: Statement; readonly bodyFirst: boolean }
  | { readonly kind: 'each'; readonly variable: string; readonly array: string; readonly body: Statement }
  | { readonly kind: 'block'; readonly body: readonly Statement[] }
  | { readonly kind: 'delete'; readonly name: string; readonly keys?: readonly Expression[] }
  | { readonly kind: 'break' | 'continue' | 'next' }
  | { readonly kind: 'exit' | 'return'; readonly value?: Expression };

export interface Rule {
  readonly kind: 'BEGIN' | 'END' | 'each';
  readonly from?: Expression;
  readonly to?: Expression;
  readonly body?: Statement;
}

export interface Program {
  readonly rules: readonly Rule[];
  readonly functions: ReadonlyMap<string, { readonly parameters: readonly string[]; readonly body: Statement }>;
}

const LEVELS: readonly (readonly string[])[] = [['||'], ['&&'], ['~', '!~'], ['<', '<=', '==', '!=', '>', '>='], [' '], ['+', '-'], ['*', '/', '%']];
const ASSIGNMENTS = ['=', '+=', '-=', '*=', '/=', '%=', '^='];

export function parseAwk(source: string): Program {
  return new AwkParser(tokenize(source)).program();
}

class AwkParser {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;
  /** In the list of `print`, where `>` is a redirection. */
  #printing = false;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  program(): Program {
    const rules: Rule[] = [];
    const functions = new Map<string, { parameters: readonly string[]; body: Statement }>();
    for (this.#skip(); this.#token.type !== 'end'; this.#skip()) {
      if (this.#accept('function')) {
        const name = this.#next().text;
        this.#expect('(');
        const parameters: string[] = [];
        while (!this.#accept(')')) {
          parameters.push(this.#next().text);
          this.#accept(',');
          if (this.#at >= this.#tokens.length) throw new AwkFault('syntax error');
        }
        this.#newlines();
        functions.set(name, { parameters, body: this.#block() });
        continue;
      }
      const special = this.#token.text === 'BEGIN' || this.#token.text === 'END' ? (this.#next().text as 'BEGIN' | 'END') : undefined;
      if (special) {
        rules.push({ kind: special, body: this.#block() });
        continue;
      }
      const from = this.#is('{') ? undefined : this.#expression();
      const to = from && this.#accept(',') ? this.#expression() : undefined;
      const body = this.#is('{') ? this.#block() : undefined;
      rules.push({ kind: 'each', ...(from && { from }), ...(to && { to }), ...(body && { body }) });
    }
    return { rules, functions };
  }

  get #token(): Token {
    return this.#tokens[Math.min(this.#at, this.#tokens.length - 1)]!;
  }

  #next(): Token {
    const token = this.#token;
    this.#at++;
    return token;
  }

  #is(text: string): boolean {
    return this.#token.text === text && (this.#token.type === 'operator' || this.#token.type === 'keyword');
  }

  #accept(text: string): boolean {
    if (!this.#is(text)) return false;
    this.#at++;
    return true;
  }

  #expect(text: string): void {
    if (!this.#accept(text)) throw new AwkFault('syntax error');
  }

  #newlines(): void {
    while (this.#token.type === 'newline') this.#at++;
  }

  #skip(): void {
    while (this.#token.type === 'newline' || this.#is(';')) this.#at++;
  }

  #block(): Statement {
    this.#expect('{');
    const body: Statement[] = [];
    for (this.#skip(); !this.#accept('}'); this.#skip()) body.push(this.#statement());
    return { kind: 'block', body };
  }

  #statement(): Statement {
    if (++this.#depth > 200 || this.#token.type === 'end') throw new AwkFault('syntax error');
    try {
      return this.#anyStatement();
    } finally {
      this.#depth--;
    }
  }

  #body(): Statement {
    this.#newlines();
    return this.#accept(';') ? { kind: 'block', body: [] } : this.#statement();
  }

  #anyStatement(): Statement {
    if (this.#is('{')) return this.#block();
    if (this.#accept('if')) {
      this.#expect('(');
      const condition = this.#expression();
      this.#expect(')');
      const yes = this.#body();
      const mark = this.#at;
      this.#skip();
      if (this.#accept('else')) return { kind: 'if', condition, yes, no: this.#body() };
      this.#at = mark;
      return { kind: 'if', condition, yes };
    }
    if (this.#accept('while')) {
      this.#expect('(');
      const condition = this.#expression();
      this.#expect(')');
      return { kind: 'loop', condition, body: this.#body(), bodyFirst: false };
    }
    if (this.#accept('do')) {
      const body = this.#body();
      this.#skip();
      this.#expect('while');
      this.#expect('(');
      const condition = this.#expression();
      this.#expect(')');
      return { kind: 'loop', condition, body, bodyFirst: true };
    }
    if (this.#accept('for')) return this.#for();
    if (this.#is('print') || this.#is('printf')) return this.#print();
    for (const kind of ['break', 'continue', 'next'] as const) if (this.#accept(kind)) return { kind };
    for (const kind of ['exit', 'return'] as const) {
      if (!this.#accept(kind)) continue;
      return this.#ended() ? { kind } : { kind, value: this.#expression() };
    }
    if (this.#accept('delete')) {
      const name = this.#next().text;
      return this.#accept('[') ? { kind: 'delete', name, keys: this.#list(']') } : { kind: 'delete', name };
    }
    return { kind: 'expression', value: this.#expression() };
  }

  #ended(): boolean {
    return this.#token.type === 'newline' || this.#token.type === 'end' || this.#is(';') || this.#is('}');
  }

  #for(): Statement {
    this.#expect('(');
    const [a, b, c, d] = this.#tokens.slice(this.#at, this.#at + 4);
    if (a?.type === 'name' && b?.text === 'in' && c?.type === 'name' && d?.text === ')') {
      this.#at += 4;
      return { kind: 'each', variable: a.text, array: c.text, body: this.#body() };
    }
    const simple = (end: string): Statement | undefined => (this.#is(end) ? undefined : { kind: 'expression', value: this.#expression() });
    const first = simple(';');
    this.#expect(';');
    const condition = this.#is(';') ? undefined : this.#expression();
    this.#expect(';');
    const next = simple(')');
    this.#expect(')');
    return { kind: 'loop', ...(first && { first }), ...(condition && { condition }), ...(next && { next }), body: this.#body(), bodyFirst: false };
  }

  #print(): Statement {
    const kind = this.#next().text as 'print' | 'printf';
    const values: Expression[] = [];
    this.#printing = true;
    if (!this.#ended() && !this.#is('>') && !this.#is('>>')) {
      do {
        this.#newlines();
        values.push(this.#expression());
      } while (this.#accept(','));
    }
    this.#printing = false;
    const [only] = values;
    const list = values.length === 1 && only?.kind === 'call' && only.name === '(list)' ? only.args : values;
    const append = this.#is('>>');
    if (!append && !this.#is('>')) return { kind, values: list };
    this.#at++;
    return { kind, values: list, file: { append, path: this.#binary(4) } };
  }

  #list(end: string): Expression[] {
    const outer = this.#printing;
    this.#printing = false;
    const list: Expression[] = [];
    this.#newlines();
    while (!this.#accept(end)) {
      list.push(this.#expression());
      this.#newlines();
      if (!this.#accept(',') && !this.#is(end)) throw new AwkFault('syntax error');
      this.#newlines();
    }
    this.#printing = outer;
    return list;
  }

  #expression(): Expression {
    if (++this.#depth > 200) throw new AwkFault('syntax error');
    const left = this.#choice();
    const operator = this.#token.text;
    this.#depth--;
    if (this.#token.type !== 'operator' || !ASSIGNMENTS.includes(operator)) return left;
    if (left.kind !== 'variable' && left.kind !== 'field' && left.kind !== 'element') throw new AwkFault('syntax error');
    this.#at++;
    return { kind: 'assign', operator, target: left, value: this.#expression() };
  }

  #choice(): Expression {
    const condition = this.#binary(0);
    if (!this.#accept('?')) return condition;
    const yes = this.#expression();
    this.#newlines();
    this.#expect(':');
    return { kind: 'choice', condition, yes, no: this.#expression() };
  }

  #binary(level: number): Expression {
    const operators = LEVELS[level];
    if (!operators) return this.#unary();
    let left = this.#binary(level + 1);
    for (;;) {
      if (level === 2 && this.#accept('in')) {
        left = { kind: 'in', name: this.#next().text, keys: [left] };
        continue;
      }
      if (level === 4) {
        if (!this.#startsValue()) return left;
        left = { kind: 'binary', operator: ' ', left, right: this.#binary(level + 1) };
        continue;
      }
      const { text, type } = this.#token;
      if (type !== 'operator' || !operators.includes(text) || (this.#printing && text === '>')) return left;
      this.#at++;
      this.#newlines();
      left = { kind: 'binary', operator: text, left, right: this.#binary(level + 1) };
    }
  }

  /** Whether a value begins here, which is joined to the one before. */
  #startsValue(): boolean {
    const { type, text } = this.#token;
    if (type === 'number' || type === 'string' || type === 'name' || type === 'call' || type === 'regex') return true;
    return type === 'operator' && (text === '$' || text === '(' || text === '!' || text === '-' || text === '+' || text === '++' || text === '--') && text !== '+' && text !== '-' && text !== '!';
  }

  #unary(): Expression {
    const { type, text } = this.#token;
    if (type === 'operator' && (text === '!' || text === '-' || text === '+')) {
      this.#at++;
      if (++this.#depth > 200) throw new AwkFault('syntax error');
      const operand = this.#unary();
      this.#depth--;
      return { kind: 'unary', operator: text, operand };
    }
    const base = this.#postfix();
    if (!this.#accept('^')) return base;
    return { kind: 'binary', operator: '^', left: base, right: this.#unary() };
  }

  #postfix(): Expression {
    const { type, text } = this.#token;
    if (type === 'operator' && (text === '++' || text === '--')) {
      this.#at++;
      return { kind: 'step', operator: text, target: this.#primary(), after: false };
    }
    const value = this.#primary();
    const isTarget = value.kind === 'variable' || value.kind === 'field' || value.kind === 'element';
    const step = this.#token.text;
    if (isTarget && this.#token.type === 'operator' && (step === '++' || step === '--')) {
      this.#at++;
      return { kind: 'step', operator: step, target: value, after: true };
    }
    return value;
  }

  #primary(): Expression {
    const token = this.#next();
    switch (token.type) {
      case 'number':
        return { kind: 'number', value: Number(token.text) };
      case 'string':
        return { kind: 'string', text: token.text };
      case 'regex':
        return { kind: 'regex', text: token.text };
      case 'call': {
        this.#expect('(');
        return { kind: 'call', name: token.text, args: this.#list(')') };
      }
      case 'name':
        if (this.#accept('[')) return { kind: 'element', name: token.text, keys: this.#list(']') };
        if (['length', 'tolower', 'toupper'].includes(token.text)) return { kind: 'call', name: token.text, args: [] };
        return { kind: 'variable', text: token.text };
      default:
    }
    if (token.text === '$') {
      if (++this.#depth > 200) throw new AwkFault('syntax error');
      const index = this.#is('++') || this.#is('--') ? this.#postfix() : this.#is('-') ? this.#unary() : this.#primary();
      this.#depth--;
      return { kind: 'field', index };
    }
    if (token.text === 'getline' && token.type === 'keyword') return this.#token.type === 'name' || this.#is('$') ? { kind: 'getline', target: this.#primary() } : { kind: 'getline' };
    if (token.text !== '(' || token.type !== 'operator') throw new AwkFault('syntax error');
    const list = this.#list(')');
    if (list.length === 1) return { kind: 'unary', operator: '(', operand: list[0]! };
    if (this.#accept('in')) return { kind: 'in', name: this.#next().text, keys: list };
    return { kind: 'call', name: '(list)', args: list };
  }
}
