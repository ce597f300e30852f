/** Images, people and registries that the tests of this folder share. */
import { dirOf, file, layerDigest, put, sha256 } from '../fs/index.ts';
import type { DirNode } from '../fs/node.ts';
import { configJson } from '../image/config-json.ts';
import { manifestJson, mediaTypes } from '../image/manifest.ts';
import { putImage, type NewImage } from '../image/new-image.ts';
import { realLayerBlob } from '../image/real-layer.ts';
import { emptyImageStore, type Blob, type ImageStore } from '../image/store.ts';
import { utf8Length } from '../source/utf8.ts';
import { inventedSecret } from './hosts/kind.ts';
import { resolveImage } from './resolve-image.ts';
import type { Caller } from './transfer.ts';

export const now = Date.UTC(2026, 10, 1);

/** Somebody who is logged in as `me` everywhere that matters. */
export const me: Caller = {
  logins: new Map(['docker.io', 'ghcr.io', 'localhost:5000'].map((host) => [host, { username: 'me', secret: inventedSecret }])),
  published: resolveImage,
  now,
};

/** Somebody without any login. */
export const stranger: Caller = { ...me, logins: new Map() };

/** An image of layers with one file each, on nothing, every byte of it real: equal texts are equal layers. */
export function imageOf(...texts: readonly string[]): NewImage {
  let root: DirNode = dirOf([]);
  const blobs: Blob[] = [];
  const diffIds = texts.map((text, at) => {
    const lower = root;
    root = put(root, `layer-${at}`, file(text));
    const { diffId, size } = layerDigest(lower, root);
    const layer = { diffId, size, lower, upper: root, fidelity: 'exact' } as const;
    const real = realLayerBlob(layer)!;
    blobs.push({ mediaType: mediaTypes.layer, digest: real.digest, size: real.size, layer });
    return diffId;
  });
  const layers = blobs.map(({ mediaType, digest, size }) => ({ mediaType, digest, size }));
  const config = configJson({ architecture: 'amd64', os: 'linux', config: {}, rootfs: { type: 'layers', diff_ids: diffIds } });
  const configBlob: Blob = { mediaType: mediaTypes.config, digest: sha256(config), size: utf8Length(config), text: config };
  const text = manifestJson({ mediaType: configBlob.mediaType, digest: configBlob.digest, size: configBlob.size }, layers);
  const manifest: Blob = { mediaType: mediaTypes.manifest, digest: sha256(text), size: utf8Length(text), text };
  return { target: { mediaType: manifest.mediaType, digest: manifest.digest, size: manifest.size }, blobs: [manifest, configBlob, ...blobs], roots: new Map([[manifest.digest, root]]) };
}

/** A store with an image under some names. */
export function storeOf(image: NewImage, ...names: readonly string[]): ImageStore {
  return putImage(emptyImageStore, image, names, now);
}
