/**
 * Marks in the editor: a strip of the core sample beside each instruction, words at the right edge of its first line, and the
 * same words, unseen, at the end of the line for those who have it read to them (gutters are hidden from them).
 */
import { RangeSet, RangeSetBuilder, StateEffect, StateField, type EditorState, type Extension, type Text } from '@codemirror/state';
import { Decoration, EditorView, GutterMarker, WidgetType, gutter, type BlockInfo, type DecorationSet } from '@codemirror/view';
import type { SignName } from '#lib/ui/signs/sign.ts';
import { spoken, type LineMark, type MarkState } from './line-mark.ts';
import { signElement } from './sign-element.ts';

/** Gives the editor new marks; those it had are dropped. */
export const setMarks = StateEffect.define<readonly LineMark[]>();

const signs: Readonly<Record<MarkState, SignName | undefined>> = {
  cached: 'cached',
  rebuilt: 'rebuilt',
  'will-rebuild': 'rebuilt',
  failed: 'failed',
  'will-fail': 'failed',
  'not-needed': 'not-needed',
  stopped: 'stopped',
  config: undefined,
};

class Strip extends GutterMarker {
  override readonly elementClass: string;
  readonly step: string | undefined;

  constructor(mark: LineMark, line: number) {
    super();
    this.step = mark.step;
    const ends = `${line === mark.lines.first ? ' cm-core-first' : ''}${line === mark.lines.last ? ' cm-core-last' : ''}`;
    this.elementClass = `cm-core cm-core-${mark.state}${ends}`;
  }

  override eq(other: Strip): boolean {
    return other.elementClass === this.elementClass && other.step === this.step;
  }
}

class Note extends GutterMarker {
  override readonly elementClass: string;
  readonly mark: LineMark;

  constructor(mark: LineMark) {
    super();
    this.mark = mark;
    this.elementClass = `cm-note-line cm-note-${mark.state}`;
  }

  override eq(other: Note): boolean {
    return other.mark.state === this.mark.state && spoken(other.mark) === spoken(this.mark);
  }

  override toDOM(): Node {
    const { words, figure, modelled, state } = this.mark;
    const note = document.createElement('span');
    note.className = 'cm-note';
    const sign = signs[state];
    if (sign) note.append(signElement(sign));
    const word = note.appendChild(document.createElement('span'));
    word.className = 'cm-note-words';
    word.textContent = words;
    if (figure !== undefined) note.appendChild(document.createElement('span')).textContent = figure;
    if (modelled) note.append(signElement('modelled'));
    return note;
  }
}

class SpokenNote extends WidgetType {
  readonly text: string;

  constructor(text: string) {
    super();
    this.text = text;
  }

  override eq(other: SpokenNote): boolean {
    return other.text === this.text;
  }

  override toDOM(): HTMLElement {
    const element = document.createElement('span');
    element.className = 'cm-spoken';
    element.textContent = ` (${this.text})`;
    return element;
  }
}

/** Letters of a short note: `config only`. */
const SHORT = 12;
const shortRoom = Decoration.line({ class: 'cm-room-short' });
const longRoom = Decoration.line({ class: 'cm-room-long' });

interface Marks {
  readonly list: readonly LineMark[];
  readonly strips: RangeSet<GutterMarker>;
  readonly notes: RangeSet<GutterMarker>;
  /** The unseen words, and the room that lines leave for the seen ones. */
  readonly lines: DecorationSet;
}

const empty: Marks = { list: [], strips: RangeSet.empty, notes: RangeSet.empty, lines: Decoration.none };

function place(list: readonly LineMark[], doc: Text): Marks {
  const strips = new RangeSetBuilder<GutterMarker>();
  const notes = new RangeSetBuilder<GutterMarker>();
  const lines = new RangeSetBuilder<Decoration>();
  let next = 1;
  for (const mark of list) {
    const first = Math.max(mark.lines.first, next);
    const last = Math.min(mark.lines.last, doc.lines);
    if (first > last || mark.lines.first < 1) continue;
    for (let line = first; line <= last; line++) strips.add(doc.line(line).from, doc.line(line).from, new Strip(mark, line));
    const { from, to } = doc.line(first);
    notes.add(from, from, new Note(mark));
    lines.add(from, from, spoken(mark).length > SHORT ? longRoom : shortRoom);
    lines.add(to, to, Decoration.widget({ widget: new SpokenNote(spoken(mark)), side: 1 }));
    next = last + 1;
  }
  return { list, strips: strips.finish(), notes: notes.finish(), lines: lines.finish() };
}

const marksField = StateField.define<Marks>({
  create: () => empty,
  update(marks, transaction) {
    for (const effect of transaction.effects) if (effect.is(setMarks)) return place(effect.value, transaction.newDoc);
    if (!transaction.docChanged || marks.list.length === 0) return marks;
    const { changes } = transaction;
    return { ...marks, strips: marks.strips.map(changes), notes: marks.notes.map(changes), lines: marks.lines.map(changes) };
  },
  provide: (field) => EditorView.decorations.from(field, (marks) => marks.lines),
});

/** The step of the mark on a line, where there is one. */
function stepAt(state: EditorState, line: BlockInfo): string | undefined {
  let step: string | undefined;
  state.field(marksField).strips.between(line.from, line.from, (_from, _to, strip) => {
    if (strip instanceof Strip) step = strip.step;
  });
  return step;
}

/** Draws marks; `onstep` hears of a click on a strip or a note. */
export function marks(onstep: (step: string) => void): Extension {
  const mousedown = (view: EditorView, line: BlockInfo, event: Event) => {
    const step = stepAt(view.state, line);
    if (step === undefined) return false;
    event.preventDefault();
    onstep(step);
    return true;
  };
  return [
    marksField,
    gutter({ class: 'cm-cores', renderEmptyElements: false, markers: (view) => view.state.field(marksField).strips, domEventHandlers: { mousedown } }),
    gutter({ class: 'cm-notes', side: 'after', markers: (view) => view.state.field(marksField).notes, domEventHandlers: { mousedown } }),
  ];
}
