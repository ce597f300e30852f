/** Below a line that cannot be read, a box with what is wrong and a button that mends it; Ctrl . presses the button. */
import { RangeSet, StateEffect, StateField, type EditorState, type Extension, type Range } from '@codemirror/state';
import { Decoration, EditorView, GutterMarker, WidgetType, gutterLineClass, keymap, type Command, type DecorationSet } from '@codemirror/view';
import type { Diagnostic } from '#engine/source/diagnostic.ts';
import { findingText } from './finding-text.ts';
import { applyFix, explanation } from './findings.ts';
import { quickFixes, type QuickFix } from './lang-dockerfile/quick-fixes.ts';
import type { LineMark } from './line-mark.ts';

/** The errors to show boxes for. */
export const setErrors = StateEffect.define<readonly Diagnostic[]>();

/** More boxes than this would bury the text. */
const MOST = 3;

interface ShownError {
  readonly diagnostic: Diagnostic;
  readonly fix?: QuickFix;
  /** The text the fix is for. */
  readonly text: string;
}

class ErrorBox extends WidgetType {
  readonly shown: ShownError;

  constructor(shown: ShownError) {
    super();
    this.shown = shown;
  }

  override eq({ shown }: ErrorBox): boolean {
    return shown.diagnostic.message === this.shown.diagnostic.message && shown.text === this.shown.text;
  }

  override toDOM(view: EditorView): HTMLElement {
    const { diagnostic, fix, text } = this.shown;
    const room = document.createElement('div');
    room.className = 'cm-error-place';
    const box = room.appendChild(document.createElement('div'));
    box.className = 'cm-error-box';
    box.append(explanation(diagnostic));
    if (fix && !view.state.readOnly) {
      const row = box.appendChild(document.createElement('div'));
      row.className = 'cm-error-actions';
      const button = row.appendChild(document.createElement('button'));
      button.type = 'button';
      button.textContent = fix.label;
      button.addEventListener('click', () => applyFix(view, fix, text));
      const key = row.appendChild(document.createElement('kbd'));
      key.textContent = `${/Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl'} .`;
    }
    return room;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

const errorLine = Decoration.line({ class: 'cm-error-line' });

class ErrorNumber extends GutterMarker {
  override readonly elementClass = 'cm-error-number';
}

const errorNumber = new ErrorNumber();

interface Errors {
  readonly shown: readonly ShownError[];
  readonly decorations: DecorationSet;
  readonly numbers: RangeSet<GutterMarker>;
}

const noErrors: Errors = { shown: [], decorations: Decoration.none, numbers: RangeSet.empty };

function place(state: EditorState, errors: readonly Diagnostic[]): Errors {
  const text = state.doc.toString();
  const shown: ShownError[] = [];
  const decorations: Range<Decoration>[] = [];
  const numbers: Range<GutterMarker>[] = [];
  for (const diagnostic of errors.slice(0, MOST)) {
    const line = state.doc.line(lineOf(state, diagnostic));
    const [fix] = quickFixes(text, diagnostic);
    const one: ShownError = { diagnostic, text, ...(fix ? { fix } : {}) };
    shown.push(one);
    decorations.push(errorLine.range(line.from), Decoration.widget({ widget: new ErrorBox(one), block: true, side: 1 }).range(line.to));
    numbers.push(errorNumber.range(line.from));
  }
  return { shown, decorations: Decoration.set(decorations, true), numbers: RangeSet.of(numbers, true) };
}

/** The line a finding is shown at. */
function lineOf({ doc }: EditorState, { range, lines }: Diagnostic): number {
  const first = lines[0]?.first ?? 0;
  return first > 0 && first <= doc.lines ? first : doc.lineAt(Math.min(range.from, doc.length)).number;
}

const errorsField = StateField.define<Errors>({
  create: () => noErrors,
  update(errors, transaction) {
    for (const effect of transaction.effects) if (effect.is(setErrors)) return place(transaction.state, effect.value);
    if (!transaction.docChanged || errors.shown.length === 0) return errors;
    return { ...errors, decorations: errors.decorations.map(transaction.changes), numbers: errors.numbers.map(transaction.changes) };
  },
  provide: (field) => [EditorView.decorations.from(field, (errors) => errors.decorations), gutterLineClass.from(field, (errors) => errors.numbers)],
});

const fixFirst: Command = (view) => {
  const { shown } = view.state.field(errorsField);
  const line = view.state.doc.lineAt(view.state.selection.main.head).number;
  const best = shown.find(({ diagnostic, fix }) => fix && lineOf(view.state, diagnostic) === line) ?? shown.find(({ fix }) => fix);
  return best?.fix ? applyFix(view, best.fix, best.text) : false;
};

/** The boxes, and the key that mends the error at the cursor, or the first. */
export const errorBoxes: Extension = [errorsField, keymap.of([{ key: 'Mod-.', run: fixFirst }])];

/** Errors as marks: the strip and the words beside their lines. */
export function errorMarks(state: EditorState, errors: readonly Diagnostic[]): readonly LineMark[] {
  const lines = new Map(errors.map((error) => [lineOf(state, error), findingText(error).words]));
  return [...lines].map(([line, words]) => ({ lines: { first: line, last: line }, state: 'failed', words, modelled: false }));
}
