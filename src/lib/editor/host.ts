import { Annotation, Compartment, EditorState, Transaction, type Extension, type TransactionSpec } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { Diagnostic } from '#engine/source/diagnostic.ts';
import type { LineRange, Range } from '#engine/source/range.ts';
import { PLAIN_ABOVE, isLarge } from './document-size.ts';
import { editedLines, setBase } from './edited-lines.ts';
import { errorBoxes, errorMarks, setErrors } from './error-boxes.ts';
import { findingKeys, underline } from './findings.ts';
import type { DockerfileConfig } from './lang-dockerfile/index.ts';
import { isDockerfile, languageFor } from './languages.ts';
import type { LineMark } from './line-mark.ts';
import { hasWindowsEnds, rangeWithoutReturns, withReturns, withoutReturns } from './line-ends.ts';
import { marks, setMarks } from './marks.ts';
import { pickedLines, setPicked } from './picked-lines.ts';
import { replaceText } from './replace-text.ts';
import { setup } from './setup.ts';

/** What the page is told. */
export interface HostEvents {
  /** Id of an element that says how to leave the editor with the keyboard. */
  readonly describedBy: string;
  /** What completion and hover know beside the text. */
  readonly known: DockerfileConfig;
  onchange(text: string, path: string): void;
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

/** Rest after the last key before a box says that a line cannot be read, in milliseconds. */
const ERROR_PAUSE = 700;

/**
 * A CodeMirror view and its documents. Each path has a state of its own, with its undo history, cursor and folds, that waits
 * while another is shown.
 */
export class EditorHost {
  private readonly view: EditorView;
  /** Where tooltips are cut off by no panel, and have their styles: the body, or in an embed what says so. */
  private readonly over: HTMLElement;
  private readonly events: HostEvents;
  private readonly settings = new Compartment();
  private readonly language = new Compartment();
  private readonly waiting = new Map<string, EditorState>();
  private path: string | undefined;
  /** The file has Windows line ends, which the document has not. */
  private windows = false;
  private current: Extension = [];
  /** Texts that the page was told and has not given back: an echo of one of them is no news. */
  private told: string[] = [];
  /** The text of this path that the page gave last. */
  private given: string | undefined;
  private list: readonly LineMark[] = [];
  private findings: readonly Diagnostic[] = [];
  /** The errors that have a box and a mark. */
  private shown: readonly Diagnostic[] = [];
  private edited = -Infinity;
  private errorPause: ReturnType<typeof setTimeout> | undefined;
  private untold = false;
  private pause: ReturnType<typeof setTimeout> | undefined;
  private line = 0;

  constructor(parent: HTMLElement, events: HostEvents) {
    this.events = events;
    this.over = parent.closest<HTMLElement>('[data-overlays]') ?? document.body;
    this.view = new EditorView({ parent });
  }

  /** Shows a document; where it is shown already, takes over what changed outside. */
  show(path: string, text: string): void {
    if (path !== this.path) {
      this.tell();
      if (this.path !== undefined) this.waiting.set(this.path, this.view.state);
      this.windows = hasWindowsEnds(text);
      this.view.setState(this.waiting.get(path) ?? this.create(path, this.windows ? withoutReturns(text) : text));
      this.view.dispatch({ effects: this.settings.reconfigure(this.current) });
      this.path = path;
      this.told = [];
      this.shown = [];
      this.line = 0;
      this.given = undefined;
    }
    // The same text again is no news: what was written since may not have been told yet.
    if (text === this.given) return;
    this.given = text;
    const echo = this.told.indexOf(text);
    if (echo >= 0) {
      this.told.splice(0, echo + 1);
      return;
    }
    this.windows = hasWindowsEnds(text);
    const changes = replaceText(this.view.state.doc, this.windows ? withoutReturns(text) : text);
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
    this.list = list;
    this.drawMarks();
  }

  diagnose(list: readonly Diagnostic[]): void {
    const { state } = this.view;
    const path = this.path ?? '';
    const own = isLarge(state) ? [] : list.filter(({ file }) => (file === undefined ? isDockerfile(path) : file === path));
    this.findings = this.windows ? own.map((finding) => ({ ...finding, range: rangeWithoutReturns(state.doc, finding.range) })) : own;
    this.view.dispatch(underline(state, this.findings));
    clearTimeout(this.errorPause);
    const rest = this.edited + ERROR_PAUSE - performance.now();
    if (this.errors.length === 0 || rest <= 0) this.drawErrors();
    else this.errorPause = setTimeout(() => this.drawErrors(), rest);
  }

  /** Shows what differs from a text: the file as the last build had it. */
  compare(base: string | undefined): void {
    this.view.dispatch({ effects: setBase.of(base === undefined ? null : withoutReturns(base)) });
  }

  pick(lines: LineRange | undefined): void {
    this.view.dispatch({ effects: setPicked.of(lines ?? null) });
  }

  /** Selects a range, scrolls it into the middle and takes the focus. */
  jump(range: Range): void {
    const { from, to } = this.windows ? rangeWithoutReturns(this.view.state.doc, range) : range;
    const end = this.view.state.doc.length;
    const anchor = Math.min(from, end);
    this.view.dispatch({ selection: { anchor, head: Math.min(to, end) }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
    this.view.focus();
  }

  destroy(): void {
    this.tell();
    clearTimeout(this.errorPause);
    this.view.destroy();
  }

  /** Errors of a text that has something in it: an empty one is no mistake. */
  private get errors(): readonly Diagnostic[] {
    return /\S/.test(this.view.state.sliceDoc(0, 1000)) ? this.findings.filter(({ severity }) => severity === 'error') : [];
  }

  private drawErrors(): void {
    this.shown = this.errors;
    this.view.dispatch({ effects: setErrors.of(this.shown) });
    this.drawMarks();
  }

  /** Errors take the place of the marks on their lines. */
  private drawMarks(): void {
    const wrong = errorMarks(this.view.state, this.shown);
    const covered = new Set(wrong.map(({ lines }) => lines.first));
    const list = [...this.list.filter(({ lines }) => !covered.has(lines.first)), ...wrong].sort((a, b) => a.lines.first - b.lines.first);
    this.view.dispatch({ effects: setMarks.of(list) });
  }

  private create(path: string, doc: string): EditorState {
    return EditorState.create({
      doc,
      extensions: [
        this.settings.of(this.current),
        setup(marks((step) => this.events.onstep(step)), this.over),
        pickedLines,
        editedLines,
        errorBoxes,
        findingKeys,
        this.language.of(doc.length > PLAIN_ABOVE ? [] : languageFor(path, this.events.known)),
        EditorState.transactionExtender.of((transaction) => this.switchLanguage(transaction, path)),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !update.transactions.every((transaction) => transaction.annotation(outside))) this.changed(update.state);
          if (update.selectionSet || update.docChanged) this.moved(update.state);
        }),
      ],
    });
  }

  /** Colours and completion go in the very change that makes a text large, so that it is never parsed. */
  private switchLanguage({ docChanged, newDoc, startState }: Transaction, path: string): Pick<TransactionSpec, 'effects'> | null {
    const large = newDoc.length > PLAIN_ABOVE;
    if (!docChanged || large === isLarge(startState)) return null;
    return { effects: this.language.reconfigure(large ? [] : languageFor(path, this.events.known)) };
  }

  private changed(state: EditorState): void {
    this.edited = performance.now();
    clearTimeout(this.pause);
    this.untold = true;
    if (isLarge(state)) this.pause = setTimeout(() => this.tell(), LARGE_PAUSE);
    else this.tell(state);
  }

  private tell({ doc } = this.view.state): void {
    clearTimeout(this.pause);
    if (!this.untold) return;
    this.untold = false;
    const text = this.windows ? withReturns(doc.toString()) : doc.toString();
    this.told.push(text);
    if (this.told.length > 50) this.told.shift();
    this.events.onchange(text, this.path ?? '');
  }

  private moved(state: EditorState): void {
    const line = state.doc.lineAt(state.selection.main.head).number;
    if (line === this.line) return;
    this.line = line;
    this.events.online(line);
  }
}
