/** Edits that several rules propose. */
import type { RunCommand } from '../../dockerfile/index.ts';
import { get, textOf } from '../../fs/index.ts';
import type { TextEdit } from './advice.ts';
import { isCommand, type ShellCommand } from './commands.ts';
import type { Facts } from './facts.ts';

/** `RUN a` → `RUN a && more`; undefined where the script's end cannot be added to. */
export function appended({ text, parsed }: Facts, run: RunCommand, more: string): TextEdit | undefined {
  const { heredocs } = run.node;
  const [heredoc] = heredocs;
  if (heredoc) {
    if (heredocs.length > 1 || !heredoc.terminated) return undefined;
    const { to } = heredoc.range;
    return { range: { from: to, to }, replacement: `${text[to - 1] === '\n' ? '' : '\n'}${more}\n` };
  }
  const source = text.slice(run.range.from, run.range.to).trimEnd();
  if (!run.shellForm || /[;&|]$/.test(source) || source.endsWith(parsed.escape)) return undefined;
  const to = run.range.from + source.length;
  return { range: { from: to, to }, replacement: ` && ${more}` };
}

/** `rm -rf /var/lib/apt/lists/*`, in any of its forms, and `apt-get distclean`. */
export function removesAptLists(command: ShellCommand): boolean {
  const { words } = command;
  return (/^(?:rm|find)$/.test(words[0] ?? '') && words.some((word) => word.startsWith('/var/lib/apt'))) || isCommand(command, /^apt(?:-get)?$/, 'distclean', 'dist-clean');
}

/** The command of a shell-form RUN on one line or several, as it stands in the source, without the word RUN; undefined where it has flags or here-documents. */
export function plainScript({ text }: Facts, run: RunCommand): string | undefined {
  if (!run.shellForm || run.flagsUsed.length > 0 || run.node.heredocs.length > 0) return undefined;
  return text.slice(run.range.from, run.range.to).replace(/^\S+\s+/, '').trimEnd();
}

/** Patterns added to the ignore file that counts, or to a new one. */
export function ignoreLines({ ignore, context }: Facts, patterns: readonly string[]): TextEdit {
  const path = ignore?.file ?? '.dockerignore';
  const node = get(context, path);
  const text = node?.type === 'file' ? textOf(node) : '';
  const start = text === '' || text.endsWith('\n') ? '' : '\n';
  return { file: path, range: { from: text.length, to: text.length }, replacement: `${start}${patterns.join('\n')}\n` };
}

/** `RUN a` → `RUN --mount=… a`. */
export function mounted({ text }: Facts, run: RunCommand, mount: string): TextEdit | undefined {
  const word = /^\S+/.exec(text.slice(run.range.from, run.range.to));
  if (!word) return undefined;
  const at = run.range.from + word[0].length;
  return { range: { from: at, to: at }, replacement: ` ${mount}` };
}
