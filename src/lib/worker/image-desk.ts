/** The worker's answers about images: loaded with the first question. It keeps archives that were opened here, as long as the worker lives. */
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
import { currentState, type Workspace } from '#engine/workspace/workspace.ts';

/** What is compared: an image by the id of its choice, all of it up to a layer, or what that layer alone holds. */
export interface Place {
  readonly image: string;
  /** From the bottom, from 0. */
  readonly layer?: number;
  readonly own?: boolean;
}

/** What came of opening an archive: the first image of it, or why it cannot be. */
export type OpenedArchive = { readonly ok: true; readonly image: string; readonly count: number } | { readonly ok: false; readonly message: Message };

let opened: readonly FoundImage[] = [];
let archives = 0;

const all = (state: State): readonly FoundImage[] => [...opened, ...imageChoices(state)];
const find = (state: State, id: string): FoundImage | undefined => all(state).find((choice) => choice.id === id);
const partsIn = (state: State, id: string) => {
  const found = find(state, id);
  return found && partsOf(found);
};

export function choices(state: State): readonly ImageChoice[] {
  return all(state).map(({ id, name, machine, archive, platform, from, digest, build }) => ({
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

export function report(state: State, id: string): ImageReport | undefined {
  const parts = partsIn(state, id);
  return parts && imageReport(parts);
}

/** What the layer has in a folder, or with `all` what the file system has there as of the layer. */
export function folder(state: State, id: string, layer: number, path: string, all = false): readonly LayerFile[] {
  const parts = partsIn(state, id);
  const found = parts?.layers[layer];
  if (!parts || !found) return [];
  return all ? wholeFolder(parts, layer, path) : layerFolder(found, path);
}

export function file(state: State, id: string, layer: number, path: string): FileContents | undefined {
  const found = partsIn(state, id)?.layers[layer];
  return found && layerFile(found, path);
}

/** From the first to the second. */
export function compare(state: State, from: Place, to: Place): ImageComparison | undefined {
  const [a, b] = [sideOf(state, from), sideOf(state, to)];
  return a && b && compareSides(a, b);
}

/** One file on both sides. */
export function difference(state: State, from: Place, to: Place, path: string): FileDifference | undefined {
  const [a, b] = [sideOf(state, from), sideOf(state, to)];
  return a && b && compareFile(a, b, path);
}

function sideOf(state: State, { image, ...rest }: Place): Side | undefined {
  const parts = partsIn(state, image);
  return parts && { image: parts, ...rest };
}

/** Where a file of a layer came from; undefined where no build of this page made the image. */
export function origin(workspace: Workspace, id: string, layer: number, path: string): Provenance | undefined {
  const state = currentState(workspace);
  const build = find(state, id)?.build;
  const layers = partsIn(state, id)?.layers.slice(0, layer + 1);
  const step = layers?.findLast((each) => each.step !== undefined)?.step;
  return build === undefined || !step ? undefined : originOf(workspace, build, step.id, path);
}

export { without } from '#engine/workspace/full-build.ts';

/** The image as `docker save` writes it. */
export function save(state: State, id: string): Archived {
  const found = find(state, id);
  return found ? writeArchive(found.store, [found.image]) : { ok: false, problem: { id: 'image.gone' } };
}

/** Reads an archive of images and keeps them beside the others. */
export async function open(archive: File): Promise<OpenedArchive> {
  const bytes = await archive.arrayBuffer().catch(() => undefined);
  if (!bytes) return { ok: false, message: { id: 'image.archive-unreadable' } };
  const read = readArchive(new Uint8Array(bytes));
  if (!read.ok) return { ok: false, message: read.problem };
  const number = archives + 1;
  const found = read.images.flatMap(({ image, names }, at) => {
    const store = putImage(emptyImageStore, image, names, 0);
    const [stored] = sortedImages(store);
    if (!stored) return [];
    const name = isDangling(stored.name) ? undefined : familiar(stored.name);
    return platformsOf({ id: `archive ${number} ${at}`, ...(name !== undefined && { name }), archive: archive.name, from: 'archive', digest: image.target.digest, store, image: stored });
  });
  const first = found.find((each) => partsOf(each) !== undefined);
  if (!first) return { ok: false, message: { id: 'image.archive-incomplete' } };
  archives = number;
  opened = [...found, ...opened];
  return { ok: true, image: first.id, count: found.length };
}
