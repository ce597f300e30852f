/** What was edited since a text was built: new lines on a tint with their new words, old lines above them struck through. */
import { RangeSetBuilder, StateEffect, StateField, type EditorState, type Extension, type Range } from '@codemirror/state';
import { Decoration, EditorView, GutterMarker, WidgetType, gutterLineClass, gutterWidgetClass, lineNumberWidgetMarker, type DecorationSet } from '@codemirror/view';
import { isLarge } from './document-size.ts';
import { changedPart, lineDiff } from '#engine/source/line-diff.ts';

/** The text to compare with; `null` compares with nothing. */
export const setBase = StateEffect.define<string | null>();

class OldLines extends WidgetType {
  readonly lines: readonly string[];
  readonly first: number;

  constructor(lines: readonly string[], first: number) {
    super();
    this.lines = lines;
    this.first = first;
  }

  override eq(other: OldLines): boolean {
    return other.first === this.first && other.lines.join('\n') === this.lines.join('\n');
  }

  override toDOM(): HTMLElement {
    const element = document.createElement('div');
    element.className = 'cm-old-lines';
    for (const line of this.lines) {
      const text = line.trimStart();
      const row = element.appendChild(document.createElement('div'));
      row.append(line.slice(0, line.length - text.length));
      if (text === '') row.append(document.createElement('br'));
      else row.appendChild(document.createElement('del')).textContent = text;
    }
    return element;
  }
}

class OldNumbers extends GutterMarker {
  readonly first: number;
  readonly count: number;

  constructor(first: number, count: number) {
    super();
    this.first = first;
    this.count = count;
  }

  override eq(other: OldNumbers): boolean {
    return other.first === this.first && other.count === this.count;
  }

  override toDOM(): Node {
    const numbers = document.createElement('div');
    for (let i = 0; i < this.count; i++) numbers.appendChild(document.createElement('div')).textContent = String(this.first + i);
    return numbers;
  }
}

class OldGround extends GutterMarker {
  override readonly elementClass = 'cm-old-number';
}

class NewNumber extends GutterMarker {
  override readonly elementClass = 'cm-new-number';
}

const newLine = Decoration.line({ class: 'cm-new-line' });
const newWords = Decoration.mark({ class: 'cm-new-words' });
const newNumber = new NewNumber();
const oldGround = new OldGround();

interface Edited {
  readonly base: string | null;
  readonly decorations: DecorationSet;
  readonly numbers: ReturnType<RangeSetBuilder<GutterMarker>['finish']>;
}

function compare(state: EditorState, base: string | null): Edited {
  const decorations: Range<Decoration>[] = [];
  const numbers = new RangeSetBuilder<GutterMarker>();
  if (base !== null && !isLarge(state)) {
    const { doc } = state;
    const before = base.split('\n');
    const after = doc.toString().split('\n');
    for (const { oldFrom, oldTo, newFrom, newTo } of lineDiff(before, after)) {
      const place = newFrom < doc.lines ? doc.line(newFrom + 1).from : doc.length;
      const side = newFrom < doc.lines ? -1 : 1;
      if (oldTo > oldFrom) decorations.push(Decoration.widget({ widget: new OldLines(before.slice(oldFrom, oldTo), oldFrom + 1), block: true, side }).range(place));
      for (let at = newFrom; at < newTo; at++) {
        const { from } = doc.line(at + 1);
        decorations.push(newLine.range(from));
        numbers.add(from, from, newNumber);
        const old = before[oldFrom + at - newFrom];
        if (old === undefined || oldFrom + at - newFrom >= oldTo) continue;
        const part = changedPart(old, after[at]!);
        if (part.to > part.from) decorations.push(newWords.range(from + part.from, from + part.to));
      }
    }
  }
  return { base, decorations: Decoration.set(decorations, true), numbers: numbers.finish() };
}

const editedField = StateField.define<Edited>({
  create: (state) => compare(state, null),
  update(edited, transaction) {
    for (const effect of transaction.effects) if (effect.is(setBase)) return compare(transaction.state, effect.value);
    return transaction.docChanged && edited.base !== null ? compare(transaction.state, edited.base) : edited;
  },
  provide: (field) => [EditorView.decorations.from(field, ({ decorations }) => decorations), gutterLineClass.from(field, ({ numbers }) => numbers)],
});

/** Shows the edits since the text given with `setBase`. */
export const editedLines: Extension = [
  editedField,
  lineNumberWidgetMarker.of((_view, widget) => (widget instanceof OldLines ? new OldNumbers(widget.first, widget.lines.length) : null)),
  gutterWidgetClass.of((_view, widget) => (widget instanceof OldLines ? oldGround : null)),
];
