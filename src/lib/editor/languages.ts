import { autocompletion, acceptCompletion, closeCompletion, completionStatus, moveCompletionSelection, startCompletion } from '@codemirror/autocomplete';
import { Prec, type Extension } from '@codemirror/state';
import { keymap, type Command } from '@codemirror/view';
import { formatDocument } from './format-document.ts';
import { dockerfile, type DockerfileConfig } from './lang-dockerfile/index.ts';

/** `Dockerfile`, `Dockerfile.dev`, `web.Dockerfile`, `Containerfile`, in any folder and case. */
export function isDockerfile(path: string): boolean {
  return /(?:^|\/)(?:dockerfile|containerfile)(?:\.[^/]*)?$|\.(?:dockerfile|containerfile)$/i.test(path);
}

/** Enter takes an offer only behind something typed: after a blank or a lone `.` it begins a new line. */
const enter: Command = (view) => {
  if (completionStatus(view.state) !== 'active') return false;
  const { head } = view.state.selection.main;
  return /[\w$={-]/.test(view.state.sliceDoc(head - 1, head)) ? acceptCompletion(view) : closeCompletion(view) && false;
};

const completion: Extension = [
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

/** What a document of that name gets beside the common setup. */
export function languageFor(path: string, config: DockerfileConfig): Extension {
  return isDockerfile(path) ? [dockerfile(config), completion, keymap.of([{ key: 'Shift-Alt-f', run: formatDocument }])] : [];
}
