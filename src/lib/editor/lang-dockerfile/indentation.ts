import { indentService, syntaxTree, type IndentContext } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';

/**
 * How far a line is set in: instructions not at all, the first continuation one step, later ones as the one before,
 * lines of an inline file as the line before. `null` where the editor decides.
 */
function indentAt({ state, unit, simulatedBreak }: IndentContext, position: number): number | null {
  const line = state.doc.lineAt(position);
  const broken = simulatedBreak === position;
  if (line.number === 1 && !broken) return 0;
  const above = broken ? line : state.doc.line(line.number - 1);
  const before = { from: above.from, number: above.number, text: broken ? line.text.slice(0, position - line.from) : above.text };
  const own = (text: string) => /^[\t ]*/.exec(text)![0].replaceAll('\t', ' '.repeat(state.tabSize)).length;

  if (inside(state, position, 'HeredocBody')) return own(before.text);
  const previous = own(before.text);
  if (/^\s*#/.test(before.text) && inside(state, before.from + previous, 'Instruction')) return previous;
  if (!/[\\`][\t ]*$/.test(before.text) || /^\s*#/.test(before.text)) return 0;
  const instruction = inside(state, before.from + before.text.trimEnd().length, 'Instruction');
  const first = instruction ? state.doc.lineAt(instruction.from).number : before.number;
  return first < before.number ? previous : previous + unit;
}

function inside(state: EditorState, position: number, name: string): SyntaxNode | undefined {
  for (let node: SyntaxNode | null = syntaxTree(state).resolveInner(position, -1); node; node = node.parent) if (node.name === name) return node;
  return undefined;
}

/** Indentation on Enter and on reindenting. */
export const indentation = indentService.of(indentAt);
