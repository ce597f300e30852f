/** Expressions of bake files → values. */
import { HclFault } from './hcl-lexer.ts';
import type { Expression } from './hcl-parser.ts';
import { bakeText, isBakeList, isBakeObject, type BakeValue } from './value.ts';

/** Looks a name up; undefined where there is none. */
export type Scope = (name: string) => BakeValue | undefined;

const text = (value: BakeValue | undefined): string => bakeText(value ?? null);
const list = (value: BakeValue | undefined): readonly BakeValue[] => (isBakeList(value) ? value : value === undefined || value === null ? [] : [value]);

/** Functions that are simulated, of the many that buildx has. */
const functions: Readonly<Record<string, (...args: readonly BakeValue[]) => BakeValue>> = {
  and: (a, b) => a === true && b === true,
  coalesce: (...args) => args.find((arg) => arg !== null && arg !== '') ?? null,
  concat: (...lists) => lists.flatMap((one) => list(one)),
  contains: (of, value) => list(of).includes(value ?? null),
  distinct: (of) => [...new Set(list(of))],
  equal: (a, b) => a === b,
  format: (pattern, ...args) => {
    let at = 0;
    return text(pattern).replace(/%[sdvq%]/g, (verb) => (verb === '%%' ? '%' : verb === '%q' ? JSON.stringify(text(args[at++])) : text(args[at++])));
  },
  join: (by, of) => list(of).map(text).join(text(by)),
  keys: (of) => (isBakeObject(of) ? Object.keys(of).sort() : []),
  length: (of) => (isBakeObject(of) ? Object.keys(of).length : isBakeList(of) ? of.length : text(of).length),
  lower: (value) => text(value).toLowerCase(),
  merge: (...objects) => Object.assign({}, ...objects.filter((one) => isBakeObject(one))) as BakeValue,
  not: (value) => value !== true,
  notequal: (a, b) => a !== b,
  or: (a, b) => a === true || b === true,
  replace: (value, from, to) => text(value).replaceAll(text(from), text(to)),
  split: (by, value) => text(value).split(text(by)),
  strlen: (value) => [...text(value)].length,
  substr: (value, from, length) => [...text(value)].slice(Number(from), Number(from) + Number(length)).join(''),
  title: (value) => text(value).replace(/(^|\s)(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase()),
  tolist: (value) => list(value),
  trimprefix: (value, prefix) => (text(value).startsWith(text(prefix)) ? text(value).slice(text(prefix).length) : text(value)),
  trimspace: (value) => text(value).trim(),
  trimsuffix: (value, suffix) => (text(suffix) !== '' && text(value).endsWith(text(suffix)) ? text(value).slice(0, -text(suffix).length) : text(value)),
  upper: (value) => text(value).toUpperCase(),
  values: (of) => (isBakeObject(of) ? Object.keys(of).sort().map((key) => of[key] ?? null) : []),
};

const longest = 1_000_000;

/** The value of an expression. Throws `HclFault`. */
export function evaluate(expression: Expression, scope: Scope): BakeValue {
  switch (expression.kind) {
    case 'value':
      return expression.value;
    case 'text': {
      const parts = expression.parts.map((part) => (typeof part === 'string' ? part : evaluate(part, scope)));
      const [only] = parts;
      if (parts.length === 1 && only !== undefined) return only;
      return parts.map(bakeText).join('').slice(0, longest);
    }
    case 'list':
      return expression.items.map((item) => evaluate(item, scope));
    case 'object':
      return Object.fromEntries(expression.entries.map(([key, value]) => [typeof key === 'string' ? key : text(evaluate(key, scope)), evaluate(value, scope)]));
    case 'name':
      return named(expression, scope);
    case 'index': {
      const of = evaluate(expression.of, scope);
      const key = evaluate(expression.key, scope);
      const found = isBakeList(of) && typeof key === 'number' ? of[key] : isBakeObject(of) && Object.hasOwn(of, text(key)) ? of[text(key)] : undefined;
      if (found === undefined) throw new HclFault('Invalid index; The given key does not identify an element in this collection value.', expression.token);
      return found;
    }
    case 'call': {
      const called = Object.hasOwn(functions, expression.name) ? functions[expression.name] : undefined;
      if (!called) throw new HclFault(`Call to unknown function; There is no function named "${expression.name}" (of buildx's functions some are simulated).`, expression.token);
      return called(...expression.args.map((arg) => evaluate(arg, scope)));
    }
    case 'choice':
      return truth(evaluate(expression.test, scope)) ? evaluate(expression.yes, scope) : evaluate(expression.no, scope);
    case 'unary': {
      const value = evaluate(expression.of, scope);
      return expression.mark === '!' ? !truth(value) : -Number(value);
    }
    case 'binary':
      return binary(expression.mark, evaluate(expression.left, scope), evaluate(expression.right, scope));
  }
}

const truth = (value: BakeValue): boolean => value === true || value === 'true';

function named({ names, token }: Extract<Expression, { kind: 'name' }>, scope: Scope): BakeValue {
  const [first = '', ...rest] = names;
  let value = scope(first);
  if (value === undefined) throw new HclFault(`Unknown variable; There is no variable named "${first}".`, token);
  for (const name of rest) {
    const next: BakeValue | undefined = isBakeObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
    if (next === undefined) throw new HclFault(`Unsupported attribute; This object does not have an attribute named "${name}".`, token);
    value = next;
  }
  return value;
}

function binary(mark: string, left: BakeValue, right: BakeValue): BakeValue {
  const [a, b] = [Number(left), Number(right)];
  switch (mark) {
    case '||':
      return truth(left) || truth(right);
    case '&&':
      return truth(left) && truth(right);
    case '==':
      return JSON.stringify(left) === JSON.stringify(right);
    case '!=':
      return JSON.stringify(left) !== JSON.stringify(right);
    case '<':
      return a < b;
    case '>':
      return a > b;
    case '<=':
      return a <= b;
    case '>=':
      return a >= b;
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return b === 0 ? 0 : a / b;
    default:
      return b === 0 ? 0 : a % b;
  }
}
