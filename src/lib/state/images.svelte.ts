/** What the layers view looks at: an image, what it is set against, and what the engine says of both. Asks only while somebody looks. */
import type { Ablation } from '#engine/insight/ablation.ts';
import type { ImageComparison } from '#engine/insight/image/compare-images.ts';
import type { FileDifference } from '#engine/insight/image/file-difference.ts';
import type { ImageReport } from '#engine/insight/image/image-report.ts';
import type { FileContents, LayerFile } from '#engine/insight/image/layer-files.ts';
import type { Provenance } from '#engine/insight/provenance.ts';
import type { BuildRecord } from '#engine/solver/record.ts';
import type { Message } from '#engine/source/message.ts';
import type { LineRange } from '#engine/source/range.ts';
import type { ImageChoice } from '#engine/workspace/image-choices.ts';
import type { Place } from '#lib/worker/image-desk.ts';
import { t, text } from '#messages/index.ts';
import type { Workbench } from './workbench.svelte.ts';

/** Layers to compare instead of whole images, by their places from the bottom; `own`: only what they hold themselves. */
export interface Versus {
  readonly from?: number;
  readonly to?: number;
  readonly own: boolean;
}

export class Images {
  choices: readonly ImageChoice[] = $state.raw([]);
  image: string | undefined = $state();
  report: ImageReport | undefined = $state.raw();
  /** The build that made the image; absent for images of machines and archives. */
  record: BuildRecord | undefined = $state.raw();
  /** The image that is the before, its report, and the layers that were picked. */
  other: string | undefined = $state();
  otherReport: ImageReport | undefined = $state.raw();
  versus: Versus = $state.raw({ own: false });
  comparison: ImageComparison | undefined = $state.raw();
  /** The first answer is there. */
  known = $state(false);
  /** What came of saving or opening: to be said, or the engine's own sentence. */
  message: Message | undefined = $state.raw();

  readonly #bench: Workbench;
  /** The image that the reader picked; otherwise the view follows the build that is looked at. */
  #picked: string | undefined;
  #loaded = '';
  #compared = '';
  /** Archives that were opened here, oldest first: a worker that was started again is given them again. */
  #archives: readonly File[] = [];

  constructor(bench: Workbench) {
    this.#bench = bench;
  }

  /** Reads the list again, and the images if they are others than before. */
  async refresh(): Promise<void> {
    let choices = await this.#bench.ask('choices', {});
    if (!choices) return;
    if (this.#archives.length > 0 && !choices.some(({ from }) => from === 'archive')) {
      await this.#readAgain();
      choices = (await this.#bench.ask('choices', {})) ?? choices;
    }
    this.choices = choices;
    const there = (id: string | undefined) => choices.some((choice) => choice.id === id);
    const looked = choices.find(({ build }) => build === this.#bench.shown) ?? choices.find(({ from }) => from === 'build') ?? choices[0];
    this.image = there(this.#picked) ? this.#picked : looked?.id;
    if (!there(this.other)) this.#forgetOther();
    await this.#load();
    this.known = true;
  }

  async choose(image: string): Promise<void> {
    this.#picked = this.image = image;
    this.message = undefined;
    this.versus = { own: false };
    if (this.other === image) this.#forgetOther();
    await this.#load();
  }

  /** Sets the image against another, or against itself: then layer by layer. */
  async against(other: string | undefined): Promise<void> {
    this.other = other;
    const last = (this.report?.layers.length ?? 0) - 1;
    this.versus = other !== undefined && other === this.image && last > 0 ? { from: last - 1, to: last, own: false } : { own: false };
    await this.#load();
  }

  async compare(versus: Versus): Promise<void> {
    this.versus = versus;
    await this.#load();
  }

  folder = async (layer: number, folder: string, all = false): Promise<readonly LayerFile[]> =>
    this.image === undefined ? [] : ((await this.#bench.ask('layerFolder', { image: this.image, layer, folder, all })) ?? []);

  file = async (layer: number, path: string): Promise<FileContents | undefined> => (this.image === undefined ? undefined : this.#bench.ask('layerFile', { image: this.image, layer, path }));

  /** Where a file of a layer came from. */
  origin = async (layer: number, path: string): Promise<Provenance | undefined> => (this.image === undefined ? undefined : this.#bench.ask('origin', { image: this.image, layer, path }));

  /** What would be missing without some lines of the Dockerfile that made the image. */
  without = async (lines: LineRange): Promise<Ablation | undefined> => {
    const { record } = this;
    return record && this.#bench.ask('without', { build: record.number, lines });
  };

  /** One file on both sides of the comparison. */
  difference = async (path: string): Promise<FileDifference | undefined> => {
    const places = this.#places();
    return places && this.#bench.ask('difference', { ...places, path });
  };

  /** Saves the image as an archive; says why where it cannot be. */
  save = async (): Promise<void> => {
    if (this.image === undefined) return;
    const saved = await this.#bench.ask('saveImage', { image: this.image });
    if (!saved) return;
    if (!saved.ok) {
      this.message = saved.problem;
      return;
    }
    const name = `${this.#fileName()}.tar`;
    download(name, saved.bytes);
    this.message = { id: 'image.saved', values: { name } };
  };

  /** Reads an archive of images and looks at the first; a sentence where it cannot be read. */
  async open(file: File): Promise<string | undefined> {
    const opened = await this.#bench.ask('openArchive', { file });
    if (!opened) return t('image.archive-too-large');
    if (!opened.ok) return text(opened.message);
    this.#archives = [...this.#archives, file];
    this.#picked = opened.image;
    this.message = { id: 'image.opened', values: { name: file.name } };
    await this.refresh();
    return undefined;
  }

  /** The engine was started again and has none of the archives: they are read anew. */
  async #readAgain(): Promise<void> {
    const kept: File[] = [];
    for (const file of this.#archives) {
      const opened = await this.#bench.ask('openArchive', { file });
      if (opened?.ok) kept.push(file);
      else this.message = { id: 'image.archive-lost', values: { name: file.name } };
    }
    const all = kept.length === this.#archives.length;
    this.#archives = kept;
    if (all) this.message = { id: 'image.archive-read-again', values: { name: kept.at(-1)?.name ?? '' } };
  }

  #forgetOther(): void {
    this.other = undefined;
    this.versus = { own: false };
  }

  #places(): { readonly from: Place; readonly to: Place } | undefined {
    const { image, other } = this;
    if (image === undefined || other === undefined) return undefined;
    const { from, to, own } = this.versus;
    const alone = own && from !== undefined && to !== undefined;
    return { from: { image: other, ...(from !== undefined && { layer: from }), own: alone }, to: { image, ...(to !== undefined && { layer: to }), own: alone } };
  }

  async #load(): Promise<void> {
    const { image, other } = this;
    const choiceOf = (id: string | undefined) => this.choices.find((choice) => choice.id === id);
    const digestOf = (id: string | undefined) => `${id} ${choiceOf(id)?.digest}`;
    if (this.#loaded !== digestOf(image)) {
      this.#loaded = digestOf(image);
      const build = choiceOf(image)?.build;
      const [report, record] = await Promise.all([image === undefined ? undefined : this.#bench.ask('image', { image }), build === undefined ? undefined : this.#bench.ask('record', { build })]);
      this.report = report;
      this.record = record;
    }
    const pair = `${digestOf(other)} ${digestOf(image)} ${JSON.stringify(this.versus)}`;
    if (this.#compared === pair) return;
    this.#compared = pair;
    const places = this.#places();
    this.otherReport = other === image ? this.report : other === undefined ? undefined : await this.#bench.ask('image', { image: other });
    this.comparison = places && (await this.#bench.ask('compare', places));
  }

  #fileName(): string {
    const choice = this.choices.find(({ id }) => id === this.image);
    return (choice?.name ?? choice?.id ?? 'image').replace(/[^A-Za-z0-9._-]+/g, '-');
  }
}

function download(name: string, bytes: Uint8Array): void {
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/x-tar' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
