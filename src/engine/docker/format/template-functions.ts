/** Functions that templates may call: Go's own (`text/template/funcs.go`) and docker's (`cli/templates`). */
import { isList, isMap, printed, toJson, type Value } from './value.ts';

/** A call that cannot be made, in Go's words. */
export class CallFault extends Error {}

type Call = (...args: readonly Value[]) => Value;

const text = (value: Value, name: string): string => {
  if (typeof value !== 'string') throw new CallFault(`wrong type for value; expected string; got ${typeName(value)} in ${name}`);
  return value;
};

/** A value's type as Go names it. */
export function typeName(value: Value): string {
  if (value === null || value === undefined) return 'nil';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float64';
  if (typeof value === 'string') return 'string';
  return isList(value) ? '[]interface {}' : 'map[string]interface {}';
}

/** Whether a value counts as true: not empty. */
export function truth(value: Value): boolean {
  if (value === null || value === undefined || value === false || value === 0 || value === '') return false;
  if (isList(value)) return value.length > 0;
  return isMap(value) ? value.size > 0 : true;
}

function index(of: Value, ...keys: readonly Value[]): Value {
  let value = of;
  for (const key of keys) {
    if (value === null || value === undefined) throw new CallFault('index of untyped nil');
    if (isList(value) || typeof value === 'string') {
      if (typeof key !== 'number') throw new CallFault(`cannot index slice/array with type ${typeName(key)}`);
      const size: number = value.length;
      if (key < 0 || key >= size) throw new CallFault(`index out of range: ${key}`);
      value = typeof value === 'string' ? value.charCodeAt(key) : value[key];
    } else if (isMap(value)) {
      if (typeof key !== 'string') throw new CallFault(`value has type ${typeName(key)}; should be string`);
      value = value.get(key) ?? '';
    } else throw new CallFault(`can't index item of type ${typeName(value)}`);
  }
  return value;
}

function compare(a: Value, b: Value): number {
  if (typeof a !== typeof b || (typeof a !== 'string' && typeof a !== 'number')) throw new CallFault(typeof a === 'object' ? 'invalid type for comparison' : 'incompatible types for comparison');
  return a === b ? 0 : a < (b as typeof a) ? -1 : 1;
}

function equal(first: Value, ...others: readonly Value[]): boolean {
  if (others.length === 0) throw new CallFault('missing argument for comparison');
  return others.some((other) => {
    if (typeof first === 'object' && first !== null) throw new CallFault('non-comparable type');
    if (first !== null && other !== null && typeof first !== typeof other) throw new CallFault('incompatible types for comparison');
    return first === other;
  });
}

/** Go's `Sprint`: a blank between operands of which neither is a text. */
function sprint(args: readonly Value[]): string {
  return args.map((arg, at) => (at > 0 && typeof arg !== 'string' && typeof args[at - 1] !== 'string' ? ' ' : '') + printed(arg)).join('');
}

const longestPad = 10_000;

function sprintf(format: Value, ...args: readonly Value[]): string {
  let next = 0;
  const done = text(format, 'printf').replace(/%([-+# 0]*)(\d+)?(?:\.(\d+))?([a-zA-Z%])/g, (_, marks: string, width: string | undefined, precision: string | undefined, verb: string) => {
    if (verb === '%') return '%';
    if (next >= args.length) return `%!${verb}(MISSING)`;
    const value = args[next++];
    let shown = `%!${verb}(${typeName(value)}=${printed(value)})`;
    if (verb === 'v') shown = printed(value);
    else if (verb === 's' && typeof value !== 'number') shown = typeof value === 'string' && precision !== undefined ? value.slice(0, Number(precision)) : printed(value);
    else if (verb === 'q' && typeof value === 'string') shown = JSON.stringify(value);
    else if (verb === 'd' && typeof value === 'number') shown = String(Math.trunc(value));
    else if (verb === 'x' && typeof value === 'number') shown = Math.trunc(value).toString(16);
    else if (verb === 'f' && typeof value === 'number') shown = value.toFixed(Math.min(Number(precision ?? 6), 100));
    else if (verb === 't' && typeof value === 'boolean') shown = String(value);
    const wide = Math.min(Number(width ?? 0), longestPad);
    return marks.includes('-') ? shown.padEnd(wide) : shown.padStart(wide, marks.includes('0') && verb !== 's' ? '0' : ' ');
  });
  return next < args.length && !/%!/.test(done) ? `${done}%!(EXTRA ${args.slice(next).map((arg) => `${typeName(arg)}=${printed(arg)}`).join(', ')})` : done;
}

/** By name. `and` and `or` are here for their last value; the evaluator stops at the first that decides. */
export const functions: ReadonlyMap<string, Call> = new Map<string, Call>(Object.entries({
  and: (...args: readonly Value[]) => args.find((arg) => !truth(arg)) ?? args.at(-1),
  or: (...args: readonly Value[]) => args.find(truth) ?? args.at(-1),
  not: (arg: Value) => !truth(arg),
  len: (arg: Value) => {
    if (typeof arg === 'string' || isList(arg)) return arg.length;
    if (isMap(arg)) return arg.size;
    throw new CallFault(`len of type ${typeName(arg)}`);
  },
  index,
  slice: (of: Value, from: Value = 0, to?: Value) => {
    if (typeof of !== 'string' && !isList(of)) throw new CallFault(`can't slice item of type ${typeName(of)}`);
    const end = to === undefined ? of.length : to;
    if (typeof from !== 'number' || typeof end !== 'number') throw new CallFault(`cannot index slice/array with type ${typeName(from)}`);
    if (from < 0 || from > of.length || end > of.length) throw new CallFault(`index out of range: ${from > of.length ? from : end}`);
    return of.slice(from, end);
  },
  print: (...args: readonly Value[]) => sprint(args),
  println: (...args: readonly Value[]) => `${args.map(printed).join(' ')}\n`,
  printf: sprintf,
  html: (...args: readonly Value[]) => sprint(args).replace(/[&<>"']/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;' })[c] ?? c),
  js: (...args: readonly Value[]) => sprint(args).replace(/[\\'"<>&=]/g, (c) => (/[\\'"]/.test(c) ? `\\${c}` : `\\u00${c.charCodeAt(0).toString(16).toUpperCase()}`)),
  urlquery: (...args: readonly Value[]) => encodeURIComponent(sprint(args)).replaceAll('%20', '+'),
  eq: equal,
  ne: (a: Value, b: Value) => !equal(a, b),
  lt: (a: Value, b: Value) => compare(a, b) < 0,
  le: (a: Value, b: Value) => compare(a, b) <= 0,
  gt: (a: Value, b: Value) => compare(a, b) > 0,
  ge: (a: Value, b: Value) => compare(a, b) >= 0,
  json: (arg: Value) => toJson(arg),
  split: (arg: Value, by: Value) => text(arg, 'split').split(text(by, 'split')),
  join: (list: Value, by: Value) => {
    if (!isList(list)) throw new CallFault(`wrong type for value; expected []string; got ${typeName(list)}`);
    return list.map(printed).join(text(by, 'join'));
  },
  title: (arg: Value) => text(arg, 'title').replace(/(^|[^\p{L}\p{N}_'])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase()),
  lower: (arg: Value) => text(arg, 'lower').toLowerCase(),
  upper: (arg: Value) => text(arg, 'upper').toUpperCase(),
  pad: (arg: Value, before: Value, after: Value) => ' '.repeat(Math.min(longestPad, Math.max(0, Number(before)))) + text(arg, 'pad') + ' '.repeat(Math.min(longestPad, Math.max(0, Number(after)))),
  truncate: (arg: Value, size: Value) => text(arg, 'truncate').slice(0, Math.max(0, Number(size))),
}));

/** How many arguments a function must have at least, and at most where that is limited. */
export const arity: Readonly<Record<string, readonly [number, number]>> = {
  and: [1, Infinity], or: [1, Infinity], not: [1, 1], len: [1, 1], index: [1, Infinity], slice: [1, 4], printf: [1, Infinity], eq: [1, Infinity], ne: [2, 2], lt: [2, 2], le: [2, 2], gt: [2, 2], ge: [2, 2], json: [1, 1],
  split: [2, 2], join: [2, 2], title: [1, 1], lower: [1, 1], upper: [1, 1], pad: [3, 3], truncate: [2, 2],
};
