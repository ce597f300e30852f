import { StateEffect, StateField } from '@codemirror/state';
import { showTooltip, type Command, type EditorView, type Tooltip, type TooltipView } from '@codemirror/view';
import { t } from '#messages/index.ts';
import { renameStage, stageAt, stageNameProblem } from './stages.ts';

const setRename = StateEffect.define<number | null>();

/** The box in which a stage gets a new name, while it is open. */
export const renameField = StateField.define<Tooltip | null>({
  create: () => null,
  update(tooltip, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setRename)) return effect.value === null ? null : { pos: effect.value, create: renameBox };
    }
    return transaction.docChanged ? null : tooltip;
  },
  provide: (field) => showTooltip.from(field),
});

/** Opens the box for the stage at the cursor. */
export const startRename: Command = (view) => {
  const { head } = view.state.selection.main;
  if (view.state.readOnly || !stageAt(view.state.doc.toString(), head)) return false;
  view.dispatch({ effects: setRename.of(head) });
  return true;
};

function close(view: EditorView): void {
  view.dispatch({ effects: setRename.of(null) });
  view.focus();
}

function renameBox(view: EditorView): TooltipView {
  const text = view.state.doc.toString();
  const stage = stageAt(text, view.state.selection.main.head)!;
  const dom = document.createElement('form');
  dom.className = 'cm-rename';
  const label = dom.appendChild(document.createElement('label'));
  label.textContent = t('editor.rename-stage', { name: stage.label });
  const input = label.appendChild(document.createElement('input'));
  input.value = stage.name;
  input.spellcheck = false;
  input.autocomplete = 'off';
  const problem = dom.appendChild(document.createElement('p'));
  problem.setAttribute('role', 'alert');

  dom.addEventListener('submit', (event) => {
    event.preventDefault();
    const wrong = stageNameProblem(text, stage, input.value);
    problem.textContent = wrong ?? '';
    if (wrong !== undefined) return;
    view.dispatch({ changes: [...renameStage(text, stage, input.value)], userEvent: 'rename' });
    close(view);
  });
  dom.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    close(view);
  });
  dom.addEventListener('focusout', (event) => {
    if (!dom.contains(event.relatedTarget as Node | null) && view.state.field(renameField, false)) setTimeout(() => view.dispatch({ effects: setRename.of(null) }));
  });
  return { dom, mount: () => input.select() };
}
