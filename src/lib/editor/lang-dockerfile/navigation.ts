import type { Extension } from '@codemirror/state';
import { EditorView, keymap, type Command } from '@codemirror/view';
import { renameField, startRename } from './rename.ts';
import { definitionOf, stageAt } from './stages.ts';

function goTo(view: EditorView, position: number): boolean {
  const stage = stageAt(view.state.doc.toString(), position);
  if (!stage) return false;
  const { from, to } = definitionOf(stage);
  view.dispatch({ selection: { anchor: from, head: to }, effects: EditorView.scrollIntoView(from, { y: 'center' }), userEvent: 'select' });
  return true;
}

/** From a stage's name in `--from`, FROM or a mount to where the stage begins. */
export const goToDefinition: Command = (view) => goTo(view, view.state.selection.main.head);

/** F12 and a click with Ctrl or ⌘ go to a stage, F2 renames it. */
export const navigation: Extension = [
  renameField,
  keymap.of([
    { key: 'F12', run: goToDefinition },
    { key: 'F2', run: startRename },
  ]),
  EditorView.domEventHandlers({
    mousedown(event, view) {
      if (event.button !== 0 || !(event.ctrlKey || event.metaKey)) return false;
      const position = view.posAtCoords({ x: event.clientX, y: event.clientY });
      if (position === null || !goTo(view, position)) return false;
      event.preventDefault();
      return true;
    },
  }),
];
