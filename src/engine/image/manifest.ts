/** Manifests and indexes in the exact bytes that BuildKit writes (`commitDistributionManifest`): indented by two, no newline at the end. */
import type { Digest } from '../fs/node.ts';
import { indentJson, mapOf, type Json } from './go-json.ts';

/** Media types of OCI images, BuildKit's default. */
export const mediaTypes = {
  manifest: 'application/vnd.oci.image.manifest.v1+json',
  config: 'application/vnd.oci.image.config.v1+json',
  layer: 'application/vnd.oci.image.layer.v1.tar+gzip',
  index: 'application/vnd.oci.image.index.v1+json',
} as const;

export interface Descriptor {
  readonly mediaType: string;
  readonly digest: Digest;
  /** Bytes. */
  readonly size: number;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly platform?: { readonly architecture: string; readonly os: string; readonly variant?: string };
}

/** The text of a manifest. Without layers they are `null`. */
export function manifestJson(config: Descriptor, layers: readonly Descriptor[], annotations?: Readonly<Record<string, string>>): string {
  return indentJson({
    schemaVersion: 2,
    mediaType: mediaTypes.manifest,
    config: descriptorJson(config),
    layers: layers.length === 0 ? null : layers.map(descriptorJson),
    annotations: mapOf(annotations),
  });
}

/** The text of an index. */
export function indexJson(manifests: readonly Descriptor[], annotations?: Readonly<Record<string, string>>): string {
  return indentJson({ schemaVersion: 2, mediaType: mediaTypes.index, manifests: manifests.map(descriptorJson), annotations: mapOf(annotations) });
}

function descriptorJson({ mediaType, digest, size, annotations, platform }: Descriptor): Json {
  return { mediaType, digest, size, annotations: mapOf(annotations), platform: platform && { architecture: platform.architecture, os: platform.os, variant: platform.variant } };
}
