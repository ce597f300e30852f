import { acceptCompletion, autocompletion, closeCompletion, completionStatus, moveCompletionSelection, startCompletion } from '@codemirror/autocomplete';
import { Prec, type Extension } from '@codemirror/state';
import { keymap, type Command } from '@codemirror/view';

/** Enter takes an offer only behind something typed: after a blank or a lone `.` it begins a new line. */
const enter: Command = (view) => {
  if (completionStatus(view.state) !== 'active') return false;
  const { head } = view.state.selection.main;
  if (/[\w$={-]/.test(view.state.sliceDoc(head - 1, head))) return acceptCompletion(view);
  closeCompletion(view);
  return false;
};

/** Offers while typing. Every document has it, also one without a language: it keeps timers that outlive a change of language. */
export const completion: Extension = [
  autocompletion({ defaultKeymap: false, icons: false, maxRenderedOptions: 60 }),
  Prec.highest(
    keymap.of([
      { key: 'Ctrl-Space', run: startCompletion },
      { mac: 'Alt-Escape', run: startCompletion },
      { key: 'Escape', run: closeCompletion },
      { key: 'ArrowDown', run: moveCompletionSelection(true) },
      { key: 'ArrowUp', run: moveCompletionSelection(false) },
      { key: 'PageDown', run: moveCompletionSelection(true, 'page') },
      { key: 'PageUp', run: moveCompletionSelection(false, 'page') },
      { key: 'Enter', run: enter },
      { key: 'Tab', run: acceptCompletion },
    ]),
  ),
];
