/**
 * `make`: reads the makefile and the times of files, and runs recipes in the shell of the image. It takes no time of its own;
 * with `-j`, recipes that wait for nothing share the processors. Writes what recipes write.
 */
import { attempt } from '../../../system/errno.ts';
import type { Process } from '../../../system/process.ts';
import type { Tool } from '../../tool.ts';
import { MakefileReader } from './makefile.ts';
import { builtIn, warnOfOverriding } from './rules.ts';
import { Runner } from './runner.ts';
import type { Flags } from './runner.ts';
import { MakeStop } from './stop.ts';

interface Arguments extends Flags {
  readonly files: readonly string[];
  readonly directories: readonly string[];
  readonly includes: readonly string[];
  readonly goals: readonly string[];
  /** `NAME=value` */
  readonly variables: readonly RegExpExecArray[];
  readonly environmentFirst: boolean;
  readonly noBuiltIns: boolean;
  readonly noDirectory: boolean;
}

const VALUED: Readonly<Record<string, string>> = { 'file': 'f', 'makefile': 'f', 'directory': 'C', 'include-dir': 'I', 'old-file': 'o', 'what-if': 'W', 'eval': 'E' };
const PLAIN: Readonly<Record<string, string>> = { 'keep-going': 'k', 'ignore-errors': 'i', 'silent': 's', 'quiet': 's', 'just-print': 'n', 'dry-run': 'n', 'recon': 'n', 'always-make': 'B', 'question': 'q', 'environment-overrides': 'e', 'no-builtin-rules': 'r', 'no-builtin-variables': 'R', 'no-print-directory': 'N', 'print-directory': 'w', 'version': 'v' };

export const make: Tool = {
  name: 'make',
  aliases: ['gmake'],
  run(process, args) {
    const level = Number(process.env.get('MAKELEVEL') ?? 0);
    const label = level > 0 ? `make[${level}]` : 'make';
    const given = readArguments([...(process.env.get('MAKEFLAGS') ?? '').split(' ').filter((one) => one !== '' && one !== '--'), ...args]);
    if (typeof given === 'string') {
      if (given === 'version') process.out('GNU Make 4.4.1\nBuilt for x86_64-pc-linux-gnu\nCopyright (C) 1988-2023 Free Software Foundation, Inc.\nLicense GPLv3+: GNU GPL version 3 or later <https://gnu.org/licenses/gpl.html>\nThis is free software: you are free to change and redistribute it.\nThere is NO WARRANTY, to the extent permitted by law.\n');
      else process.err(`make: ${given}\nUsage: make [options] [target] ...\n`);
      return given === 'version' ? 0 : 2;
    }
    for (const directory of given.directories) {
      const { errno } = attempt(() => process.chdir(directory));
      if (errno) {
        process.err(`${label}: *** ${directory}: No such file or directory.  Stop.\n`);
        return 2;
      }
    }
    const announced = (given.directories.length > 0 || level > 0) && !given.noDirectory && !given.silent;
    if (announced) process.out(`${label}: Entering directory '${process.cwd}'\n`);
    let status: number;
    try {
      status = run(process, given, label);
    } catch (stop) {
      if (!(stop instanceof MakeStop)) throw stop;
      process.err(`${stop.place ?? label}: *** ${stop.message}\n`);
      status = 2;
    }
    if (announced) process.out(`${label}: Leaving directory '${process.cwd}'\n`);
    return status;
  },
};

function run(process: Process, given: Arguments, label: string): number {
  const { rules, scope } = builtIn(process);
  for (const [name, value] of process.env) if (name !== 'SHELL') scope.set(name, value, given.environmentFirst ? 'environment override' : 'environment', true);
  for (const [, name = '', operator = '=', value = ''] of given.variables) scope.assign(name, operator, value, 'command line');
  scope.set('CURDIR', process.cwd, 'file');
  scope.set('MAKECMDGOALS', given.goals.join(' '), 'file');
  const flags = `${given.keepGoing ? 'k' : ''}${given.silent ? 's' : ''}${given.dry ? 'n' : ''}${given.always ? 'B' : ''}${given.ignoreErrors ? 'i' : ''}`;
  const passed = [...(flags === '' ? [] : [`-${flags}`]), ...(given.jobs > 1 ? [`-j${given.jobs === Infinity ? '' : given.jobs}`] : []), ...given.variables.map(([whole]) => whole)].join(' ');
  scope.set('MAKEFLAGS', passed, 'file');
  scope.variables.set('MAKEFLAGS', { value: passed, recursive: false, origin: 'file', exported: true });
  if (given.noBuiltIns) rules.patterns.length = 0;
  const reader = new MakefileReader(scope, rules, given.includes);
  const files = given.files.length > 0 ? given.files : ['GNUmakefile', 'makefile', 'Makefile'].filter((name) => process.peek(name)).slice(0, 1);
  for (const name of files) {
    const text = name === '-' ? process.readInput() : attempt(() => process.readFile(name)).value;
    if (text === undefined) {
      process.err(`${label}: ${name}: No such file or directory\n`);
      throw new MakeStop(`No rule to make target '${name}'.  Stop.`);
    }
    scope.assign('MAKEFILE_LIST', '+=', name);
    reader.read(text, name);
  }
  warnOfOverriding(rules);
  const goals = given.goals.length > 0 ? given.goals : [scope.valueOf('.DEFAULT_GOAL') || rules.goal].filter((goal) => goal !== undefined);
  if (goals.length === 0) throw new MakeStop(files.length === 0 ? 'No targets specified and no makefile found.  Stop.' : 'No targets.  Stop.');
  const runner = new Runner(rules, scope, given);
  for (const goal of goals) {
    runner.goal(goal);
    if (runner.failed && !given.keepGoing) break;
  }
  runner.cleanUp();
  return runner.failed ? 2 : runner.outdated ? 1 : 0;
}

/** The command line; what is wrong with it as a text. */
function readArguments(args: readonly string[]): Arguments | string {
  const flags = new Set<string>();
  const values: [string, string][] = [];
  const goals: string[] = [];
  const variables: RegExpExecArray[] = [];
  let jobs = 1;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    const variable = /^([^\s:=?+!]+)(=|:=|::=|\?=|\+=|!=)([^]*)$/.exec(arg);
    if (!arg.startsWith('-')) {
      if (variable) variables.push(variable);
      else goals.push(arg);
      continue;
    }
    if (arg.startsWith('--')) {
      const [name = '', value] = arg.slice(2).split(/=([^]*)/);
      if (name === 'jobs') jobs = value === undefined ? Infinity : Number(value);
      else if (VALUED[name]) values.push([VALUED[name], value ?? args[++i] ?? '']);
      else if (PLAIN[name]) flags.add(PLAIN[name]);
      else if (!['output-sync', 'trace', 'debug', 'no-silent', 'warn-undefined-variables', 'touch', 'stop', 'load-average', 'max-load'].includes(name)) return `unrecognized option '--${name}'`;
      continue;
    }
    for (let j = 1; j < arg.length; j++) {
      const letter = arg[j]!;
      if (letter === 'j' || letter === 'l' || letter === 'O') {
        const attached = arg.slice(j + 1);
        const value = attached || (letter !== 'O' && /^\d+$/.test(args[i + 1] ?? '') ? args[++i]! : '');
        if (letter === 'j') jobs = value === '' ? Infinity : Number(value);
        if (letter === 'j' && !(jobs >= 1)) return `*** the '-j' option requires a positive integer argument`;
        break;
      }
      if ('fCIoWE'.includes(letter)) {
        const value = arg.slice(j + 1) || args[++i];
        if (value === undefined) return `option requires an argument -- '${letter}'`;
        values.push([letter, value]);
        break;
      }
      if (!'kisnBqerRwvdptSbm'.includes(letter)) return `invalid option -- '${letter}'`;
      flags.add(letter);
    }
  }
  if (flags.has('v')) return 'version';
  const all = (letter: string) => values.filter(([name]) => name === letter).map(([, value]) => value);
  return {
    files: all('f'), directories: all('C'), includes: all('I'), goals, variables, jobs, noDirectory: flags.has('N'), noBuiltIns: flags.has('r') || flags.has('R'), environmentFirst: flags.has('e'),
    keepGoing: flags.has('k'), ignoreErrors: flags.has('i'), silent: flags.has('s'), dry: flags.has('n'), always: flags.has('B'), question: flags.has('q'),
  };
}
