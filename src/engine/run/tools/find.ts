import { attempt, strerror } from '../system/errno.ts';
import type { Inode } from '../system/inode.ts';
import type { Process } from '../system/process.ts';
import { groups, users } from '../system/accounts.ts';
import { compilePattern, matches } from '../shell/glob.ts';
import { searchPath } from '../shell/search.ts';
import { join, lastName } from './copy-tree.ts';
import { sizeOf } from './ls.ts';
import { changeMode, modeText } from './mode.ts';
import { bounded, compileRegex } from './regex.ts';
import { remove } from './rm.ts';
import { quoted } from './report.ts';
import type { Tool } from './tool.ts';

interface Visit {
  readonly path: string;
  readonly inode: Inode;
  readonly depth: number;
  prune: boolean;
}

type Test = (visit: Visit) => boolean;

/** What the expression says about the walk as a whole. */
interface Plan {
  readonly test: Test;
  readonly acts: boolean;
  readonly minDepth: number;
  readonly maxDepth: number;
  readonly depthFirst: boolean;
  /** Runs what `-exec … +` has gathered; the exit code. */
  readonly finish: () => number;
}

class Wrong extends Error {}

const KINDS: Readonly<Record<string, string>> = { f: 'file', d: 'dir', l: 'symlink', c: 'char', b: 'block', p: 'fifo', s: 'socket' };

export const find: Tool = {
  name: 'find',
  run(process, args) {
    let i = 0;
    let follow = false;
    for (; /^-[HLP]$/.test(args[i] ?? ''); i++) follow = args[i] === '-L';
    const start = i;
    while (i < args.length && !/^(-.|[!(),])/.test(args[i]!)) i++;
    const paths = args.slice(start, i);
    let plan: Plan;
    try {
      plan = new ExpressionReader(process, args.slice(i)).plan();
    } catch (fault) {
      if (fault instanceof Wrong) return process.fail(fault.message);
      throw fault;
    }
    let status = 0;
    const visit = (path: string, inode: Inode, depth: number) => {
      process.limits.step();
      const at: Visit = { path, inode, depth, prune: false };
      const shown = depth >= plan.minDepth;
      const apply = () => {
        if (shown && plan.test(at) && !plan.acts) process.out(`${path}\n`);
      };
      if (!plan.depthFirst) apply();
      const target = follow && inode.type === 'symlink' ? process.peek(path) : inode;
      if (target?.type === 'dir' && !at.prune && depth < plan.maxDepth) {
        if (process.files.allows(process, target, 4)) {
          for (const name of target.names()) {
            const child = target.get(name);
            if (child) visit(join(path, name), child, depth + 1);
          }
        } else status = process.fail(`${process.userland === 'gnu' ? quoted(process, path) : path}: Permission denied`);
      }
      if (plan.depthFirst) apply();
    };
    for (const path of paths.length > 0 ? paths : ['.']) {
      const { value, errno } = attempt(() => process.find(path, follow || path.endsWith('/')));
      if (value) visit(path, value, 0);
      else status = process.fail(`${process.userland === 'gnu' ? quoted(process, path) : path}: ${strerror(errno!)}`);
    }
    return Math.max(status, plan.finish());
  },
};

class ExpressionReader {
  readonly #process: Process;
  readonly #args: readonly string[];
  #at = 0;
  #acts = false;
  #minDepth = 0;
  #maxDepth = Infinity;
  #depthFirst = false;
  readonly #batches: { argv: readonly string[]; paths: string[] }[] = [];
  #failed = false;

  constructor(process: Process, args: readonly string[]) {
    this.#process = process;
    this.#args = args;
  }

  plan(): Plan {
    const test = this.#args.length > 0 ? this.#or() : () => true;
    if (this.#at < this.#args.length) throw new Wrong(`paths must precede expression: \`${this.#args[this.#at]}'`);
    return {
      test,
      acts: this.#acts,
      minDepth: this.#minDepth,
      maxDepth: this.#maxDepth,
      depthFirst: this.#depthFirst,
      finish: () => {
        for (const { argv, paths } of this.#batches) if (paths.length > 0 && this.#start([...argv, ...paths]) !== 0) this.#failed = true;
        return this.#failed ? 1 : 0;
      },
    };
  }

  #or(): Test {
    let left = this.#and();
    while (this.#args[this.#at] === '-o' || this.#args[this.#at] === '-or') {
      this.#at++;
      const [a, b] = [left, this.#and()];
      left = (visit) => a(visit) || b(visit);
    }
    return left;
  }

  #and(): Test {
    let left = this.#not();
    for (;;) {
      const word = this.#args[this.#at];
      if (word === undefined || word === '-o' || word === '-or' || word === ')') return left;
      if (word === '-a' || word === '-and') this.#at++;
      const [a, b] = [left, this.#not()];
      left = (visit) => a(visit) && b(visit);
    }
  }

  #not(): Test {
    const word = this.#args[this.#at];
    if (word === '!' || word === '-not') {
      this.#at++;
      const test = this.#not();
      return (visit) => !test(visit);
    }
    if (word === '(') {
      this.#at++;
      const test = this.#or();
      if (this.#args[this.#at] !== ')') throw new Wrong("invalid expression; I was expecting to find a ')' somewhere but did not see one.");
      this.#at++;
      return test;
    }
    return this.#primary();
  }

  #value(name: string): string {
    const value = this.#args[this.#at++];
    if (value === undefined) throw new Wrong(this.#process.userland === 'gnu' ? `missing argument to \`${name}'` : `${name} requires an argument`);
    return value;
  }

  #primary(): Test {
    const name = this.#args[this.#at++];
    const process = this.#process;
    switch (name) {
      case '-name':
      case '-iname': {
        const fold = name === '-iname' ? (text: string) => text.toLowerCase() : (text: string) => text;
        const pattern = compilePattern(fold(this.#value(name)));
        return ({ path }) => matches(pattern, fold(lastName(path)));
      }
      case '-path':
      case '-wholename':
      case '-ipath': {
        const pattern = compilePattern(this.#value(name));
        return ({ path }) => matches(pattern, path);
      }
      case '-regex': {
        const regex = compileRegex(`^${this.#value(name)}$`, false);
        return ({ path }) => 'source' in regex && bounded(regex, path).test(path);
      }
      case '-type': {
        const kinds = this.#value(name).split(',').map((letter) => KINDS[letter]);
        return ({ inode }) => kinds.includes(inode.type);
      }
      case '-size': {
        const match = /^([-+]?)(\d+)([cwbkMG]?)$/.exec(this.#value(name));
        if (!match) throw new Wrong('invalid argument to `-size\'');
        const unit = { c: 1, w: 2, b: 512, '': 512, k: 1024, M: 1 << 20, G: 1 << 30 }[match[3]!]!;
        return ({ inode }) => compareNumber(match[1]!, Math.ceil(sizeOf(inode) / unit), Number(match[2]));
      }
      case '-mtime':
      case '-mmin': {
        const match = /^([-+]?)(\d+)$/.exec(this.#value(name));
        const unit = name === '-mtime' ? 86_400_000 : 60_000;
        return ({ inode }) => compareNumber(match?.[1] ?? '', Math.floor((process.machine.now - inode.mtime) / unit), Number(match?.[2] ?? 0));
      }
      case '-newer': {
        const path = this.#value(name);
        const time = process.peek(path)?.mtime;
        if (time === undefined) throw new Wrong(process.userland === 'gnu' ? `${quoted(process, path)}: No such file or directory` : `can't stat '${path}': No such file or directory`);
        return ({ inode }) => inode.mtime > time;
      }
      case '-empty':
        return ({ inode }) => (inode.type === 'file' ? inode.size === 0 : inode.type === 'dir' && inode.empty);
      case '-user': {
        const text = this.#value(name);
        const uid = users(process).find((one) => one.name === text)?.uid ?? Number(text);
        return ({ inode }) => inode.uid === uid;
      }
      case '-group': {
        const text = this.#value(name);
        const gid = groups(process).find((one) => one.name === text)?.gid ?? Number(text);
        return ({ inode }) => inode.gid === gid;
      }
      case '-perm': {
        const text = this.#value(name);
        const wanted = changeMode(text.replace(/^[-/+]/, ''), 0, false, 0) ?? 0;
        if (text[0] === '-') return ({ inode }) => (inode.mode & wanted) === wanted;
        if (text[0] === '/' || text[0] === '+') return ({ inode }) => wanted === 0 || (inode.mode & wanted) !== 0;
        return ({ inode }) => inode.mode === wanted;
      }
      case '-maxdepth':
        this.#maxDepth = Number(this.#value(name));
        return () => true;
      case '-mindepth':
        this.#minDepth = Number(this.#value(name));
        return () => true;
      case '-depth':
        this.#depthFirst = true;
        return () => true;
      case '-xdev':
      case '-mount':
      case '-noleaf':
      case '-true':
      case '-follow':
        return () => true;
      case '-false':
        return () => false;
      case '-executable':
        return ({ inode }) => process.files.allows(process, inode, 1);
      case '-prune':
        return (visit) => {
          visit.prune = true;
          return true;
        };
      case '-print':
      case '-print0':
        this.#acts = true;
        return ({ path }) => {
          process.out(`${path}${name === '-print' ? '\n' : '\0'}`);
          return true;
        };
      case '-printf': {
        const format = this.#value(name);
        this.#acts = true;
        return (visit) => {
          process.out(printFormat(format, visit));
          return true;
        };
      }
      case '-quit':
        this.#acts = true;
        return () => true;
      case '-delete':
        this.#acts = true;
        this.#depthFirst = true;
        return ({ path }) => path === '.' || remove(process, path, false, false, true);
      case '-exec':
      case '-execdir':
      case '-ok':
        return this.#exec();
      case undefined:
        throw new Wrong('invalid expression');
      default:
        throw new Wrong(process.userland === 'gnu' ? `unknown predicate \`${name}'` : `unrecognized: ${name}`);
    }
  }

  #exec(): Test {
    this.#acts = true;
    const argv: string[] = [];
    for (;;) {
      const word = this.#args[this.#at++];
      if (word === undefined) throw new Wrong("missing argument to `-exec'");
      if (word === ';') break;
      if (word === '+' && argv.at(-1) === '{}') {
        const batch = { argv: argv.slice(0, -1), paths: [] as string[] };
        this.#batches.push(batch);
        return ({ path }) => {
          batch.paths.push(path);
          return true;
        };
      }
      argv.push(word);
    }
    return ({ path }) => this.#start(argv.map((word) => word.replaceAll('{}', path))) === 0;
  }

  #start(argv: readonly string[]): number {
    const process = this.#process;
    const found = searchPath(process, argv[0] ?? '');
    if ('path' in found) return process.limits.nested(() => process.launch(process.fork(), argv, found.path));
    process.fail(`${process.userland === 'gnu' ? quoted(process, argv[0] ?? '') : argv[0]}: No such file or directory`);
    return 1;
  }
}

function compareNumber(sign: string, value: number, wanted: number): boolean {
  return sign === '+' ? value > wanted : sign === '-' ? value < wanted : value === wanted;
}

function printFormat(format: string, { path, inode, depth }: Visit): string {
  const values: Readonly<Record<string, string>> = {
    p: path, f: lastName(path), h: path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.', s: String(sizeOf(inode)), m: inode.mode.toString(8), M: modeText(inode.type, inode.mode),
    U: String(inode.uid), G: String(inode.gid), d: String(depth), y: { file: 'f', dir: 'd', symlink: 'l' }[inode.type as string] ?? '?', l: inode.type === 'symlink' ? inode.target : '', P: path.replace(/^[^/]*\/?/, ''), '%': '%',
    T: String(Math.floor(inode.mtime / 1000)),
  };
  return format.replace(/%T@|%([a-zA-Z%])|\\([nt0\\])/g, (whole, letter: string | undefined, escape: string | undefined) => {
    if (escape !== undefined) return { n: '\n', t: '\t', 0: '\0', '\\': '\\' }[escape]!;
    return whole === '%T@' ? String(inode.mtime / 1000) : (values[letter!] ?? whole);
  });
}
