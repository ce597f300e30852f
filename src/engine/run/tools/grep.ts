import { attempt, strerror } from '../system/errno.ts';
import type { Process } from '../system/process.ts';
import { compilePattern, matches } from '../shell/glob.ts';
import { join, lastName } from './copy-tree.ts';
import { splitLines } from './lines.ts';
import { readOptions, wrongUse } from './options.ts';
import type { Options } from './options.ts';
import { bounded, compileRegex } from './regex.ts';
import type { Tool } from './tool.ts';

export const grep: Tool = {
  name: 'grep',
  aliases: ['egrep', 'fgrep'],
  run(process, args) {
    const options = readOptions(process, args, 'E extended-regexp=E F fixed-strings=F G P perl-regexp=P e: regexp=e: f: file=f: i ignore-case=i y v invert-match=v w word-regexp=w x line-regexp=x c count=c l files-with-matches=l L files-without-match=L n line-number=n H with-filename=H h no-filename=h q quiet=q silent=q s no-messages=s o only-matching=o r recursive=r R m: max-count=m: A: after-context=A: B: before-context=B: C: context=C: a text=a I U b byte-offset=b Z null=Z include=include: exclude=exclude: exclude-dir=xdir: color=color colour=color line-buffered=lb');
    if (typeof options === 'number') return 2;
    const operands = [...options.operands];
    const patterns = options.all('e').flatMap((one) => one.split('\n'));
    for (const path of options.all('f')) patterns.push(...splitLines(process.readFile(path, true)));
    if (!options.has('e') && !options.has('f')) {
      const pattern = operands.shift();
      if (pattern === undefined) {
        if (process.userland === 'gnu') process.err("Usage: grep [OPTION]... PATTERNS [FILE]...\nTry 'grep --help' for more information.\n");
        else wrongUse(process, 'missing operand');
        return 2;
      }
      patterns.push(...pattern.split('\n'));
    }
    const tests: RegExp[] = [];
    for (const pattern of patterns) {
      const fixed = options.has('F') || process.name === 'fgrep';
      const source = fixed ? pattern.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&') : pattern;
      const extended = options.has('E') || options.has('P') || process.name === 'egrep' || fixed;
      let regex = compileRegex(source, extended, `g${options.has('i') || options.has('y') ? 'i' : ''}`);
      if (options.has('P')) regex = perl(pattern, options.has('i')) ?? regex;
      if (!('source' in regex)) return process.fail(process.userland === 'gnu' ? regex.error : `bad regex '${pattern}'`, 2);
      if (options.has('x')) regex = new RegExp(`^(?:${regex.source})$`, regex.flags);
      else if (options.has('w')) regex = new RegExp(`(?<!\\w)(?:${regex.source})(?!\\w)`, regex.flags);
      tests.push(regex);
    }
    return new Search(process, options, tests).files(operands);
  },
};

function perl(pattern: string, ignoreCase: boolean): RegExp | undefined {
  try {
    const kept = /^(.*?)\\K(.*)$/s.exec(pattern);
    return new RegExp(kept ? `(?<=${kept[1]})${kept[2]}` : pattern, `g${ignoreCase ? 'i' : ''}`);
  } catch {
    return undefined;
  }
}

class Search {
  readonly #process: Process;
  readonly #options: Options;
  readonly #tests: readonly RegExp[];
  #found = false;
  #failed = false;
  #lastShown = -1;
  #separated = false;

  constructor(process: Process, options: Options, tests: readonly RegExp[]) {
    this.#process = process;
    this.#options = options;
    this.#tests = tests;
  }

  files(operands: readonly string[]): number {
    const recursive = this.#options.has('r') || this.#options.has('R');
    const paths = operands.length > 0 ? operands : [recursive ? '.' : '-'];
    const named = this.#options.has('H') || ((paths.length > 1 || recursive) && !this.#options.has('h'));
    for (const path of paths) this.#path(path, named, recursive, true, operands.length === 0);
    if (this.#found && this.#options.has('q')) return 0;
    return this.#failed ? 2 : this.#found ? 0 : 1;
  }

  #path(path: string, named: boolean, recursive: boolean, top: boolean, implied: boolean): void {
    const process = this.#process;
    if (path === '-') {
      this.#text(process.readInput(), '(standard input)', named);
      return;
    }
    const inode = attempt(() => process.find(path, top)).value;
    if (inode?.type === 'dir') {
      if (!recursive) {
        if (process.userland === 'busybox') return;
        if (!this.#options.has('s')) process.fail(`${path}: Is a directory`);
        this.#failed = true;
        return;
      }
      const excluded = this.#options.all('xdir');
      for (const name of inode.names()) {
        process.limits.step();
        const child = inode.get(name);
        if (child?.type === 'dir' && excluded.some((glob) => matches(compilePattern(glob), name))) continue;
        if (child?.type === 'symlink' && !this.#options.has('R')) continue;
        this.#path(implied && path === '.' ? name : join(path, name), named, true, false, false);
      }
      return;
    }
    const name = lastName(path);
    const include = this.#options.all('include');
    if (!top && include.length > 0 && !include.some((glob) => matches(compilePattern(glob), name))) return;
    if (!top && this.#options.all('exclude').some((glob) => matches(compilePattern(glob), name))) return;
    const { value, errno } = attempt(() => process.readFile(path));
    if (value === undefined) {
      if (!this.#options.has('s')) process.fail(`${path}: ${strerror(errno!)}`);
      this.#failed = true;
      return;
    }
    this.#text(value, path, named);
  }

  #text(text: string, path: string, named: boolean): void {
    const options = this.#options;
    const process = this.#process;
    const number = (name: string) => Number(options.values.get(name) ?? options.values.get('C') ?? 0);
    const lines = splitLines(text);
    process.limits.step(1 + (lines.length >> 4));
    const limit = options.values.has('m') ? Number(options.values.get('m')) : Infinity;
    const prefix = named ? path : '';
    const before = number('B');
    const after = number('A');
    let count = 0;
    let trailing = 0;
    this.#lastShown = -1;
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i]!;
      const hit = this.#tests.some((test) => matchesAt(test, line)) !== options.has('v');
      if (!hit) {
        if (trailing-- > 0) this.#show(line, i, prefix, '-');
        continue;
      }
      this.#found = true;
      count++;
      if (options.has('q')) return;
      if (options.has('l') || options.has('L') || options.has('c')) {
        if (options.has('l')) break;
      } else if (options.has('o')) this.#parts(line, i, prefix);
      else {
        for (let j = Math.max(this.#lastShown + 1, i - before); j < i; j++) this.#show(lines[j]!, j, prefix, '-', before + after > 0);
        this.#show(line, i, prefix, ':', before + after > 0);
      }
      trailing = after;
      if (count >= limit) {
        for (let j = i + 1; j < Math.min(lines.length, i + 1 + after); j++) this.#show(lines[j]!, j, prefix, '-');
        break;
      }
    }
    if (options.has('l') && count > 0) process.out(`${path}\n`);
    else if (options.has('L') && count === 0) process.out(`${path}\n`);
    else if (options.has('c') && !options.has('l') && !options.has('L')) process.out(`${prefix === '' ? '' : `${prefix}:`}${count}\n`);
  }

  #show(line: string, index: number, prefix: string, mark: string, context = false): void {
    if (context && this.#separated && index > this.#lastShown + 1) this.#process.out('--\n');
    if (context) this.#separated = true;
    this.#lastShown = index;
    this.#process.out(`${prefix === '' ? '' : prefix + mark}${this.#options.has('n') ? `${index + 1}${mark}` : ''}${line}\n`);
  }

  #parts(line: string, index: number, prefix: string): void {
    for (const test of this.#tests) {
      test.lastIndex = 0;
      for (const match of line.matchAll(bounded(test, line))) if (match[0] !== '') this.#show(match[0], index, prefix, ':');
    }
  }
}

function matchesAt(test: RegExp, line: string): boolean {
  test.lastIndex = 0;
  return bounded(test, line).test(line);
}
