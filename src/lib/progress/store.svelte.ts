/** Progress in this browser: what a page records and reads. One for all parts of a page; several tabs are one document. */
import type { Guess } from '#engine/insight/misconceptions/index.ts';
import type { Message } from '#engine/source/message.ts';
import { canonical } from './canonical.ts';
import { merge, withExercise } from './merge.ts';
import { noteText, writeNote } from './notes.ts';
import { emptyExercise, emptyLesson, emptyProgress, noteLimit, type ExerciseProgress, type LessonProgress, type Progress } from './progress.ts';
import type { Aside } from './read.ts';
import { hear, load, olderKey, progressKey, save, type Stored } from './storage.ts';
import { exportProgress, importProgress } from './transfer.ts';
import { afterReset, mergeTallies, type Session } from './tally.ts';

/** Milliseconds after the last key before notes are written. */
const noteDelay = 400;

/** What came of one judging of an exercise. */
export interface Attempt {
  /** Ids of the checks that hold. */
  readonly checks: readonly string[];
  /** All of them do. */
  readonly passed: boolean;
  readonly moves: number;
  /** Absent where nobody knows when it began: it is no best then. */
  readonly seconds?: number;
}

/** The answer to a prediction or a quiz. */
export interface Reply {
  readonly right: number;
  readonly of: number;
  readonly answers: Readonly<Record<string, Guess>> | readonly number[];
  /** By misconception: how many steps or options could have shown it, and how many did. */
  readonly beliefs: Readonly<Record<string, { readonly met: number; readonly wrong: number }>>;
}

export class ProgressStore {
  current: Progress = $state.raw(emptyProgress);
  /** `failed`: the browser keeps nothing; work goes on in memory, and the next change tries again. */
  saved: 'saved' | 'saving' | 'failed' = $state('saved');
  /** What was found broken in what was stored, in sentences. */
  reports: readonly Message[] = $state.raw([]);
  /** What is stored has been read. */
  ready = $state(false);

  /** Who writes notes here. */
  readonly #tab = newId();
  #readers = 0;
  /** Notes that were typed and are not written yet, by lesson. */
  #typed: Readonly<Record<string, string>> = {};
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Reads what is stored, and follows other tabs until what it gives is called. Several parts of a page may do so. */
  open(): () => void {
    if (this.#readers++ === 0) this.#follow();
    let open = true;
    return () => {
      if (!open) return;
      open = false;
      if (--this.#readers === 0) this.#leave();
    };
  }

  lesson(slug: string): LessonProgress {
    return this.current.lessons[slug] ?? emptyLesson;
  }

  exercise(slug: string, exercise: string): ExerciseProgress {
    return this.lesson(slug).exercises[exercise] ?? emptyExercise;
  }

  /** The lesson was opened. */
  opened(slug: string): void {
    this.#change(slug, (lesson) => ({ ...lesson, opened: Date.now() }));
  }

  /** An exercise was judged, after a build of its reader's: counts as one try. */
  tried(slug: string, exercise: string, { checks, passed, moves, seconds }: Attempt): void {
    this.#exercise(slug, exercise, ({ tries, shown }) => ({
      tries: tries + 1,
      checks,
      ...(passed && { passed: Date.now() }),
      // Whoever copies a solution has not beaten anybody.
      ...(passed && shown === undefined && seconds !== undefined && { best: { moves, seconds } }),
    }));
  }

  /** The solution of an exercise was shown. */
  shown(slug: string, exercise: string): void {
    this.#exercise(slug, exercise, () => ({ shown: Date.now() }));
  }

  /** So many rungs of hints were taken of an exercise. */
  hinted(slug: string, exercise: string, rungs: number): void {
    this.#exercise(slug, exercise, () => ({ hints: rungs }));
  }

  /** A question was answered: only the first answer is kept, and its beliefs are counted. */
  answered(slug: string, question: string, { right, of, answers, beliefs }: Reply): void {
    if (this.lesson(slug).questions[question]) return;
    const at = Date.now();
    const shown = Object.keys(beliefs).filter((id) => beliefs[id]!.wrong > 0);
    const answer = { at, right, of, answers, beliefs: shown };
    const session = { id: `${slug}/${question}`, at, scene: slug, right, of, beliefs: { ...beliefs } };
    this.#change(slug, (lesson) => ({ ...lesson, questions: { ...lesson.questions, [question]: answer } }), [session]);
  }

  /** What a build at the workbench said to a prediction. */
  believed(session: Session): void {
    this.#set({ ...this.current, beliefs: { ...this.current.beliefs, sessions: [...this.current.beliefs.sessions, session] } });
    this.#write();
  }

  /** The notes on a lesson, as they are typed: kept in memory at once, in the browser within half a second. */
  note(slug: string, text: string): void {
    // What two tabs wrote may be longer together: it is not cut by the next key.
    const typed = text.slice(0, Math.max(noteLimit, this.noteText(slug).length));
    this.#note(slug, typed);
    this.#typed = { ...this.#typed, [slug]: typed };
    this.saved = 'saving';
    this.#timer ??= setTimeout(() => this.#write(), noteDelay);
  }

  /** The notes on a lesson; reading it in markup follows other tabs. */
  noteText(slug: string): string {
    return noteText(this.lesson(slug).notes);
  }

  /** Throws everything away, in every tab; gives what brings it back. */
  reset(): () => void {
    this.#write();
    const before = this.current;
    this.#set({ ...emptyProgress, epoch: before.epoch + 1 });
    this.#write();
    return () => {
      this.#set(merge({ ...before, epoch: this.current.epoch + 1 }, { ...this.current, epoch: this.current.epoch + 1 }));
      this.#write();
    };
  }

  /** Throws the score of predictions away, and nothing else; gives what brings it back. */
  resetBeliefs(now: number): () => void {
    const before = this.current.beliefs;
    this.#set({ ...this.current, beliefs: { version: 1, resetAt: now, sessions: [] } });
    this.#write();
    return () => {
      const back = afterReset(before, Math.max(now, this.current.beliefs.resetAt));
      this.#set({ ...this.current, beliefs: mergeTallies(this.current.beliefs, back) });
      this.#write();
    };
  }

  /** The document as a file's text. */
  export(): string {
    return exportProgress(this.current);
  }

  /** Merges a file's text in; says what it brought. */
  import(text: string): Message {
    const { progress, says, aside } = importProgress(this.current, text);
    this.#set(progress);
    this.#report(aside);
    this.#write();
    return says;
  }

  /** Writes now what waits to be written. */
  flush(): void {
    if (this.#timer !== undefined) this.#write();
  }

  readonly #onstorage = ({ key, newValue }: StorageEvent) => {
    if (key !== progressKey || newValue === null) return;
    const { progress, news } = hear(this.current, newValue);
    const typed = this.#takes({ progress, aside: [] });
    // Both may have written at once: then the other one lacks something.
    if (news || typed) this.#write();
  };

  /** A page may be frozen from here on, and a frozen page hears of no other tab. */
  readonly #onsight = () => (document.visibilityState === 'hidden' ? this.flush() : this.#load());
  readonly #onleave = () => this.flush();
  readonly #onreturn = ({ persisted }: PageTransitionEvent) => persisted && this.#load();

  #follow(): void {
    addEventListener('storage', this.#onstorage);
    addEventListener('pagehide', this.#onleave);
    addEventListener('pageshow', this.#onreturn);
    document.addEventListener('visibilitychange', this.#onsight);
    this.#load();
    this.ready = true;
  }

  #leave(): void {
    this.flush();
    removeEventListener('storage', this.#onstorage);
    removeEventListener('pagehide', this.#onleave);
    removeEventListener('pageshow', this.#onreturn);
    document.removeEventListener('visibilitychange', this.#onsight);
  }

  #load(): void {
    try {
      const stored = load(localStorage);
      this.#takes(stored);
      if (stored.aside.length > 0 || localStorage.getItem(olderKey) !== null) this.#write();
    } catch {
      this.saved = 'failed';
    }
  }

  #note(slug: string, text: string): void {
    const notes = writeNote(this.lesson(slug).notes, this.#tab, Date.now(), text);
    if (notes) this.#set({ ...this.current, lessons: { ...this.current.lessons, [slug]: { ...this.lesson(slug), notes } } });
  }

  #exercise(slug: string, id: string, added: (before: ExerciseProgress) => Partial<ExerciseProgress>): void {
    this.#change(slug, (lesson) => ({ ...lesson, exercises: { ...lesson.exercises, [id]: withExercise(lesson.exercises[id], added(this.exercise(slug, id))) } }));
  }

  #change(slug: string, to: (lesson: LessonProgress) => LessonProgress, sessions: readonly Session[] = []): void {
    const { lessons, beliefs } = this.current;
    this.#set({ ...this.current, lessons: { ...lessons, [slug]: to(this.lesson(slug)) }, beliefs: { ...beliefs, sessions: [...beliefs.sessions, ...sessions] } });
    this.#write();
  }

  #set(progress: Progress): void {
    this.current = progress;
  }

  #write(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    try {
      // What a reset in another tab took while it was typed is written after it.
      if (this.#takes(save(localStorage, this.current))) save(localStorage, this.current);
      this.#typed = {};
      this.saved = 'saved';
    } catch {
      this.saved = 'failed';
    }
  }

  /** Merges in what was stored; says whether notes that were being typed had to be written into it again. */
  #takes({ progress, aside }: Stored): boolean {
    const typed = progress.epoch > this.current.epoch ? Object.entries(this.#typed) : [];
    this.#set(merge(this.current, progress));
    this.#report(aside);
    for (const [slug, text] of typed) this.#note(slug, text);
    return typed.length > 0;
  }

  /** Each once: what could not be cleaned away is met again. */
  #report(aside: readonly Aside[]): void {
    const known = this.reports.map((report) => canonical(report));
    const news = aside.map(({ why }) => why).filter((why) => !known.includes(canonical(why)));
    if (news.length > 0) this.reports = [...this.reports, ...news];
  }
}

/** The one of this page. */
export const progress = new ProgressStore();

/** Different in every tab; also where a page is not served safely, which has no `randomUUID`. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join('-');
}
