/** An engine's answers about images: loaded with the first question. It keeps nothing itself: what was opened is given with each. */
import { readArchive, writeArchive, type Archived } from '#engine/image/archive/index.ts';
import { emptyImageStore, familiar, isDangling, putImage, sortedImages } from '#engine/image/index.ts';
import { compareFile, compareSides, type ImageComparison, type Side } from '#engine/insight/image/compare-images.ts';
import type { FileDifference } from '#engine/insight/image/file-difference.ts';
import { imageReport, type ImageReport } from '#engine/insight/image/image-report.ts';
import { layerFile, layerFolder, type FileContents, type LayerFile } from '#engine/insight/image/layer-files.ts';
import { wholeFolder } from '#engine/insight/image/whole-tree.ts';
import type { Provenance } from '#engine/insight/provenance.ts';
import type { Message } from '#engine/source/message.ts';
import { originOf } from '#engine/workspace/full-build.ts';
import { imageChoices, partsOf, platformsOf, type FoundImage, type ImageChoice } from '#engine/workspace/image-choices.ts';
import type { State } from '#engine/workspace/state.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';

/** What is compared: an image by the id of its choice, all of it up to a layer, or what that layer alone holds. */
export interface Place {
  readonly image: string;
  /** From the bottom, from 0. */
  readonly layer?: number;
  readonly own?: boolean;
}

/** What came of opening an archive: the first image of it, or why it cannot be. */
export type OpenedArchive = { readonly ok: true; readonly image: string; readonly count: number } | { readonly ok: false; readonly message: Message };

type ReadArchive = (Extract<OpenedArchive, { ok: true }> & { readonly archives: OpenedArchives }) | Extract<OpenedArchive, { ok: false }>;

/** Images of archives that were opened in an engine, those of the last archive first. */
export type OpenedArchives = readonly FoundImage[];

/** Where images are looked for. */
export interface ImagesHere {
  readonly archives: OpenedArchives;
  readonly state: State;
}

const all = ({ archives, state }: ImagesHere): readonly FoundImage[] => [...archives, ...imageChoices(state)];
const find = (here: ImagesHere, id: string): FoundImage | undefined => all(here).find((choice) => choice.id === id);
const partsIn = (here: ImagesHere, id: string) => {
  const found = find(here, id);
  return found && partsOf(found);
};

export function choices(here: ImagesHere): readonly ImageChoice[] {
  return all(here).map(({ id, name, machine, archive, platform, from, digest, build }) => ({
    id,
    from,
    digest,
    ...(name !== undefined && { name }),
    ...(machine !== undefined && { machine }),
    ...(archive !== undefined && { archive }),
    ...(platform !== undefined && { platform }),
    ...(build !== undefined && { build }),
  }));
}

export function report(here: ImagesHere, id: string): ImageReport | undefined {
  const parts = partsIn(here, id);
  return parts && imageReport(parts);
}

/** What the layer has in a folder, or with `all` what the file system has there as of the layer. */
export function folder(here: ImagesHere, id: string, layer: number, path: string, all = false): readonly LayerFile[] {
  const parts = partsIn(here, id);
  const found = parts?.layers[layer];
  if (!parts || !found) return [];
  return all ? wholeFolder(parts, layer, path) : layerFolder(found, path);
}

export function file(here: ImagesHere, id: string, layer: number, path: string): FileContents | undefined {
  const found = partsIn(here, id)?.layers[layer];
  return found && layerFile(found, path);
}

/** From the first to the second. */
export function compare(here: ImagesHere, from: Place, to: Place): ImageComparison | undefined {
  const [a, b] = [sideOf(here, from), sideOf(here, to)];
  return a && b && compareSides(a, b);
}

/** One file on both sides. */
export function difference(here: ImagesHere, from: Place, to: Place, path: string): FileDifference | undefined {
  const [a, b] = [sideOf(here, from), sideOf(here, to)];
  return a && b && compareFile(a, b, path);
}

function sideOf(here: ImagesHere, { image, ...rest }: Place): Side | undefined {
  const parts = partsIn(here, image);
  return parts && { image: parts, ...rest };
}

/** Where a file of a layer came from; undefined where no build of this page made the image. */
export function origin(workspace: Workspace, here: ImagesHere, id: string, layer: number, path: string): Provenance | undefined {
  const build = find(here, id)?.build;
  const layers = partsIn(here, id)?.layers.slice(0, layer + 1);
  const step = layers?.findLast((each) => each.step !== undefined)?.step;
  return build === undefined || !step ? undefined : originOf(workspace, build, step.id, path);
}

export { without } from '#engine/workspace/full-build.ts';

/** The image as `docker save` writes it. */
export function save(here: ImagesHere, id: string): Archived {
  const found = find(here, id);
  return found ? writeArchive(found.store, [found.image]) : { ok: false, problem: { id: 'image.gone' } };
}

/** Reads an archive of images: what is opened now, those of before included. */
export async function open(archive: File, before: OpenedArchives): Promise<ReadArchive> {
  const bytes = await archive.arrayBuffer().catch(() => undefined);
  if (!bytes) return { ok: false, message: { id: 'image.archive-unreadable' } };
  const read = readArchive(new Uint8Array(bytes));
  if (!read.ok) return { ok: false, message: read.problem };
  const number = new Set(before.map(({ id }) => id.split(' ')[1])).size + 1;
  const found = read.images.flatMap(({ image, names }, at) => {
    const store = putImage(emptyImageStore, image, names, 0);
    const [stored] = sortedImages(store);
    if (!stored) return [];
    const name = isDangling(stored.name) ? undefined : familiar(stored.name);
    return platformsOf({ id: `archive ${number} ${at}`, ...(name !== undefined && { name }), archive: archive.name, from: 'archive', digest: image.target.digest, store, image: stored });
  });
  const first = found.find((each) => partsOf(each) !== undefined);
  if (!first) return { ok: false, message: { id: 'image.archive-incomplete' } };
  return { ok: true, image: first.id, count: found.length, archives: [...found, ...before] };
}
