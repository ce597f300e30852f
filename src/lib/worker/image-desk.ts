/** The worker's answers about images: loaded with the first question. It keeps archives that were opened here, as long as the worker lives. */
import { readArchive, writeArchive, type Archived } from '#engine/image/archive/index.ts';
import { emptyImageStore, familiar, isDangling, putImage, sortedImages } from '#engine/image/index.ts';
import { compareImages, type ImageComparison } from '#engine/insight/image/compare-images.ts';
import { imageReport, type ImageReport } from '#engine/insight/image/image-report.ts';
import { layerFile, layerFolder, type FileContents, type LayerFile } from '#engine/insight/image/layer-files.ts';
import { imageChoices, partsOf, platformsOf, type FoundImage, type ImageChoice } from '#engine/workspace/image-choices.ts';
import type { State } from '#engine/workspace/state.ts';

/** What came of opening an archive: the first image of it, or why it cannot be. */
export type OpenedArchive = { readonly ok: true; readonly image: string; readonly count: number } | { readonly ok: false; readonly message: string };

let opened: readonly FoundImage[] = [];
let archives = 0;

const all = (state: State): readonly FoundImage[] => [...opened, ...imageChoices(state)];
const find = (state: State, id: string): FoundImage | undefined => all(state).find((choice) => choice.id === id);
const layerOf = (state: State, id: string, layer: number) => {
  const found = find(state, id);
  return found && partsOf(found)?.layers[layer];
};

export function choices(state: State): readonly ImageChoice[] {
  return all(state).map(({ id, label, from, digest, build }) => ({ id, label, from, digest, ...(build !== undefined && { build }) }));
}

export function report(state: State, id: string): ImageReport | undefined {
  const found = find(state, id);
  const parts = found && partsOf(found);
  return parts && imageReport(parts);
}

export function folder(state: State, id: string, layer: number, path: string): readonly LayerFile[] {
  const found = layerOf(state, id, layer);
  return found ? layerFolder(found, path) : [];
}

export function file(state: State, id: string, layer: number, path: string): FileContents | undefined {
  const found = layerOf(state, id, layer);
  return found && layerFile(found, path);
}

/** From the first to the second. */
export function compare(state: State, id: string, other: string): ImageComparison | undefined {
  const [a, b] = [id, other].map((one) => {
    const found = find(state, one);
    return found && partsOf(found);
  });
  return a && b && compareImages(a, b);
}

/** The image as `docker save` writes it. */
export function save(state: State, id: string): Archived {
  const found = find(state, id);
  return found ? writeArchive(found.store, [found.image]) : { ok: false, problem: 'This image is not here any more.' };
}

/** Reads an archive of images and keeps them beside the others. */
export async function open(archive: File): Promise<OpenedArchive> {
  const bytes = await archive.arrayBuffer().catch(() => undefined);
  if (!bytes) return { ok: false, message: 'It could not be read: it may have changed since it was picked, or be larger than a tab can hold.' };
  const read = readArchive(new Uint8Array(bytes));
  if (!read.ok) return { ok: false, message: read.problem };
  const number = ++archives;
  const found = read.images.flatMap(({ image, names }, at) => {
    const store = putImage(emptyImageStore, image, names, 0);
    const [stored] = sortedImages(store);
    if (!stored) return [];
    const name = isDangling(stored.name) ? '' : `: ${familiar(stored.name)}`;
    return platformsOf({ id: `archive ${number} ${at}`, label: `${archive.name}${name}`, from: 'archive', digest: image.target.digest, store, image: stored });
  });
  const first = found.find((each) => partsOf(each) !== undefined);
  if (!first) return { ok: false, message: 'The archive names an image whose manifest or config is not in it, so there is nothing to take apart.' };
  opened = [...found, ...opened];
  return { ok: true, image: first.id, count: found.length };
}
