/** The commands of a RUN, found by the shell's own grammar without running it. */
import type { RunCommand } from '../../dockerfile/index.ts';
import type { Command, Script, Word } from '../../run/shell/ast.ts';
import { SyntaxFault } from '../../run/shell/dialect.ts';
import { Parser } from '../../run/shell/parser.ts';

/** A program and its arguments as written; a variable stands as `$name`, a substitution as `$()`. */
export interface ShellCommand {
  readonly words: readonly string[];
  /** It is part of a pipe, and not its last command: the shell forgets its exit code unless told otherwise. */
  readonly piped: boolean;
}

/** The script that a RUN gives to its shell; its words joined where it runs a program directly. */
export function scriptOf(run: RunCommand): string {
  const [file] = run.files;
  if (file && run.files.length === 1 && /^\s*<<-?\s*["']?[A-Za-z_]\w*["']?\s*$/.test(run.cmdline?.join(' ') ?? '')) return file.data;
  return run.cmdline?.join(' ') ?? '';
}

/** The commands of a RUN in their order; those before a mistake where the shell's parser finds one. */
export function commandsOf(run: RunCommand): readonly ShellCommand[] {
  if (!run.shellForm && run.files.length === 0) {
    const words = run.cmdline ?? [];
    const inner = /^(?:\/\w+)*\/?(?:ba|da|a)?sh$/.test(words[0] ?? '') ? words.findIndex((word) => /^-\w*c$/.test(word)) : -1;
    return inner > 0 ? commandsIn(words[inner + 1] ?? '') : [{ words, piped: false }];
  }
  return commandsIn(scriptOf(run));
}

function commandsIn(script: string): readonly ShellCommand[] {
  const found: ShellCommand[] = [];
  const parser = Parser.of(script, 'bash');
  try {
    for (let line = parser.next(); line; line = parser.next()) collect(line, false, found);
  } catch (fault) {
    if (!(fault instanceof SyntaxFault)) throw fault;
  }
  return found;
}

function collect(command: Command | Script, piped: boolean, found: ShellCommand[]): void {
  switch (command.kind) {
    case 'simple':
      if (command.words.length > 0) found.push({ words: unwrapped(command.words.map(textOf)), piped });
      return;
    case 'pipeline':
      command.commands.forEach((each, i) => collect(each, piped || i < command.commands.length - 1, found));
      return;
    case 'and':
    case 'or':
      collect(command.left, piped, found);
      collect(command.right, piped, found);
      return;
    case 'script':
      for (const item of command.items) collect(item.command, piped, found);
      return;
    case 'if':
      collect(command.condition, piped, found);
      collect(command.then, piped, found);
      if (command.otherwise) collect(command.otherwise, piped, found);
      return;
    case 'while':
    case 'until':
      collect(command.condition, piped, found);
      collect(command.body, piped, found);
      return;
    case 'case':
      for (const item of command.items) collect(item.body, piped, found);
      return;
    case 'for':
    case 'function':
    case 'subshell':
    case 'group':
      collect(command.body, piped, found);
      return;
    case 'redirected':
      collect(command.command, piped, found);
      return;
    case 'condition':
      return;
  }
}

/** `sudo apt-get update` → `apt-get update`: words that only carry a command. */
function unwrapped(words: readonly string[]): readonly string[] {
  let at = 0;
  while (['sudo', 'env', 'exec', 'command', 'time', 'nice'].includes(words[at] ?? '') && words.length > at + 1) {
    at++;
    while (/^[A-Za-z_]\w*=|^-/.test(words[at] ?? '')) at++;
  }
  return words.slice(at);
}

function textOf(word: Word): string {
  return word.map((part) => (part.kind === 'text' ? part.text : part.kind === 'parameter' ? `$${part.name}` : '$()')).join('');
}

/** Whether a command is `program verb`, flags between the two left out: `apt-get -y install`. */
export function isCommand({ words }: ShellCommand, program: RegExp, ...verbs: readonly string[]): boolean {
  const name = (words[0] ?? '').replace(/^.*\//, '');
  if (!program.test(name)) return false;
  return verbs.length === 0 || verbs.includes(words.slice(1).find((word) => !word.startsWith('-')) ?? '');
}
