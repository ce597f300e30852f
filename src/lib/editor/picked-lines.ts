import { RangeSet, StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView, GutterMarker, gutterLineClass, type DecorationSet } from '@codemirror/view';
import type { LineRange } from '#engine/source/range.ts';

/** Puts lines on the selected ground; `null` takes it away. */
export const setPicked = StateEffect.define<LineRange | null>();

class PickedNumber extends GutterMarker {
  override readonly elementClass = 'cm-picked-number';
}

const ground = Decoration.line({ class: 'cm-picked-line' });
const number = new PickedNumber();

interface Picked {
  readonly lines: DecorationSet;
  readonly numbers: RangeSet<GutterMarker>;
}

const none: Picked = { lines: Decoration.none, numbers: RangeSet.empty };

/** Draws the picked lines, across the gutters too. */
export const pickedLines = StateField.define<Picked>({
  create: () => none,
  update(picked, transaction) {
    for (const effect of transaction.effects) {
      if (!effect.is(setPicked)) continue;
      if (!effect.value) return none;
      const { doc } = transaction.state;
      const first = Math.max(1, effect.value.first);
      const last = Math.min(doc.lines, effect.value.last);
      const starts = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => doc.line(first + i).from);
      return { lines: Decoration.set(starts.map((from) => ground.range(from))), numbers: RangeSet.of(starts.map((from) => number.range(from))) };
    }
    if (!transaction.docChanged || picked === none) return picked;
    return { lines: picked.lines.map(transaction.changes), numbers: picked.numbers.map(transaction.changes) };
  },
  provide: (field) => [EditorView.decorations.from(field, ({ lines }) => lines), gutterLineClass.from(field, ({ numbers }) => numbers)],
});
