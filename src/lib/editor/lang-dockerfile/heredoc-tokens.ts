import type { Heredoc, InstructionNode } from '#engine/dockerfile/index.ts';
import type { Emit } from './nodes.ts';
import { shellTokens } from './shell-tokens.ts';
import { variableEnd } from './word-tokens.ts';

/** Where the line with the name that ends a heredoc begins, and its end. Empty where the heredoc does not end. */
export function heredocEnd(text: string, { name, range }: Heredoc): { readonly from: number; readonly to: number } {
  const newline = text.indexOf('\n', range.to);
  let to = newline < 0 ? text.length : newline;
  while (to > range.to && text[to - 1] === '\r') to--;
  const start = /^\t*/.exec(text.slice(range.to, to))![0].length + range.to;
  return text.slice(start, to) === name ? { from: start, to } : { from: range.to, to: range.to };
}

/** The tokens of an inline file: a script of RUN is shell text, a file of COPY has variables unless its name was quoted. */
export function heredocTokens(text: string, node: InstructionNode, heredoc: Heredoc, posix: boolean, emit: Emit): void {
  const { from, to } = heredoc.range;
  const carrier = node.child ?? node;
  if (carrier.keyword.toUpperCase() === 'RUN') {
    if (posix && isScript(carrier, heredoc)) shellTokens(text, from, to, emit);
    else if (heredoc.expand) variables(text, from, to, emit);
  } else if (heredoc.expand) {
    variables(text, from, to, emit);
  }
}

/** `RUN <<EOF`, or a shell that reads it: `RUN bash -e <<EOF`. A first line `#!` decides, where there is one. */
function isScript(run: InstructionNode, { content }: Heredoc): boolean {
  const interpreter = /^#!\s*(\S+)(?:\s+(\S+))?/.exec(content);
  if (interpreter) return /(?:^|\/)(?:ba|da|a|z|k)?sh$/.test(interpreter[1]!.endsWith('/env') ? (interpreter[2] ?? '') : interpreter[1]!);
  return /^\s*(?:(?:\S*\/)?(?:ba|da|a|z|k)?sh(?:\s+-\S+)*\s*)?\d*<</.test(run.args[0] ?? '');
}

function variables(text: string, from: number, to: number, emit: Emit): void {
  for (let at = text.indexOf('$', from); at >= 0 && at < to; at = text.indexOf('$', at + 1)) {
    if (text[at - 1] === '\\') continue;
    const end = variableEnd(text, at, to);
    if (end > at) emit('Variable', at, end);
  }
}
