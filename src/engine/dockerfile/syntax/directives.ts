import { isSpace } from '../go/space.ts';
import { jsonObjectString } from '../go/json.ts';
import { isTooLong } from './lines.ts';
import type { Directive, Directives } from './node.ts';

/** The directives there are. */
type DirectiveName = 'syntax' | 'escape' | 'check';

const names: readonly string[] = ['syntax', 'escape', 'check'] satisfies readonly DirectiveName[];
const form = /^([a-zA-Z][a-zA-Z0-9]*)[\t\n\f\r ]*=[\t\n\f\r ]*([^\n]+?)[\t\n\f\r ]*$/;

/**
 * Reads parser directives line by line (BuildKit `DirectiveParser`). They end for good at the first line that is none:
 * a blank line, another comment, an unknown name, an instruction.
 */
export class DirectiveReader {
  private readonly seen = new Set<string>();
  private readonly prefix: string;
  done = false;

  constructor(prefix = '#') {
    this.prefix = prefix;
  }

  /** A line without its end → its directive, `duplicate` with its name, or nothing. */
  read(line: string): { readonly name: DirectiveName; readonly value: string; readonly duplicate: boolean } | undefined {
    const match = this.done || !line.startsWith(this.prefix) ? null : form.exec(withoutIndent(line.slice(this.prefix.length)));
    const name = match?.[1]!.toLowerCase();
    if (!match || !name || !names.includes(name)) {
      this.done = true;
      return undefined;
    }
    const duplicate = this.seen.has(name);
    this.seen.add(name);
    return { name: name as DirectiveName, value: match[2]!, duplicate };
  }
}

function withoutIndent(line: string): string {
  let at = 0;
  while (at < line.length && isSpace(line.charCodeAt(at))) at++;
  return line.slice(at);
}

/**
 * The directives as the frontend finds them before it parses (BuildKit `ParseDirective`, `DetectSyntax`): lines are not
 * trimmed, a first line `#!…` is skipped, and `syntax` may also stand as `// syntax=…` or in a JSON object.
 */
export function readDirectives(text: string): Directives {
  const from = text.startsWith('\ufeff') ? 1 : 0;
  const shebang = text.startsWith('#!', from);
  const lineEnd = text.indexOf('\n', from);
  const start = !shebang ? from : lineEnd < 0 ? text.length : lineEnd + 1;
  const line = shebang ? 1 : 0;

  const found = scan(text, start, line, '#');
  if (found.syntax) return found;
  const syntax = scan(text, start, line, '//').syntax ?? jsonSyntax(text.slice(start), line);
  return syntax ? { ...found, syntax } : found;
}

function scan(text: string, start: number, line: number, prefix: string): Directives {
  const reader = new DirectiveReader(prefix);
  const found: Partial<Record<DirectiveName, Directive>> = {};
  for (let from = start; from < text.length; ) {
    const newline = text.indexOf('\n', from);
    const next = newline < 0 ? text.length : newline + 1;
    let to = newline < 0 ? text.length : newline;
    if (isTooLong(text, from, to)) break;
    if (to > from && text.charCodeAt(to - 1) === 13) to--;
    line++;
    const directive = text.startsWith(prefix, from) ? reader.read(text.slice(from, to)) : undefined;
    if (!directive || directive.duplicate) break;
    const value = directive.value.split(' ', 1)[0]!;
    found[directive.name] = { value, cmdline: directive.value, line };
    from = next;
  }
  return found;
}

function jsonSyntax(text: string, line: number): Directive | undefined {
  const value = jsonObjectString(text, 'syntax');
  return value === undefined ? undefined : { value, cmdline: value, line };
}
