/** The graph of modules that bundlers and compilers read: files that import each other, and the packages they name. */
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { contentOf } from '../../system/reading.ts';
import { readJson, textOf } from './json.ts';

export interface Unresolved {
  readonly from: string;
  readonly specifier: string;
  /** 1-based place of the specifier in its file. */
  readonly line: number;
  readonly column: number;
  /** A file that is missing, not a package. */
  readonly relative: boolean;
}

export interface ModuleGraph {
  /** Absolute path → digest of the contents. */
  readonly files: ReadonlyMap<string, string>;
  readonly bytes: number;
  /** Name → version of the packages that are imported. */
  readonly packages: ReadonlyMap<string, string>;
  readonly unresolved: readonly Unresolved[];
}

const ENDINGS = ['', '.ts', '.tsx', '.mts', '.js', '.jsx', '.mjs', '.cjs', '.vue', '.svelte', '.json', '/index.ts', '/index.tsx', '/index.js', '/index.jsx', '/index.mjs'];
const IMPORT = /(?:^|[;\s}])(?:import|export)\s+(?!type\s)(?:[\w*{}\s,$]+?\s+from\s*)?(["'])([^"'\n]+)\1|\b(?:import|require)\(\s*(["'])([^"'\n]+)\3\s*\)|@import\s+(?:url\()?(["'])([^"'\n]+)\5/g;
const HTML = /<(?:script|link|img)\b[^>]*?\b(?:src|href)\s*=\s*(["'])([^"']+)\1/g;
const BUILT_IN = /^(node:|assert$|buffer$|child_process$|cluster$|crypto$|dns$|events$|fs(\/|$)|http2?$|https$|module$|net$|os$|path(\/|$)|perf_hooks$|process$|querystring$|readline$|stream(\/|$)|string_decoder$|timers(\/|$)|tls$|tty$|url$|util(\/|$)|v8$|vm$|worker_threads$|zlib$|bun:|virtual:)/;

/** Follows imports from `entries` (absolute paths). What cannot be read as text is taken in without its imports. */
export function moduleGraph(process: Process, entries: readonly string[], root: string): ModuleGraph {
  const files = new Map<string, string>();
  const packages = new Map<string, string>();
  const unresolved: Unresolved[] = [];
  let bytes = 0;
  const queue = [...entries];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (files.has(path)) continue;
    const inode = process.peek(path);
    if (inode?.type !== 'file') continue;
    process.limits.step(5);
    files.set(path, contentOf(process, path));
    bytes += inode.size;
    if (!inode.isReal || !/\.([cm]?[jt]sx?|vue|svelte|css|scss|html)$/.test(path)) continue;
    const text = process.readFile(path);
    for (const { specifier, at } of specifiers(path, text)) {
      const found = resolve(process, path, specifier, root);
      if (found === undefined) unresolved.push({ from: path, specifier, ...placeOf(text, at), relative: /^[./]/.test(specifier) });
      else if ('file' in found) queue.push(found.file);
      else if ('name' in found) packages.set(found.name, found.version);
    }
  }
  return { files, bytes, packages, unresolved };
}

function specifiers(path: string, text: string): { readonly specifier: string; readonly at: number }[] {
  const html = path.endsWith('.html');
  const bare = html ? text : text.replace(/\/\*[\s\S]*?\*\/|(^|[\s;{}])\/\/[^\n]*/g, (comment, before?: string) => (before ?? '') + ' '.repeat(comment.length - (before ?? '').length));
  return [...bare.matchAll(html ? HTML : IMPORT)].map((match) => {
    const specifier = match[2] ?? match[4] ?? match[6] ?? '';
    return { specifier, at: match.index + match[0].lastIndexOf(specifier) - 1 };
  }).filter(({ specifier }) => !/^(https?:|data:|\/\/|#)/.test(specifier));
}

function placeOf(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at);
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
}

type Resolved = { readonly file: string } | { readonly name: string; readonly version: string } | { readonly builtIn: true };

function resolve(process: Process, from: string, written: string, root: string): Resolved | undefined {
  const specifier = written.replace(/[?#].*$/, '') || written;
  if (BUILT_IN.test(specifier)) return { builtIn: true };
  const dir = from.slice(0, from.lastIndexOf('/'));
  if (specifier.startsWith('.')) return fileAt(process, `${dir}/${specifier}`);
  // What stands in `public` is served as it is.
  if (specifier.startsWith('/')) return fileAt(process, `${root}${specifier}`) ?? (process.peek(`${root}/public${specifier}`) ? { builtIn: true } : undefined);
  const alias = /^[@~]\/(.*)$/.exec(specifier)?.[1];
  if (alias !== undefined) return fileAt(process, `${root}/src/${alias}`) ?? fileAt(process, `${root}/${alias}`);
  return specifier.startsWith('#') || specifier.startsWith('$') ? { builtIn: true } : packageAt(process, dir, specifier) ?? fileAt(process, `${dir}/${specifier}`);
}

function fileAt(process: Process, path: string): { readonly file: string } | undefined {
  const candidates = [...ENDINGS.map((ending) => path + ending), ...(/\.[cm]?jsx?$/.test(path) ? [path.replace(/\.([cm]?)js(x?)$/, '.$1ts$2'), path.replace(/\.jsx?$/, '.tsx')] : [])];
  const found = candidates.find((one) => process.peek(one)?.type === 'file');
  return found === undefined ? undefined : { file: process.locate(found).path };
}

/** A package in the nearest `node_modules`; a folder of the workspace is read as sources. */
function packageAt(process: Process, dir: string, specifier: string): Resolved | undefined {
  const [first = '', second = ''] = specifier.split('/');
  const name = first.startsWith('@') ? `${first}/${second}` : first;
  for (let at = dir; ; at = at.slice(0, at.lastIndexOf('/'))) {
    const found = attempt(() => process.locate(`${at}/node_modules/${name}`)).value;
    if (found?.inode?.type === 'dir') {
      const json = readJson(process, `${found.path}/package.json`);
      const value = json && 'value' in json ? json.value : {};
      if (found.path.includes('/node_modules/')) return { name, version: textOf(value.version) };
      const rest = specifier.slice(name.length);
      return fileAt(process, `${found.path}${rest || `/${entryOf(value)}`}`);
    }
    if (at === '' || at === '/') return undefined;
  }
}

/** `exports` where it is one file, or `module`, or `main`. */
function entryOf(manifest: Readonly<Record<string, unknown>>): string {
  const { exports } = manifest;
  const dot = typeof exports === 'object' && exports !== null ? (exports as Record<string, unknown>)['.'] : exports;
  const conditions = typeof dot === 'object' && dot !== null ? (dot as Record<string, unknown>) : {};
  const one = textOf(dot) || textOf(conditions.import) || textOf(conditions.default) || textOf(manifest.module) || textOf(manifest.main) || 'index.js';
  return one.replace(/^\.\//, '');
}

/** Files below a folder whose names match; `node_modules` and folders with a dot are never looked into. */
export function sourceFiles(process: Process, dir: string, pattern: RegExp): string[] {
  const inode = process.peek(dir);
  process.limits.step();
  if (inode?.type !== 'dir') return [];
  return inode.names().flatMap((name): string[] => {
    const child = process.peek(`${dir}/${name}`, false);
    if (child?.type === 'dir') return name === 'node_modules' || name.startsWith('.') ? [] : sourceFiles(process, `${dir}/${name}`, pattern);
    return child?.type === 'file' && pattern.test(name) ? [`${dir}/${name}`] : [];
  });
}

/** Bytes of a file; 0 for anything else. */
export function fileSize(process: Process, path: string): number {
  const inode = process.peek(path);
  return inode?.type === 'file' ? inode.size : 0;
}
