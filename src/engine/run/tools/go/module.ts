/** `go.mod` and `go.sum`, as far as a build reads them (https://go.dev/ref/mod). */
import type { Process } from '../../system/process.ts';

export interface Requirement {
  readonly path: string;
  readonly version: string;
  /** A replacement: a directory, or another module. */
  readonly replacement?: { readonly path: string; readonly version?: string };
}

export interface Module {
  /** Directory of its go.mod. */
  readonly root: string;
  readonly path: string;
  readonly goVersion: string | undefined;
  readonly requires: readonly Requirement[];
  /** Modules in go.sum, as `path version` and `path version/go.mod`, with their sums. */
  readonly sums: ReadonlyMap<string, string>;
}

/** The module that a directory is in; undefined where no directory above has a go.mod. */
export function findModule(process: Process, from: string): Module | undefined {
  for (let dir = from; ; dir = dir.slice(0, dir.lastIndexOf('/'))) {
    if (process.peek(`${dir}/go.mod`)?.type === 'file') return readModule(process, dir || '/');
    if (dir === '' || dir === '/') return undefined;
  }
}

/** The module whose go.mod lies in a directory. */
export function readModule(process: Process, root: string): Module {
  const base = root === '/' ? '' : root;
  const directives = parseDirectives(process.readFile(`${base}/go.mod`));
  const replaced = new Map<string, Requirement['replacement']>();
  for (const [verb, ...words] of directives) {
    const arrow = words.indexOf('=>');
    const [path, version] = words.slice(arrow + 1);
    if (verb === 'replace' && arrow > 0 && path) replaced.set(words[0]!, version === undefined ? { path } : { path, version });
  }
  const requires = directives
    .filter(([verb, path, version]) => verb === 'require' && path && version)
    .map(([, path = '', version = '']) => {
      const replacement = replaced.get(path);
      return replacement ? { path, version, replacement } : { path, version };
    });
  const first = (verb: string) => directives.find(([name]) => name === verb)?.[1];
  return { root: base, path: first('module') ?? '', goVersion: first('go'), requires, sums: readSums(process, `${base}/go.sum`) };
}

/** The sums of a go.sum or go.work.sum, by `path version`; none where it is missing. */
export function readSums(process: Process, path: string): Map<string, string> {
  const sums = new Map<string, string>();
  if (process.peek(path)?.type !== 'file') return sums;
  for (const line of process.readFile(path).split('\n')) {
    const [name, version, sum] = line.trim().split(/\s+/);
    if (name && version && sum) sums.set(`${name} ${version}`, sum);
  }
  return sums;
}

/** Lines of a go.mod as words, blocks unfolded, comments left out. */
export function parseDirectives(text: string): string[][] {
  const directives: string[][] = [];
  let block: string | undefined;
  for (const raw of text.split('\n')) {
    const words = raw.replace(/\/\/.*/, '').trim().split(/\s+/).filter((word) => word !== '').map((word) => word.replace(/^["`](.*)["`]$/, '$1'));
    if (words.length === 0) continue;
    if (block !== undefined) {
      if (words[0] === ')') block = undefined;
      else directives.push([block, ...words]);
    } else if (words[1] === '(') block = words[0]!;
    else directives.push(words);
  }
  return directives;
}

/** The required module that provides a package: the longest path that begins its import path. */
export function providerOf(module: Module, importPath: string): Requirement | undefined {
  return module.requires
    .filter(({ path }) => importPath === path || importPath.startsWith(`${path}/`))
    .reduce<Requirement | undefined>((best, one) => (best && best.path.length >= one.path.length ? best : one), undefined);
}

/** Path and version that are really fetched. */
export function fetched({ path, version, replacement }: Requirement): { readonly path: string; readonly version: string } | undefined {
  if (!replacement) return { path, version };
  return replacement.version === undefined ? undefined : { path: replacement.path, version: replacement.version };
}
