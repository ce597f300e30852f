/** Garbage collection after a build, by the rules of a builder that nobody configured. */
import { defaultGcPolicy, gc } from '../../solver/store/index.ts';
import { currentMachine, withMachine, type State } from '../state.ts';
import type { Machine } from '../machine.ts';

/** The state after the builder of the machine that is sat at has looked for what can go. */
export function collected(state: State): State {
  const machine = currentMachine(state);
  const kept = gc(machine.cache, defaultGcPolicy(machine.disk), state.now, { images: imageRecords(state), diskFree: machine.disk - usedBytes(machine) });
  return 'error' in kept || kept.removed.length === 0 ? state : withMachine(state, { ...machine, cache: kept.store });
}

/** Ids of the cache's records whose layers are those of an image in the machine's store: what `docker buildx du` calls shared. */
export function imageRecords(state: State): readonly string[] {
  const { name, images, cache } = currentMachine(state);
  const targets = new Set([...images.images.values()].map(({ target }) => target.digest));
  const ids = state.builds.flatMap(({ machine, record, kept }) => {
    if (machine !== name) return [];
    const digest = record.index?.digest ?? record.images[0]?.manifestDigest;
    return digest && targets.has(digest) ? (kept?.images ?? []) : [];
  });
  return ids.filter((id) => cache.records.has(id));
}

/** Bytes of the build cache, and of blobs in the image store. */
export function usedBytes({ cache, images }: Machine): number {
  let bytes = 0;
  for (const { size } of cache.records.values()) bytes += size;
  for (const { size } of images.blobs.values()) bytes += size;
  return bytes;
}
