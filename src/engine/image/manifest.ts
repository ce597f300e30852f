/** Texts of manifests and indexes (BuildKit `commitDistributionManifest`, OCI image specification). */
import type { Digest } from '../fs/node.ts';
import { indentJson, sortedMap, type Json } from './go-json.ts';

export interface Descriptor {
  readonly mediaType: string;
  readonly digest: Digest;
  /** Bytes. */
  readonly size: number;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly platform?: { readonly architecture: string; readonly os: string; readonly variant?: string };
}

type Annotations = Readonly<Record<string, string>>;

/** The exact text of an OCI manifest. */
export function manifestJson(config: Descriptor, layers: readonly Descriptor[], annotations?: Annotations): string {
  return indentJson({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    config: descriptor(config),
    layers: layers.length === 0 ? null : layers.map(descriptor),
    annotations: notes(annotations),
  });
}

/** The exact text of an OCI index. */
export function indexJson(manifests: readonly Descriptor[], annotations?: Annotations): string {
  return indentJson({ schemaVersion: 2, mediaType: 'application/vnd.oci.image.index.v1+json', manifests: manifests.map(descriptor), annotations: notes(annotations) });
}

function descriptor({ mediaType, digest, size, annotations, platform }: Descriptor): Json {
  return {
    mediaType,
    digest,
    size,
    annotations: notes(annotations),
    platform: platform && { architecture: platform.architecture, os: platform.os, variant: platform.variant },
  };
}

const notes = (annotations: Annotations | undefined): Json | undefined => (annotations && Object.keys(annotations).length > 0 ? sortedMap(annotations) : undefined);
