/** What the layers view looks at: an image, the one it is set against, and what the engine says of both. Asks only while somebody looks. */
import type { ImageComparison } from '#engine/insight/image/compare-images.ts';
import type { ImageReport } from '#engine/insight/image/image-report.ts';
import type { FileContents, LayerFile } from '#engine/insight/image/layer-files.ts';
import type { ImageChoice } from '#engine/workspace/image-choices.ts';
import type { Workbench } from './workbench.svelte.ts';

export class Images {
  choices: readonly ImageChoice[] = $state.raw([]);
  image: string | undefined = $state();
  report: ImageReport | undefined = $state.raw();
  other: string | undefined = $state();
  comparison: ImageComparison | undefined = $state.raw();
  /** The first answer is there. */
  known = $state(false);
  /** What came of the last save, in a sentence. */
  message: string | undefined = $state();

  readonly #bench: Workbench;
  /** The image that the reader picked; otherwise the view follows the build that is looked at. */
  #picked: string | undefined;
  #loaded = '';
  #compared = '';

  constructor(bench: Workbench) {
    this.#bench = bench;
  }

  /** Reads the list again, and the images if they are others than before. */
  async refresh(): Promise<void> {
    const choices = await this.#bench.ask('choices', {});
    if (!choices) return;
    this.choices = choices;
    const there = (id: string | undefined) => choices.some((choice) => choice.id === id);
    const looked = choices.find(({ build }) => build === this.#bench.shown) ?? choices.find(({ from }) => from === 'build') ?? choices[0];
    this.image = there(this.#picked) ? this.#picked : looked?.id;
    if (!there(this.other) || this.other === this.image) this.other = undefined;
    await this.#load();
    this.known = true;
  }

  async choose(image: string): Promise<void> {
    this.#picked = this.image = image;
    this.message = undefined;
    if (this.other === image) this.other = undefined;
    await this.#load();
  }

  async against(other: string | undefined): Promise<void> {
    this.other = other;
    await this.#load();
  }

  folder = async (layer: number, folder: string): Promise<readonly LayerFile[]> => (this.image === undefined ? [] : ((await this.#bench.ask('layerFolder', { image: this.image, layer, folder })) ?? []));

  file = async (layer: number, path: string): Promise<FileContents | undefined> => (this.image === undefined ? undefined : this.#bench.ask('layerFile', { image: this.image, layer, path }));

  /** Saves the image as an archive; says why where it cannot be. */
  save = async (): Promise<void> => {
    if (this.image === undefined) return;
    const saved = await this.#bench.ask('saveImage', { image: this.image });
    if (!saved) return;
    if (!saved.ok) {
      this.message = saved.problem;
      return;
    }
    const name = `${this.#label().replace(/^Build \d+: /, '').replace(/[^A-Za-z0-9._-]+/g, '-')}.tar`;
    download(name, saved.bytes);
    this.message = `Saved as ${name}. Real tools can open it.`;
  };

  /** Reads an archive of images and looks at the first; a sentence where it cannot be read. */
  async open(file: File): Promise<string | undefined> {
    const opened = await this.#bench.ask('openArchive', { file });
    if (!opened) return 'It could not be read in this tab: it may need more memory than there is.';
    if (!opened.ok) return opened.message;
    this.#picked = opened.image;
    this.message = `${file.name} is kept in this tab's memory alone: not saved, not shared, gone when the tab closes.`;
    await this.refresh();
    return undefined;
  }

  async #load(): Promise<void> {
    const { image, other } = this;
    const digestOf = (id: string | undefined) => `${id} ${this.choices.find((choice) => choice.id === id)?.digest}`;
    if (this.#loaded !== digestOf(image)) {
      this.#loaded = digestOf(image);
      this.report = image === undefined ? undefined : await this.#bench.ask('image', { image });
    }
    const pair = `${digestOf(other)} ${digestOf(image)}`;
    if (this.#compared === pair) return;
    this.#compared = pair;
    this.comparison = image === undefined || other === undefined ? undefined : await this.#bench.ask('compare', { image: other, other: image });
  }

  #label(): string {
    return this.choices.find(({ id }) => id === this.image)?.label ?? 'image';
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
