/** Images, people and registries that the tests of this folder share. */
import { dirOf, file, layerDigest, put, sha256 } from '../fs/index.ts';
import type { DirNode } from '../fs/node.ts';
import { childrenOf } from '../image/children.ts';
import { configJson } from '../image/config-json.ts';
import { indexJson, manifestJson, mediaTypes } from '../image/manifest.ts';
import { putImage, type NewImage } from '../image/new-image.ts';
import { realLayerBlob } from '../image/real-layer.ts';
import { emptyImageStore, type Blob, type ImageStore } from '../image/store.ts';
import { utf8Length } from '../source/utf8.ts';
import { inventedSecret } from './hosts/kind.ts';
import type { Registries } from './registries.ts';
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

/** The same image as a build leaves it: an index over it and a statement about it. */
export function attested(image: NewImage): NewImage {
  const statement = textBlob('application/vnd.in-toto+json', `{"about":"${image.target.digest}"}`);
  const empty = textBlob('application/vnd.oci.empty.v1+json', '{}');
  const manifest = textBlob(mediaTypes.manifest, manifestJson(descriptorOf(empty), [descriptorOf(statement)]));
  const about = { 'vnd.docker.reference.type': 'attestation-manifest', 'vnd.docker.reference.digest': image.target.digest };
  const manifests = [
    { ...image.target, platform: { architecture: 'amd64', os: 'linux' } },
    { ...descriptorOf(manifest), annotations: about, platform: { architecture: 'unknown', os: 'unknown' } },
  ];
  const index = textBlob(mediaTypes.index, indexJson(manifests));
  return { target: descriptorOf(index), blobs: [index, manifest, empty, statement, ...image.blobs], roots: image.roots };
}

const textBlob = (mediaType: string, text: string): Blob => ({ mediaType, digest: sha256(text), size: utf8Length(text), text });
const descriptorOf = ({ mediaType, digest, size }: Blob) => ({ mediaType, digest, size });

/** A store with an image under some names. */
export function storeOf(image: NewImage, ...names: readonly string[]): ImageStore {
  return putImage(emptyImageStore, image, names, now);
}

/** Throws unless registries hold everything that what they hold leads to. */
export function expectWhole(registries: Registries): void {
  for (const { repositories, blobs } of registries.hosts.values()) {
    for (const repository of repositories.values()) {
      for (const { digest } of repository.tags.values()) if (!repository.manifests.has(digest)) throw new Error(`${digest} has a tag and is not there`);
      for (const digest of [...repository.manifests.keys(), ...repository.blobs]) {
        const blob = blobs.get(digest);
        if (!blob) throw new Error(`${digest} is linked and is not there`);
        for (const child of childrenOf(blob)) if (!repository.blobs.has(child.digest) && !repository.manifests.has(child.digest)) throw new Error(`${digest} needs ${child.digest}, which is not there`);
      }
    }
  }
}
