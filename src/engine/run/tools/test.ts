import { SystemFault } from '../system/errno.ts';
import { EXECUTE, READ, WRITE } from '../system/file-system.ts';
import type { Process } from '../system/process.ts';
import type { Tool } from './tool.ts';

type Style = 'dash' | 'ash' | 'bash';

class Wrong extends Error {}

const UNARY = /^-[bcdefghLknoprsStuwxzOGN]$/;
const BINARY = new Set(['=', '==', '!=', '<', '>', '-eq', '-ne', '-gt', '-ge', '-lt', '-le', '-nt', '-ot', '-ef']);

/** Value of an expression of `test`, or what is wrong with it. */
export function evaluateTest(process: Process, args: readonly string[], style: Style): boolean | { readonly error: string } {
  try {
    return new Expression(process, args, style).whole();
  } catch (fault) {
    if (fault instanceof Wrong) return { error: fault.message };
    throw fault;
  }
}

class Expression {
  readonly #process: Process;
  readonly #args: readonly string[];
  readonly #style: Style;
  #at = 0;

  constructor(process: Process, args: readonly string[], style: Style) {
    this.#process = process;
    this.#args = args;
    this.#style = style;
  }

  whole(): boolean {
    const { length } = this.#args;
    if (length === 0) return false;
    if (length === 1) return this.#args[0] !== '';
    if (length === 3 && BINARY.has(this.#args[1]!) && this.#known(this.#args[1]!)) {
      this.#at = 3;
      return this.#binary(this.#args[0]!, this.#args[1]!, this.#args[2]!);
    }
    const value = this.#or();
    if (this.#at < length) {
      const extra = this.#args[this.#at]!;
      throw new Wrong(this.#style === 'bash' ? 'too many arguments' : this.#style === 'ash' ? `${extra}: unknown operand` : `${this.#args[this.#at - 1]}: unexpected operator`);
    }
    return value;
  }

  #known(operator: string): boolean {
    return operator !== '==' || this.#style !== 'dash';
  }

  #or(): boolean {
    let value = this.#and();
    while (this.#args[this.#at] === '-o') {
      this.#at++;
      const right = this.#and();
      value ||= right;
    }
    return value;
  }

  #and(): boolean {
    let value = this.#not();
    while (this.#args[this.#at] === '-a') {
      this.#at++;
      const right = this.#not();
      value &&= right;
    }
    return value;
  }

  #not(): boolean {
    let negated = false;
    while (this.#args[this.#at] === '!' && this.#at < this.#args.length - 1 && !BINARY.has(this.#args[this.#at + 1] ?? '')) {
      this.#at++;
      negated = !negated;
    }
    return this.#primary() !== negated;
  }

  #primary(): boolean {
    const word = this.#args[this.#at];
    if (word === undefined) throw new Wrong(this.#style === 'bash' ? 'argument expected' : 'argument expected');
    const following = this.#args[this.#at + 1];
    if (following !== undefined && BINARY.has(following) && this.#known(following) && this.#at + 2 < this.#args.length) {
      this.#at += 3;
      return this.#binary(word, following, this.#args[this.#at - 1]!);
    }
    if (word === '(') {
      this.#at++;
      const value = this.#or();
      if (this.#args[this.#at] !== ')') throw new Wrong('closing paren expected');
      this.#at++;
      return value;
    }
    if (UNARY.test(word) && following !== undefined) {
      this.#at += 2;
      return this.#unary(word[1]!, following);
    }
    if (following !== undefined && this.#args.length === 2) {
      throw new Wrong(this.#style === 'bash' ? `${word}: unary operator expected` : this.#style === 'ash' ? `${following}: unknown operand` : `${word}: unexpected operator`);
    }
    this.#at++;
    return word !== '';
  }

  #unary(letter: string, operand: string): boolean {
    if (letter === 'z') return operand === '';
    if (letter === 'n') return operand !== '';
    if (letter === 't') return false;
    const inode = this.#process.peek(operand, letter !== 'h' && letter !== 'L');
    if (!inode) return false;
    const { files } = this.#process;
    switch (letter) {
      case 'e': return true;
      case 'f': return inode.type === 'file';
      case 'd': return inode.type === 'dir';
      case 'h':
      case 'L': return inode.type === 'symlink';
      case 'b': return inode.type === 'block';
      case 'c': return inode.type === 'char';
      case 'p': return inode.type === 'fifo';
      case 'S': return inode.type === 'socket';
      case 's': return inode.type === 'file' ? inode.size > 0 : inode.type === 'dir';
      case 'r': return files.allows(this.#process, inode, READ);
      case 'w': return files.allows(this.#process, inode, WRITE) && !inode.frozen;
      case 'x': return files.allows(this.#process, inode, EXECUTE);
      case 'u': return (inode.mode & 0o4000) !== 0;
      case 'g': return (inode.mode & 0o2000) !== 0;
      case 'k': return (inode.mode & 0o1000) !== 0;
      case 'O': return inode.uid === this.#process.uid;
      case 'G': return inode.gid === this.#process.gid;
      default: return true;
    }
  }

  #binary(left: string, operator: string, right: string): boolean {
    switch (operator) {
      case '=':
      case '==': return left === right;
      case '!=': return left !== right;
      case '<': return left < right;
      case '>': return left > right;
      case '-ef': return this.#process.peek(left) !== undefined && this.#process.peek(left) === this.#process.peek(right);
      case '-nt':
      case '-ot': {
        const times = [left, right].map((path) => this.#process.peek(path)?.mtime);
        const [a, b] = operator === '-nt' ? times : times.reverse();
        return a !== undefined && (b === undefined || a > b);
      }
      default: {
        const a = this.#integer(left);
        const b = this.#integer(right);
        switch (operator) {
          case '-eq': return a === b;
          case '-ne': return a !== b;
          case '-gt': return a > b;
          case '-ge': return a >= b;
          case '-lt': return a < b;
          default: return a <= b;
        }
      }
    }
  }

  #integer(text: string): bigint {
    if (!/^\s*[-+]?\d+\s*$/.test(text)) {
      if (this.#style === 'bash') throw new Wrong(`${text}: integer expression expected`);
      throw new Wrong(this.#style === 'dash' ? `Illegal number: ${text}` : text === '' ? 'bad number' : `${text}: bad number`);
    }
    return BigInt(text.trim().replace(/^\+/, ''));
  }
}

export const test: Tool = {
  name: 'test',
  aliases: ['['],
  run(process, args) {
    let words = args;
    if (process.name === '[') {
      if (args.at(-1) !== ']') return process.fail(process.userland === 'gnu' ? "missing ']'" : 'missing ]', 2);
      words = args.slice(0, -1);
    }
    try {
      const result = evaluateTest(process, words, process.userland === 'gnu' ? 'bash' : 'ash');
      return typeof result === 'boolean' ? (result ? 0 : 1) : process.fail(result.error, 2);
    } catch (fault) {
      if (fault instanceof SystemFault) return 1;
      throw fault;
    }
  },
};
