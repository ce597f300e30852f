/** `DOCKER_BUILDKIT=0 docker build`: the classic builder on a machine, with the daemon's images as its cache. */
import { configJson, formatReference, manifestJson, mediaTypes, parseReference, putImage, withDefaultTag, type Blob, type ImageStore, type NewImage } from '../../image/index.ts';
import type { BaseImage } from '../../image/base.ts';
import { sha256 } from '../../fs/index.ts';
import { baseLayerBlob } from '../../registry/served.ts';
import { buildClassic, emptyClassicStore, type ClassicStore } from '../../solver/classic/index.ts';
import { fullName } from '../../solver/export/export.ts';
import type { BuildRequest, BuildResult } from '../../solver/request.ts';
import { currentMachine, withMachine, type State } from '../state.ts';
import type { World } from '../world.ts';
import type { BuildCommand } from './build.ts';
import { builderRequest } from './builder-request.ts';
import { newImageOf, textBlob } from './kept-image.ts';
import { resolverFor } from './resolver.ts';
import { baseOf } from './stored-base.ts';

/** Runs the build; its image and the bases that it pulled are in the machine's store. */
export function buildWithClassic(state: State, world: World, command: BuildCommand): { readonly state: State; readonly result: BuildResult } {
  const machine = currentMachine(state);
  const asked = builderRequest(state, world, command.options, command.context);
  const known = machine.classic ?? emptyClassicStore;
  const made = runClassic(state, world, { ...asked, ...(command.interrupted !== undefined && { stopAt: command.interrupted }) });
  const classic = made.classic ?? known;
  const names = (command.options.tags ?? []).map(fullName);
  const ended = state.now + made.record.duration;
  const pulled = [...classic.bases].filter(([key, base]) => known.bases.get(key)?.image !== base.image && base.build === asked.number);
  let images = pulled.reduce((store, [, { image }]) => putImage(store, pulledImage(image), [image.ref], ended), machine.images);
  const image = made.record.ok ? newImageOf(made) : undefined;
  if (image) images = putImage(images, image, names, ended);
  return { state: withMachine(state, { ...machine, images, classic }), result: made };
}

/** One build on top of what the machine's daemon has, or of `known`. */
export function runClassic(state: State, world: World, { store, ...request }: BuildRequest, known?: ClassicStore): BuildResult {
  const { classic = emptyClassicStore, images } = currentMachine(state);
  const from = known ?? withLocal(classic, images, request.options.platforms?.[0] ?? 'linux/amd64');
  const made = buildClassic({ ...request, resolve: registriesOnly(state, world), store: from });
  return { ...made, store, classic: made.store };
}

/** The builder looks among its own images first, so that only registries are asked. */
const registriesOnly = (state: State, world: World) => resolverFor(state, world, true);

/** The daemon's images as bases: a name means the image that it has here. */
function withLocal(store: ClassicStore, { images, blobs, roots }: ImageStore, platform: string): ClassicStore {
  const bases = new Map(store.bases);
  for (const { name, target } of images.values()) {
    const blob = blobs.get(target.digest);
    const image = blob && baseOf({ target: blob, find: (digest) => blobs.get(digest), root: (manifest) => roots.get(manifest) }, name, platform);
    const before = bases.get(`${name} ${platform}`);
    if (image && before?.image.manifestDigest !== image.manifestDigest) bases.set(`${name} ${platform}`, { image, build: before?.build ?? 0 });
  }
  // A name that was removed or given away leads to the registry again.
  for (const key of store.bases.keys()) {
    const ref = parseReference(key.split(' ')[0] ?? '');
    if (!('error' in ref) && !images.has(formatReference(withDefaultTag(ref)))) bases.delete(key);
  }
  return { ...store, bases };
}

/** A base as the store keeps it: its platform's manifest. */
function pulledImage(image: BaseImage): NewImage {
  const json = configJson(image.config);
  const config = textBlob(mediaTypes.config, image.configDigest ?? sha256(json), json);
  const layers = image.layers.map((layer) => baseLayerBlob(image, layer));
  const row = ({ mediaType, digest, size }: Blob) => ({ mediaType, digest, size });
  const text = manifestJson(row(config), layers.map(row));
  const manifest = textBlob(mediaTypes.manifest, image.manifestDigest, text);
  return { target: row(manifest), blobs: [manifest, config, ...layers], roots: new Map([[image.manifestDigest, image.root]]) };
}
