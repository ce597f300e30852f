/** Lines of recipes: what is started for them, and with which environment (GNU make manual, chapter 5). */
import { searchPath } from '../../../shell/search.ts';
import type { Process } from '../../../system/process.ts';
import type { Scope } from './scope.ts';

/** Characters and words of the shell: a line without them is started without one (`job.c`, `construct_command_argv_internal`). */
const SHELL_CHARACTERS = /[#;"*?[\]&|<>(){}$`^~!'\\=\n]/;
const SHELL_WORDS = new Set('. : alias bg break case cd command continue eval exec exit export fc fg for getopts hash if jobs login logout read readonly return set shift test times trap type ulimit umask unalias unset wait while'.split(' '));

/** Runs a command line as a recipe's: in the shell, or by itself where it needs none. Gives the exit code. */
export function launchShell(scope: Scope, child: Process, line: string): number {
  const { limits } = child;
  child.env = environment(scope);
  const words = line.trim().split(/[ \t]+/);
  const shell = scope.valueOf('SHELL') || '/bin/sh';
  if (shell === '/bin/sh' && !SHELL_CHARACTERS.test(line) && !SHELL_WORDS.has(words[0]!)) {
    if (words[0] === '') return 0;
    const found = searchPath(child, words[0]!);
    if ('path' in found) return limits.nested(() => child.launch(child, words, found.path));
    scope.process.err(`make: ${words[0]}: ${found.reason === 'missing' ? 'No such file or directory' : 'Permission denied'}\n`);
    return found.status;
  }
  const found = searchPath(child, shell);
  if (!('path' in found)) {
    scope.process.err(`make: ${shell}: No such file or directory\n`);
    return 127;
  }
  return limits.nested(() => child.launch(child, [shell, ...(scope.valueOf('.SHELLFLAGS') || '-c').split(/\s+/), line], found.path));
}

/** The environment of a recipe: what make was given, what was exported, what the command line set, and the depth. */
function environment(scope: Scope): Map<string, string> {
  const env = new Map(scope.process.env);
  const names = new Set<string>();
  for (let at: Scope | undefined = scope; at; at = at.parent) for (const name of at.variables.keys()) names.add(name);
  const all = scope.get('.EXPORT_ALL_VARIABLES') !== undefined;
  for (const name of names) {
    const { exported, origin } = scope.get(name)!;
    const given = env.has(name) && name !== 'SHELL';
    if (exported === false) env.delete(name);
    else if (exported || origin === 'command line' || (given && origin !== 'environment') || (all && origin === 'file' && /^\w+$/.test(name))) env.set(name, scope.valueOf(name));
  }
  env.set('MAKELEVEL', String(Number(scope.process.env.get('MAKELEVEL') ?? 0) + 1));
  return env;
}

/** Lines that an expanded recipe line runs: cut where no backslash stands before the end of the line. */
export function commandsOf(text: string): string[] {
  return text.split(/(?<!\\)\n/);
}

/** The signs before a command: `@` does not show it, `-` lets it fail, `+` runs it even where nothing is run. */
export function readSigns(line: string): { readonly command: string; readonly quiet: boolean; readonly lenient: boolean; readonly always: boolean } {
  const signs = /^[\s@+-]*/.exec(line)![0];
  return { command: line.slice(signs.length), quiet: signs.includes('@'), lenient: signs.includes('-'), always: signs.includes('+') };
}
