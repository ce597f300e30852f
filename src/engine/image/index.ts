/** References, configs, histories, manifests: the part's public surface. */
export type { BaseImage, BaseLayer, ResolveImage } from './base.ts';
export { chainId } from './chain-id.ts';
export type { ContainerConfig, Healthcheck, HistoryEntry, ImageConfig } from './config.ts';
export { configJson } from './config-json.ts';
export { epochTime, finishConfig, type FinishOptions, type LayerTime } from './history.ts';
export { indexJson, manifestJson, type Descriptor } from './manifest.ts';
export { digestError, familiarReference, formatReference, parseReference, withDefaultTag, type Reference } from './reference.ts';
