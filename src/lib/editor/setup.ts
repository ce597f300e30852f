import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching, codeFolding, foldGutter, foldKeymap, indentOnInput, indentUnit } from '@codemirror/language';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, drawSelection, dropCursor, highlightActiveLineGutter, highlightSpecialChars, keymap, lineNumbers, tooltips } from '@codemirror/view';
import { t } from '#messages/index.ts';
import { completion } from './completion.ts';
import { sizeNotice } from './document-size.ts';
import { theme } from './theme/index.ts';

function foldMarker(open: boolean): HTMLElement {
  const marker = document.createElement('span');
  marker.className = open ? 'cm-fold-open' : 'cm-fold-closed';
  marker.title = open ? t('editor.fold') : t('editor.unfold');
  return marker;
}

/** What every document has, whatever its language. `gutters` stand between the line numbers and the text, tooltips in `over`. */
export function setup(gutters: Extension, over: HTMLElement): Extension {
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
    // A lone \r of a file stays where it is; pasted text has none.
    EditorState.lineSeparator.of('\n'),
    EditorView.clipboardInputFilter.of((text) => text.replace(/\r\n?/g, '\n')),
    EditorState.allowMultipleSelections.of(true),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    completion,
    sizeNotice,
    tooltips({ parent: over }),
    // CodeMirror's own words.
    EditorState.phrases.of({ Completions: t('editor.completions'), Diagnostics: t('editor.findings'), 'folded code': t('editor.folded'), unfold: t('editor.unfold') }),
    EditorView.contentAttributes.of({ tabindex: '0', spellcheck: 'false', autocorrect: 'off', autocapitalize: 'off', translate: 'no' }),
    keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...foldKeymap, indentWithTab]),
    theme,
  ];
}
