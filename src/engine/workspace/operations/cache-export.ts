/** `--cache-to`: the cache of a build goes to a registry or a folder (BuildKit `cache/remotecache/export.go`). */
import { sha256 } from '../../fs/index.ts';
import { compactJson } from '../../image/go-json.ts';
import { emptyImageStore, mediaTypes, putImage, type Blob, type NewImage } from '../../image/index.ts';
import type { RegistryMessage, Registries } from '../../registry/index.ts';
import { push } from '../../registry/pushing.ts';
import type { LaterStatus, LaterVertex } from '../../solver/continued.ts';
import { fullName } from '../../solver/export/export.ts';
import type { BuildResult } from '../../solver/request.ts';
import { compressRate, manifestCost, transferRate } from '../../solver/schedule/costs.ts';
import { cacheBlobs, cacheConfigJson, cacheConfigType } from '../../solver/store/cache-config.ts';
import { exportCache, type CacheBundle } from '../../solver/store/index.ts';
import type { CacheTo } from '../build-request.ts';
import type { State } from '../state.ts';
import type { World } from '../world.ts';
import { localPlace } from './cache-import.ts';
import { textBlob } from './kept-image.ts';
import { callerOf } from './resolver.ts';

/** What an export leaves, and how it looks in the log. */
export interface ExportedCache {
  readonly registries: Registries;
  readonly caches: State['caches'];
  readonly messages: readonly RegistryMessage[];
  readonly vertices: readonly LaterVertex[];
}

/** Lets a build's cache travel to where it was asked to. `packed`: digests of layers that the image's export has compressed. */
export function exportTo(state: State, world: World, result: BuildResult, target: CacheTo, packed: ReadonlySet<string>): ExportedCache {
  const { type, to = '', mode = 'min' } = target;
  const nothing: ExportedCache = { registries: state.registries, caches: state.caches, messages: [], vertices: [] };
  if (type === 'inline') {
    const config = result.record.images[0]?.configDigest;
    return config ? { ...nothing, caches: new Map(state.caches).set(config, exportCache(result.store, result, { kind: 'inline' })) } : nothing;
  }
  const name = type === 'registry' ? 'exporting cache to registry' : 'exporting cache to client directory';
  const bundle = exportCache(result.store, result, { kind: type, mode, name: to });
  const blobs = cacheBlobs(bundle);
  if (blobs.length === 0) {
    const statuses = [{ id: 'preparing build cache for export', start: 0, end: manifestCost }, { id: 'skipping cache export for empty result', start: manifestCost, end: manifestCost }];
    return { ...nothing, vertices: [{ name, duration: manifestCost, statuses }] };
  }
  const image = cacheImage(bundle, blobs);
  const prepared = manifestCost + blobs.reduce((time, { digest, layer }) => time + (packed.has(digest) || !layer?.upper ? 0 : layer.size / compressRate), 0);
  const written = type === 'registry' ? toRegistry(state, world, image, to) : { ...nothing, times: folderTimes(image.blobs), duration: 0, error: undefined };
  const caches = new Map(state.caches);
  if (type === 'local') caches.set(localPlace(to), bundle);
  else if (written.error === undefined) caches.set(image.config.digest, bundle);
  const { statuses, end } = writing(image, written.times, prepared);
  const vertex: LaterVertex = {
    name,
    duration: Math.max(end, prepared + written.duration),
    statuses: [{ id: 'preparing build cache for export', start: 0, end: prepared }, ...statuses, { id: 'sending cache export', start: prepared, end: Math.max(end, prepared + written.duration) }],
    ...(written.error !== undefined && { error: `error writing layer blob: ${written.error}` }),
  };
  const messages = written.messages.map((message) => ({ ...message, time: message.time + prepared }));
  return { registries: written.registries, caches, messages, vertices: [vertex] };
}

interface CacheImage extends NewImage {
  readonly config: Blob;
  readonly manifest: Blob;
}

/** Layers and the cache's own config under an image manifest, as BuildKit writes them today (`image-manifest=true`). */
function cacheImage(bundle: CacheBundle, layers: readonly Blob[]): CacheImage {
  const text = cacheConfigJson(bundle);
  const config = textBlob(cacheConfigType, sha256(text), text);
  const row = ({ mediaType, digest, size }: Blob) => ({ mediaType, digest, size });
  const json = compactJson({ schemaVersion: 2, mediaType: mediaTypes.manifest, config: row(config), layers: layers.map(row) });
  const manifest = textBlob(mediaTypes.manifest, sha256(json), json);
  return { target: row(manifest), blobs: [manifest, config, ...layers], roots: new Map(), config, manifest };
}

/** When each blob is written: from its first request to the end of its last. */
type Times = ReadonlyMap<string, { readonly start: number; readonly end: number }>;

interface Written extends Pick<ExportedCache, 'registries' | 'messages'> {
  readonly times: Times;
  readonly duration: number;
  readonly error: string | undefined;
}

function toRegistry(state: State, world: World, image: CacheImage, ref: string): Written {
  const name = fullName(ref);
  const pushed = push(state.registries, { ...callerOf(state, world), store: putImage(emptyImageStore, image, [name], state.now), ref: name });
  const times = new Map<string, { start: number; end: number }>();
  for (const { digest, time, duration } of pushed.messages) {
    if (digest === undefined) continue;
    const known = times.get(digest);
    times.set(digest, { start: known?.start ?? time, end: Math.max(known?.end ?? 0, time + duration) });
  }
  return { registries: pushed.registries, messages: pushed.messages, times, duration: pushed.duration, error: pushed.error };
}

/** One after the other, to the client's disk. */
function folderTimes(blobs: readonly Blob[]): Times {
  let at = 0;
  const times = new Map<string, { start: number; end: number }>();
  const [manifest, ...others] = blobs;
  for (const { digest, size } of manifest ? [...others, manifest] : []) {
    const start = at;
    at += manifestCost + size / transferRate;
    times.set(digest, { start, end: at });
  }
  return times;
}

function writing({ blobs, config, manifest }: CacheImage, times: Times, after: number): { readonly statuses: readonly LaterStatus[]; readonly end: number } {
  const statuses = [...blobs.slice(2), config, manifest].flatMap((blob): LaterStatus[] => {
    const time = times.get(blob.digest);
    const what = blob === manifest ? 'cache image manifest' : blob === config ? 'config' : 'layer';
    return time ? [{ id: `writing ${what} ${blob.digest}`, start: after + time.start, end: after + time.end }] : [];
  });
  return { statuses, end: Math.max(after, ...statuses.map(({ end }) => end)) };
}
