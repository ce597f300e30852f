/**
 * `go build`: which packages are compiled, what the binary is. The binary is described content whose seed is a digest of
 * exactly what the compiler and linker read, so that the same sources give the same bytes and a README changes nothing.
 */
import { sha256 } from '../../../fs/index.ts';
import { toText } from '../../system/byte-string.ts';
import { contentOf } from '../../system/reading.ts';
import type { Process } from '../../system/process.ts';
import type { Flags } from './flags.ts';
import { fetched, providerOf } from './module.ts';
import type { Module, Requirement } from './module.ts';
import { readPackage } from './sources.ts';
import type { Package } from './sources.ts';
import type { Settings } from './settings.ts';
import { moduleSize } from './sizes.ts';

export interface Load {
  /** Named on the command line, with their import paths. */
  readonly roots: readonly (Package & { readonly importPath: string })[];
  /** Those and all packages of the module that they import. */
  readonly packages: ReadonlyMap<string, Package>;
  /** Modules whose packages are imported. */
  readonly modules: readonly Requirement[];
  readonly standard: ReadonlySet<string>;
}

/** Error of loading: go's words, without a newline. */
export type LoadResult = Load | { readonly error: string };

/** Finds the packages that a command works on and everything they import. */
export function loadPackages(process: Process, module: Module, flags: Flags, settings: Settings, tests = false): LoadResult {
  const tags = (flags.values.get('tags') ?? '').split(/[ ,]+/);
  const options = { tags, tests };
  const roots: (Package & { importPath: string })[] = [];
  const patterns = flags.packages.length > 0 ? flags.packages : ['.'];
  if (patterns.every((one) => one.endsWith('.go'))) {
    const files = patterns.map((one) => process.locate(one));
    const missing = patterns.find((_, i) => !files[i]!.inode);
    if (missing) return { error: `no required module provides package ${missing}; to add it:\n\tgo get ${missing}` };
    const dir = files[0]!.path.slice(0, files[0]!.path.lastIndexOf('/'));
    const found = readPackage(process, dir, settings, { ...options, only: files.map((one) => one.path.slice(dir.length + 1)) });
    if (found) roots.push({ ...found, importPath: 'command-line-arguments' });
  } else {
    for (const pattern of patterns) {
      const dirs = directoriesOf(process, module, pattern);
      if ('error' in dirs) return dirs;
      for (const dir of dirs.dirs) {
        const found = readPackage(process, dir, settings, options);
        if (found) roots.push({ ...found, importPath: importPathOf(module, dir) });
        else if (!pattern.endsWith('...')) return { error: dirs.dirs.length === 1 && dir === process.cwd ? `no Go files in ${toText(dir || '/')}` : `package ${importPathOf(module, dir)}: no Go files in ${toText(dir)}` };
      }
      if (roots.length === 0) return { error: `go: warning: "${pattern}" matched no packages\nno packages to build` };
    }
  }
  return closure(process, module, roots, settings, options, flags);
}

function closure(process: Process, module: Module, roots: Load['roots'], settings: Settings, options: { tags: readonly string[]; tests: boolean }, flags: Flags): LoadResult {
  const packages = new Map<string, Package>(roots.map((one) => [one.importPath, one]));
  const modules = new Map<string, Requirement>();
  const standard = new Set<string>();
  const errors: string[] = [];
  const queue: Package[] = [...roots];
  const vendored = flags.values.get('mod') === 'vendor' || (flags.values.get('mod') === undefined && process.peek(`${module.root}/vendor/modules.txt`) !== undefined);
  for (let current = queue.shift(); current; current = queue.shift()) {
    process.limits.step(5);
    if (current.missingEmbed) errors.push(`${current.missingEmbed.place}: pattern ${current.missingEmbed.pattern}: no matching files found`);
    for (const { path, place } of current.imports) {
      if (path === 'C' || path === 'unsafe' || packages.has(path)) continue;
      const local = path === module.path || path.startsWith(`${module.path}/`);
      const provider = local ? undefined : providerOf(module, path);
      const dir = local ? module.root + path.slice(module.path.length) : provider && localDir(module, provider, path);
      if (dir !== undefined || (vendored && provider)) {
        const where = vendored && !local ? `${module.root}/vendor/${path}` : dir!;
        const found = process.peek(where)?.type === 'dir' ? readPackage(process, where, settings, { ...options, tests: false }) : undefined;
        if (found) {
          packages.set(path, found);
          queue.push(found);
        } else if (process.peek(where)?.type === 'dir') errors.push(`${place}: no required module provides package ${path}; to add it:\n\tgo get ${path}`);
        else if (vendored && !local) errors.push(`${place}: cannot find module providing package ${path}: import lookup disabled by -mod=vendor`);
        else errors.push(`${place}: no required module provides package ${path}; to add it:\n\tgo get ${path}`);
      } else if (provider) {
        if (!hasSum(module, provider)) errors.push(`${place}: missing go.sum entry for module providing package ${path} (imported by ${importPathOf(module, current.dir)}); to add:\n\tgo get ${importPathOf(module, current.dir)}`);
        modules.set(provider.path, provider);
      } else if (path.split('/')[0]!.includes('.')) errors.push(`${place}: no required module provides package ${path}; to add it:\n\tgo get ${path}`);
      else standard.add(path);
    }
  }
  if (errors.length > 0) return { error: errors.join('\n') };
  return { roots, packages, modules: [...modules.values()], standard };
}

/** Directory of a package of a module that is replaced by a local directory. */
function localDir(module: Module, provider: Requirement, path: string): string | undefined {
  const { replacement } = provider;
  if (!replacement || replacement.version !== undefined) return undefined;
  const base = replacement.path.startsWith('/') ? replacement.path : `${module.root}/${replacement.path}`;
  return base + path.slice(provider.path.length);
}

function hasSum(module: Module, requirement: Requirement): boolean {
  const wanted = fetched(requirement);
  return !wanted || module.sums.has(`${wanted.path} ${wanted.version}`);
}

/** Import path of the package in a directory of a module. */
export function importPathOf(module: Module, dir: string): string {
  return dir === module.root ? module.path : `${module.path}${dir.slice(module.root.length)}`;
}

function directoriesOf(process: Process, module: Module, pattern: string): { readonly dirs: readonly string[] } | { readonly error: string } {
  const all = pattern.endsWith('...');
  const start = all ? pattern.slice(0, -3).replace(/\/$/, '') || '.' : pattern;
  const isPath = /^(\.{1,2}(\/|$)|\/)/.test(start);
  if (!isPath && start !== module.path && !start.startsWith(`${module.path}/`)) {
    const reason = start.split('/')[0]!.includes('.') ? `no required module provides package ${start}; to add it:\n\tgo get ${start}` : `package ${start} is not in std (/usr/local/go/src/${start})`;
    return { error: reason };
  }
  const place = process.peek(isPath ? start : module.root + start.slice(module.path.length));
  const path = place && process.locate(isPath ? start : module.root + start.slice(module.path.length)).path;
  if (place?.type !== 'dir' || path === undefined) return { error: isPath ? `stat ${toText(process.cwd === '/' ? '' : process.cwd)}/${start.replace(/^\.\//, '')}: directory not found` : `no required module provides package ${start}; to add it:\n\tgo get ${start}` };
  return { dirs: all ? tree(process, path) : [path === '/' ? '' : path] };
}

/** A directory and those below it that may be packages of the same module. */
export function tree(process: Process, dir: string): string[] {
  process.limits.step();
  const inode = process.find(dir);
  if (inode.type !== 'dir') return [];
  const below = inode.names().filter((name) => !/^[._]/.test(name) && name !== 'testdata' && name !== 'vendor');
  const dirs = below.filter((name) => process.peek(`${dir}/${name}`, false)?.type === 'dir' && !process.peek(`${dir}/${name}/go.mod`));
  return [dir, ...dirs.flatMap((name) => tree(process, `${dir}/${name}`))];
}

/** What decides the bytes of a compiled package, apart from its own files. */
export function toolchainKey(module: Module, settings: Settings, flags: Flags): string {
  const chosen = ['asmflags', 'buildmode', 'gcflags', 'race', 'tags', 'trimpath', 'cover'].map((name) => `${name}=${flags.values.get(name) ?? ''}`);
  const trimmed = flags.values.has('trimpath');
  return [settings.version, settings.os, settings.arch, settings.cgo, module.goVersion ?? '', ...chosen, trimmed ? '' : module.root].join('\n');
}

/** Key of a package in the build cache. */
export function packageKey(importPath: string, one: Package, toolchain: string): string {
  return sha256([toolchain, importPath, ...one.inputs].join('\n'));
}

/** Seed of a binary: everything that its bytes depend on. */
export function binarySeed(process: Process, module: Module, load: Load, importPath: string, flags: Flags, settings: Settings): string {
  const toolchain = toolchainKey(module, settings, flags);
  const requires = module.requires.map((one) => `${one.path} ${one.version} ${one.replacement?.path ?? ''} ${module.sums.get(`${one.path} ${one.version}`) ?? ''}`);
  const packages = [...load.packages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, one]) => packageKey(path, one, toolchain));
  return sha256(['go binary', toolchain, module.path, importPath, flags.values.get('ldflags') ?? '', ...requires, ...packages, versionControl(process, module, flags)].join('\n'));
}

/**
 * The VCS stamp of a repository at the module root, where there is a `git` to ask: its head. `vcs.modified` is true in
 * images, where tracked files are missing (an ignore file leaves them out), and so it is taken here.
 */
function versionControl(process: Process, module: Module, flags: Flags): string {
  if (flags.values.get('buildvcs') === 'false' || !process.peek(`${module.root}/.git`)) return '';
  if (!process.peek('/usr/bin/git') && !process.peek('/usr/local/bin/git')) return '';
  const refs = ['HEAD', 'refs/heads', 'packed-refs'].map((name) => contentOf(process, `${module.root}/.git/${name}`));
  return `vcs ${refs.join(' ')} modified=true`;
}

/** Bytes of a binary: the runtime, what the standard library and the modules add, the program's own code. */
export function binarySize(load: Load, flags: Flags): number {
  let size = 1_450_000;
  if (load.standard.has('fmt') || load.standard.has('log')) size += 650_000;
  if (load.standard.has('net/http')) size += 5_200_000;
  else if ([...load.standard].some((path) => path.startsWith('crypto/tls') || path === 'net')) size += 2_200_000;
  if (load.standard.has('encoding/json')) size += 600_000;
  for (const { path } of load.modules) size += Math.min(6_000_000, moduleSize(path).unpacked * 0.4);
  for (const one of load.packages.values()) size += one.bytes * 3;
  const stripped = /(^|\s)-s(\s|$)/.test(flags.values.get('ldflags') ?? '');
  return Math.round(size * (stripped ? 0.68 : 1));
}
