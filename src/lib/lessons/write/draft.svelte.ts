/** A lesson being written: what was dropped, what is wrong with it, how its proofs come out. It is read again while its folder changes. */
import type { Picked } from '#lib/import/picked.ts';
import type { LessonPageData } from '#lib/learn/data/page-data.ts';
import { text } from '#messages/index.ts';
import type { LessonProblem } from '../lesson.ts';
import { checkLesson, type Heard } from './check-lesson.ts';
import { lessonFolders, type LessonFolder } from './lesson-folder.ts';
import type { Trial } from './lesson.worker.ts';

export class Draft {
  /** What is done with it; `stuck`: it did not end and was stopped. */
  phase: 'none' | 'reading' | 'problems' | 'proving' | 'proved' | 'stuck' = $state('none');
  /** Why nothing was taken, in a sentence. */
  refused = $state('');
  /** Lessons in what was dropped, and the one that is looked at. */
  folders: readonly LessonFolder[] = $state.raw([]);
  folder: LessonFolder | undefined = $state.raw();
  problems: readonly LessonProblem[] = $state.raw([]);
  trials: readonly Trial[] = $state.raw([]);
  page: LessonPageData | undefined = $state.raw();
  /** Counts how often the lesson was read, so that what is drawn of it begins anew. */
  reading = $state(0);

  /** A folder that can be read again: one that the browser gave a handle of. */
  readonly watched = $derived.by(() => this.#picked.length === 1 && this.#picked[0]?.kind === 'handle' && this.#picked[0].handle.kind === 'directory');
  readonly tried = $derived.by(() => this.trials.filter(({ faults }) => faults).length);
  readonly faults = $derived.by(() => this.trials.flatMap(({ faults }) => faults ?? []));

  #picked: readonly Picked[] = $state.raw([]);
  #stop = () => {};
  #turn = 0;

  /** Takes what was dropped or picked; with `again` only where something of it has changed. */
  async take(picked: readonly Picked[], again = false): Promise<void> {
    if (picked.length === 0) return;
    const turn = ++this.#turn;
    if (!again) this.phase = 'reading';
    const { readPicked } = await import('#lib/import/index.ts');
    const imported = await readPicked(picked);
    if (turn !== this.#turn) return;
    this.#picked = picked;
    this.refused = '';
    if (imported.kind !== 'read') {
      if (again) return;
      this.phase = 'none';
      this.refused = imported.kind === 'refused' ? text(imported.message) : '';
      return;
    }
    const folders = lessonFolders(imported.action);
    if (again && JSON.stringify(folders) === JSON.stringify(this.folders)) return;
    this.folders = folders;
    this.look(folders.find(({ slug }) => again && slug === this.folder?.slug) ?? folders[0]);
  }

  /** Reads the folder again, where the browser lets it. */
  async refresh(): Promise<void> {
    if (this.watched && this.phase !== 'reading') await this.take(this.#picked, true);
  }

  /** Reads and proves one of the lessons. */
  look(folder: LessonFolder | undefined): void {
    this.#stop();
    this.folder = folder;
    this.problems = [];
    this.phase = folder ? 'reading' : 'none';
    this.#stop = folder ? checkLesson(folder, (said) => this.#hear(said)) : () => {};
  }

  close(): void {
    this.#turn += 1;
    this.#stop();
  }

  #hear(said: Heard): void {
    if (said.kind === 'problems') {
      this.problems = said.problems;
      this.phase = 'problems';
    } else if (said.kind === 'read') {
      this.page = said.page;
      this.trials = said.trials;
      this.reading += 1;
      this.phase = 'proving';
    } else if (said.kind === 'tried') this.trials = this.trials.map((trial, at) => (at === said.at ? { ...trial, faults: said.faults } : trial));
    else if (said.kind === 'done') this.phase = 'proved';
    else this.phase = 'stuck';
  }
}
