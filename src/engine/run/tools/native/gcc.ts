/** `gcc`, `g++`, `clang`: what they read decides the bytes; sizes and times are modelled. */
import type { Process } from '../../system/process.ts';
import { emulation, modelled, notSimulated } from '../model.ts';
import type { Tool } from '../tool.ts';
import { BASIS, compileUnit, link, readUnit } from './units.ts';

const VALUED = new Set(['-o', '-I', '-L', '-isystem', '-include', '-x', '-MF', '-MT', '-MQ', '-D', '-U', '-l', '-T', '-Xlinker']);

const NAME = /^(?:[\w.]+-)*(?:gcc|g\+\+|cc|c\+\+|clang|clang\+\+)(?:-\d+)?$/;

/** Whether a program of that name compiles C or C++. */
export function isCompiler(name: string): boolean {
  return NAME.test(name);
}

/** Compiles units and links them, as `-c`, `-o` and `-I` say; `-MMD` writes what was read beside the object. */
export const gcc: Tool = {
  name: 'gcc',
  aliases: ['g++', 'cc', 'c++', 'clang', 'clang++'],
  run: (process, args) => compileAndLink(process, args, false),
};

/** The same; units are taken from the compiler cache where one is `cached` there. */
export function compileAndLink(process: Process, args: readonly string[], cached: boolean): number {
  if (args.includes('--version') || args.includes('-v')) {
    process.out(`${process.name} (GCC) 16.1.0\n`);
    return 0;
  }
  if (args.includes('-dumpmachine')) {
    process.out(`${process.machine.request.platform.includes('arm64') ? 'aarch64' : 'x86_64'}-linux-gnu\n`);
    return 0;
  }
  const inputs = args.filter((arg, i) => !arg.startsWith('-') && !VALUED.has(args[i - 1] ?? ''));
  if (inputs.length === 0) {
    process.err(`${process.name}: fatal error: no input files\ncompilation terminated.\n`);
    return 1;
  }
  if (args.includes('-E') || args.includes('-S') || args.includes('-fsyntax-only')) return notSimulated(process, process.name, `${process.name} ${args.find((arg) => /^-(E|S|fsyntax-only)$/.test(arg))}`);
  const includes = args.flatMap((arg, i) => (arg === '-I' ? [args[i + 1] ?? '.'] : arg.startsWith('-I') ? [arg.slice(2)] : []));
  const flags = args.filter((arg) => /^-[OgDfmWs]|^-std/.test(arg)).join(' ');
  const output = args.includes('-o') ? args[args.indexOf('-o') + 1] : undefined;
  const only = args.includes('-c');
  const objects: string[] = [];
  const temporary: string[] = [];
  let time = 0;
  for (const source of inputs) {
    if (!/\.(c|cc|cpp|cxx|C)$/.test(source)) {
      if (!process.peek(source)) {
        process.err(`/usr/bin/ld: cannot find ${source}: No such file or directory\ncollect2: error: ld returned 1 exit status\n`);
        return 1;
      }
      objects.push(source);
      continue;
    }
    const unit = readUnit(process, source, includes, flags);
    if (!unit) {
      const front = /\.c$/.test(source) ? 'cc1' : 'cc1plus';
      process.err(`${front}: fatal error: ${source}: No such file or directory\ncompilation terminated.\n`);
      return 1;
    }
    const name = `${source.split('/').at(-1)!.replace(/\.\w+$/, '')}.o`;
    const object = only ? output ?? name : `/tmp/${unit.seed.slice(7, 15)}-${name}`;
    if (!only) temporary.push(object);
    if (only && object.includes('/') && process.peek(object.slice(0, object.lastIndexOf('/')) || '/')?.type !== 'dir') {
      process.err(`Assembler messages:\nFatal error: can't create ${object}: No such file or directory\n`);
      return 1;
    }
    time += compileUnit(process, source, object, unit, cached);
    if (only && (args.includes('-MMD') || args.includes('-MD'))) writeDependencies(process, args, object, unit.files);
    objects.push(object);
  }
  if (!only) {
    time += link(process, output ?? 'a.out', objects, false);
    for (const object of temporary) process.files.unlink(process, object);
  }
  modelled(process, process.name, time * emulation(process), 0, BASIS);
  return 0;
}

/** A makefile that says what an object was made of: `-MMD`, with `-MP` and `-MF`. */
function writeDependencies(process: Process, args: readonly string[], object: string, files: readonly string[]): void {
  const at = args.indexOf('-MF');
  const path = (at >= 0 ? args[at + 1] : undefined) ?? object.replace(/\.o$/, '.d');
  const headers = args.includes('-MP') ? files.slice(1).map((file) => `${file}:\n`).join('') : '';
  process.writeFile(path, `${object}: ${files.join(' \\\n ')}\n${headers}`);
}
