import { bounded, compileRegex } from './regex.ts';
import type { Tool } from './tool.ts';

class Wrong extends Error {}

const LEVELS: readonly (readonly string[])[] = [['|'], ['&'], ['<', '<=', '=', '==', '!=', '>=', '>'], ['+', '-'], ['*', '/', '%'], [':']];

export const expr: Tool = {
  name: 'expr',
  run(process, args) {
    const gnu = process.userland === 'gnu';
    if (args.length === 0) {
      if (gnu) process.fail("missing operand\nTry 'expr --help' for more information.");
      else process.fail('too few arguments');
      return 2;
    }
    let at = 0;
    const number = (text: string) => {
      if (!/^-?\d+$/.test(text)) throw new Wrong(gnu ? 'non-integer argument' : 'non-numeric argument');
      return BigInt(text);
    };
    const binary = (level: number): string => {
      const operators = LEVELS[level];
      if (!operators) return primary();
      let left = binary(level + 1);
      while (args[at] !== undefined && operators.includes(args[at]!)) {
        const operator = args[at++]!;
        left = apply(operator, left, binary(level + 1));
      }
      return left;
    };
    const apply = (operator: string, a: string, b: string): string => {
      if (operator === '|') return a !== '' && a !== '0' ? a : b !== '' ? b : '0';
      if (operator === '&') return a !== '' && a !== '0' && b !== '' && b !== '0' ? a : '0';
      if (operator === ':') return matchPrefix(a, b);
      if (LEVELS[2]!.includes(operator)) {
        const numeric = /^-?\d+$/.test(a) && /^-?\d+$/.test(b);
        const order = numeric ? (BigInt(a) < BigInt(b) ? -1 : BigInt(a) > BigInt(b) ? 1 : 0) : a < b ? -1 : a > b ? 1 : 0;
        const holds = operator === '<' ? order < 0 : operator === '<=' ? order <= 0 : operator === '>' ? order > 0 : operator === '>=' ? order >= 0 : operator === '!=' ? order !== 0 : order === 0;
        return holds ? '1' : '0';
      }
      const [x, y] = [number(a), number(b)];
      if (operator === '+') return String(x + y);
      if (operator === '-') return String(x - y);
      if (operator === '*') return String(x * y);
      if (y === 0n) throw new Wrong('division by zero');
      return String(operator === '/' ? x / y : x % y);
    };
    const primary = (): string => {
      const word = args[at++];
      if (word === undefined) throw new Wrong(gnu ? `syntax error: missing argument after '${args[at - 2] ?? ''}'` : 'syntax error');
      if (word === '(') {
        const value = binary(0);
        if (args[at++] !== ')') throw new Wrong("syntax error: expecting ')'");
        return value;
      }
      const next = () => primary();
      if (word === 'length' && at < args.length) return String(next().length);
      if (word === 'match' && at + 1 < args.length) return matchPrefix(next(), next());
      if (word === 'substr' && at + 2 < args.length) {
        const [text, from, length] = [next(), Number(next()), Number(next())];
        return from < 1 || length < 1 ? '' : text.slice(from - 1, from - 1 + length);
      }
      if (word === 'index' && at + 1 < args.length) {
        const [text, characters] = [next(), next()];
        return String([...text].findIndex((c) => characters.includes(c)) + 1);
      }
      return word;
    };
    try {
      const value = binary(0);
      if (at < args.length) throw new Wrong(gnu ? `syntax error: unexpected argument '${args[at]}'` : 'syntax error');
      process.out(`${value}\n`);
      return value === '' || value === '0' ? 1 : 0;
    } catch (fault) {
      if (fault instanceof Wrong) return process.fail(fault.message, 2);
      throw fault;
    }
  },
};

function matchPrefix(text: string, pattern: string): string {
  const regex = compileRegex(`^${pattern.replace(/^\^/, '')}`, false);
  if (!('source' in regex)) throw new Wrong(regex.error);
  const match = bounded(regex, text).exec(text);
  if (/\\\(/.test(pattern)) return match?.[1] ?? '';
  return String(match?.[0].length ?? 0);
}
