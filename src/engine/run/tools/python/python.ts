/**
 * The Python program. It runs no Python: `-m pip`, `-m venv`, `-m compileall`, `-m build`, `manage.py` and imports on the
 * command line are modelled, scripts that are not there or import what is not there fail as they do, everything else is told to be
 * not simulated.
 */
import type { Process } from '../../system/process.ts';
import type { Tool } from '../tool.ts';
import { modelled, notSimulated } from '../model.ts';
import { compileAll } from './compileall.ts';
import { manage } from './django.ts';
import { importError, importsOf, isDistribution } from './imports.ts';
import { interpreterOf, type Interpreter } from './interpreter.ts';
import { runPip } from './pip.ts';
import { packProject, readProject } from './project.ts';
import { makeVenv } from './venv.ts';
import { hasModule } from './wheels.ts';

/** Modules of the standard library that are started or imported on command lines. */
const STANDARD = new Set(['argparse', 'ast', 'asyncio', 'base64', 'compileall', 'ctypes', 'ensurepip', 'hashlib', 'http', 'importlib', 'json', 'logging', 'os', 'pathlib', 'platform', 'random', 're', 'secrets', 'shutil', 'site', 'socket', 'sqlite3', 'ssl', 'subprocess', 'sys', 'sysconfig', 'tempfile', 'time', 'unittest', 'urllib', 'uuid', 'venv', 'zipfile', 'zlib']);

export const python: Tool = {
  name: 'python3',
  aliases: ['python', 'python3.11', 'python3.12', 'python3.13', 'python3.14'],
  run(process, args) {
    const interpreter = interpreterOf(process, process.command.split(' ')[0]!) ?? interpreterOf(process, process.name);
    if (!interpreter) return process.fail('cannot execute: required file not found', 127);
    const at = args.findIndex((arg, i) => !/^-[bBdEiIOPqsSuvx]+$/.test(arg) && !/^-[WX]/.test(arg) && !/^-[WX]$/.test(args[i - 1] ?? ''));
    const [first, ...rest] = at < 0 ? [] : args.slice(at);
    if (first === '--version' || first === '-V') {
      process.out(`Python ${interpreter.version}\n`);
      return 0;
    }
    if (first === '-m') return runModule(process, rest[0] ?? '', rest.slice(1), interpreter);
    if (first === '-c') return runCode(process, rest[0] ?? '', interpreter);
    if (first === undefined || first === '-') return notSimulated(process, 'python', 'A Python program');
    if (!process.peek(first)) {
      const path = first.startsWith('/') ? first : `${process.cwd === '/' ? '' : process.cwd}/${first}`;
      process.err(`${process.command.split(' ')[0]!.includes('/') ? process.command.split(' ')[0]! : `${interpreter.prefix}/bin/${process.name}`}: can't open file '${path}': [Errno 2] No such file or directory\n`);
      return 2;
    }
    if (first.split('/').at(-1) === 'manage.py') return manage(process, first, rest, interpreter);
    return failsToImport(process, first, interpreter) ? 1 : notSimulated(process, 'python', `The Python program ${first}`);
  },
};

function runModule(process: Process, module: string, args: readonly string[], interpreter: Interpreter): number {
  switch (module) {
    case 'pip':
      if (interpreter.prefix === '/usr' && !process.peek('/usr/bin/pip3') && !process.peek('/usr/bin/pip')) break;
      return runPip(process, args, interpreter);
    case 'venv':
      return makeVenv(process, args, interpreter);
    case 'compileall':
      return compileAll(process, args, interpreter);
    case 'ensurepip':
      process.out('Requirement already satisfied: pip\n');
      modelled(process, 'python', 1200, 0, 'pip is taken to be there.');
      return 0;
    case 'build':
      if (!hasModule(process, interpreter, 'build')) break;
      return buildProject(process, args);
    case 'django':
      return manage(process, 'manage.py', args, interpreter);
  }
  if (STANDARD.has(module.split('.')[0]!) || hasModule(process, interpreter, module)) return notSimulated(process, 'python', `python -m ${module}`);
  process.err(`${interpreter.prefix}/bin/${process.name}: No module named ${module}\n`);
  return 1;
}

/** `python -m build`: both archives in `dist`. */
function buildProject(process: Process, args: readonly string[]): number {
  const dir = args.find((arg, i) => arg[0] !== '-' && !/^(-o|--outdir)$/.test(args[i - 1] ?? '')) ?? '.';
  const project = readProject(process, dir);
  if ('missing' in project || 'error' in project) {
    process.err(`ERROR Source ${process.locate(dir).path} does not appear to be a Python project: no pyproject.toml or setup.py\n`);
    return 1;
  }
  const out = args.findIndex((arg) => arg === '-o' || arg === '--outdir');
  const kinds = args.includes('--wheel') || args.includes('-w') ? (['wheel'] as const) : args.includes('--sdist') || args.includes('-s') ? (['sdist'] as const) : (['sdist', 'wheel'] as const);
  const files = packProject(process, project, out < 0 ? `${dir}/dist` : (args[out + 1] ?? 'dist'), kinds);
  process.out(`Successfully built ${files.join(' and ')}\n`);
  modelled(process, 'python', 6000, 0, 'Building a wheel in an environment of its own takes about 6 s: estimated.');
  return 0;
}

/** Whether a program ends at once since it imports a distribution that is not there or cannot be loaded. */
function failsToImport(process: Process, path: string, interpreter: Interpreter): boolean {
  for (const { module, line, statement } of importsOf(process, path)) {
    const error = isDistribution(module) ? importError(process, interpreter, module) : undefined;
    if (error === undefined) continue;
    process.err(`Traceback (most recent call last):\n  File "${process.locate(path).path}", line ${line}, in <module>\n    ${statement}\n${error}\n`);
    return true;
  }
  return false;
}

/** Code that only imports and prints is judged by what it imports. */
function runCode(process: Process, code: string, interpreter: Interpreter): number {
  const statements = code.split(/[;\n]/).map((one) => one.trim()).filter((one) => one !== '');
  for (const statement of statements) {
    const imported = /^(?:import ([\w., ]+)|from ([\w.]+) import [\w, *]+)$/.exec(statement);
    if (!imported) return notSimulated(process, 'python', 'A Python program');
    for (const name of (imported[1] ?? imported[2]!).split(',').map((one) => one.trim().split(/[ .]/)[0]!)) {
      const error = STANDARD.has(name) ? undefined : importError(process, interpreter, name);
      if (error === undefined) continue;
      process.err(`Traceback (most recent call last):\n  File "<string>", line 1, in <module>\n    ${statement}\n${error}\n`);
      return 1;
    }
  }
  modelled(process, 'python', 300, 0, 'Imports are taken to need 0.3 s.');
  return 0;
}
