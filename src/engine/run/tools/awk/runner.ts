/** Runs an awk program over lines. */
import type { Process } from '../../system/process.ts';
import type { Stream } from '../../system/stream.ts';
import { formatPrint } from '../printf.ts';
import { bounded, compileRegex } from '../regex.ts';
import { AwkFault } from './lexer.ts';
import type { Expression, Program, Rule, Statement } from './parser.ts';

/** A value: a number, a text, or a text from the input that counts as the number it looks like. */
type Value = number | string | { readonly input: string };

class Jump {
  readonly kind: 'break' | 'continue' | 'next' | 'exit' | 'return';
  readonly value: Value;
  constructor(kind: Jump['kind'], value: Value = 0) {
    this.kind = kind;
    this.value = value;
  }
}

const NUMERIC = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?\s*$/;
const PREFIX = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/;

export class Runner {
  readonly #process: Process;
  readonly #program: Program;
  readonly #globals = new Map<string, Value>([['FS', ' '], ['OFS', ' '], ['ORS', '\n'], ['RS', '\n'], ['NR', 0], ['FNR', 0], ['NF', 0], ['SUBSEP', '\x1c'], ['OFMT', '%.6g'], ['CONVFMT', '%.6g'], ['RSTART', 0], ['RLENGTH', -1], ['FILENAME', '']]);
  readonly #arrays = new Map<string, Map<string, Value>>();
  readonly #regexes = new Map<string, RegExp>();
  readonly #files = new Map<string, Stream>();
  readonly #active = new Set<Rule>();
  #frames: { values: Map<string, Value>; arrays: Map<string, Map<string, Value>> }[] = [];
  #fields: string[] = [];
  #record = '';
  #lines: readonly string[] = [];
  #at = 0;
  #random = 0.237788;

  constructor(process: Process, program: Program) {
    this.#process = process;
    this.#program = program;
    const environment = new Map<string, Value>([...process.env].map(([name, value]) => [name, { input: value }]));
    this.#arrays.set('ENVIRON', environment);
  }

  set(name: string, text: string): void {
    this.#globals.set(name, { input: text });
  }

  setArguments(args: readonly string[]): void {
    this.#arrays.set('ARGV', new Map(args.map((arg, i) => [String(i), { input: arg }])));
    this.#globals.set('ARGC', args.length);
  }

  /** Runs BEGIN, the rules for every line of every input, END; gives the exit code. */
  run(inputs: () => Iterable<{ readonly name: string; readonly text: string }>): number {
    let status = 0;
    const phase = (body: () => void): boolean => {
      try {
        body();
        return true;
      } catch (jump) {
        if (!(jump instanceof Jump) || jump.kind !== 'exit') throw jump;
        status = this.#number(jump.value) & 255;
        return false;
      }
    };
    const { rules } = this.#program;
    const started = phase(() => this.#special('BEGIN'));
    const reads = rules.some((rule) => rule.kind !== 'BEGIN');
    if (started && reads) {
      phase(() => {
        for (const { name, text } of inputs()) this.#input(name, text);
      });
    }
    phase(() => this.#special('END'));
    return status;
  }

  #special(kind: 'BEGIN' | 'END'): void {
    for (const rule of this.#program.rules) if (rule.kind === kind && rule.body) this.#statement(rule.body);
  }

  #input(name: string, text: string): void {
    this.#globals.set('FILENAME', name);
    this.#globals.set('FNR', 0);
    this.#lines = splitRecords(text, this.#text(this.#globals.get('RS')!));
    this.#at = 0;
    while (this.#read()) {
      try {
        for (const rule of this.#program.rules) if (rule.kind === 'each' && this.#selects(rule)) this.#act(rule);
      } catch (jump) {
        if (!(jump instanceof Jump) || jump.kind !== 'next') throw jump;
      }
    }
  }

  #read(): boolean {
    const line = this.#lines[this.#at];
    if (line === undefined) return false;
    this.#at++;
    this.#setRecord(line);
    for (const name of ['NR', 'FNR']) this.#globals.set(name, this.#number(this.#globals.get(name)!) + 1);
    return true;
  }

  #selects(rule: Rule): boolean {
    if (!rule.from) return true;
    if (!rule.to) return this.#truth(this.#evaluate(rule.from));
    if (!this.#active.has(rule)) {
      if (!this.#truth(this.#evaluate(rule.from))) return false;
      this.#active.add(rule);
    }
    if (this.#truth(this.#evaluate(rule.to))) this.#active.delete(rule);
    return true;
  }

  #act(rule: Rule): void {
    if (rule.body) this.#statement(rule.body);
    else this.#process.out(this.#record + this.#text(this.#globals.get('ORS')!));
  }

  #setRecord(text: string): void {
    this.#record = text;
    this.#fields = this.#split(text, this.#text(this.#globals.get('FS')!));
    this.#globals.set('NF', this.#fields.length);
  }

  #split(text: string, separator: string): string[] {
    if (text === '') return [];
    if (separator === ' ') return text.trim().split(/[ \t\n]+/).filter((field) => field !== '');
    if (separator === '') return [...text];
    if (separator.length === 1) return text.split(separator);
    return text.split(bounded(this.#regex(separator), text));
  }

  #regex(source: string): RegExp {
    const known = this.#regexes.get(source);
    if (known) return known;
    const regex = compileRegex(source, true);
    if (!('source' in regex)) throw new AwkFault(`bad regular expression ${source}`);
    this.#regexes.set(source, regex);
    return regex;
  }

  #number(value: Value): number {
    if (typeof value === 'number') return value;
    return Number(PREFIX.exec(typeof value === 'string' ? value : value.input)?.[0] ?? 0);
  }

  #text(value: Value): string {
    if (typeof value === 'string') return value;
    if (typeof value === 'object') return value.input;
    return Number.isInteger(value) && Math.abs(value) < 1e16 ? String(value) : formatPrint([this.#text(this.#globals.get('CONVFMT')!), String(value)], 'bash').text;
  }

  #truth(value: Value): boolean {
    if (typeof value === 'number') return value !== 0;
    if (typeof value === 'string') return value !== '';
    return NUMERIC.test(value.input) ? Number(value.input) !== 0 : value.input !== '';
  }

  #statement(statement: Statement): void {
    this.#process.limits.step();
    switch (statement.kind) {
      case 'block':
        for (const one of statement.body) this.#statement(one);
        return;
      case 'expression':
        this.#evaluate(statement.value);
        return;
      case 'print':
      case 'printf':
        return this.#print(statement);
      case 'if':
        if (this.#truth(this.#evaluate(statement.condition))) this.#statement(statement.yes);
        else if (statement.no) this.#statement(statement.no);
        return;
      case 'loop':
        if (statement.first) this.#statement(statement.first);
        if (statement.bodyFirst && !this.#turn(statement.body)) return;
        while (!statement.condition || this.#truth(this.#evaluate(statement.condition))) {
          if (!this.#turn(statement.body)) return;
          if (statement.next) this.#statement(statement.next);
        }
        return;
      case 'each':
        for (const key of [...this.#array(statement.array).keys()]) {
          this.#assign({ kind: 'variable', text: statement.variable }, { input: key });
          if (!this.#turn(statement.body)) return;
        }
        return;
      case 'delete':
        if (statement.keys) this.#array(statement.name).delete(this.#key(statement.keys));
        else this.#array(statement.name).clear();
        return;
      case 'exit':
      case 'return':
        throw new Jump(statement.kind, statement.value ? this.#evaluate(statement.value) : statement.kind === 'return' ? '' : 0);
      default:
        throw new Jump(statement.kind);
    }
  }

  /** One turn of a loop; false where it was left by `break`. */
  #turn(body: Statement): boolean {
    this.#process.limits.step();
    try {
      this.#statement(body);
      return true;
    } catch (jump) {
      if (jump instanceof Jump && jump.kind === 'continue') return true;
      if (jump instanceof Jump && jump.kind === 'break') return false;
      throw jump;
    }
  }

  #print(statement: Extract<Statement, { kind: 'print' | 'printf' }>): void {
    const values = statement.values.map((one) => this.#evaluate(one));
    const global = (name: string) => this.#text(this.#globals.get(name)!);
    const text = statement.kind === 'printf' ? this.#format(values) : (values.length === 0 ? this.#record : values.map((one) => this.#text(one)).join(global('OFS'))) + global('ORS');
    if (!statement.file) {
      this.#process.out(text);
      return;
    }
    const path = this.#text(this.#evaluate(statement.file.path));
    const stream = this.#files.get(path) ?? this.#process.open(path, statement.file.append ? 'append' : 'write');
    this.#files.set(path, stream);
    stream.write(text, this.#process);
  }

  #format(values: readonly Value[]): string {
    const [format = '', ...rest] = values;
    const conversions = [...this.#text(format).matchAll(/%[-+ 0#]*\d*(?:\.\d*)?([a-zA-Z%])/g)].map((match) => match[1]).filter((letter) => letter !== '%');
    const args = rest.map((value, i) => ('dioxXu'.includes(conversions[i] ?? 's') ? String(Math.trunc(this.#number(value))) : 'eEfgG'.includes(conversions[i] ?? 's') ? String(this.#number(value)) : conversions[i] === 'c' && typeof value === 'number' ? String.fromCharCode(value & 255) : this.#text(value)));
    while (args.length < conversions.length) args.push('');
    return formatPrint([this.#text(format).replaceAll('\\', '\\\\'), ...args.slice(0, conversions.length)], 'bash').text;
  }

  #array(name: string): Map<string, Value> {
    const frame = this.#frames.at(-1);
    const local = frame?.arrays.get(name);
    if (local) return local;
    let array = this.#arrays.get(name);
    if (!array) this.#arrays.set(name, (array = new Map()));
    return array;
  }

  #key(keys: readonly Expression[]): string {
    return keys.map((one) => this.#text(this.#evaluate(one))).join('\x1c');
  }

  #assign(target: Expression, value: Value): void {
    if (target.kind === 'variable') {
      const frame = this.#frames.at(-1);
      if (frame?.values.has(target.text)) frame.values.set(target.text, value);
      else this.#globals.set(target.text, value);
      if (target.text === 'NF' && !frame?.values.has('NF')) {
        const count = Math.max(0, Math.min(this.#number(value), 100_000));
        this.#fields = Array.from({ length: count }, (_, i) => this.#fields[i] ?? '');
        this.#record = this.#fields.join(this.#text(this.#globals.get('OFS')!));
      }
    } else if (target.kind === 'element') this.#array(target.name).set(this.#key(target.keys), value);
    else if (target.kind === 'field') {
      const index = this.#number(this.#evaluate(target.index));
      if (index === 0) this.#setRecord(this.#text(value));
      else if (index > 0 && index < 100_000) {
        while (this.#fields.length < index) this.#fields.push('');
        this.#fields[index - 1] = this.#text(value);
        this.#globals.set('NF', this.#fields.length);
        this.#record = this.#fields.join(this.#text(this.#globals.get('OFS')!));
      }
    }
  }

  #evaluate(one: Expression): Value {
    switch (one.kind) {
      case 'number':
        return one.value;
      case 'string':
        return one.text;
      case 'regex':
        return bounded(this.#regex(one.text), this.#record).test(this.#record) ? 1 : 0;
      case 'variable':
        return this.#frames.at(-1)?.values.get(one.text) ?? this.#globals.get(one.text) ?? { input: '' };
      case 'field': {
        const index = this.#number(this.#evaluate(one.index));
        return { input: index === 0 ? this.#record : (this.#fields[index - 1] ?? '') };
      }
      case 'element': {
        const array = this.#array(one.name);
        const key = this.#key(one.keys);
        const value = array.get(key);
        if (value === undefined) array.set(key, { input: '' });
        return value ?? { input: '' };
      }
      case 'in':
        return this.#array(one.name).has(this.#key(one.keys)) ? 1 : 0;
      case 'unary': {
        const value = this.#evaluate(one.operand);
        if (one.operator === '(') return value;
        if (one.operator === '!') return this.#truth(value) ? 0 : 1;
        return one.operator === '-' ? -this.#number(value) : this.#number(value);
      }
      case 'step': {
        const before = this.#number(this.#evaluate(one.target));
        const after = before + (one.operator === '++' ? 1 : -1);
        this.#assign(one.target, after);
        return one.after ? before : after;
      }
      case 'assign': {
        const value = this.#evaluate(one.value);
        const result = one.operator === '=' ? value : this.#arithmetic(one.operator[0]!, this.#number(this.#evaluate(one.target)), this.#number(value));
        this.#assign(one.target, result);
        return result;
      }
      case 'choice':
        return this.#evaluate(this.#truth(this.#evaluate(one.condition)) ? one.yes : one.no);
      case 'binary':
        return this.#binary(one);
      case 'call':
        return this.#call(one.name, one.args);
      case 'getline': {
        const saved = this.#record;
        if (!this.#read()) return 0;
        if (one.target) {
          const line = this.#record;
          this.#setRecord(saved);
          this.#assign(one.target, { input: line });
        }
        return 1;
      }
    }
  }

  #binary(one: Extract<Expression, { kind: 'binary' }>): Value {
    const { operator } = one;
    if (operator === '&&') return this.#truth(this.#evaluate(one.left)) && this.#truth(this.#evaluate(one.right)) ? 1 : 0;
    if (operator === '||') return this.#truth(this.#evaluate(one.left)) || this.#truth(this.#evaluate(one.right)) ? 1 : 0;
    const left = this.#evaluate(one.left);
    if (operator === '~' || operator === '!~') {
      const regex = this.#regex(one.right.kind === 'regex' ? one.right.text : this.#text(this.#evaluate(one.right)));
      const text = this.#text(left);
      return bounded(regex, text).test(text) === (operator === '~') ? 1 : 0;
    }
    const right = this.#evaluate(one.right);
    if (operator === ' ') {
      const joined = this.#text(left) + this.#text(right);
      if (joined.length > 4096) this.#process.limits.chargeBytes(joined.length);
      return joined;
    }
    if (/^[<>=!]/.test(operator)) return this.#compare(operator, left, right) ? 1 : 0;
    return this.#arithmetic(operator, this.#number(left), this.#number(right));
  }

  #compare(operator: string, a: Value, b: Value): boolean {
    const numeric = (value: Value) => typeof value === 'number' || (typeof value === 'object' && (value.input === '' || NUMERIC.test(value.input)));
    const [x, y] = numeric(a) && numeric(b) ? [this.#number(a), this.#number(b)] : [this.#text(a), this.#text(b)];
    switch (operator) {
      case '==': return x === y;
      case '!=': return x !== y;
      case '<': return x < y;
      case '<=': return x <= y;
      case '>': return x > y;
      default: return x >= y;
    }
  }

  #arithmetic(operator: string, a: number, b: number): number {
    if ((operator === '/' || operator === '%') && b === 0) throw new AwkFault(operator === '/' ? 'division by zero' : 'division by zero in %');
    switch (operator) {
      case '+': return a + b;
      case '-': return a - b;
      case '*': return a * b;
      case '/': return a / b;
      case '%': return a % b;
      default: return a ** b;
    }
  }

  #call(name: string, args: readonly Expression[]): Value {
    const own = this.#program.functions.get(name);
    if (own) return this.#callOwn(own, args);
    const value = (i: number): Value => (args[i] ? this.#evaluate(args[i]) : this.#record);
    const text = (i: number) => this.#text(value(i));
    const number = (i: number) => this.#number(args[i] ? this.#evaluate(args[i]) : 0);
    switch (name) {
      case 'length': {
        const [only] = args;
        if (only?.kind === 'variable' && this.#arrays.has(only.text)) return this.#array(only.text).size;
        return text(0).length;
      }
      case 'substr': {
        const from = Math.max(1, Math.round(number(1)));
        const to = args[2] ? from + Math.round(number(2)) : Infinity;
        return text(0).slice(from - 1, Math.max(from - 1, to - 1));
      }
      case 'index':
        return text(0).indexOf(text(1)) + 1;
      case 'tolower':
        return text(0).toLowerCase();
      case 'toupper':
        return text(0).toUpperCase();
      case 'int':
        return Math.trunc(number(0));
      case 'sqrt':
        return Math.sqrt(number(0));
      case 'exp':
        return Math.exp(number(0));
      case 'log':
        return Math.log(number(0));
      case 'sin':
        return Math.sin(number(0));
      case 'cos':
        return Math.cos(number(0));
      case 'rand':
        this.#random = (this.#random * 9301 + 0.49297) % 1;
        return this.#random;
      case 'srand':
        return 0;
      case 'sprintf':
        return this.#format(args.map((one) => this.#evaluate(one)));
      case 'split': {
        const pieces = this.#split(text(0), args[2] ? (args[2].kind === 'regex' ? args[2].text : text(2)) : this.#text(this.#globals.get('FS')!));
        const target = args[1]?.kind === 'variable' ? this.#array(args[1].text) : new Map<string, Value>();
        target.clear();
        pieces.forEach((piece, i) => target.set(String(i + 1), { input: piece }));
        return pieces.length;
      }
      case 'match': {
        const subject = text(0);
        const regex = this.#pattern(args[1]);
        const found = bounded(regex, subject).exec(subject);
        this.#globals.set('RSTART', found ? found.index + 1 : 0);
        this.#globals.set('RLENGTH', found ? found[0].length : -1);
        return found ? found.index + 1 : 0;
      }
      case 'sub':
      case 'gsub':
        return this.#substitute(name === 'gsub', args);
      case 'system':
      case 'close':
      case 'fflush':
        return 0;
      default:
        throw new AwkFault(`function ${name} never defined`);
    }
  }

  #pattern(one: Expression | undefined): RegExp {
    return this.#regex(one?.kind === 'regex' ? one.text : one ? this.#text(this.#evaluate(one)) : '');
  }

  #substitute(all: boolean, args: readonly Expression[]): number {
    const regex = this.#pattern(args[0]);
    const replacement = args[1] ? this.#text(this.#evaluate(args[1])) : '';
    const target: Expression = args[2] ?? { kind: 'field', index: { kind: 'number', value: 0 } };
    const subject = this.#text(this.#evaluate(target));
    let count = 0;
    const result = subject.replace(bounded(new RegExp(regex.source, all ? 'gs' : 's'), subject), (whole: string) => {
      count++;
      return replacement.replace(/\\\\|\\&|&/g, (mark) => (mark === '&' ? whole : mark === '\\&' ? '&' : '\\'));
    });
    if (count > 0) this.#assign(target, result);
    return count;
  }

  #callOwn(own: { readonly parameters: readonly string[]; readonly body: Statement }, args: readonly Expression[]): Value {
    const values = new Map<string, Value>();
    const arrays = new Map<string, Map<string, Value>>();
    own.parameters.forEach((name, i) => {
      const arg = args[i];
      if (arg?.kind === 'variable' && (this.#arrays.has(arg.text) || this.#frames.at(-1)?.arrays.has(arg.text))) arrays.set(name, this.#array(arg.text));
      else values.set(name, arg ? this.#evaluate(arg) : { input: '' });
    });
    return this.#process.limits.nested(() => {
      this.#frames.push({ values, arrays });
      try {
        this.#statement(own.body);
        return '';
      } catch (jump) {
        if (jump instanceof Jump && jump.kind === 'return') return jump.value;
        throw jump;
      } finally {
        this.#frames.pop();
      }
    });
  }
}

function splitRecords(text: string, separator: string): string[] {
  const records = separator === '' ? text.replace(/^\n+|\n+$/g, '').split(/\n{2,}/) : text.split(separator);
  if (records.at(-1) === '') records.pop();
  return records;
}
