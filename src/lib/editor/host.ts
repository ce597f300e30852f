import { Annotation, Compartment, EditorState, Transaction, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { Diagnostic } from '#engine/source/diagnostic.ts';
import type { LineRange, Range } from '#engine/source/range.ts';
import { isLarge } from './document-size.ts';
import type { LineMark } from './line-mark.ts';
import { marks, setMarks } from './marks.ts';
import { pickedLines, setPicked } from './picked-lines.ts';
import { replaceText } from './replace-text.ts';
import { setup } from './setup.ts';

/** What the page is told. */
export interface HostEvents {
  /** Id of an element that says how to leave the editor with the keyboard. */
  readonly describedBy: string;
  onchange(text: string): void;
  onstep(step: string): void;
  online(line: number): void;
}

/** What the page may set at any time. */
export interface HostSettings {
  readonly label: string;
  readonly readonly: boolean;
  readonly wrap: boolean;
}

/** A change that came from outside: it is not told to the page again. */
const outside = Annotation.define<true>();

/** Pause before a change of a large text is told, in milliseconds: making a string of ten megabytes on every key would be felt. */
const LARGE_PAUSE = 300;

/**
 * A CodeMirror view and its documents. Each path has a state of its own, with its undo history, cursor and folds, that waits
 * while another is shown.
 */
export class EditorHost {
  private readonly view: EditorView;
  private readonly events: HostEvents;
  private readonly settings = new Compartment();
  private readonly waiting = new Map<string, EditorState>();
  private path: string | undefined;
  private current: Extension = [];
  /** Texts that the page was told and has not given back: an echo of one of them is no news. */
  private told: string[] = [];
  private untold = false;
  private pause: ReturnType<typeof setTimeout> | undefined;
  private line = 0;

  constructor(parent: HTMLElement, events: HostEvents) {
    this.events = events;
    this.view = new EditorView({ parent });
  }

  /** Shows a document; where it is shown already, takes over what changed outside. */
  show(path: string, text: string): void {
    if (path !== this.path) {
      this.tell();
      if (this.path !== undefined) this.waiting.set(this.path, this.view.state);
      this.view.setState(this.waiting.get(path) ?? this.create(path, text));
      this.view.dispatch({ effects: this.settings.reconfigure(this.current) });
      this.path = path;
      this.told = [];
      this.line = 0;
    }
    const echo = this.told.indexOf(text);
    if (echo >= 0) {
      this.told.splice(0, echo + 1);
      return;
    }
    const changes = replaceText(this.view.state.doc, text);
    if (!changes) return;
    this.told = [];
    this.view.dispatch({ changes, annotations: [outside.of(true), Transaction.addToHistory.of(false)] });
  }

  configure({ label, readonly, wrap }: HostSettings): void {
    this.current = [
      EditorView.contentAttributes.of({ 'aria-label': label, 'aria-describedby': this.events.describedBy, 'aria-readonly': String(readonly) }),
      EditorState.readOnly.of(readonly),
      wrap ? EditorView.lineWrapping : [],
    ];
    this.view.dispatch({ effects: this.settings.reconfigure(this.current) });
  }

  mark(list: readonly LineMark[]): void {
    this.view.dispatch({ effects: setMarks.of(list) });
  }

  diagnose(_list: readonly Diagnostic[]): void {}

  pick(lines: LineRange | undefined): void {
    this.view.dispatch({ effects: setPicked.of(lines ?? null) });
  }

  /** Selects a range, scrolls it into the middle and takes the focus. */
  jump({ from, to }: Range): void {
    const end = this.view.state.doc.length;
    const anchor = Math.min(from, end);
    this.view.dispatch({ selection: { anchor, head: Math.min(to, end) }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
    this.view.focus();
  }

  destroy(): void {
    this.tell();
    this.view.destroy();
  }

  private create(_path: string, doc: string): EditorState {
    return EditorState.create({
      doc,
      extensions: [
        this.settings.of(this.current),
        setup(marks((step) => this.events.onstep(step))),
        pickedLines,
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !update.transactions.every((transaction) => transaction.annotation(outside))) this.changed(update.state);
          if (update.selectionSet || update.docChanged) this.moved(update.state);
        }),
      ],
    });
  }

  private changed(state: EditorState): void {
    clearTimeout(this.pause);
    this.untold = true;
    if (isLarge(state)) this.pause = setTimeout(() => this.tell(), LARGE_PAUSE);
    else this.tell(state);
  }

  private tell({ doc } = this.view.state): void {
    clearTimeout(this.pause);
    if (!this.untold) return;
    this.untold = false;
    const text = doc.toString();
    this.told.push(text);
    if (this.told.length > 50) this.told.shift();
    this.events.onchange(text);
  }

  private moved(state: EditorState): void {
    const line = state.doc.lineAt(state.selection.main.head).number;
    if (line === this.line) return;
    this.line = line;
    this.events.online(line);
  }
}
