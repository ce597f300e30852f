/** What an index and a manifest lead to: their texts read back. A text that is none leads nowhere. */
import type { Digest } from '../fs/node.ts';
import type { ImageConfig } from './config.ts';
import { mediaTypes, type Descriptor } from './manifest.ts';
import type { Blob } from './store.ts';

const dockerTypes = {
  manifest: 'application/vnd.docker.distribution.manifest.v2+json',
  index: 'application/vnd.docker.distribution.manifest.list.v2+json',
  config: 'application/vnd.docker.container.image.v1+json',
} as const;

/** Whether a media type is an index's, OCI's or Docker's. */
export const isIndex = (mediaType: string): boolean => mediaType === mediaTypes.index || mediaType === dockerTypes.index;
/** Whether a media type is a manifest's. */
export const isManifest = (mediaType: string): boolean => mediaType === mediaTypes.manifest || mediaType === dockerTypes.manifest;
/** Whether a media type is an image config's. */
export const isConfig = (mediaType: string): boolean => mediaType === mediaTypes.config || mediaType === dockerTypes.config;
/** Whether a media type is a layer's (containerd `IsLayerType`). */
export const isLayer = (mediaType: string): boolean => /^application\/vnd\.(?:oci\.image\.layer\.|docker\.image\.rootfs\.(?:diff|foreign))/.test(mediaType);

/** Whether a manifest of an index stands for statements about another, not for an image. */
export const isAttestation = (descriptor: Descriptor): boolean => descriptor.annotations?.['vnd.docker.reference.type'] !== undefined;

const read = new WeakMap<Blob, readonly Descriptor[]>();

/** Descriptors in a blob's text, in its order: an index's manifests, a manifest's config and layers; none for anything else. */
export function childrenOf(blob: Blob): readonly Descriptor[] {
  let children = read.get(blob);
  if (!children) read.set(blob, (children = readChildren(blob)));
  return children;
}

function readChildren({ mediaType, text }: Blob): readonly Descriptor[] {
  if (text === undefined || !(isIndex(mediaType) || isManifest(mediaType))) return [];
  const json = parse(text);
  const list = isIndex(mediaType) ? json['manifests'] : [json['config'], ...(Array.isArray(json['layers']) ? json['layers'] : [])];
  return Array.isArray(list) ? list.flatMap((each: unknown) => descriptorOf(each) ?? []) : [];
}

/** The object that a JSON text is; an empty one where it is none. */
export function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** The config that a text is; an empty one where it is none, so that every field may be absent. */
export function readConfig(text: string): ImageConfig {
  return parse(text) as unknown as ImageConfig;
}

function descriptorOf(json: unknown): Descriptor | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  const { mediaType, digest, size, annotations, platform } = json as Record<string, unknown>;
  if (typeof mediaType !== 'string' || typeof digest !== 'string' || typeof size !== 'number') return undefined;
  return {
    mediaType,
    digest: digest as Digest,
    size,
    ...(typeof annotations === 'object' && annotations !== null && { annotations: annotations as Record<string, string> }),
    ...(typeof platform === 'object' && platform !== null && { platform: platform as NonNullable<Descriptor['platform']> }),
  };
}

/** `linux/arm64/v8` of a descriptor or a config. */
export function platformName(platform: { readonly os: string; readonly architecture: string; readonly variant?: string | undefined }): string {
  return [platform.os, platform.architecture, ...(platform.variant === undefined ? [] : [platform.variant])].join('/');
}

/** Whether `linux/arm64/v8` is what was asked for with `linux/arm64`: variants that a processor implies do not count (containerd `platforms.Normalize`). */
export function samePlatform(a: string, b: string): boolean {
  return normalised(a) === normalised(b);
}

function normalised(platform: string): string {
  return platform.replace(/^(linux\/arm64)\/v8$/, '$1').replace(/^(linux\/amd64)\/v1$/, '$1').replace(/^(linux\/arm)$/, '$1/v7');
}
