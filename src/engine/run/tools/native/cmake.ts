/** `cmake`: configures from the lists, builds what is older than its sources, installs. The compiler cache is asked where the launcher is `ccache`. */
import { searchPath } from '../../shell/search.ts';
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { makeDirectories, writeDescribed } from '../../system/writing.ts';
import { emulation, modelled, notSimulated } from '../model.ts';
import type { Tool } from '../tool.ts';
import { readLists } from './cmake-lists.ts';
import { BASIS, compileUnit, link, readUnit } from './units.ts';

export const cmake: Tool = {
  name: 'cmake',
  run(process, args) {
    if (args.includes('--version')) {
      process.out('cmake version 3.31.6\n\nCMake suite maintained and supported by Kitware (kitware.com/cmake).\n');
      return 0;
    }
    if (args[0] === '--build') return build(process, args[1] ?? '.');
    if (args[0] === '--install') return install(process, args);
    if (args[0] === '-E' || args[0] === '-P') return notSimulated(process, 'cmake', `cmake ${args[0]}`);
    return configure(process, args);
  },
};

function valueOf(args: readonly string[], flag: string): string | undefined {
  const at = args.indexOf(flag);
  return at >= 0 ? args[at + 1] : args.find((arg) => arg.startsWith(flag) && arg.length > flag.length)?.slice(flag.length);
}

function absolute(process: Process, path: string): string {
  return process.locate(path).path;
}

function configure(process: Process, args: readonly string[]): number {
  const valued = new Set(['-S', '-B', '-G', '-D']);
  const source = valueOf(args, '-S') ?? args.find((arg, i) => !arg.startsWith('-') && !valued.has(args[i - 1] ?? '')) ?? '.';
  if (!process.peek(`${source}/CMakeLists.txt`)) {
    process.err(`CMake Error: The source directory "${source.startsWith('/') ? source : `${process.cwd}/${source}`.replace(/\/\.$/, '')}" does not appear to contain CMakeLists.txt.\nSpecify --help for usage, or press the help button on the CMake GUI.\n`);
    return 1;
  }
  if (!['c++', 'g++', 'clang++', 'cc', 'gcc'].some((name) => process.peek(`/usr/bin/${name}`) ?? process.peek(`/usr/local/bin/${name}`))) {
    process.err('CMake Error: CMAKE_CXX_COMPILER not set, after EnableLanguage\n-- Configuring incomplete, errors occurred!\n');
    return 1;
  }
  const dir = valueOf(args, '-B') ?? '.';
  makeDirectories(process, dir);
  const values = args.flatMap((arg, i) => (arg === '-D' ? [args[i + 1] ?? ''] : arg.startsWith('-D') ? [arg.slice(2)] : []));
  const lines = [`CMAKE_HOME_DIRECTORY:INTERNAL=${absolute(process, source)}`, ...values.map((value) => value.replace(/^(\w+)=/, '$1:UNINITIALIZED='))];
  process.writeFile(`${dir}/CMakeCache.txt`, `# This is the CMakeCache file.\n${lines.join('\n')}\n`);
  process.out(`-- Configuring done (0.8s)\n-- Generating done (0.0s)\n-- Build files have been written to: ${absolute(process, dir)}\n`);
  modelled(process, 'cmake', 800 * emulation(process), 0, 'Looking for compilers and their features: estimated.');
  return 0;
}

function build(process: Process, dir: string): number {
  const cache = attempt(() => process.readFile(`${dir}/CMakeCache.txt`)).value;
  if (cache === undefined) {
    process.err('Error: could not load cache\n');
    return 1;
  }
  const value = (name: string) => new RegExp(`^${name}:\\w+=(.*)$`, 'm').exec(cache)?.[1];
  const source = value('CMAKE_HOME_DIRECTORY') ?? '.';
  const project = readLists(process, source);
  if (!project) return process.fail(`${source}/CMakeLists.txt: not found`);
  const cached = (value('CMAKE_CXX_COMPILER_LAUNCHER') ?? value('CMAKE_C_COMPILER_LAUNCHER') ?? process.env.get('CMAKE_CXX_COMPILER_LAUNCHER')) === 'ccache';
  if (cached && !('path' in searchPath(process, 'ccache'))) {
    process.err('/bin/sh: 1: ccache: not found\ngmake: *** [Makefile:91: all] Error 2\n');
    return 2;
  }
  const flags = value('CMAKE_BUILD_TYPE') ?? '';
  const outputs = new Map(project.targets.map(({ name, library }) => [name, library ? `${dir}/lib${name}.a` : `${dir}/${name}`]));
  let time = 150;
  const ordered = [...project.targets].sort((a, b) => Number(b.library) - Number(a.library));
  for (const { name, library, sources, links } of ordered) {
    const objects: string[] = [];
    let changed = false;
    for (const path of sources) {
      const unit = readUnit(process, path, project.includes, flags);
      if (!unit) {
        process.err(`CMake Error: Cannot find source file:\n\n  ${path}\n`);
        return 1;
      }
      const object = `${dir}/CMakeFiles/${name}.dir/${path.startsWith(`${source}/`) ? path.slice(source.length + 1) : path.slice(1)}.o`;
      const before = process.peek(object);
      objects.push(object);
      if (before && before.mtime >= unit.mtime) continue;
      process.out(`Building ${path.endsWith('.c') ? 'C' : 'CXX'} object ${object.slice(dir.length + 1)}\n`);
      time += compileUnit(process, path, object, unit, cached);
      changed = true;
    }
    const output = outputs.get(name)!;
    const libraries = links.map((one) => outputs.get(one) ?? [`/usr/local/lib/lib${one}.a`, `/opt/lib/lib${one}.a`].find((path) => process.peek(path)) ?? one);
    if (changed || !process.peek(output)) time += link(process, output, [...objects, ...libraries], library);
    process.out(`Built target ${name}\n`);
  }
  modelled(process, 'cmake', time * emulation(process), 0, BASIS);
  return 0;
}

function install(process: Process, args: readonly string[]): number {
  const dir = args[1] ?? '.';
  const prefix = valueOf(args, '--prefix') ?? '/usr/local';
  const inode = process.directory(dir);
  for (const name of inode.names().filter((one) => one !== 'CMakeCache.txt')) {
    const built = process.peek(`${dir}/${name}`);
    if (built?.type !== 'file' || built.content.kind !== 'described') continue;
    writeDescribed(process, `${prefix}/${name.endsWith('.a') ? 'lib' : 'bin'}/${name}`, built.size, built.content.seed, built.mode);
  }
  modelled(process, 'cmake', 60, 0, 'Copying what was built: estimated.');
  return 0;
}
