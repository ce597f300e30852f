/**
 * Findings in the text: underlined, and explained with what can be done about them under the pointer or with F8.
 * Errors have a box below their line too, see `error-boxes.ts`.
 */
import { nextDiagnostic, previousDiagnostic, setDiagnostics, type Diagnostic as LintDiagnostic } from '@codemirror/lint';
import type { EditorState, Extension, TransactionSpec } from '@codemirror/state';
import { keymap, type EditorView } from '@codemirror/view';
import type { Diagnostic } from '#engine/source/diagnostic.ts';
import { findingText } from './finding-text.ts';
import { text as inWords } from '#messages/index.ts';
import { sentenceElement } from './sentence-element.ts';
import { quickFixes, type QuickFix } from './lang-dockerfile/quick-fixes.ts';

const severities = { error: 'error', warning: 'warning', advice: 'info' } as const;

/** Applies a fix that was made for `text`; where the text has changed since, nothing happens. */
export function applyFix(view: EditorView, fix: QuickFix, text: string): boolean {
  if (view.state.readOnly || view.state.doc.toString() !== text) return false;
  view.dispatch({ changes: [...fix.edits], userEvent: 'input.fix', scrollIntoView: true });
  view.focus();
  return true;
}

/** Findings → the underlines of a document. */
export function underline(state: EditorState, list: readonly Diagnostic[]): TransactionSpec {
  const text = state.doc.toString();
  return setDiagnostics(state, list.map((diagnostic) => asLint(state, text, diagnostic)));
}

function asLint(state: EditorState, text: string, diagnostic: Diagnostic): LintDiagnostic {
  const said = findingText(diagnostic);
  return {
    ...placeOf(state, diagnostic),
    severity: severities[diagnostic.severity],
    source: diagnostic.code,
    message: said.sentence ? inWords(said.sentence) : said.message,
    renderMessage: () => explanation(diagnostic),
    actions: state.readOnly ? [] : quickFixes(text, diagnostic).map((fix) => ({ name: fix.label, apply: (view: EditorView) => void applyFix(view, fix, text) })),
  };
}

/** What is underlined: the word the message names where it stands in the range, else the range's first line. */
function placeOf({ doc }: EditorState, { range, message }: Diagnostic): { readonly from: number; readonly to: number } {
  const from = Math.min(range.from, doc.length);
  const line = doc.lineAt(from);
  const to = Math.max(from, Math.min(range.to, line.to));
  const named = /(?:unknown instruction: |unknown flag: )(\S+)|'([^'\s]+)'/.exec(message);
  const word = named?.[1] ?? named?.[2];
  const at = word === undefined ? -1 : doc.sliceString(from, to).indexOf(word);
  if (at >= 0) return { from: from + at, to: from + at + word!.length };
  return to > from ? { from, to } : { from: line.from, to: line.to };
}

/** A finding in full: our sentence, BuildKit's words, the page about it. */
export function explanation(diagnostic: Diagnostic): HTMLElement {
  const said = findingText(diagnostic);
  const element = document.createElement('div');
  if (said.sentence) element.append(sentenceElement(said.sentence));
  const words = element.appendChild(document.createElement('p'));
  words.className = said.sentence === undefined ? 'cm-said' : 'cm-said cm-said-below';
  words.textContent = said.message;
  for (const note of diagnostic.notes ?? []) element.appendChild(document.createElement('p')).textContent = note.message;
  if (diagnostic.url !== undefined && diagnostic.url.startsWith('https://')) {
    const link = element.appendChild(document.createElement('a'));
    link.href = diagnostic.url;
    link.target = '_blank';
    link.rel = 'noreferrer';
    link.textContent = diagnostic.code;
  }
  return element;
}

/** F8 goes from finding to finding. */
export const findingKeys: Extension = keymap.of([
  { key: 'F8', run: nextDiagnostic },
  { key: 'Shift-F8', run: previousDiagnostic },
]);
