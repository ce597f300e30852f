/** The files of a Go package that a build reads, and what they import and embed. */
import { contentSha256 } from '../../../fs/index.ts';
import { compilePattern, matches } from '../../shell/glob.ts';
import { contentOf } from '../../system/reading.ts';
import type { Process } from '../../system/process.ts';
import type { Settings } from './settings.ts';

export interface Import {
  readonly path: string;
  /** `main.go:5:2` */
  readonly place: string;
}

export interface Package {
  readonly dir: string;
  readonly name: string;
  readonly imports: readonly Import[];
  /** Name and digest of every file that is read, embedded ones too. */
  readonly inputs: readonly string[];
  readonly bytes: number;
  /** A pattern of `//go:embed` that matches nothing. */
  readonly missingEmbed?: { readonly pattern: string; readonly place: string };
  readonly hasTests: boolean;
}

const SYSTEMS = new Set(['aix', 'android', 'darwin', 'dragonfly', 'freebsd', 'illumos', 'ios', 'js', 'linux', 'netbsd', 'openbsd', 'plan9', 'solaris', 'wasip1', 'windows']);
const ARCHITECTURES = new Set(['386', 'amd64', 'arm', 'arm64', 'loong64', 'mips', 'mips64', 'mips64le', 'mipsle', 'ppc64', 'ppc64le', 'riscv64', 's390x', 'wasm']);
const UNIX = new Set(['aix', 'android', 'darwin', 'dragonfly', 'freebsd', 'illumos', 'ios', 'linux', 'netbsd', 'openbsd', 'solaris']);

/** Reads the package in a directory; undefined where it has no Go files for this system. */
export function readPackage(process: Process, dir: string, settings: Settings, options: { tags: readonly string[]; tests: boolean; only?: readonly string[] }): Package | undefined {
  const names = options.only ?? process.directory(dir || '/').names();
  const imports: Import[] = [];
  const inputs: string[] = [];
  let bytes = 0;
  let packageName = '';
  let hasTests = false;
  let missingEmbed: Package['missingEmbed'];
  for (const name of names) {
    if (!/^[^._].*\.(go|s|c|h|cc|cpp|S|syso)$/.test(name)) continue;
    const inode = process.peek(`${dir}/${name}`);
    if (inode?.type !== 'file') continue;
    process.limits.step();
    const isTest = name.endsWith('_test.go');
    hasTests ||= isTest;
    if (isTest && !options.tests) continue;
    if (!options.only && !fitsName(name, settings)) continue;
    if (!name.endsWith('.go')) {
      if (settings.cgo || name.endsWith('.s')) inputs.push(`${name} ${contentSha256(inode.content)}`);
      continue;
    }
    const text = process.readFile(`${dir}/${name}`);
    const header = readHeader(text, `${relative(process.cwd, dir)}${name}`);
    if (!fitsConstraint(header.constraint, settings, options.tags)) continue;
    if (header.imports.some((one) => one.path === 'C') && !settings.cgo) continue;
    if (!isTest) packageName = header.name;
    imports.push(...header.imports);
    bytes += text.length;
    inputs.push(`${name} ${contentSha256(inode.content)}`);
    for (const { pattern, place } of header.embeds) {
      const files = matchEmbed(process, dir, pattern);
      if (files.length === 0) missingEmbed ??= { pattern, place };
      inputs.push(...files.map((path) => `embed ${path} ${contentOf(process, `${dir}/${path}`)}`));
    }
  }
  if (packageName === '' && !hasTests) return undefined;
  return { dir, name: packageName, imports, inputs, bytes, hasTests, ...(missingEmbed && { missingEmbed }) };
}

/** `dir` as it is seen from `cwd`, with a slash at its end, as go prints places. */
function relative(cwd: string, dir: string): string {
  if (dir === cwd) return '';
  const prefix = cwd === '/' ? '/' : `${cwd}/`;
  return dir.startsWith(prefix) ? `${dir.slice(prefix.length)}/` : `${dir}/`;
}

/** `name_linux_amd64.go` */
function fitsName(name: string, settings: Settings): boolean {
  const parts = name.replace(/\.[^.]*$/, '').replace(/_test$/, '').split('_').slice(1);
  const [a, b] = parts.slice(-2);
  const last = b ?? a;
  if (last === undefined) return true;
  if (ARCHITECTURES.has(last)) return last === settings.arch && (b === undefined || !SYSTEMS.has(a!) || a === settings.os);
  return !SYSTEMS.has(last) || last === settings.os;
}

interface Header {
  readonly name: string;
  readonly constraint: string | undefined;
  readonly imports: readonly Import[];
  readonly embeds: readonly { readonly pattern: string; readonly place: string }[];
}

function readHeader(text: string, file: string): Header {
  const imports: Import[] = [];
  const embeds: { pattern: string; place: string }[] = [];
  let constraint: string | undefined;
  let name = '';
  let block = false;
  let comment = false;
  let importing = true;
  text.split('\n').forEach((raw, i) => {
    const embed = /^\/\/go:embed\s+(.*)$/.exec(raw);
    if (embed) {
      for (const match of embed[1]!.matchAll(/"([^"]*)"|`([^`]*)`|(\S+)/g)) embeds.push({ pattern: match[1] ?? match[2] ?? match[3]!, place: `${file}:${i + 1}:${11 + match.index + 1}` });
      return;
    }
    if (!importing) return;
    if (name === '') constraint ??= /^\/\/go:build\s+(.*)$/.exec(raw)?.[1];
    if (comment) {
      if (!raw.includes('*/')) return;
      comment = false;
      raw = raw.slice(raw.indexOf('*/') + 2);
    }
    const line = raw.replace(/\/\/(?=(?:[^"]*"[^"]*")*[^"]*$).*/, '').replace(/\/\*.*?\*\//g, '');
    if (line.includes('/*')) comment = true;
    if (line.trim() === '') return;
    if (name === '') {
      name = /^\s*package\s+(\w+)/.exec(line)?.[1] ?? '';
      return;
    }
    const add = (source: string) => {
      for (const match of source.matchAll(/["`]([^"`]+)["`]/g)) imports.push({ path: match[1]!, place: `${file}:${i + 1}:${raw.indexOf(match[0]) + 1}` });
    };
    if (block) {
      add(line);
      if (line.includes(')')) block = false;
    } else if (/^\s*import\b/.test(line)) {
      add(line);
      block = line.includes('(') && !line.includes(')');
    } else if (/^\s*(func|type|var|const)\b/.test(line)) importing = false;
  });
  return { name, constraint, imports, embeds };
}

/** Whether a `//go:build` expression holds. */
function fitsConstraint(expression: string | undefined, settings: Settings, tags: readonly string[]): boolean {
  if (expression === undefined) return true;
  const tokens = expression.match(/&&|\|\||[!()]|[\w.]+/g) ?? [];
  let at = 0;
  const holds = (tag: string) =>
    tag === settings.os || tag === settings.arch || tags.includes(tag) || tag === 'gc' || (tag === 'unix' && UNIX.has(settings.os)) || (tag === 'cgo' && settings.cgo) || /^go1\.\d+$/.test(tag);
  const either = (): boolean => {
    let value = both();
    while (tokens[at] === '||') {
      at++;
      const right = both();
      value ||= right;
    }
    return value;
  };
  const both = (): boolean => {
    let value = one();
    while (tokens[at] === '&&') {
      at++;
      const right = one();
      value &&= right;
    }
    return value;
  };
  const one = (): boolean => {
    const token = tokens[at++];
    if (token === undefined || at > 500) return false;
    if (token === '!') return !one();
    if (token !== '(') return holds(token);
    const value = either();
    at++;
    return value;
  };
  return either();
}

/** Files below `dir` that an embed pattern names: a file, a glob, or a directory without what begins with `.` or `_`. */
function matchEmbed(process: Process, dir: string, pattern: string): string[] {
  const all = pattern.startsWith('all:');
  const parts = (all ? pattern.slice(4) : pattern).split('/');
  let found = [''];
  for (const part of parts) {
    const compiled = compilePattern(part);
    found = found.flatMap((base) => {
      const inode = process.peek(`${dir}/${base}`);
      return inode?.type === 'dir' ? inode.names().filter((name) => matches(compiled, name)).map((name) => (base ? `${base}/${name}` : name)) : [];
    });
  }
  return found.flatMap((path) => below(process, dir, path, all));
}

function below(process: Process, dir: string, path: string, all: boolean): string[] {
  const inode = process.peek(`${dir}/${path}`, false);
  process.limits.step();
  if (inode?.type === 'file') return [path];
  if (inode?.type !== 'dir') return [];
  return inode.names().filter((name) => all || !/^[._]/.test(name)).flatMap((name) => below(process, dir, `${path}/${name}`, all));
}
