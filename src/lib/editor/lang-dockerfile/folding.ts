import { foldService, syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';

/** What a line folds away: a stage from the end of its FROM line, an inline file, the continuations of an instruction. */
export function foldAt(state: EditorState, lineStart: number, lineEnd: number): { readonly from: number; readonly to: number } | null {
  const indent = /^\s*/.exec(state.sliceDoc(lineStart, lineEnd))![0].length;
  for (let node: SyntaxNode | null = syntaxTree(state).resolveInner(lineStart + indent, 1); node; node = node.parent) {
    if (node.from < lineStart || node.from > lineEnd) continue;
    if (node.name === 'Stage') return beyond(lineEnd, node.to);
    if (node.name !== 'Instruction' || isStageHead(node)) continue;
    const end = node.lastChild?.name === 'HeredocEnd' ? state.doc.lineAt(node.to).from - 1 : node.to;
    return beyond(lineEnd, end);
  }
  return null;
}

/** FROM folds its stage; that FROM itself goes over several lines is not looked at. */
function isStageHead(node: SyntaxNode): boolean {
  return node.parent?.name === 'Stage' && node.parent.from === node.from;
}

const beyond = (from: number, to: number) => (to > from ? { from, to } : null);

/** Folds of stages, inline files and continuations. */
export const folding = foldService.of(foldAt);
