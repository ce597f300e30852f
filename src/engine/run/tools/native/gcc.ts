/** `gcc`, `g++`, `clang`: what they read decides the bytes; sizes and times are modelled. */
import { emulation, modelled } from '../model.ts';
import type { Tool } from '../tool.ts';
import { BASIS, compileUnit, link, readUnit } from './units.ts';

const VALUED = new Set(['-o', '-I', '-L', '-isystem', '-include', '-x', '-MF', '-MT']);

/** Compiles units and links them, as `-c`, `-o` and `-I` say. */
export const gcc: Tool = {
  name: 'gcc',
  aliases: ['g++', 'cc', 'c++', 'clang', 'clang++'],
  run(process, args) {
    if (args.includes('--version') || args.includes('-v')) {
      process.out(`${process.name} (GCC) 16.1.0\n`);
      return 0;
    }
    const after = (flag: string) => args[args.indexOf(flag) + 1];
    const inputs = args.filter((arg, i) => !arg.startsWith('-') && !VALUED.has(args[i - 1] ?? ''));
    if (inputs.length === 0) {
      process.err(`${process.name}: fatal error: no input files\ncompilation terminated.\n`);
      return 1;
    }
    const includes = args.flatMap((arg, i) => (arg === '-I' ? [args[i + 1] ?? '.'] : arg.startsWith('-I') ? [arg.slice(2)] : []));
    const flags = args.filter((arg) => /^-[OgDfmWs]|^-std/.test(arg)).join(' ');
    const output = args.includes('-o') ? after('-o') : undefined;
    const only = args.includes('-c');
    const objects: string[] = [];
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
        process.err(`${process.name}: fatal error: ${source}: No such file or directory\ncompilation terminated.\n`);
        return 1;
      }
      const name = `${source.split('/').at(-1)!.replace(/\.\w+$/, '')}.o`;
      const object = only ? output ?? name : `/tmp/${unit.seed.slice(7, 15)}-${name}`;
      time += compileUnit(process, source, object, unit, false);
      objects.push(object);
    }
    if (!only) {
      time += link(process, output ?? 'a.out', objects, false);
      for (const object of objects) if (object.startsWith('/tmp/') && !inputs.includes(object)) process.files.unlink(process, object);
    }
    modelled(process, process.name, time * emulation(process), 0, BASIS);
    return 0;
  },
};
