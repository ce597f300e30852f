/** The images that can be looked into: those of the builds, and those that lie on machines. Small rows for a page, and the way back to the image. */
import type { Digest } from '../fs/node.ts';
import { emptyImageStore, familiar, isDangling, manifestsOf, putImage, sortedImages, type ImageStore, type StoredImage } from '../image/index.ts';
import { takeApart, type ImageLayer, type TakenApart } from '../insight/image/image-layers.ts';
import { fullName } from '../solver/export/export.ts';
import type { BuildRecord } from '../solver/record.ts';
import { newImageOf } from './operations/kept-image.ts';
import type { Built, State } from './state.ts';

/** An image as a list offers it. */
export interface ImageChoice {
  /** What requests name it by: holds as long as it is listed. */
  readonly id: string;
  /** As people write it: `app:1.0.0`; absent where it has no name. */
  readonly name?: string;
  /** Where it lies on a machine, or in an archive: their names. */
  readonly machine?: string;
  readonly archive?: string;
  /** Where it is one of several of the same name. */
  readonly platform?: string;
  readonly from: 'build' | 'machine' | 'archive';
  /** Of the index or the manifest: another image under the same id has another. */
  readonly digest: Digest;
  /** Number of the build that made it. */
  readonly build?: number;
}

/** An image with where it lies. */
export interface FoundImage extends ImageChoice {
  readonly store: ImageStore;
  readonly image: StoredImage;
  /** Of the build that made it. */
  readonly record?: BuildRecord;
}

/** Latest build first, then what machines have that no build made. */
export function imageChoices(state: State): readonly FoundImage[] {
  const built = [...state.builds].reverse().flatMap((build) => ofBuild(build, state));
  const made = new Set(built.map(({ image }) => image.target.digest));
  const kept = [...state.machines.values()].flatMap((machine) =>
    sortedImages(machine.images)
      .filter(({ name, target }) => !isDangling(name) && !made.has(target.digest))
      .flatMap((image) => platformsOf({ id: `${machine.name} ${image.name}`, name: familiar(image.name), machine: machine.name, from: 'machine', digest: image.target.digest, store: machine.images, image })),
  );
  return [...built, ...kept];
}

/** One choice for each platform that is all here, where there are several. */
export function platformsOf(found: FoundImage): readonly FoundImage[] {
  const platforms = manifestsOf(found.store, found.image.target).flatMap(({ kind, available, platform }) => (kind === 'image' && available && platform !== undefined ? [platform] : []));
  if (platforms.length < 2) return [found];
  return platforms.map((platform) => ({ ...found, id: `${found.id} ${platform}`, platform }));
}

const stores = new WeakMap<Built, { readonly store: ImageStore; readonly image: StoredImage } | undefined>();

function ofBuild(built: Built, state: State): readonly FoundImage[] {
  if (!stores.has(built)) stores.set(built, storeOf(built, state));
  const own = stores.get(built);
  if (!own) return [];
  const { record } = built;
  const name = isDangling(own.image.name) ? undefined : familiar(own.image.name);
  return platformsOf({ id: `build ${record.number}`, ...(name !== undefined && { name }), from: 'build', digest: own.image.target.digest, build: record.number, record, ...own });
}

/** A store with the build's image alone: its names lead elsewhere after the next build, the build's own image stays what it was. */
function storeOf(built: Built, { machines, registries }: State) {
  const known = (digest: Digest) => {
    for (const { blobs } of [...[...machines.values()].map(({ images }) => images), ...registries.hosts.values()]) {
      const blob = blobs.get(digest);
      if (blob) return blob;
    }
    return undefined;
  };
  const image = newImageOf(built, known);
  if (!image) return undefined;
  const { record } = built;
  const store = putImage(emptyImageStore, image, (record.options.tags ?? []).map(fullName), record.startedAt + record.duration);
  const [first] = sortedImages(store);
  return first && { store, image: first };
}

const apart = new WeakMap<ImageStore, Map<string, TakenApart | undefined>>();

/** The image in its layers; the same value for the same image. A base that stands for several layers is named as its Dockerfile names it. */
export function partsOf({ store, image, platform, record }: FoundImage): TakenApart | undefined {
  const known = apart.get(store) ?? new Map<string, TakenApart | undefined>();
  apart.set(store, known);
  const key = `${image.target.digest} ${platform ?? ''}`;
  if (!known.has(key)) known.set(key, named(takeApart(store, image.target.digest, platform), record));
  return known.get(key);
}

function named(parts: TakenApart | undefined, record: BuildRecord | undefined): TakenApart | undefined {
  if (!parts || !record) return parts;
  const base = baseOf(record);
  // From the top down: a base counts as one here, and as many in the record.
  const made = record.images.find(({ platform }) => platform === parts.platform)?.layers ?? [];
  const layers = parts.layers.map((layer): ImageLayer => {
    const from = layer.base ? base?.step : made[made.length - parts.layers.length + layer.index]?.step;
    const step = record.steps.find(({ id }) => id === from);
    const label = layer.base && base ? `FROM ${base.name}` : layer.label;
    return { ...layer, label, ...(step && { step: { id: step.id, lines: step.lines, text: step.text } }) };
  });
  return { ...parts, layers };
}

/** The image that the target stands on, through the stages between, and the step that names it; undefined for `scratch`. */
function baseOf({ stages }: BuildRecord): { readonly name: string; readonly step: string | undefined } | undefined {
  let stage = stages.find(({ target }) => target);
  for (let hops = 0; stage && hops < stages.length; hops++) {
    const { base, index } = stage;
    const below = stages.find((other) => other.index < index && other.name === base);
    if (!below) return base === '' || base === 'scratch' ? undefined : { name: base, step: stage.steps[0] };
    stage = below;
  }
  return undefined;
}
