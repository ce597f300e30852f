/** `$((…))`: C's integer expressions in 64 bits, with assignment to variables. */

import type { Dialect } from './dialect.ts';

/** What a wrong expression is told as, without the shell's own prefix. */
export class ArithmeticFault extends Error {}

/** The variables an expression sees; values are texts. */
export interface Variables {
  get(name: string): string | undefined;
  set(name: string, value: string): void;
}

/** Tokens of POSIX; those of ash and bash have more operators. */
const TOKEN = /\s*(?:(0[xX][0-9a-fA-F]+|\d+(?:#[0-9a-zA-Z]+)?)|([A-Za-z_]\w*)|(<<=|>>=|&&|\|\||<<|>>|<=|>=|==|!=|[-+*/%&^|]=|[-+*/%&^|<>=!~?:(),]))/y;
const EXTENDED_TOKEN = new RegExp(TOKEN.source.replace('(<<=|', '(<<=|\\*\\*|\\+\\+|--|'), 'y');
const LEVELS: readonly (readonly string[])[] = [['||'], ['&&'], ['|'], ['^'], ['&'], ['==', '!='], ['<', '>', '<=', '>='], ['<<', '>>'], ['+', '-'], ['*', '/', '%']];
const ASSIGNMENTS = ['=', '*=', '/=', '%=', '+=', '-=', '<<=', '>>=', '&=', '^=', '|='];
const MAX_DEPTH = 200;

const wrap = (n: bigint) => BigInt.asIntN(64, n);

/** Value of an expression. Throws an `ArithmeticFault`. */
export function evaluate(expression: string, variables: Variables, dialect: Dialect): bigint {
  return new Evaluator(expression, variables, dialect, 0).whole();
}

/** Text of a number as `$((x))` reads it: decimal, `0x` or octal. */
export function readNumber(text: string, dialect: Dialect): bigint {
  const [base, digits] = text.split('#');
  if (digits !== undefined) return wrap([...digits.toLowerCase()].reduce((sum, d) => sum * BigInt(base!) + BigInt(parseInt(d, 36)), 0n));
  if (/^0[xX]/.test(text)) return wrap(BigInt(text));
  if (/^0[0-7]+$/.test(text)) return wrap(BigInt(`0o${text.slice(1)}`));
  if (/^0\d/.test(text)) throw new ArithmeticFault('expecting EOF');
  const value = BigInt(text);
  if (dialect === 'dash') return value > 0x7fffffffffffffffn ? 0x7fffffffffffffffn : value;
  return wrap(value > 0xffffffffffffffffn ? 0xffffffffffffffffn : value);
}

class Evaluator {
  readonly #source: string;
  readonly #variables: Variables;
  readonly #dialect: Dialect;
  readonly #extended: boolean;
  readonly #depth: number;
  #position = 0;
  #token = '';
  #kind: 'number' | 'name' | 'operator' | 'end' = 'end';
  #nesting = 0;
  /** Above zero where a branch is read but not taken. */
  #skipped = 0;

  constructor(source: string, variables: Variables, dialect: Dialect, depth: number) {
    if (depth > 20) throw new ArithmeticFault('expression recursion loop detected');
    this.#source = source;
    this.#variables = variables;
    this.#dialect = dialect;
    this.#extended = dialect !== 'dash';
    this.#depth = depth;
    this.#advance();
  }

  whole(): bigint {
    if (this.#token === '') {
      if (!this.#extended && this.#depth === 0) throw new ArithmeticFault('expecting primary');
      return 0n;
    }
    const value = this.#comma();
    if (this.#token !== '') throw new ArithmeticFault('expecting EOF');
    return value;
  }

  #advance(): void {
    const token = this.#extended ? EXTENDED_TOKEN : TOKEN;
    token.lastIndex = this.#position;
    const match = token.exec(this.#source);
    if (!match) {
      if (this.#source.slice(this.#position).trim() !== '') throw new ArithmeticFault('expecting EOF');
      this.#kind = 'end';
      this.#token = '';
      return;
    }
    this.#position = token.lastIndex;
    this.#kind = match[1] !== undefined ? 'number' : match[2] !== undefined ? 'name' : 'operator';
    this.#token = match[1] ?? match[2] ?? match[3]!;
  }

  #accept(...operators: string[]): string | undefined {
    if (this.#kind !== 'operator' || !operators.includes(this.#token)) return undefined;
    const found = this.#token;
    this.#advance();
    return found;
  }

  #comma(): bigint {
    let value = this.#assignment();
    while (this.#extended && this.#accept(',')) value = this.#assignment();
    return value;
  }

  #assignment(): bigint {
    if (++this.#nesting > MAX_DEPTH) throw new ArithmeticFault('expression too deep');
    try {
      if (this.#kind !== 'name') return this.#conditional();
      const name = this.#token;
      const from = this.#position;
      this.#advance();
      const operator = this.#accept(...ASSIGNMENTS);
      if (operator) {
        const right = this.#assignment();
        const value = operator === '=' ? right : this.#apply(operator.slice(0, -1), this.#value(name), right);
        this.#assign(name, value);
        return value;
      }
      this.#position = from;
      this.#kind = 'name';
      this.#token = name;
      return this.#conditional();
    } finally {
      this.#nesting--;
    }
  }

  #conditional(): bigint {
    const condition = this.#binary(0);
    if (!this.#accept('?')) return condition;
    const yes = this.#branch(condition !== 0n, () => this.#assignment());
    if (!this.#accept(':')) throw new ArithmeticFault("expecting ':'");
    const no = this.#branch(condition === 0n, () => this.#conditional());
    return condition === 0n ? no : yes;
  }

  #branch(taken: boolean, read: () => bigint): bigint {
    if (!taken) this.#skipped++;
    const value = read();
    if (!taken) this.#skipped--;
    return value;
  }

  #binary(level: number): bigint {
    const operators = LEVELS[level];
    if (!operators) return this.#power();
    let left = this.#binary(level + 1);
    for (let operator = this.#accept(...operators); operator; operator = this.#accept(...operators)) {
      if (operator === '&&' || operator === '||') {
        const decided = operator === '&&' ? left === 0n : left !== 0n;
        const right = this.#branch(!decided || this.#dialect === 'ash', () => this.#binary(level + 1));
        left = (operator === '&&' ? left !== 0n && right !== 0n : left !== 0n || right !== 0n) ? 1n : 0n;
      } else left = this.#apply(operator, left, this.#binary(level + 1));
    }
    return left;
  }

  #power(): bigint {
    const base = this.#unary();
    if (!this.#extended || !this.#accept('**')) return base;
    const exponent = this.#power();
    if (exponent < 0n) throw new ArithmeticFault('exponent less than 0');
    return wrap(base ** BigInt.asUintN(12, exponent));
  }

  #unary(): bigint {
    if (++this.#nesting > MAX_DEPTH) throw new ArithmeticFault('expression too deep');
    try {
      const step = this.#extended ? this.#accept('++', '--') : undefined;
      if (step) {
        const name = this.#token;
        if (this.#kind !== 'name') throw new ArithmeticFault('expecting primary');
        this.#advance();
        const value = wrap(this.#value(name) + (step === '++' ? 1n : -1n));
        this.#assign(name, value);
        return value;
      }
      const operator = this.#accept('+', '-', '!', '~', '++', '--');
      if (!operator) return this.#primary();
      const value = this.#unary();
      if (operator === '-') return wrap(-value);
      if (operator === '!') return value === 0n ? 1n : 0n;
      if (operator === '~') return wrap(~value);
      return value;
    } finally {
      this.#nesting--;
    }
  }

  #primary(): bigint {
    if (this.#accept('(')) {
      const value = this.#comma();
      if (!this.#accept(')')) throw new ArithmeticFault("expecting ')'");
      return value;
    }
    const token = this.#token;
    if (this.#kind === 'number') {
      this.#advance();
      return readNumber(token, this.#dialect);
    }
    if (this.#kind !== 'name') throw new ArithmeticFault('expecting primary');
    this.#advance();
    const value = this.#value(token);
    const step = this.#extended ? this.#accept('++', '--') : undefined;
    if (step) this.#assign(token, wrap(value + (step === '++' ? 1n : -1n)));
    return value;
  }

  #assign(name: string, value: bigint): void {
    if (this.#skipped === 0) this.#variables.set(name, String(value));
  }

  #value(name: string): bigint {
    const text = this.#variables.get(name)?.trim() ?? '';
    if (text === '') return 0n;
    if (/^[-+]?(?:0[xX][0-9a-fA-F]+|\d+)$/.test(text)) {
      const value = readNumber(text.replace(/^[-+]/, ''), this.#dialect);
      return text[0] === '-' ? wrap(-value) : value;
    }
    if (!this.#extended) throw new ArithmeticFault(`Illegal number: ${text}`);
    return new Evaluator(text, this.#variables, this.#dialect, this.#depth + 1).whole();
  }

  #apply(operator: string, a: bigint, b: bigint): bigint {
    switch (operator) {
      case '+': return wrap(a + b);
      case '-': return wrap(a - b);
      case '*': return wrap(a * b);
      case '/':
      case '%':
        if (b === 0n) {
          if (this.#skipped > 0) return 0n;
          throw new ArithmeticFault('division by zero');
        }
        return wrap(operator === '/' ? a / b : a % b);
      case '<<': return wrap(a << BigInt.asUintN(6, b));
      case '>>': return wrap(a >> BigInt.asUintN(6, b));
      case '&': return a & b;
      case '|': return a | b;
      case '^': return a ^ b;
      case '==': return a === b ? 1n : 0n;
      case '!=': return a !== b ? 1n : 0n;
      case '<': return a < b ? 1n : 0n;
      case '>': return a > b ? 1n : 0n;
      case '<=': return a <= b ? 1n : 0n;
      default: return a >= b ? 1n : 0n;
    }
  }
}
