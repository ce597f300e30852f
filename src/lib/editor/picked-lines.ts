import { StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';
import type { LineRange } from '#engine/source/range.ts';

/** Puts lines on the selected ground; `null` takes it away. */
export const setPicked = StateEffect.define<LineRange | null>();

const ground = Decoration.line({ class: 'cm-picked-line' });

/** Draws the picked lines. */
export const pickedLines = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(lines, transaction) {
    for (const effect of transaction.effects) {
      if (!effect.is(setPicked)) continue;
      const { doc } = transaction.state;
      if (!effect.value) return Decoration.none;
      const first = Math.max(1, effect.value.first);
      const last = Math.min(doc.lines, effect.value.last);
      return Decoration.set(Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => ground.range(doc.line(first + i).from)));
    }
    return lines.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});
