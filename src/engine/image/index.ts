/** References, configs, histories, manifests. Signatures first. */
import type { Digest } from '../fs/node.ts';
import type { HistoryEntry, ImageConfig } from './config.ts';

export type { BaseImage, BaseLayer, ResolveImage } from './base.ts';
export type { ContainerConfig, Healthcheck, HistoryEntry, ImageConfig } from './config.ts';

// ---- reference.ts

export interface Reference {
  /** `docker.io`. */
  readonly domain: string;
  /** `library/alpine`. */
  readonly path: string;
  readonly tag?: string;
  readonly digest?: string;
}
/** `alpine` → docker.io/library/alpine; distribution's `ParseNormalizedNamed`, with its words where the text is none. */
export declare function parseReference(text: string): Reference | { readonly error: string };
export declare function formatReference(ref: Reference): string;
/** With `:latest` where there is neither tag nor digest. */
export declare function withDefaultTag(ref: Reference): Reference;
/** As people write it: `alpine:3.19`. */
export declare function familiarReference(ref: Reference): string;

// ---- chain-id.ts

/** Digest of a stack of layers, bottom first. */
export declare function chainId(diffIds: readonly Digest[]): Digest;

// ---- config-json.ts

/** The exact text of an image config as BuildKit's exporter writes it; its sha256 is the config digest. */
export declare function configJson(config: ImageConfig): string;

// ---- history.ts

export interface LayerTime {
  /** RFC 3339; of the snapshot. */
  readonly createdAt: string;
  /** Vertex name, for layers without an entry. */
  readonly description?: string;
}
/** The config with layers filled in: `normalizeLayersAndHistory` and `patchImageConfig` of the exporter. */
export declare function finishConfig(
  config: ImageConfig,
  layers: readonly { readonly diffId: Digest; readonly time: LayerTime }[],
  options?: { readonly epoch?: number; readonly baseHistory?: readonly HistoryEntry[] },
): ImageConfig;

// ---- manifest.ts

export interface Descriptor {
  readonly mediaType: string;
  readonly digest: Digest;
  readonly size: number;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly platform?: { readonly architecture: string; readonly os: string; readonly variant?: string };
}
/** The exact text of an OCI manifest. */
export declare function manifestJson(config: Descriptor, layers: readonly Descriptor[], annotations?: Readonly<Record<string, string>>): string;
/** The exact text of an OCI index. */
export declare function indexJson(manifests: readonly Descriptor[], annotations?: Readonly<Record<string, string>>): string;
