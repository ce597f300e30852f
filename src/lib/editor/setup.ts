import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching, codeFolding, foldGutter, foldKeymap, indentOnInput, indentUnit } from '@codemirror/language';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, drawSelection, dropCursor, highlightActiveLineGutter, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view';
import { sizeNotice } from './document-size.ts';
import { theme } from './theme.ts';

function foldMarker(open: boolean): HTMLElement {
  const element = document.createElement('span');
  element.className = open ? 'cm-fold-open' : 'cm-fold-closed';
  element.textContent = open ? '⌄' : '›';
  return element;
}

/** What every document has, whatever its language. `gutters` stand between the line numbers and the text. */
export function setup(gutters: Extension): Extension {
  return [
    lineNumbers(),
    gutters,
    foldGutter({ markerDOM: foldMarker }),
    codeFolding(),
    highlightActiveLineGutter(),
    highlightSpecialChars(),
    history(),
    drawSelection(),
    dropCursor(),
    indentUnit.of('    '),
    EditorState.tabSize.of(4),
    EditorState.allowMultipleSelections.of(true),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    sizeNotice,
    EditorView.contentAttributes.of({ spellcheck: 'false', autocorrect: 'off', autocapitalize: 'off', translate: 'no' }),
    keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...foldKeymap, indentWithTab]),
    theme,
  ];
}
