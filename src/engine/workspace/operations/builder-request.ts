/** What a build and its dry run ask the solver for alike. */
import type { DirNode } from '../../fs/node.ts';
import type { BuildOptions } from '../../graph/plan.ts';
import type { BuildRequest } from '../../solver/request.ts';
import { emptyStore, type CacheStore } from '../../solver/cache-store.ts';
import type { Digest } from '../../fs/node.ts';
import { isLayer } from '../../image/index.ts';
import { emptyImageStore, type ImageStore } from '../../image/store.ts';
import { encodeUtf8 } from '../../source/utf8.ts';
import { currentMachine, withMachine, type State } from '../state.ts';
import type { World } from '../world.ts';
import { checkedOut } from './checkout.ts';
import { resolverFor } from './resolver.ts';

type Shared = 'number' | 'options' | 'context' | 'dockerfilePath' | 'resolve' | 'store' | 'now' | 'models' | 'secrets' | 'attest' | 'keeper';

/** The request of the next build on the machine that is sat at, with its own cache; `context` instead of the project. */
export function builderRequest(given: State, world: World, options: BuildOptions, context?: DirNode): Pick<BuildRequest, Shared> {
  const state = jobBegun(given);
  const machine = currentMachine(state);
  const { scenario } = world;
  const secrets = state.imported ? undefined : secretsOf(scenario.secrets);
  const models = state.imported ? undefined : scenario.models;
  return {
    number: state.builds.length + 1,
    options,
    context: context ?? checkedOut(state.context, machine, state.now),
    dockerfilePath: options.file ?? scenario.dockerfile,
    resolve: resolverFor(state, world, options.pull ?? false),
    store: machine.builder.driver === 'docker' ? withLayers(machine.cache, machine.images) : machine.cache,
    now: state.now,
    attest: machine.builder.driver === 'container' || machine.builder.imageStore === 'containerd',
    keeper: machine.builder.driver === 'container' ? 'none' : machine.builder.imageStore,
    ...(models && { models }),
    ...(secrets && { secrets }),
  };
}

function secretsOf(texts: Readonly<Record<string, string>> | undefined): Readonly<Record<string, Uint8Array>> | undefined {
  return texts && Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, encodeUtf8(text)]));
}

/** A build on an ephemeral runner is a job of its own: it begins with no cache and no images. */
export function jobBegun(state: State): State {
  const machine = currentMachine(state);
  return machine.ephemeral ? withMachine(state, { ...machine, cache: emptyStore, images: emptyImageStore }) : state;
}

const layersOf = new WeakMap<ImageStore, readonly Digest[]>();

/** What dockerd has as images its builder need not pull. */
function withLayers(store: CacheStore, images: ImageStore): CacheStore {
  let layers = layersOf.get(images);
  if (!layers) layersOf.set(images, (layers = [...images.blobs.values()].flatMap(({ mediaType, digest }) => (isLayer(mediaType) ? digest : []))));
  if (layers.every((digest) => store.blobs.has(digest) && store.unpacked.has(digest))) return store;
  return { ...store, blobs: new Set([...store.blobs, ...layers]), unpacked: new Set([...store.unpacked, ...layers]) };
}
