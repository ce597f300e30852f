import { toText } from '../../system/byte-string.ts';
import { writeDescribed } from '../../system/writing.ts';
import type { Process } from '../../system/process.ts';
import { emulation, notSimulated } from '../model.ts';
import type { Tool } from '../tool.ts';
import { binarySeed, binarySize, loadPackages } from './build.ts';
import type { Load } from './build.ts';
import { clean, generate, get, list, work } from './commands.ts';
import { compile } from './compile.ts';
import { downloadModules, downloadTime, missingModules } from './download.ts';
import { parseFlags } from './flags.ts';
import type { Flags } from './flags.ts';
import { findModule } from './module.ts';
import type { Module } from './module.ts';
import { readSettings, targetProblem } from './settings.ts';
import type { Settings } from './settings.ts';
import { findWorkspace, inWorkspace } from './workspace.ts';

const NO_MODULE = "go.mod file not found in current directory or any parent directory; see 'go help modules'";
const DOWNLOAD_BASIS = 'go mod download took 8.2 to 11.8 s in published build logs of ordinary services, whatever the number of modules.';
const BUILD_BASIS = 'CGO_ENABLED=0 builds took 3 to 12 s in published build logs of small services; scaled by what must be compiled.';
/** Virtual milliseconds to link a binary and to load packages. */
const LINK = 900;
const LOAD = 350;

/** Commands that compile. */
const COMPILING = new Set(['build', 'install', 'test', 'vet', 'run']);

interface Run {
  readonly process: Process;
  readonly args: readonly string[];
  readonly settings: Settings;
}

/** The go command: reads what the real one reads; durations, sizes and compiled bytes are modelled. */
export const go: Tool = {
  name: 'go',
  run(process, args) {
    const run = { process, args: args.slice(1), settings: readSettings(process) };
    const problem = COMPILING.has(args[0] ?? '') ? targetProblem(run.settings) : undefined;
    if (problem !== undefined) return fail(process, problem, 2);
    switch (args[0]) {
      case undefined:
        process.err('Go is a tool for managing Go source code.\n\nUsage:\n\n\tgo <command> [arguments]\n');
        return 2;
      case 'version':
        process.out(`go version ${run.settings.version} ${run.settings.os}/${run.settings.arch}\n`);
        return 0;
      case 'env':
        return printEnvironment(run);
      case 'mod':
        return mod(run);
      case 'build':
        return build(run);
      case 'install':
        return install(run);
      case 'test':
        return runTests(run);
      case 'vet':
        return vet(run);
      case 'list':
      case 'get': {
        const module = moduleAt(process, []);
        if (module === undefined || 'error' in module) return fail(process, module?.error ?? `go: ${NO_MODULE}`);
        return args[0] === 'list' ? list(run, module) : get(run, module);
      }
      case 'generate':
        return generate(run);
      case 'clean':
        return clean(run);
      case 'work':
        return work(run);
      case 'fmt':
        note(process, 300, 0, 'Nothing is taken to be formatted otherwise.');
        return 0;
      case 'run':
        return runProgram(run);
      case 'tool':
        return notSimulated(process, 'go', 'go tool');
      default:
        process.err(`go ${args[0]}: unknown command\nRun 'go help' for usage.\n`);
        return 2;
    }
  },
};

function note(process: Process, duration: number, bytes: number, basis: string): void {
  process.machine.advance(duration);
  process.machine.notes.push({ command: toText(process.command), tool: 'go', fidelity: 'modelled', duration, bytes, basis });
}

function fail(process: Process, message: string, exitCode = 1): number {
  process.err(`${message}\n`);
  return exitCode;
}

function printEnvironment({ process, args, settings }: Run): number {
  const values: Record<string, string> = {
    CGO_ENABLED: settings.cgo ? '1' : '0', GOARCH: settings.arch, GOCACHE: settings.buildCache, GOMODCACHE: settings.moduleCache,
    GOOS: settings.os, GOPATH: settings.path, GOROOT: '/usr/local/go', GOVERSION: settings.version,
  };
  if (args[0] === '-w') return 0;
  if (args.length > 0) for (const name of args) process.out(`${values[name] ?? process.env.get(name) ?? ''}\n`);
  else for (const [name, value] of Object.entries(values)) process.out(`${name}='${value}'\n`);
  return 0;
}

function mod({ process, args, settings }: Run): number {
  const [verb] = args;
  const module = verb === 'init' ? undefined : moduleAt(process, []);
  if (verb === 'init') {
    if (process.peek('go.mod')) return fail(process, `go: ${toText(process.cwd)}/go.mod already exists`);
    const path = args[1] ?? process.cwd.split('/').at(-1)!;
    process.writeFile('go.mod', `module ${path}\n\ngo ${settings.version.replace(/^go/, '')}\n`);
    process.err(`go: creating new go.mod: module ${path}\n`);
    return 0;
  }
  if (module && 'error' in module) return fail(process, module.error);
  if (!module) {
    return fail(process, `go: ${verb === 'download' ? "no modules specified (see 'go help mod download')" : NO_MODULE}`);
  }
  if (verb === 'download') {
    const missing = missingModules(process, module, settings);
    if (module.requires.length === 0) process.err('go: no module dependencies to download\n');
    return download(process, missing, settings, module.requires.length) ?? 0;
  }
  if (verb === 'verify') {
    process.out('all modules verified\n');
    return 0;
  }
  note(process, 400, 0, `go mod ${verb ?? ''} is taken to succeed and to change nothing.`);
  return 0;
}

/** Downloads modules; the exit code where that fails. */
function download(process: Process, missing: ReturnType<typeof missingModules>, settings: Settings, required = missing.length): number | undefined {
  const [first] = missing;
  if (first && process.machine.request.network === 'none') {
    const url = `https://proxy.golang.org/${first.path}/@v/${first.version}.mod`;
    return fail(process, `go: ${first.path}@${first.version}: Get "${url}": dial tcp: lookup proxy.golang.org on 10.0.2.3:53: dial udp 10.0.2.3:53: connect: network is unreachable`);
  }
  const bytes = downloadModules(process, missing, settings);
  note(process, downloadTime(missing.length, required), bytes, DOWNLOAD_BASIS);
  return undefined;
}

/** The module that is worked on, with its workspace: that of the directory, or of the first package that is named. */
function moduleAt(process: Process, packages: readonly string[]): Module | { readonly error: string } | undefined {
  const workspace = findWorkspace(process, process.cwd);
  if (workspace && 'error' in workspace) return workspace;
  if (!workspace) return findModule(process, process.cwd);
  const named = packages[0]?.replace(/\/?\.\.\.$/, '') ?? '.';
  const path = /^\.{0,2}(\/|$)|^\.$/.test(named) && process.peek(named) ? process.locate(named).path : process.cwd;
  const holds = ({ root }: Module) => path === root || path.startsWith(`${root}/`);
  const byPath = workspace.modules.find((one) => named === one.path || named.startsWith(`${one.path}/`));
  const main = byPath ?? workspace.modules.filter(holds).sort((a, b) => b.root.length - a.root.length)[0];
  if (main) return inWorkspace(process, workspace, main);
  if (packages.length === 0 && workspace.modules[0]) return inWorkspace(process, workspace, workspace.modules[0]);
  return { error: findModule(process, path) ? 'current directory is contained in a module that is not one of the workspace modules listed in go.work. You can add the module to the workspace using:\n\tgo work use .' : `pattern ${packages[0] ?? '.'}: directory prefix ${named} does not contain modules listed in go.work or their selected dependencies` };
}

/** `go run`: compiles as `go build` does; what the program does then is not simulated. */
function runProgram(run: Run): number {
  const { process, settings } = run;
  const at = run.args.findIndex((arg) => !arg.startsWith('-'));
  const remote = /^[^./][^@]*@/.test(run.args[at] ?? '');
  if (!remote) {
    const files = run.args.slice(at).findIndex((arg) => !arg.endsWith('.go'));
    const prepared = prepare({ ...run, args: run.args.slice(0, at + Math.max(1, files < 0 ? run.args.length : files)) });
    if (typeof prepared === 'number') return prepared;
    const { module, load, flags } = prepared;
    const done = compile(process, module, load, flags, settings);
    note(process, (LOAD + done.time + LINK) * emulation(process), done.bytes, BUILD_BASIS);
  }
  return notSimulated(process, 'go', `What ${run.args[at] ?? 'the program'} does when it is run`);
}

type Prepared = { readonly module: Module; readonly load: Load; readonly flags: Flags } | number;

/** Loads packages, downloads what is missing; an exit code where that fails. */
function prepare({ process, args, settings }: Run, tests = false): Prepared {
  const flags = parseFlags(args, process.env.get('GOFLAGS'));
  const module = moduleAt(process, flags.packages);
  if (module && 'error' in module) return fail(process, module.error);
  if (!module) {
    const files = flags.packages.length > 0 && flags.packages.every((one) => one.endsWith('.go'));
    if (!files) return fail(process, `go: ${NO_MODULE}`);
  }
  const known = module ?? { root: process.cwd, path: 'command-line-arguments', goVersion: undefined, requires: [], sums: new Map<string, string>() };
  const load = loadPackages(process, known, flags, settings, tests);
  const vendored = flags.values.get('mod') === 'vendor' || (known.root !== '' && process.peek(`${known.root}/vendor/modules.txt`) !== undefined);
  const missing = vendored ? [] : missingModules(process, known, settings);
  if (missing.length > 0 && (!('error' in load) || !load.error.includes('go.sum'))) {
    if (process.machine.request.network !== 'none') for (const { path, version } of missing) process.err(`go: downloading ${path} ${version}\n`);
    const failed = download(process, missing, settings, known.requires.length);
    if (failed !== undefined) return failed;
  }
  if ('error' in load) return fail(process, load.error);
  return { module: known, load, flags };
}

function build(run: Run): number {
  const { process, settings } = run;
  const prepared = prepare(run);
  if (typeof prepared === 'number') return prepared;
  const { module, load, flags } = prepared;
  const out = flags.values.get('o');
  const mains = load.roots.filter((one) => one.name === 'main');
  if (out !== undefined && load.roots.length > 1 && !isDirectory(process, out)) return fail(process, 'go: cannot write multiple packages to non-directory ' + out);
  const work = compile(process, module, load, flags, settings);
  let bytes = 0;
  if (out !== undefined || load.roots.length === 1) {
    for (const { importPath } of mains) {
      const name = binaryName(importPath, module, flags) + (settings.os === 'windows' ? '.exe' : '');
      const path = out === undefined ? name : isDirectory(process, out) ? `${out.replace(/\/$/, '')}/${name}` : out;
      const size = binarySize(load, flags);
      writeDescribed(process, path, size, binarySeed(process, module, load, importPath, flags, settings), 0o755);
      bytes += size;
    }
  }
  note(process, (LOAD + work.time + (mains.length > 0 ? LINK : 0)) * emulation(process), bytes + work.bytes, BUILD_BASIS);
  return 0;
}

function isDirectory(process: Process, path: string): boolean {
  return path.endsWith('/') || process.peek(path)?.type === 'dir';
}

function binaryName(importPath: string, module: Module, flags: Flags): string {
  if (importPath === 'command-line-arguments') return flags.packages[0]!.split('/').at(-1)!.replace(/\.go$/, '');
  const parts = importPath.split('/').filter((part, i) => i === 0 || !/^v\d+$/.test(part));
  return parts.at(-1) || module.path;
}

/** `go install`, of packages here and of `path@version` from elsewhere. */
function install(run: Run): number {
  const { process, settings, args } = run;
  const bin = process.env.get('GOBIN') || `${settings.path}/bin`;
  const remote = args.filter((arg) => /^[^-].*@/.test(arg));
  if (remote.length > 0) {
    if (process.machine.request.network === 'none') return download(process, [{ path: remote[0]!.split('@')[0]!, version: 'latest' }], settings) ?? 1;
    let bytes = 0;
    for (const one of remote) {
      const [path = '', version = 'latest'] = one.split('@');
      process.err(`go: downloading ${path} ${version}\n`);
      writeDescribed(process, `${bin}/${binaryName(path, { path } as Module, { values: new Map(), packages: [] })}`, 9_500_000, `go install ${one} ${settings.version} ${settings.os}/${settings.arch}`, 0o755);
      bytes += 9_500_000;
    }
    note(process, 9_000 * remote.length * emulation(process), bytes, 'A tool with some dependencies, downloaded and compiled: estimated.');
    return 0;
  }
  const prepared = prepare(run);
  if (typeof prepared === 'number') return prepared;
  return build({ ...run, args: ['-o', `${bin}/`, ...args] });
}

function runTests(run: Run): number {
  const { process, settings } = run;
  const prepared = prepare(run, true);
  if (typeof prepared === 'number') return prepared;
  const { module, load, flags } = prepared;
  const work = compile(process, module, load, flags, settings);
  const tested = load.roots.filter((one) => one.hasTests);
  note(process, (LOAD + work.time + tested.length * 700) * emulation(process), work.bytes, `${BUILD_BASIS} Tests are taken to pass.`);
  for (const { importPath, hasTests } of load.roots) {
    process.out(hasTests ? `ok  \t${importPath}\t0.004s\n` : `?   \t${importPath}\t[no test files]\n`);
  }
  return 0;
}

function vet(run: Run): number {
  const prepared = prepare(run, true);
  if (typeof prepared === 'number') return prepared;
  const { module, load, flags } = prepared;
  const work = compile(run.process, module, load, flags, run.settings);
  note(run.process, (LOAD + work.time) * emulation(run.process), work.bytes, `${BUILD_BASIS} Nothing is taken to be found.`);
  return 0;
}
