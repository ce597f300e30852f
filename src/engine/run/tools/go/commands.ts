/** `go list`, `generate`, `clean`, `fmt`, `get` and `work`: what they read, and the few files that they write. */
import { sha256 } from '../../../fs/index.ts';
import { searchPath } from '../../shell/search.ts';
import type { Process } from '../../system/process.ts';
import { notSimulated } from '../model.ts';
import { remove } from '../rm.ts';
import { importPathOf, tree } from './build.ts';
import type { Module } from './module.ts';
import { readPackage } from './sources.ts';
import type { Settings } from './settings.ts';

interface Command {
  readonly process: Process;
  readonly args: readonly string[];
  readonly settings: Settings;
}

/** Directories of the packages that patterns name. */
function directories(process: Process, patterns: readonly string[]): string[] {
  return (patterns.length > 0 ? patterns : ['.']).flatMap((pattern) => {
    const path = pattern.replace(/\/?\.\.\.$/, '') || '.';
    if (process.peek(path)?.type !== 'dir') return [];
    const dir = process.locate(path).path;
    return pattern.endsWith('...') ? tree(process, dir) : [dir];
  });
}

/** `go list`: import paths of packages; with `-m`, modules and their versions. */
export function list({ process, args, settings }: Command, module: Module): number {
  const format = args.find((arg) => arg === '-json' || arg.startsWith('-f') || arg === '-deps');
  if (format !== undefined) return notSimulated(process, 'go', `go list ${format}`);
  const named = args.filter((arg) => !arg.startsWith('-'));
  if (args.includes('-m')) {
    process.out(`${module.path}\n`);
    if (named.includes('all')) for (const { path, version } of module.requires) process.out(`${path} ${version}\n`);
    return 0;
  }
  const found = directories(process, named).filter((dir) => readPackage(process, dir, settings, { tags: [], tests: true }));
  for (const dir of found) process.out(`${importPathOf(module, dir)}\n`);
  return 0;
}

/** `go generate`: runs the commands that files of the packages name, each in its directory. */
export function generate({ process, args }: Command): number {
  const shown = args.includes('-x') || args.includes('-n');
  for (const dir of directories(process, args.filter((arg) => !arg.startsWith('-')))) {
    const inode = process.directory(dir);
    for (const file of inode.names().filter((name) => name.endsWith('.go'))) {
      const text = process.readFile(`${dir}/${file}`);
      const name = /^package\s+(\w+)/m.exec(text)?.[1] ?? '';
      for (const [i, line] of text.split('\n').entries()) {
        const source = /^\/\/go:generate\s+(.*)$/.exec(line)?.[1];
        if (source === undefined) continue;
        process.limits.step(20);
        const child = process.fork();
        child.cwd = dir;
        for (const [variable, value] of [['GOFILE', file], ['GOLINE', String(i + 1)], ['GOPACKAGE', name]] as const) child.env.set(variable, value);
        const words = (source.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replace(/^"(.*)"$/, '$1').replace(/\$\{?(\w+)\}?/g, (_, variable: string) => child.env.get(variable) ?? ''));
        if (shown) process.err(`${words.join(' ')}\n`);
        if (args.includes('-n')) continue;
        const found = searchPath(child, words[0] ?? '');
        const place = `${dir === process.cwd ? '' : `${dir.slice(process.cwd.length + 1)}/`}${file}:${i + 1}`;
        if (!('path' in found)) {
          process.err(`${place}: running "${words[0]}": exec: "${words[0]}": executable file not found in $PATH\n`);
          return 1;
        }
        const code = process.limits.nested(() => process.launch(child, words, found.path));
        if (code !== 0) {
          process.err(`${place}: running "${words[0]}": exit status ${code}\n`);
          return 1;
        }
      }
    }
  }
  return 0;
}

/** `go clean`: takes the caches away that it is told to. */
export function clean({ process, args, settings }: Command): number {
  for (const [flag, dir] of [['-cache', settings.buildCache], ['-modcache', settings.moduleCache]] as const) {
    const inode = process.peek(dir);
    if (!args.includes(flag) || inode?.type !== 'dir') continue;
    for (const name of inode.names()) remove(process, `${dir}/${name}`, true, true);
  }
  return 0;
}

/** `go get path@version`: writes the requirement to go.mod and its sums, which stand in for the real ones. */
export function get({ process, args }: Command, module: Module): number {
  const wanted = args.filter((arg) => !arg.startsWith('-')).map((arg) => arg.split('@'));
  if (wanted.length === 0 || wanted.some(([, version]) => !version?.startsWith('v'))) return notSimulated(process, 'go', 'go get without a version');
  const path = `${module.root}/go.mod`;
  for (const [name = '', version = ''] of wanted) {
    const before = module.requires.find((one) => one.path === name);
    if (before?.version === version) continue;
    const text = process.readFile(path);
    if (before) process.writeFile(path, text.replace(`${name} ${before.version}`, `${name} ${version}`));
    else process.writeFile(path, `${text.trimEnd()}\n\nrequire ${name} ${version}\n`);
    const sums = process.peek(`${module.root}/go.sum`) ? process.readFile(`${module.root}/go.sum`) : '';
    const sum = (part: string) => `h1:${sha256(`${name} ${version}${part}`).slice(7, 50)}=`;
    process.writeFile(`${module.root}/go.sum`, `${sums}${name} ${version} ${sum('')}\n${name} ${version}/go.mod ${sum('/go.mod')}\n`);
    process.err(before ? `go: upgraded ${name} ${before.version} => ${version}\n` : `go: added ${name} ${version}\n`);
  }
  return 0;
}

/** `go work`: `init` and `use` write go.work. */
export function work({ process, args, settings }: Command): number {
  const [verb, ...dirs] = args;
  const uses = (paths: readonly string[]) => paths.map((path) => (path === '.' || path.startsWith('.') || path.startsWith('/') ? path : `./${path}`));
  if (verb === 'init') {
    if (process.peek('go.work')) return process.fail(`${process.cwd}/go.work already exists`);
    process.writeFile('go.work', `go ${settings.version.replace(/^go/, '')}\n${uses(dirs).map((dir) => `\nuse ${dir}\n`).join('')}`);
    return 0;
  }
  if (verb === 'use') {
    if (!process.peek('go.work')) return process.fail('no go.work file found\n\t(run \'go work init\' first or specify path using GOWORK environment variable)');
    process.writeFile('go.work', `${process.readFile('go.work').trimEnd()}\n${uses(dirs).map((dir) => `\nuse ${dir}\n`).join('')}`);
    return 0;
  }
  return verb === 'sync' || verb === 'vendor' ? notSimulated(process, 'go', `go work ${verb}`) : process.fail(`work ${verb ?? ''}: unknown command\nRun 'go help work' for usage.`, 2);
}
