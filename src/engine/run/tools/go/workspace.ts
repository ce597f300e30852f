/** `go.work`: modules that are built together (https://go.dev/ref/mod#workspaces). */
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { parseDirectives, readModule, readSums } from './module.ts';
import type { Module, Requirement } from './module.ts';

export interface Workspace {
  /** Directory of its go.work. */
  readonly root: string;
  readonly modules: readonly Module[];
  readonly goVersion: string | undefined;
}

/** The workspace that a directory is in; undefined where there is none or GOWORK is off; go's words where a module of it is missing. */
export function findWorkspace(process: Process, from: string): Workspace | { readonly error: string } | undefined {
  if (process.env.get('GOWORK') === 'off') return undefined;
  for (let dir = from; ; dir = dir.slice(0, dir.lastIndexOf('/'))) {
    const text = attempt(() => process.readFile(`${dir}/go.work`)).value;
    if (text !== undefined) return readWorkspace(process, dir === '/' ? '' : dir, text);
    if (dir === '' || dir === '/') return undefined;
  }
}

function readWorkspace(process: Process, root: string, text: string): Workspace | { readonly error: string } {
  const directives = parseDirectives(text);
  const modules: Module[] = [];
  for (const [verb, path = '.'] of directives) {
    if (verb !== 'use') continue;
    const dir = path.startsWith('/') ? path : process.locate(`${root}/${path}`).path;
    if (process.peek(`${dir}/go.mod`)?.type !== 'file') {
      const shown = path.replace(/^\.\//, '');
      return { error: `go: cannot load module ${shown} listed in go.work file: open ${shown === '.' ? '' : `${shown}/`}go.mod: no such file or directory` };
    }
    modules.push(readModule(process, dir));
  }
  return { root, modules, goVersion: directives.find(([verb]) => verb === 'go')?.[1] };
}

/** A module of a workspace with what the others bring: their packages from their directories, their requirements and sums. */
export function inWorkspace(process: Process, { root, modules }: Workspace, main: Module): Module {
  const own = new Set(modules.map(({ path }) => path));
  const others = modules.filter((one) => one !== main).map((one): Requirement => ({ path: one.path, version: 'v0.0.0', replacement: { path: one.root || '/' } }));
  const required = new Map<string, Requirement>();
  for (const one of modules.flatMap(({ requires }) => requires)) {
    const known = required.get(one.path);
    if (!own.has(one.path) && (!known || newer(one.version, known.version))) required.set(one.path, one);
  }
  const sums = new Map([...modules.flatMap((one) => [...one.sums]), ...readSums(process, `${root}/go.work.sum`)]);
  return { ...main, requires: [...others, ...required.values()], sums };
}

/** Whether a version is later: the highest that any module asks for is taken. */
function newer(a: string, b: string): boolean {
  const [left, right] = [a, b].map((version) => version.replace(/^v/, '').split(/[.+-]/).map(Number));
  for (let i = 0; i < 3; i++) if (left![i] !== right![i]) return (left![i] ?? 0) > (right![i] ?? 0);
  return false;
}
