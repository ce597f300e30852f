/** Blocks and expressions of HCL, as far as bake files use them. */
import { HclFault, lexHcl, type Token } from './hcl-lexer.ts';

/** A value that is not worked out yet. */
export type Expression =
  | { readonly kind: 'value'; readonly value: null | boolean | number | string }
  | { readonly kind: 'text'; readonly parts: readonly (string | Expression)[] }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [string | Expression, Expression])[] }
  | { readonly kind: 'name'; readonly names: readonly string[]; readonly token: Token }
  | { readonly kind: 'index'; readonly of: Expression; readonly key: Expression; readonly token: Token }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[]; readonly token: Token }
  | { readonly kind: 'choice'; readonly test: Expression; readonly yes: Expression; readonly no: Expression }
  | { readonly kind: 'unary'; readonly mark: string; readonly of: Expression }
  | { readonly kind: 'binary'; readonly mark: string; readonly left: Expression; readonly right: Expression };

/** `name = value`. */
export interface Attribute {
  readonly name: string;
  readonly value: Expression;
  readonly token: Token;
}

/** `type "label" { … }`. */
export interface Block {
  readonly type: string;
  readonly labels: readonly string[];
  readonly attributes: readonly Attribute[];
  readonly blocks: readonly Block[];
  readonly token: Token;
}

const deepest = 100;
const precedence: readonly (readonly string[])[] = [['||'], ['&&'], ['==', '!='], ['<', '>', '<=', '>='], ['+', '-'], ['*', '/', '%']];

/** The body of a file: attributes and blocks. Throws `HclFault`. */
export function parseHcl(source: string): Pick<Block, 'attributes' | 'blocks'> {
  return new HclParser(lexHcl(source)).body('end');
}

class HclParser {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  body(until: 'end' | '}'): Pick<Block, 'attributes' | 'blocks'> {
    const attributes: Attribute[] = [];
    const blocks: Block[] = [];
    for (;;) {
      this.#newlines();
      const token = this.#next();
      if (token.kind === 'end' && until === 'end') return { attributes, blocks };
      if (token.kind === 'mark' && token.text === '}' && until === '}') return { attributes, blocks };
      if (token.kind !== 'name') throw new HclFault(token.kind === 'end' ? 'Unclosed configuration block; There is no closing brace for this block before the end of the file. This may be caused by incorrect brace nesting elsewhere in this file.' : 'Argument or block definition required; An argument or block definition is required here.', token);
      const next = this.#peek();
      if (next.kind === 'mark' && next.text === '=') {
        this.#at++;
        attributes.push({ name: token.text, value: this.expression(), token });
        this.#endOfLine();
      } else blocks.push(this.#block(token));
    }
  }

  #block(token: Token): Block {
    const labels: string[] = [];
    for (;;) {
      const next = this.#next();
      if (next.kind === 'string') labels.push((next.parts ?? []).map((part) => (typeof part === 'string' ? part : '')).join(''));
      else if (next.kind === 'name') labels.push(next.text);
      else if (next.kind === 'mark' && next.text === '{') break;
      else throw new HclFault('Invalid block definition; Either a quoted string block label or an opening brace ("{") is expected here.', next);
    }
    if (++this.#depth > deepest) throw new HclFault('Blocks nest too deeply; This file nests deeper than is simulated.', token);
    const inside = this.body('}');
    this.#depth--;
    return { type: token.text, labels, ...inside, token };
  }

  expression(): Expression {
    if (++this.#depth > deepest) throw new HclFault('Invalid expression; This expression nests deeper than is simulated.', this.#peek());
    const test = this.#binary(0);
    let result = test;
    if (this.#takes('?')) {
      this.#newlines();
      const yes = this.expression();
      this.#newlines();
      this.#expect(':', 'Missing false expression in conditional; The conditional operator (...?...:...) requires a false expression, delimited by a colon.');
      this.#newlines();
      result = { kind: 'choice', test, yes, no: this.expression() };
    }
    this.#depth--;
    return result;
  }

  #binary(level: number): Expression {
    const marks = precedence[level];
    if (!marks) return this.#unary();
    let left = this.#binary(level + 1);
    for (let next = this.#peek(); next.kind === 'mark' && marks.includes(next.text); next = this.#peek()) {
      this.#at++;
      this.#newlines();
      left = { kind: 'binary', mark: next.text, left, right: this.#binary(level + 1) };
    }
    return left;
  }

  #unary(): Expression {
    const next = this.#peek();
    if (next.kind === 'mark' && (next.text === '!' || next.text === '-')) {
      this.#at++;
      if (++this.#depth > deepest) throw new HclFault('Invalid expression; This expression nests deeper than is simulated.', next);
      const of = this.#unary();
      this.#depth--;
      return { kind: 'unary', mark: next.text, of };
    }
    return this.#postfix(this.#primary());
  }

  #postfix(start: Expression): Expression {
    let of = start;
    for (;;) {
      const next = this.#peek();
      if (next.kind !== 'mark' || (next.text !== '[' && next.text !== '.')) return of;
      this.#at++;
      if (next.text === '.') of = { kind: 'index', of, key: { kind: 'value', value: this.#next().text }, token: next };
      else {
        of = { kind: 'index', of, key: this.expression(), token: next };
        this.#expect(']', 'Missing close bracket on index; The index operator must end with a closing bracket ("]").');
      }
    }
  }

  #primary(): Expression {
    const token = this.#next();
    if (token.kind === 'number') return { kind: 'value', value: Number(token.text) };
    if (token.kind === 'string') return textOf(token);
    if (token.kind === 'name') return this.#named(token);
    if (token.text === '(') {
      this.#newlines();
      const inside = this.expression();
      this.#newlines();
      this.#expect(')', 'Unbalanced parentheses; Expected a closing parenthesis to terminate the expression.');
      return inside;
    }
    if (token.text === '[') return this.#list();
    if (token.text === '{') return this.#object();
    throw new HclFault('Invalid expression; Expected the start of an expression, but found an invalid expression token.', token);
  }

  #named(token: Token): Expression {
    if (token.text === 'true' || token.text === 'false') return { kind: 'value', value: token.text === 'true' };
    if (token.text === 'null') return { kind: 'value', value: null };
    if (this.#takes('(')) {
      const args: Expression[] = [];
      this.#newlines();
      while (!this.#takes(')')) {
        args.push(this.expression());
        this.#newlines();
        if (!this.#takes(',') && !this.#is(')')) throw new HclFault('Missing argument separator; A comma is required to separate each function argument from the next.', this.#peek());
        this.#newlines();
      }
      return { kind: 'call', name: token.text, args, token };
    }
    const names = [token.text];
    while (this.#is('.') && this.#tokens[this.#at + 1]?.kind === 'name') {
      this.#at++;
      names.push(this.#next().text);
    }
    return { kind: 'name', names, token };
  }

  #list(): Expression {
    const items: Expression[] = [];
    this.#newlines();
    if (this.#is('for') || this.#peek().text === 'for') throw new HclFault('for expressions are not simulated here.', this.#peek());
    while (!this.#takes(']')) {
      items.push(this.expression());
      this.#newlines();
      if (!this.#takes(',') && !this.#is(']')) throw new HclFault('Missing item separator; Expected a comma to mark the beginning of the next item.', this.#peek());
      this.#newlines();
    }
    return { kind: 'list', items };
  }

  #object(): Expression {
    const entries: [string | Expression, Expression][] = [];
    this.#newlines();
    while (!this.#takes('}')) {
      const key = this.#next();
      const name = key.kind === 'name' || key.kind === 'number' ? key.text : key.kind === 'string' ? textOf(key) : undefined;
      if (name === undefined) throw new HclFault('Invalid object key; Expected an object key.', key);
      if (!this.#takes('=') && !this.#takes(':')) throw new HclFault('Missing attribute value; Expected an attribute value, introduced by an equals sign ("=").', this.#peek());
      this.#newlines();
      entries.push([name, this.expression()]);
      if (!this.#takes(',') && !this.#is('}') && this.#peek().kind !== 'newline') throw new HclFault('Missing attribute separator; Expected a newline or comma to mark the beginning of the next attribute.', this.#peek());
      this.#newlines();
    }
    return { kind: 'object', entries };
  }

  #endOfLine(): void {
    const next = this.#peek();
    if (next.kind === 'newline' || next.kind === 'end' || (next.kind === 'mark' && next.text === '}')) return;
    throw new HclFault('Missing newline after argument; An argument definition must end with a newline.', next);
  }

  #newlines(): void {
    while (this.#peek().kind === 'newline') this.#at++;
  }

  #is(mark: string): boolean {
    const next = this.#peek();
    return next.kind === 'mark' && next.text === mark;
  }

  #takes(mark: string): boolean {
    if (!this.#is(mark)) return false;
    this.#at++;
    return true;
  }

  #expect(mark: string, problem: string): void {
    if (!this.#takes(mark)) throw new HclFault(problem, this.#peek());
  }

  #peek(): Token {
    return this.#tokens[this.#at] ?? this.#tokens.at(-1)!;
  }

  #next(): Token {
    const token = this.#peek();
    if (token.kind !== 'end') this.#at++;
    return token;
  }
}

function textOf({ parts = [] }: Token): Expression {
  const read = parts.map((part) => (typeof part === 'string' ? part : new HclParser(lexHcl(part.source, part)).expression()));
  const [only] = read;
  return read.length <= 1 && (only === undefined || typeof only === 'string') ? { kind: 'value', value: only ?? '' } : { kind: 'text', parts: read };
}
