/**
 * Builds and installs what cmake has configured, for make and for ninja: what is older than its sources is compiled, by the
 * compiler cache where the launcher is `ccache`. Reads the lists and all that the units include; writes objects, libraries
 * and programs below the build directory.
 */
import { searchPath } from '../../shell/search.ts';
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { makeDirectories, writeDescribed } from '../../system/writing.ts';
import { CORES, emulation, modelled } from '../model.ts';
import { readLists } from './cmake-lists.ts';
import type { Project, Target } from './cmake-lists.ts';
import { BASIS, compileUnit, link, readUnit } from './units.ts';

/** What a step of the build says and does; its virtual milliseconds. */
interface Step {
  readonly label: string;
  readonly isUnit: boolean;
  readonly run: () => number;
}

interface Configured {
  readonly dir: string;
  readonly source: string;
  readonly project: Project;
  readonly value: (name: string) => string | undefined;
  /** Paths of what targets become. */
  readonly outputs: ReadonlyMap<string, string>;
}

function configured(process: Process, dir: string): Configured | number {
  const cache = attempt(() => process.readFile(`${dir}/CMakeCache.txt`)).value;
  if (cache === undefined) {
    process.err('Error: could not load cache\n');
    return 1;
  }
  const value = (name: string) => new RegExp(`^${name}:\\w+=(.*)$`, 'm').exec(cache)?.[1];
  const source = value('CMAKE_HOME_DIRECTORY') ?? '.';
  const project = readLists(process, source);
  if (!project) return process.fail(`${source}/CMakeLists.txt: not found`);
  return { dir, source, project, value, outputs: new Map(project.targets.map(({ name, library }) => [name, library ? `${dir}/lib${name}.a` : `${dir}/${name}`])) };
}

/** `cmake --build`, make and ninja in a directory of cmake's. Without goals, all targets. */
export function buildProject(process: Process, dir: string, { goals, jobs }: { readonly goals: readonly string[]; readonly jobs: number }): number {
  const build = configured(process, dir);
  if (typeof build === 'number') return build;
  const ninja = build.value('CMAKE_GENERATOR') === 'Ninja';
  if (goals.includes('clean')) return clean(process, build);
  const unknown = goals.find((goal) => goal !== 'all' && goal !== 'install' && !build.outputs.has(goal));
  if (unknown !== undefined) {
    process.err(ninja ? `ninja: error: unknown target '${unknown}'\n` : `make: *** No rule to make target '${unknown}'.  Stop.\n`);
    return ninja ? 1 : 2;
  }
  const cached = (build.value('CMAKE_CXX_COMPILER_LAUNCHER') ?? build.value('CMAKE_C_COMPILER_LAUNCHER') ?? process.env.get('CMAKE_CXX_COMPILER_LAUNCHER')) === 'ccache';
  if (cached && !('path' in searchPath(process, 'ccache'))) {
    process.err('/bin/sh: 1: ccache: not found\ngmake: *** [Makefile:91: all] Error 2\n');
    return 2;
  }
  const steps = new Map<Target, readonly Step[]>();
  const changed = new Set<string>();
  const wanted = needed(build.project, goals);
  for (const target of wanted) {
    const planned = plan(process, build, target, { cached, changed });
    if (typeof planned === 'number') return planned;
    steps.set(target, planned);
  }
  const total = [...steps.values()].reduce((sum, list) => sum + list.length, 0);
  let done = 0;
  let alone = 150;
  let shared = 0;
  for (const [{ name }, list] of steps) {
    for (const { label, isUnit, run } of list) {
      done++;
      process.out(`${ninja ? `[${done}/${total}]` : percent(done, total)} ${label}\n`);
      const time = run();
      if (isUnit) shared += time;
      else alone += time;
    }
    if (!ninja) process.out(`${percent(Math.max(done, total === 0 ? 1 : 0), Math.max(total, 1))} Built target ${name}\n`);
  }
  if (ninja && total === 0) process.out('ninja: no work to do.\n');
  modelled(process, ninja ? 'ninja' : 'cmake', (alone + shared / Math.max(1, Math.min(jobs, CORES))) * emulation(process), 0, BASIS);
  return goals.includes('install') ? installProject(process, dir, undefined) : 0;
}

const percent = (done: number, total: number) => `[${String(Math.floor((done * 100) / total)).padStart(3)}%]`;

/** Targets in the order in which they are built: libraries before what is linked to them. */
function needed({ targets }: Project, goals: readonly string[]): readonly Target[] {
  const ordered = [...targets].sort((a, b) => Number(b.library) - Number(a.library));
  const named = goals.filter((goal) => goal !== 'all' && goal !== 'install');
  if (named.length === 0) return ordered;
  const all = new Set(named);
  for (const name of all) for (const one of targets.find((target) => target.name === name)?.links ?? []) all.add(one);
  return ordered.filter(({ name }) => all.has(name));
}

/** What is to be done for a target; an exit code where a source is missing. */
function plan(process: Process, { dir, source, project, value, outputs }: Configured, { name, library, sources, links }: Target, { cached, changed }: { readonly cached: boolean; readonly changed: Set<string> }): readonly Step[] | number {
  const flags = value('CMAKE_BUILD_TYPE') ?? '';
  const objects: string[] = [];
  const steps: Step[] = [];
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
    steps.push({ label: `Building ${path.endsWith('.c') ? 'C' : 'CXX'} object ${object.slice(dir.length + 1)}`, isUnit: true, run: () => compileUnit(process, path, object, unit, cached) });
  }
  const output = outputs.get(name)!;
  const libraries = links.map((one) => outputs.get(one) ?? [`/usr/local/lib/lib${one}.a`, `/opt/lib/lib${one}.a`].find((path) => process.peek(path)) ?? one);
  if (steps.length === 0 && process.peek(output) && !links.some((one) => changed.has(one))) return steps;
  changed.add(name);
  const language = sources.every((path) => path.endsWith('.c')) ? 'C' : 'CXX';
  steps.push({ label: `Linking ${language} ${library ? 'static library' : 'executable'} ${output.slice(dir.length + 1)}`, isUnit: false, run: () => link(process, output, [...objects, ...libraries], library) });
  return steps;
}

function clean(process: Process, { outputs, project, dir, source }: Configured): number {
  for (const { name, sources } of project.targets) {
    const objects = sources.map((path) => `${dir}/CMakeFiles/${name}.dir/${path.startsWith(`${source}/`) ? path.slice(source.length + 1) : path.slice(1)}.o`);
    for (const path of [...objects, outputs.get(name)!]) if (process.peek(path)) process.files.unlink(process, path);
  }
  return 0;
}

/** `cmake --install`: copies what `install` commands name, to a prefix below `DESTDIR`. */
export function installProject(process: Process, dir: string, given: string | undefined): number {
  const build = configured(process, dir);
  if (typeof build === 'number') return build;
  const prefix = `${process.env.get('DESTDIR') ?? ''}${given ?? build.value('CMAKE_INSTALL_PREFIX') ?? '/usr/local'}`;
  process.out(`-- Install configuration: "${build.value('CMAKE_BUILD_TYPE') ?? ''}"\n`);
  for (const { targets, files, destination } of build.project.installs) {
    const built = targets.map((name) => {
      const { library = false } = build.project.targets.find((one) => one.name === name) ?? {};
      return { from: build.outputs.get(name), to: destination ?? (library ? 'lib' : 'bin') };
    });
    for (const { from, to } of [...built, ...files.map((path) => ({ from: path, to: destination ?? '.' }))]) {
      const inode = from === undefined ? undefined : process.peek(from);
      const path = `${to.startsWith('/') ? to : `${prefix}/${to}`}/${from?.split('/').at(-1)}`;
      if (inode?.type !== 'file') {
        process.err(`CMake Error at cmake_install.cmake:46 (file):\n  file INSTALL cannot find "${from}": No such file or directory.\n`);
        return 1;
      }
      process.out(`-- Installing: ${path}\n`);
      if (inode.content.kind === 'described') writeDescribed(process, path, inode.size, inode.content.seed, inode.mode);
      else {
        makeDirectories(process, path.slice(0, path.lastIndexOf('/')));
        process.writeFile(path, process.readFile(from!));
      }
    }
  }
  modelled(process, 'cmake', 60, 0, 'Copying what was built: estimated.');
  return 0;
}
