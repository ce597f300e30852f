/** The images of a build as image stores and registries hold them. */
import type { Digest, DirNode } from '../../fs/node.ts';
import { mediaTypes, type Blob, type NewImage } from '../../image/index.ts';
import { emptyConfig, statementType } from '../../solver/export/attestation.ts';
import { layerAsBlob } from '../../solver/export/layers.ts';
import type { ImageRecord, IndexRecord } from '../../solver/record.ts';
import type { BuildResult } from '../../solver/request.ts';
import type { Snapshot } from '../../solver/snapshot.ts';
import { utf8Length } from '../../source/utf8.ts';

/** Finds a blob that is known already, with more of its contents than a build knows of a base's layers. */
export type KnownBlob = (digest: Digest) => Blob | undefined;

/** Index, manifests, configs, layers and statements; undefined where the build made no image. */
export function newImageOf({ record, snapshots = [] }: Pick<BuildResult, 'record' | 'snapshots'>, known: KnownBlob = () => undefined): NewImage | undefined {
  const [first] = record.images;
  if (!first) return undefined;
  const blobs = record.images.flatMap((image, at) => imageBlobs(image, snapshots[at], known));
  const roots = new Map(record.images.map((image, at): [Digest, DirNode | undefined] => [image.manifestDigest, snapshots[at]?.tree]));
  const target = record.index ? textBlob(mediaTypes.index, record.index.digest, record.index.json) : textBlob(mediaTypes.manifest, first.manifestDigest, first.manifestJson);
  const all = [...(record.index ? [target, ...statementBlobs(record.index)] : []), ...blobs];
  return {
    target: { mediaType: target.mediaType, digest: target.digest, size: target.size },
    blobs: [...new Map(all.map((blob) => [blob.digest, blob])).values()],
    roots: new Map([...roots].flatMap(([digest, root]) => (root ? [[digest, root] as const] : []))),
  };
}

function imageBlobs(image: ImageRecord, snapshot: Snapshot | undefined, known: KnownBlob): readonly Blob[] {
  const layers = (snapshot?.layers ?? []).map((layer, at) => {
    const recorded = image.layers[at];
    const digest = recorded?.blob?.digest;
    const there = digest && known(digest);
    if (there) return there;
    const blob = layerAsBlob(layer);
    return recorded && digest ? { ...blob, digest, size: recorded.blob!.size, ...(blob.layer && { layer: blob.layer }) } : blob;
  });
  return [textBlob(mediaTypes.manifest, image.manifestDigest, image.manifestJson), textBlob(mediaTypes.config, image.configDigest, image.configJson), ...layers];
}

function statementBlobs({ attestations }: IndexRecord): readonly Blob[] {
  if (attestations.length === 0) return [];
  return [
    emptyConfig,
    ...attestations.flatMap(({ manifestDigest, manifestJson, statementDigest, statementJson }) => [
      textBlob(mediaTypes.manifest, manifestDigest, manifestJson),
      textBlob(statementType, statementDigest, statementJson),
    ]),
  ];
}

/** A blob that is a text. */
export function textBlob(mediaType: string, digest: Digest, text: string): Blob {
  return { mediaType, digest, size: utf8Length(text), text };
}
