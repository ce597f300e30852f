/** Functions of makefiles (GNU make manual, chapter 8). */
import { expandPaths } from '../../../shell/glob.ts';
import { Capture } from '../../../system/stream.ts';
import { launchShell } from './recipe.ts';
import type { Scope } from './scope.ts';
import { MakeStop } from './stop.ts';
import { stemOf, substitute, wordsOf } from './words.ts';

type Words = (...args: string[]) => string;
type Expanding = (scope: Scope, args: readonly string[]) => string;

const each = (one: (word: string) => string): Words => (text = '') => wordsOf(text).map(one).join(' ');
const directory = (word: string) => (word.includes('/') ? word.slice(0, word.lastIndexOf('/') + 1) : './');
const withoutDirectory = (word: string) => word.slice(word.lastIndexOf('/') + 1);
const suffix = (word: string) => /\.[^./]*$/.exec(word)?.[0] ?? '';
const fits = (patterns: string) => {
  const all = wordsOf(patterns);
  return (word: string) => all.some((pattern) => stemOf(pattern, word) !== undefined);
};

/** Those that only look at words: number of arguments, and what they give. */
const TEXT: Readonly<Record<string, readonly [number, Words]>> = {
  'subst': [3, (from = '', to = '', text = '') => (from === '' ? text + to : text.replaceAll(from, () => to))],
  'patsubst': [3, (pattern = '', to = '', text = '') => substitute(pattern.trim(), to.trim(), text)],
  'strip': [1, each((word) => word)],
  'findstring': [2, (find = '', text = '') => (text.includes(find) ? find : '')],
  'filter': [2, (patterns = '', text = '') => wordsOf(text).filter(fits(patterns)).join(' ')],
  'filter-out': [2, (patterns = '', text = '') => wordsOf(text).filter((word) => !fits(patterns)(word)).join(' ')],
  'sort': [1, (text = '') => [...new Set(wordsOf(text))].sort().join(' ')],
  'word': [2, (n = '', text = '') => wordsOf(text)[Number(n) - 1] ?? ''],
  'wordlist': [3, (from = '', to = '', text = '') => wordsOf(text).slice(Number(from) - 1, Number(to)).join(' ')],
  'words': [1, (text = '') => String(wordsOf(text).length)],
  'firstword': [1, (text = '') => wordsOf(text)[0] ?? ''],
  'lastword': [1, (text = '') => wordsOf(text).at(-1) ?? ''],
  'dir': [1, each(directory)],
  'notdir': [1, each(withoutDirectory)],
  'suffix': [1, (text = '') => wordsOf(text).map(suffix).filter((one) => one !== '').join(' ')],
  'basename': [1, each((word) => word.slice(0, word.length - suffix(word).length))],
  'addsuffix': [2, (end = '', text = '') => each((word) => word + end)(text)],
  'addprefix': [2, (start = '', text = '') => each((word) => start + word)(text)],
  'join': [2, (left = '', right = '') => {
    const [a, b] = [wordsOf(left), wordsOf(right)];
    return Array.from({ length: Math.max(a.length, b.length) }, (_, i) => `${a[i] ?? ''}${b[i] ?? ''}`).join(' ');
  }],
};

/** Those that look at variables, files or commands; they take their arguments as they are written. */
const DEEP: Readonly<Record<string, readonly [number, Expanding]>> = {
  'if': [3, (scope, [condition = '', then = '', otherwise = '']) => scope.expand(scope.expand(condition.trim()) === '' ? otherwise : then)],
  'or': [Infinity, (scope, args) => firstOf(args, (arg) => scope.expand(arg.trim())) ?? ''],
  'and': [Infinity, (scope, args) => {
    let last = '';
    for (const arg of args) if ((last = scope.expand(arg.trim())) === '') return '';
    return last;
  }],
  'foreach': [3, (scope, [name = '', list = '', text = '']) => {
    const variable = scope.expand(name).trim();
    return wordsOf(scope.expand(list)).map((word) => scope.within({ [variable]: word }, (inner) => inner.expand(text))).join(' ');
  }],
  'call': [Infinity, (scope, [name = '', ...args]) => {
    const called = scope.expand(name).trim();
    const values = [called, ...args.map((arg) => scope.expand(arg))];
    if (isFunction(called)) return callFunction(scope, called, values.slice(1));
    const body = scope.get(called)?.value ?? '';
    return scope.within(Object.fromEntries(values.map((value, i) => [String(i), value])), (inner) => inner.expand(body));
  }],
  'value': [1, (scope, [name = '']) => scope.get(scope.expand(name))?.value ?? ''],
  'origin': [1, (scope, [name = '']) => scope.get(scope.expand(name))?.origin ?? 'undefined'],
  'flavor': [1, (scope, [name = '']) => {
    const variable = scope.get(scope.expand(name));
    return variable ? (variable.recursive ? 'recursive' : 'simple') : 'undefined';
  }],
  'eval': [1, (scope, [text = '']) => {
    scope.readText(scope.expand(text));
    return '';
  }],
  'info': [1, (scope, [text = '']) => {
    scope.process.out(`${scope.expand(text)}\n`);
    return '';
  }],
  'warning': [1, (scope, [text = '']) => {
    scope.process.err(`${scope.place === undefined ? '' : `${scope.place}: `}${scope.expand(text)}\n`);
    return '';
  }],
  'error': [1, (scope, [text = '']) => {
    throw new MakeStop(`${scope.expand(text)}.  Stop.`, scope.place);
  }],
  'wildcard': [1, (scope, [text = '']) => wordsOf(scope.expand(text)).flatMap((pattern) => glob(scope, pattern)).join(' ')],
  'realpath': [1, (scope, [text = '']) => wordsOf(scope.expand(text)).flatMap((path) => (scope.process.peek(path) ? [scope.process.locate(path).path] : [])).join(' ')],
  'abspath': [1, (scope, [text = '']) => wordsOf(scope.expand(text)).map((path) => absolute(scope.process.cwd, path)).join(' ')],
  'shell': [1, (scope, [text = '']) => {
    const { process } = scope;
    const sink = new Capture(process.limits);
    const child = process.fork();
    child.fds.set(1, sink);
    launchShell(scope, child, scope.expand(text));
    return sink.text.replace(/\n+$/, '').replaceAll('\n', ' ');
  }],
};

export function isFunction(name: string): boolean {
  return Object.hasOwn(TEXT, name) || Object.hasOwn(DEEP, name);
}

/** Value of a call; `args` is the text between the name and the bracket, or the values themselves. */
export function callFunction(scope: Scope, name: string, args: string | readonly string[]): string {
  const text = Object.hasOwn(TEXT, name) ? TEXT[name] : undefined;
  const given = typeof args === 'string' ? split(args, text?.[0] ?? DEEP[name]![0]) : args;
  if (text) return text[1](...(typeof args === 'string' ? given.map((arg) => scope.expand(arg)) : given));
  return scope.process.limits.nested(() => DEEP[name]![1](scope, typeof args === 'string' ? given : given.map((arg) => arg.replaceAll('$', '$$$$'))));
}

/** Arguments at the commas that are in no brackets, `most` at most. */
function split(text: string, most: number): string[] {
  const args: string[] = [];
  let from = 0;
  for (let i = 0, depth = 0; i < text.length && args.length < most - 1; i++) {
    if ('({'.includes(text[i]!)) depth++;
    else if (')}'.includes(text[i]!)) depth--;
    else if (text[i] === ',' && depth === 0) {
      args.push(text.slice(from, i));
      from = i + 1;
    }
  }
  return [...args, text.slice(from)];
}

function firstOf(args: readonly string[], value: (arg: string) => string): string | undefined {
  for (const arg of args) {
    const found = value(arg);
    if (found !== '') return found;
  }
  return undefined;
}

function glob({ process }: Scope, pattern: string): string[] {
  if (!/[*?[]/.test(pattern)) return process.peek(pattern) ? [pattern] : [];
  return expandPaths(pattern, {
    names: (dir) => {
      process.limits.step();
      const inode = process.peek(dir === '' ? '.' : dir);
      return inode?.type === 'dir' ? inode.names() : [];
    },
    exists: (path) => process.peek(path, false) !== undefined,
  });
}

function absolute(cwd: string, path: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${cwd}/${path}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}
