/** Opening something of the reader's own (a folder, an archive, a saved image, a recorded build): what was picked, how far it is read, and what there is to say about it. */
import type { ImportProgress } from '#lib/import/imported.ts';
import { nameOf, pickArchive, pickFolder, type Picked } from '#lib/import/picked.ts';
import { t, text } from '#messages/index.ts';
import type { Workbench } from './workbench.svelte.ts';

export type OpenerStage =
  | { readonly kind: 'reading'; readonly name: string; readonly progress?: ImportProgress }
  | { readonly kind: 'refused'; readonly name: string; readonly message: string }
  /** It was opened and has no Dockerfile; `image` is what one could start from. */
  /** A real build is about to be pasted; `problem` says why the last text could not be replayed. */
  | { readonly kind: 'recorded'; readonly name: string; readonly problem?: string }
  | { readonly kind: 'no-dockerfile'; readonly name: string; readonly image: string };

/** Reading that is done sooner needs no dialog. */
const PATIENCE = 250;
/** Milliseconds for which the sentence about what was read stays, if nobody closes it. */
const NOTICE = 12_000;

export class Opener {
  /** What the dialog shows; undefined: there is none. */
  stage: OpenerStage | undefined = $state.raw();

  readonly #bench: Workbench;
  /** Takes an archive of images; a sentence where it cannot. */
  readonly #openImage: (file: File) => Promise<string | undefined>;
  #abort: AbortController | undefined;

  constructor(bench: Workbench, openImage: (file: File) => Promise<string | undefined>) {
    this.#bench = bench;
    this.#openImage = openImage;
  }

  folder = async (): Promise<void> => this.take(await pickFolder());
  archive = async (): Promise<void> => this.take(await pickArchive());

  /** An archive of images that the reader says is one. */
  image = async (): Promise<void> => {
    const [picked] = await pickArchive();
    if (picked?.kind === 'file') await this.#inspect(picked.file);
  };

  recorded = (): void => {
    this.stage = { kind: 'recorded', name: t('import.a-real-build') };
  };

  /** Replays what was pasted; the dialog stays with the reason where it cannot be. */
  async replay(text: string): Promise<void> {
    const problem = await this.#bench.replayRecorded(text);
    this.stage = problem === undefined ? undefined : { kind: 'recorded', name: t('import.a-real-build'), problem };
  }

  async #inspect(file: File): Promise<void> {
    const late = setTimeout(() => (this.stage = { kind: 'reading', name: file.name }), PATIENCE);
    const problem = await this.#openImage(file);
    clearTimeout(late);
    this.stage = problem === undefined ? undefined : { kind: 'refused', name: file.name, message: problem };
  }

  /** Reads what was dropped or picked and makes it the context. */
  async take(picked: readonly Picked[]): Promise<void> {
    if (picked.length === 0 || !this.#bench.ready) return;
    this.#abort?.abort();
    const abort = (this.#abort = new AbortController());
    const name = nameOf(picked);
    let progress: ImportProgress | undefined;
    const show = () => (this.stage = { kind: 'reading', name, ...(progress ? { progress } : {}) });
    this.stage = undefined;
    const late = setTimeout(show, PATIENCE);
    const onprogress = (now: ImportProgress) => {
      progress = now;
      if (this.stage?.kind === 'reading') show();
    };
    const reader = await import('#lib/import/index.ts');
    const imported = await reader.readPicked(picked, { signal: abort.signal, onprogress });
    if (abort.signal.aborted) {
      clearTimeout(late);
      return;
    }
    if (imported.kind === 'image') {
      clearTimeout(late);
      return this.#inspect(imported.file);
    }
    const problem = imported.kind === 'read' ? await this.#bench.do(imported.action) : imported.kind === 'refused' ? text(imported.message) : undefined;
    clearTimeout(late);
    this.stage = undefined;
    if (problem !== undefined) this.stage = { kind: 'refused', name, message: problem };
    else if (imported.kind === 'read') {
      this.#say(reader.summarySentence(imported.summary));
      if (imported.summary.dockerfile === undefined) this.stage = { kind: 'no-dockerfile', name: imported.summary.name, image: reader.starterFor(this.#paths()).image };
    }
  }

  /** Writes a Dockerfile that fits the files, where the next build looks for one. */
  async start(): Promise<void> {
    this.stage = undefined;
    const { starterFor } = await import('#lib/import/index.ts');
    const path = this.#bench.snapshot.dockerfile;
    await this.#bench.do({ type: 'write', path, text: starterFor(this.#paths()).text });
    await this.#bench.openFile(path);
  }

  #paths(): readonly string[] {
    return this.#bench.snapshot.files.map(({ path }) => path);
  }

  /** Closes the dialog; what is being read is given up. */
  close = (): void => {
    this.#abort?.abort();
    this.stage = undefined;
  };

  #say(text: string): void {
    const notice = { kind: 'info', text } as const;
    this.#bench.notice = notice;
    setTimeout(() => {
      if (this.#bench.notice === notice) this.#bench.dismiss();
    }, NOTICE);
  }
}
