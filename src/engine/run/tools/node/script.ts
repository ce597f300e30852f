/** Scripts of `package.json`: run by a shell, with the commands of the installed packages first on the path. */
import { toText } from '../../system/byte-string.ts';
import type { Process } from '../../system/process.ts';
import { searchPath } from '../../shell/search.ts';
import type { Manifest } from './manifest.ts';

/** Virtual milliseconds that a package manager needs before its script begins. */
const START = { npm: 250, yarn: 200, pnpm: 300, bun: 20, node: 30 } as const;

export interface ScriptRun {
  readonly process: Process;
  readonly manifest: Manifest;
  readonly manager: keyof typeof START;
  /** Words added to the line. */
  readonly more?: readonly string[];
  /** What is printed before it runs. */
  readonly announce: (line: string, event: string) => void;
}

/** Runs `pre…`, the script and `post…` where they exist; the exit code of the first that fails. */
export function runScript({ process, manifest, manager, more = [], announce }: ScriptRun, name: string): number {
  const before = manager === 'npm' || manager === 'yarn' || manager === 'bun';
  const events = before ? [`pre${name}`, name, `post${name}`] : [name];
  process.machine.advance(START[manager]);
  for (const event of events) {
    const script = manifest.scripts.get(event);
    if (script === undefined) continue;
    const line = [script, ...(event === name ? more.map(quoted) : [])].join(' ');
    announce(line, event);
    const status = runLine(process, line, event, manifest, manager);
    if (status !== 0) return status;
  }
  return 0;
}

/** Runs a command line as scripts are run. */
export function runLine(process: Process, line: string, event: string, manifest: Manifest, manager: string): number {
  const child = process.fork();
  child.env.set('PATH', [...binFolders(process), child.env.get('PATH') ?? ''].join(':'));
  child.env.set('npm_lifecycle_event', event);
  child.env.set('npm_lifecycle_script', line);
  child.env.set('npm_package_name', manifest.name);
  child.env.set('npm_package_version', manifest.version);
  child.env.set('npm_config_user_agent', manager);
  const shell = searchPath(child, 'sh');
  if (!('path' in shell)) return process.fail('spawn sh ENOENT');
  return process.limits.nested(() => child.launch(child, ['sh', '-c', line], shell.path));
}

/** `node_modules/.bin` here and in every folder above. */
export function binFolders(process: Process): string[] {
  const parts = process.cwd.split('/').filter((part) => part !== '');
  return [...parts.keys(), parts.length].reverse().map((n) => `/${[...parts.slice(0, n), 'node_modules', '.bin'].join('/')}`);
}

/** Runs `body` in another folder. */
export function inFolder<T>(process: Process, dir: string, body: (process: Process) => T): T {
  const child = process.fork();
  child.chdir(dir);
  return body(child);
}

/** The banner of npm and pnpm. */
export function banner({ name, version }: Manifest, event: string, line: string, place = ''): string {
  return `\n> ${[name && `${name}@${version}`, event, place].filter((part) => part !== '').join(' ')}\n> ${line}\n\n`;
}

/** The working directory as text for messages. */
export function here(process: Process): string {
  return toText(process.cwd);
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
