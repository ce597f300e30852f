import { StateField, type EditorState } from '@codemirror/state';
import { showPanel, type EditorView } from '@codemirror/view';
import { t } from '#messages/index.ts';

/** Above this many characters a text is shown plain: no colours, no checks, and changes are told with a pause. */
export const PLAIN_ABOVE = 300_000;

/** Whether a document is too large for colours and checks. */
export function isLarge(state: EditorState): boolean {
  return state.doc.length > PLAIN_ABOVE;
}

function notice(view: EditorView) {
  const dom = document.createElement('div');
  dom.className = 'cm-size-notice';
  dom.setAttribute('role', 'status');
  const write = () => {
    dom.textContent = t('editor.too-large', { size: (view.state.doc.length / 1e6).toFixed(1), limit: PLAIN_ABOVE });
  };
  write();
  return { dom, update: write };
}

/** A line below a large text that says what is off. */
export const sizeNotice = StateField.define<boolean>({
  create: isLarge,
  update: (large, transaction) => (transaction.docChanged ? isLarge(transaction.state) : large),
  provide: (field) => showPanel.from(field, (large) => (large ? notice : null)),
});
