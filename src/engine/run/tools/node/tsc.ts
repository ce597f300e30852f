import { sha256 } from '../../../fs/index.ts';
import type { Process } from '../../system/process.ts';
import { contentOf } from '../../system/reading.ts';
import { writeDescribed } from '../../system/writing.ts';
import type { Tool } from '../tool.ts';
import { modelled, notSimulated } from '../model.ts';
import { readArguments } from './arguments.ts';
import type { Arguments } from './arguments.ts';
import { textOf, textsOf } from './json.ts';
import { manifestIn } from './manifest.ts';
import { fileSize, moduleGraph, sourceFiles } from './modules.ts';
import type { Unresolved } from './modules.ts';
import { cleaned } from './pnpm-lock.ts';
import { patternOf, readTsConfig } from './tsconfig.ts';
import type { TsConfig } from './tsconfig.ts';

const VALUED = ['p', 'project', 'outDir', 'rootDir', 'target', 't', 'module', 'm', 'moduleResolution', 'jsx', 'lib', 'types', 'declarationDir', 'tsBuildInfoFile', 'baseUrl'];
const BASIS = 'A type check of a small project takes 2 to 4 s on 2 cores: estimated, by the number of files. Nothing but missing modules is found.';
const CODE = /\.[cm]?tsx?$/;
const WITH_JS = /\.[cm]?[jt]sx?$/;

/**
 * tsc: reads `tsconfig.json`, the files that it names and where their imports lead; writes one file of JavaScript for each,
 * which its source alone decides. Of errors it finds modules and type packages that are missing.
 */
export const tsc: Tool = {
  name: 'tsc',
  run(process, all) {
    const args = readArguments(all, VALUED);
    if (args.flags.has('version') || args.flags.has('v')) {
      process.out(`Version ${typescriptVersion(process)}\n`);
      return 0;
    }
    if (args.flags.has('watch') || args.flags.has('w')) return notSimulated(process, 'tsc', 'Watching for changes');
    const builds = args.flags.has('b') || args.flags.has('build');
    const named = args.flags.get('p') ?? args.flags.get('project') ?? (builds ? args.words[0] : undefined);
    if (!builds && named === undefined && args.words.length > 0) return compileProject(process, args, { dir: process.cwd, options: {}, files: args.words, include: [], exclude: [], references: [] }, new Set());
    const path = typeof named !== 'string' ? 'tsconfig.json' : process.peek(named)?.type === 'dir' ? `${named}/tsconfig.json` : named;
    if (!process.peek(path)) {
      if (named !== undefined) return fail(process, `error TS5058: The specified path does not exist: '${path}'.`, 1);
      process.out(`Version ${typescriptVersion(process)}\ntsc: The TypeScript Compiler - Version ${typescriptVersion(process)}\n\nCOMMON COMMANDS\n`);
      return 1;
    }
    return compileConfig(process, args, path, builds, new Set());
  },
};

function fail(process: Process, message: string, exitCode: number): number {
  process.out(`${message}\n`);
  return exitCode;
}

function compileConfig(process: Process, args: Arguments, path: string, builds: boolean, seen: Set<string>): number {
  const config = readTsConfig(process, path);
  if (!config) return fail(process, `error TS5083: Cannot read file '${path}'.`, 1);
  if ('error' in config) return fail(process, config.error, 1);
  if (seen.has(config.dir + path)) return 0;
  seen.add(config.dir + path);
  if (builds) {
    for (const reference of config.references) {
      const target = `${config.dir}/${reference}`;
      const status = compileConfig(process, args, target.endsWith('.json') ? target : `${target}/tsconfig.json`, true, seen);
      if (status !== 0) return status;
    }
  }
  return compileProject(process, args, config, seen);
}

function compileProject(process: Process, args: Arguments, config: TsConfig, seen: ReadonlySet<string>): number {
  const { dir, options } = config;
  const set = (name: string) => args.flags.get(name) ?? options[name];
  const outDir = set('outDir') === undefined ? undefined : absolute(args.flags.has('outDir') ? process.cwd : dir, textOf(set('outDir')));
  const inputs = inputFiles(process, config, outDir);
  if (inputs.length === 0) {
    return config.references.length > 0 || config.include?.length === 0 ? 0 : fail(process, `error TS18003: No inputs were found in config file '${dir}/tsconfig.json'. Specified 'include' paths were '${JSON.stringify(config.include ?? ['**/*'])}' and 'exclude' paths were '${JSON.stringify(config.exclude)}'.`, 2);
  }
  const graph = moduleGraph(process, inputs, dir);
  const problems = [...missingTypes(process, config), ...graph.unresolved.filter(isReported).map((one) => describe(process, one))];
  const emits = set('noEmit') !== true && !(args.flags.has('noEmit') && args.flags.get('noEmit') !== 'false');
  const bytes = emits ? emit(process, config, inputs, outDir, set) : 0;
  modelled(process, 'tsc', (seen.size > 1 ? 500 : 1_400) + inputs.length * 25 + graph.packages.size * 60, bytes, BASIS);
  for (const problem of problems) process.out(`${problem}\n`);
  return problems.length > 0 ? 2 : 0;
}

function absolute(dir: string, path: string): string {
  return path.startsWith('/') ? path : `/${cleaned(`${dir}/${path}`)}`.replace(/\/\.$/, '/');
}

/** A module that is imported for its effects alone, and styles, need not be known to the compiler. */
function isReported({ specifier }: Unresolved): boolean {
  return !/\.(css|scss|svg|png|jpe?g|json)$/.test(specifier);
}

function describe(process: Process, { from, specifier, line, column }: Unresolved): string {
  const cwd = process.cwd === '/' ? '/' : `${process.cwd}/`;
  return `${from.startsWith(cwd) ? from.slice(cwd.length) : from}(${line},${column}): error TS2307: Cannot find module '${specifier}' or its corresponding type declarations.`;
}

/** Packages of `types` that are not installed. */
function missingTypes(process: Process, { dir, options }: TsConfig): string[] {
  const found = (name: string): boolean => {
    for (let at = dir; ; at = at.slice(0, at.lastIndexOf('/'))) {
      if (process.peek(`${at}/node_modules/@types/${name}`) || process.peek(`${at}/node_modules/${name}`)) return true;
      if (at === '' || at === '/') return false;
    }
  };
  return textsOf(options.types).filter((name) => !found(name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/'))).map((name) => `error TS2688: Cannot find type definition file for '${name}'.\n  The file is in the program because:\n    Entry point of type library '${name}' specified in compilerOptions`);
}

/** Absolute paths of what is compiled, in order. */
function inputFiles(process: Process, { dir, options, files, include, exclude }: TsConfig, outDir: string | undefined): string[] {
  const listed = files.map((one) => absolute(dir, one)).filter((one) => process.peek(one));
  if (include?.length === 0) return listed;
  const wanted = (include ?? ['**/*']).map(patternOf);
  const unwanted = exclude.map(patternOf);
  const found = sourceFiles(process, dir, options.allowJs === true ? WITH_JS : CODE).filter((path) => {
    const relative = path.slice(dir.length + 1);
    return wanted.some((one) => one.test(relative)) && !unwanted.some((one) => one.test(relative)) && !(outDir !== undefined && outDir !== dir && path.startsWith(`${outDir}/`));
  });
  return [...new Set([...listed, ...found])];
}

function emit(process: Process, { dir, options }: TsConfig, inputs: readonly string[], outDir: string | undefined, set: (name: string) => unknown): number {
  const sources = inputs.filter((path) => !/\.d\.[cm]?ts$/.test(path));
  const root = set('rootDir') === undefined ? (options.composite === true ? dir : commonFolder(sources)) : absolute(dir, textOf(set('rootDir')));
  const settings = ['target', 'module', 'jsx', 'sourceMap', 'removeComments'].map((name) => `${name}=${String(set(name))}`).join(' ');
  const declares = set('declaration') === true || set('declaration') === 'true' || set('composite') === true;
  let bytes = 0;
  for (const path of sources) {
    const size = fileSize(process, path);
    const base = (outDir === undefined ? path : outDir + path.slice(root.length)).replace(/\.([cm]?)[jt]sx?$/, (_, kind: string) => `.${kind}js`);
    const seed = sha256(`tsc ${settings} ${contentOf(process, path)}`);
    const write = (to: string, share: number) => {
      writeDescribed(process, to, Math.round(size * share), `${seed} ${to.slice(to.lastIndexOf('.'))}`);
      bytes += Math.round(size * share);
    };
    if (set('emitDeclarationOnly') !== true) write(base, 0.85);
    if (declares) write(base.replace(/\.([cm]?)js$/, '.d.$1ts'), 0.3);
    if (set('sourceMap') === true || set('sourceMap') === 'true') write(`${base}.map`, 0.9);
  }
  if (options.composite === true || options.incremental === true) writeDescribed(process, `${outDir ?? dir}/tsconfig.tsbuildinfo`, 900 + inputs.length * 120, sha256(inputs.map((path) => contentOf(process, path)).join('\n')));
  return bytes;
}

function commonFolder(paths: readonly string[]): string {
  const folders = paths.map((path) => path.split('/').slice(0, -1));
  const [first = []] = folders;
  let n = 0;
  while (n < first.length && folders.every((one) => one[n] === first[n])) n++;
  return first.slice(0, n).join('/');
}

/** What is installed, seen from here. */
function typescriptVersion(process: Process): string {
  for (let at = process.cwd; ; at = at.slice(0, at.lastIndexOf('/'))) {
    const found = manifestIn(process, `${at}/node_modules/typescript`);
    if (found) return found.version;
    if (at === '' || at === '/') return '5.9.3';
  }
}
